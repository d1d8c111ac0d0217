import { describe, expect, it } from 'vitest';
import { createTranscript } from '../../src/desk/transcript.js';
import { aMessage, seededRandom } from '../support/builders.js';
import { said } from './support/setup.js';

const own = (id: string) => aMessage({ id, author: 'agent', text: id, delivery: 'sending' });
const accepted = (id: string, seq?: number) => ({
  ...aMessage({ id, author: 'agent', text: id }),
  ...(seq === undefined ? {} : { seq }),
});

const setup = (word: 'sent' | 'handed-over' = 'sent') => {
  const transcript = createTranscript(word);
  const ids = () => transcript.items.map(({ id }) => id);
  return { transcript, ids };
};

describe('a transcript', () => {
  it('is in order of seq and gapless, and has everything once, in whatever order and how often it is told', () => {
    const random = seededRandom(3);
    for (let run = 0; run < 200; run += 1) {
      const { transcript } = setup();
      const seqs = Array.from({ length: 30 }, () => 1 + Math.floor(random() * 20));
      const added: string[] = [];
      const list = transcript.items;
      for (const seq of seqs) {
        if (random() < 0.2) transcript.hold(own(`own-${seq}`), 'agent');
        if (random() < 0.2) transcript.drop(`own-${1 + Math.floor(random() * 20)}`);
        added.push(...transcript.receive([said(seq)]).added.map(({ id }) => id));
      }
      const settled = transcript.items.filter((item) => item.seq !== undefined);
      const gapless = Array.from({ length: 20 }, (_, place) => place + 1).findIndex((seq) => !seqs.includes(seq));
      expect(settled.map(({ seq }) => seq)).toEqual(
        Array.from({ length: gapless < 0 ? 20 : gapless }, (_, at) => at + 1),
      );
      expect(transcript.gap() === undefined).toBe(settled.length === Math.max(...seqs));
      expect(transcript.items.slice(0, settled.length)).toEqual(settled);
      expect([...added].sort()).toEqual([...new Set(added)].sort());
      expect(added).toHaveLength(settled.length);
      expect(transcript.items).toBe(list);
    }
  });

  it('says whether all went to the end', () => {
    const { transcript } = setup();
    transcript.hold(own('mine'), 'agent');
    expect(transcript.receive([said(1), said(2)]).inOrder).toBe(true);
    transcript.replace([said(1), said(3, { seq: 2 })]);
    expect(transcript.receive([said(2, { seq: 1 })]).inOrder).toBe(false);
  });

  it('has a new version exactly when something changed', () => {
    const { transcript } = setup();
    const changes = (act: () => void): boolean => {
      const before = transcript.version;
      act();
      return transcript.version !== before;
    };
    expect(changes(() => transcript.receive([said(1)]))).toBe(true);
    expect(changes(() => transcript.receive([said(1)]))).toBe(false);
    expect(changes(() => transcript.hold(own('mine'), 'agent'))).toBe(true);
    expect(changes(() => transcript.hold(own('mine'), 'agent'))).toBe(false);
    expect(changes(() => transcript.amend('mine', { delivery: 'failed' }))).toBe(true);
    expect(changes(() => transcript.amend('message-1', { delivery: 'failed' }))).toBe(false);
    expect(changes(() => transcript.drop('message-1'))).toBe(false);
    expect(changes(() => transcript.drop('mine'))).toBe(true);
  });

  it('says who sent an own message when it is accepted, and keeps its id for life', () => {
    const { ids, transcript } = setup();
    transcript.hold(own('mine'), 'agent');
    transcript.hold(own('other'), 'host');
    const arrival = transcript.receive([said(1), accepted('mine', 2)]);
    expect([...arrival.own]).toEqual([['mine', 'agent']]);
    expect(ids()).toEqual(['message-1', 'mine', 'other']);
    expect(transcript.find('other')).toMatchObject({ delivery: 'sending' });
  });

  it('holds back what comes after a gap, and says what is missing', () => {
    const { ids, transcript } = setup();
    transcript.receive([said(1), said(5), said(4)]);
    expect([ids(), transcript.gap()]).toEqual([['message-1'], { after: 1, upTo: 3 }]);
    expect(transcript.receive([said(3), said(2)]).added.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    expect(transcript.gap()).toBeUndefined();
  });

  it('knows that an own message is sent before its place can be shown, and misses nothing yet', () => {
    const { ids, transcript } = setup();
    transcript.hold(own('mine'), 'agent');
    expect(transcript.receive([accepted('mine', 2)], true).added).toEqual([]);
    expect(transcript.gap()).toBeUndefined();
    expect(transcript.find('mine')).toMatchObject({ delivery: 'sent' });
    expect([...transcript.receive([said(1)]).own]).toEqual([['mine', 'agent']]);
    expect(ids()).toEqual(['message-1', 'mine']);
  });

  it('keeps a message that was handed over without a place where it was, and moves it when its place is told', () => {
    const { ids, transcript } = setup('handed-over');
    transcript.receive([said(1)]);
    transcript.receive([accepted('mine')]);
    transcript.receive([said(2)]);
    expect(ids()).toEqual(['message-1', 'mine', 'message-2']);
    transcript.receive([said(3)]);
    expect(transcript.receive([accepted('mine', 4)]).added).toEqual([]);
    expect(ids()).toEqual(['message-1', 'message-2', 'message-3', 'mine']);
    expect(transcript.find('mine')).toMatchObject({ delivery: 'handed-over', seq: 4 });
  });

  it('knows up to where nothing is missing', () => {
    const { transcript } = setup();
    expect(transcript.cursor()).toBe(0);
    transcript.receive([said(2), said(3)]);
    expect(transcript.cursor()).toBe(0);
    transcript.receive([said(1), said(5)]);
    expect(transcript.cursor()).toBe(3);
    transcript.replace([said(50), said(51), said(53)]);
    expect(transcript.cursor()).toBe(51);
  });

  it('takes what a snapshot says as all there is, but for what is not accepted', () => {
    const { ids, transcript } = setup();
    const list = transcript.items;
    transcript.receive([said(1), said(2)]);
    transcript.hold(own('mine'), 'agent');
    const arrival = transcript.replace([said(2), said(3)]);
    expect(ids()).toEqual(['message-2', 'message-3', 'mine']);
    expect(arrival.added.map(({ id }) => id)).toEqual(['message-3']);
    expect(transcript.items).toBe(list);
  });

  it('knows what was put away, and an own message by its id alone', () => {
    const { ids, transcript } = setup('handed-over');
    transcript.receive([said(1), accepted('mine', 2), said(3)]);
    const oldest = transcript.oldest(2);
    expect([transcript.putAway(oldest), transcript.putAway(oldest)]).toEqual([true, false]);
    transcript.hold(own('mine'), 'agent');
    expect(transcript.receive([said(1), accepted('mine')]).added).toEqual([]);
    expect([ids(), transcript.away, transcript.cursor()]).toEqual([['message-3'], 2, 3]);
    transcript.bringBack(oldest);
    expect([ids(), transcript.away]).toEqual([['message-1', 'mine', 'message-3'], 0]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/index.js';
import { MORNING } from '../support/builders.js';
import { anActive, said, settled, setup } from './support/setup.js';

/** A desk that has the first message of a chat and is told the fourth. */
const withGap = async (history: boolean) => {
  const messages = { 'chat-1': [said(1)] };
  const all = setup({ chats: [anActive()], messages, ...(history ? {} : { without: ['history'] as const }) });
  const tell = (...seqs: number[]) =>
    all.connector.emit({ type: 'messages', chatId: 'chat-1', messages: seqs.map((seq) => said(seq)) });
  tell(4);
  await settled();
  const ids = () => all.desk.chat('chat-1').messages$.value.map(({ seq }) => seq);
  return { ...all, ids, tell };
};

describe('a gap in what is told', () => {
  it('holds back what came after it, and says so, until it is fetched', async () => {
    const { connector, ids, told, view } = await withGap(true);
    expect([ids(), view().gap]).toEqual([[1], 'filling']);
    expect(connector.call('history').args).toEqual(['chat-1', 1, 3]);
    connector.call<readonly Message[]>('history').resolve([said(2), said(3)]);
    await settled();
    expect([ids(), view().gap]).toEqual([[1, 2, 3, 4], undefined]);
    expect(told('chat-message-added').map(({ detail }) => detail.messageId)).toEqual(
      [2, 3, 4].map((seq) => `message-${seq}`),
    );
  });

  it('is fetched once, also while more is told', async () => {
    const { connector, ids, tell, view } = await withGap(true);
    tell(5);
    expect(connector.count('history')).toBe(1);
    tell(2, 3);
    expect([ids(), view().gap]).toEqual([[1, 2, 3, 4, 5], undefined]);
    connector.call('history').refuse('unavailable');
    await settled();
    expect(view().gap).toBeUndefined();
  });

  it('is fetched on where the history comes in pieces', async () => {
    const { connector, ids } = await withGap(true);
    connector.call<readonly Message[]>('history').resolve([said(2)]);
    await settled();
    expect(connector.call('history').args).toEqual(['chat-1', 2, 3]);
    connector.call<readonly Message[]>('history').resolve([said(3)]);
    await settled();
    expect(ids()).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['is refused', 'refuse'],
    ['gives nothing of use', 'nonsense'],
  ])('stays, and says so, where the history %s; the agent can have it fetched again', async (_what, how) => {
    const { connector, desk, ids, told, view } = await withGap(true);
    if (how === 'refuse') connector.call('history').refuse('unavailable');
    else connector.call('history').resolve([{ id: 7 }] as never);
    await settled();
    expect([ids(), view().gap]).toEqual([[1], 'failed']);
    expect(told('chat-error').at(-1)).toMatchObject({ chatId: 'chat-1', detail: { code: 'history-failed' } });
    desk.fillGap('chat-1');
    desk.fillGap('chat-1');
    expect([connector.count('history'), view().gap]).toEqual([2, 'filling']);
  });

  it('is closed by a new snapshot where the connector has no history', async () => {
    const { connector, desk, ids, view } = await withGap(false);
    expect([connector.sessions.length, desk.connection$.value]).toEqual([2, 'connecting']);
    expect([...(connector.sessions[1]?.cursors ?? [])]).toEqual([['chat-1', 1]]);
    const messages = { 'chat-1': [1, 2, 3, 4].map((seq) => said(seq)) };
    connector.emit({ type: 'snapshot', serverTime: MORNING, chats: [anActive()], messages });
    expect([ids(), view().gap]).toEqual([[1, 2, 3, 4], undefined]);
  });

  it('is closed by a snapshot that goes on from the cursor, and stays where that has not all', async () => {
    const { connector, ids, view } = await withGap(false);
    const resume = (...seqs: number[]) =>
      connector.emit({
        type: 'snapshot',
        serverTime: MORNING,
        chats: [anActive()],
        resumed: true,
        messages: { 'chat-1': seqs.map((seq) => said(seq)) },
      });
    resume(3, 4);
    await settled();
    expect([ids(), view().gap, connector.sessions.length]).toEqual([[1], 'failed', 2]);
    resume(2);
    expect([ids(), view().gap]).toEqual([[1, 2, 3, 4], undefined]);
  });

  it('is none where the word on an own message is only quicker than what came before it', async () => {
    const { connector, desk, ids, view } = setupInChat();
    void desk.send('chat-1', 'Hi');
    connector.call('send').resolve(said(2, { id: 'own-1', author: 'agent', text: 'Hi' }) as never);
    await settled();
    expect([ids(), view().gap, connector.count('history')]).toEqual([['own-1'], undefined, 0]);
    expect(desk.chat('chat-1').messages$.value).toMatchObject([{ delivery: 'sent' }]);
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    expect(ids()).toEqual(['message-1', 'own-1']);
  });
});

const setupInChat = () => {
  const all = setup({ chats: [anActive()] });
  return { ...all, ids: () => all.desk.chat('chat-1').messages$.value.map(({ id }) => id) };
};

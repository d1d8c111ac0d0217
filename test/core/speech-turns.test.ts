import { describe, expect, it } from 'vitest';
import { createSpeechTurns, type SpeechTopic } from '../../src/core/speech-turns.js';

/** The turns, and a voice that says `letters` letters under each topic, driven until `until`. */
const setup = (letters = 25) => {
  const turns = createSpeechTurns();
  const said: { readonly at: number; readonly topic: SpeechTopic; readonly ids: readonly string[] }[] = [];
  const runUntil = (until: number): void => {
    for (let at = turns.dueAt; at <= until; at = turns.dueAt) {
      const taken = turns.take(at);
      for (const [topic, news] of taken)
        said.push({ at, topic, ids: [...news].flatMap(([chatId, ids]) => [...ids].map((id) => `${chatId} ${id}`)) });
      turns.spoke(at, taken.length * letters);
    }
  };
  return { turns, said, runUntil, topics: () => said.map(({ topic }) => topic) };
};

describe('the turns of speech', () => {
  it('say 30 messages over five chats in two seconds in five announcements at most, each message once', () => {
    const { turns, said, runUntil } = setup();
    for (let count = 0; count < 30; count += 1) {
      const now = Math.floor((count * 2000) / 30);
      runUntil(now);
      const chat = count % 5;
      turns.add(chat === 0 ? 'open' : 'others', now, `chat-${chat}`, `message-${count}`);
    }
    runUntil(60_000);
    const messages = said.flatMap(({ ids }) => ids);
    expect(said.length).toBeLessThanOrEqual(5);
    expect([messages.length, new Set(messages).size]).toEqual([30, 30]);
  });

  it('say nothing while nothing is added', () => {
    const { turns, said, runUntil } = setup();
    runUntil(60_000);
    expect([turns.dueAt, said]).toEqual([Infinity, []]);
  });

  it('gather a burst in one breath', () => {
    const { turns, said, runUntil } = setup();
    turns.add('open', 0, 'chat-1', 'a');
    turns.add('open', 400, 'chat-1', 'b');
    runUntil(499);
    expect(said).toEqual([]);
    runUntil(500);
    expect(said).toEqual([{ at: 500, topic: 'open', ids: ['chat-1 a', 'chat-1 b'] }]);
  });

  it('count what is told twice once', () => {
    const { turns, said, runUntil } = setup();
    turns.add('open', 0, 'chat-1', 'a');
    turns.add('open', 10, 'chat-1', 'a');
    runUntil(1000);
    expect(said[0]?.ids).toEqual(['chat-1 a']);
  });

  it('wait until what was said before is spoken, but never for long', () => {
    const { turns, said, runUntil } = setup(1000);
    turns.add('open', 0, 'chat-1', 'a');
    runUntil(500);
    turns.add('open', 600, 'chat-1', 'b');
    runUntil(60_000);
    expect(said.map(({ at }) => at)).toEqual([500, 6500]);
  });

  it('say what keeps the agent from working first, three topics at a time, and the rest later', () => {
    const { turns, topics, runUntil } = setup();
    for (const topic of ['requests', 'presence', 'open', 'urgency', 'connection'] as const) turns.add(topic, 0);
    runUntil(500);
    expect(topics()).toEqual(['connection', 'open', 'urgency']);
    runUntil(60_000);
    expect(topics().slice(3)).toEqual(['presence', 'requests']);
  });

  it('tell of other chats every ten seconds at most', () => {
    const { turns, said, runUntil } = setup();
    for (let now = 0; now < 30_000; now += 1000) {
      runUntil(now);
      turns.add('others', now, 'chat-2', `message-${now}`);
    }
    runUntil(30_499);
    expect(said.map(({ at }) => at)).toEqual([500, 10_500, 20_500]);
  });

  it('are not silent after a clock was put back', () => {
    const { turns, said, runUntil } = setup();
    turns.add('open', 3_600_000, 'chat-1', 'a');
    runUntil(3_600_500);
    turns.add('open', 1000, 'chat-1', 'b');
    expect(turns.dueAt).toBe(1500);
    runUntil(1500);
    expect(said).toHaveLength(2);
  });
});

import type { ChatRecord, Message } from '../../src/core/index.js';

/** A moment tests count from: 2026-01-05, 09:00 UTC. */
export const MORNING = Date.UTC(2026, 0, 5, 9);

/** Seconds after {@link MORNING}, in epoch milliseconds. */
export const at = (seconds: number): number => MORNING + seconds * 1000;

/** An accepted text message of the end user, unless told otherwise. */
export const aMessage = (given: Partial<Message> = {}): Message => ({
  id: 'message-1',
  author: 'end-user',
  kind: 'text',
  text: 'Hello',
  time: MORNING,
  ...given,
});

/** A waiting request from the web of somebody with a name and a phone, unless told otherwise. */
export const aChat = (given: Partial<ChatRecord> = {}): ChatRecord => ({
  id: 'chat-1',
  channel: 'web',
  endUser: { id: 'person-1', name: 'Ana Silva', phone: '+15550100' },
  state: 'waiting',
  requestedAt: MORNING,
  waiting: 1,
  ...given,
});

/** Random numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

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

export { seededRandom } from '../../src/testing/faults/seeded-random.js';

import type { ChatState } from '../../../src/core/index.js';
import type { StoredChat } from '../../../gateway/src/engine.js';
import { chatIdOf } from '../../../gateway/src/rules/chat-id.js';
import type { Opening } from '../../../gateway/src/rules/end-user-rules.js';

export const NOW = 1_700_000_000_000;

export const opening: Opening = { channel: 'web', queue: 'billing', endUser: { id: 'nadia' } };

/** A chat in a state, with what belongs to that state. */
export const chatIn = (state: ChatState, more: Partial<StoredChat> = {}): StoredChat => ({
  id: chatIdOf('nadia', 1),
  ...opening,
  state,
  requestedAt: NOW - 60_000,
  waiting: 2,
  arrival: NOW - 60_000,
  visit: 1,
  version: 5,
  count: 3,
  ...(state === 'waiting' || state === 'withdrawn' ? {} : { agent: 'ada', acceptedAt: NOW - 50_000 }),
  ...(state === 'left' || state === 'withdrawn' ? { leftAt: NOW - 1000, onPurpose: true } : {}),
  ...(state === 'wrap-up' || state === 'done' ? { endedAt: NOW - 1000, endedBy: 'agent' as const } : {}),
  ...(state === 'done' ? { submitted: {} } : {}),
  ...more,
});

export const STATES: readonly ChatState[] = ['waiting', 'active', 'left', 'wrap-up', 'done', 'withdrawn'];

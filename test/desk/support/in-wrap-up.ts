import type { ChatRecord, Disposition, PolicyLayer } from '../../../src/core/index.js';
import { MORNING } from '../../support/builders.js';
import { anActive, setup, type SetupOptions } from './setup.js';

export const tree: readonly Disposition[] = [
  { id: 'sold', name: 'Sold' },
  { id: 'lost', name: 'Lost' },
];

/** Both fields, and summaries. */
export const both: PolicyLayer = {
  wrapUp: { disposition: 'optional', notes: 'optional', dispositions: tree },
  summaries: true,
};

export const ended = (given: Partial<ChatRecord> = {}): ChatRecord =>
  anActive({ state: 'wrap-up', endedAt: MORNING, endedBy: 'agent', ...given });

/** A desk with one chat that has just ended. */
export const inWrapUp = (policy: PolicyLayer = both, options: SetupOptions = {}) => {
  const all = setup({ chats: [ended()], ...options, desk: { policy, ...options.desk } });
  return { ...all, form: () => all.desk.chat('chat-1').wrapUp$.value };
};

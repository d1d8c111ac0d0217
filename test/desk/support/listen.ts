import type { ValueStream } from '../../../src/desk/index.js';

/** Hears a stream. */
export const listen = <T>(stream: ValueStream<T>) => {
  const values: T[] = [];
  const state = { completed: false };
  const subscription = stream.subscribe({
    next: (value) => void values.push(value),
    complete: () => void (state.completed = true),
  });
  return { values, state, subscription };
};

export const deskStreams = [
  'chats$',
  'requests$',
  'selected$',
  'connection$',
  'policy$',
  'notices$',
  'connectionReason$',
  'unsent$',
] as const;
export const chatStreams = [
  'view$',
  'messages$',
  'typing$',
  'wait$',
  'urgency$',
  'policy$',
  'draft$',
  'wrapUp$',
] as const;

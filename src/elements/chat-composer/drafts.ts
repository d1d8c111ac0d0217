import type { Draft } from '../../desk/index.js';

/** A draft of a text with the caret behind it. */
export const draftOf = (text: string): Draft => ({ text, start: text.length, end: text.length, scroll: 0 });

export const EMPTY_DRAFT = draftOf('');

/**
 * What stays of a draft once `sent` is on its way: nothing, or what the agent went on to write behind it while a host was
 * deciding. A draft that no longer begins with what was sent was written anew, and stays whole.
 */
export const draftWithout = (draft: Draft, sent: string): Draft => {
  if (draft.text === sent) return EMPTY_DRAFT;
  if (!draft.text.startsWith(sent)) return draft;
  const place = (position: number): number => Math.max(0, position - sent.length);
  return { text: draft.text.slice(sent.length), start: place(draft.start), end: place(draft.end), scroll: 0 };
};

import type { DeskState } from './desk-state.js';

/** The chats that differ between two states, found once for all who follow: new ones and others by arrival, then those that left. */
export const changedChats = (before: DeskState, after: DeskState): readonly string[] => {
  if (before.chats === after.chats) return [];
  const ids = after.order.filter((id) => after.chats.get(id) !== before.chats.get(id));
  return before.order === after.order ? ids : [...ids, ...before.order.filter((id) => !after.chats.has(id))];
};

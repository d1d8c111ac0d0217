import type { ChatView } from '../../desk/index.js';

/** Whether the agent owes something: the end user wrote last, something is unread, or the chat is to be wrapped up. */
const isInNeed = ({ state, unread, last }: ChatView): boolean =>
  state === 'wrap-up' || (state === 'active' && (unread > 0 || last?.author === 'end-user'));

/** The id of the next chat in need after (`step` 1) or before (-1) the selected one; round from the end to the start. */
export const nextInNeed = (chats: readonly ChatView[], step: 1 | -1): string | undefined => {
  const { length } = chats;
  const selected = chats.findIndex((chat) => chat.selected);
  const from = selected < 0 && step < 0 ? length : selected;
  const round = chats.map((_chat, index) => chats[(from + step * (index + 1) + 2 * length) % length]);
  return round.find((chat) => chat !== undefined && !chat.selected && isInNeed(chat))?.id;
};

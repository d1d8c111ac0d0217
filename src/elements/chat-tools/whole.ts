import type { Message } from '../../core/index.js';
import type { Conversation } from './tools-host.js';

/** The messages that are in memory. */
export const messagesOf = ({ chat, desk, messages }: Conversation): readonly Message[] =>
  messages ?? (chat === undefined ? undefined : desk?.chat(chat.id).messages$.value) ?? [];

/** All messages, with those that the desk has put into the storage. Rejects where a part of them can be had from nowhere. */
export const wholeOf = async (conversation: Conversation): Promise<readonly Message[]> => {
  const { chat, desk, messages } = conversation;
  return messages === undefined && chat !== undefined && desk !== undefined
    ? desk.whole(chat.id)
    : messagesOf(conversation);
};

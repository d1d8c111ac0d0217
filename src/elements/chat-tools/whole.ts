import type { Message } from '../../core/index.js';
import type { Conversation } from './tools-host.js';

/** The messages that are in memory. */
export const messagesOf = ({ chat, desk, messages }: Conversation): readonly Message[] =>
  messages ?? (chat === undefined ? undefined : desk?.chat(chat.id).messages$.value) ?? [];

/** All messages, with those that are in the storage; where a part is lost, which the desk tells, the rest. */
export const wholeOf = async (conversation: Conversation): Promise<readonly Message[]> => {
  const { chat, desk, messages } = conversation;
  if (messages === undefined && chat !== undefined) await desk?.whole(chat.id).catch(() => undefined);
  return messagesOf(conversation);
};

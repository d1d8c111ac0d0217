import type { Message } from '../../core/index.js';
import type { Conversation } from './tools-host.js';

/** The messages that are in memory. */
export const messagesOf = ({ chat, desk, messages }: Conversation): readonly Message[] =>
  messages ?? (chat === undefined ? undefined : desk?.chat(chat.id).messages$.value) ?? [];

/** All messages, with those that are kept elsewhere. */
export const wholeOf = async (conversation: Conversation): Promise<readonly Message[]> => messagesOf(conversation);

import type { Delivery } from '../core/index.js';
import { createTranscript, type Transcript } from './transcript.js';

/** The conversations of a desk's chats. */
export interface Transcripts {
  find(chatId: string): Transcript | undefined;
  /** The conversation of a chat, made at the first need. */
  of(chatId: string): Transcript;
  forget(chatId: string): void;
}

export const createTranscripts = (word: Delivery): Transcripts => {
  const byChat = new Map<string, Transcript>();
  return {
    find: (chatId) => byChat.get(chatId),
    of(chatId) {
      const known = byChat.get(chatId) ?? createTranscript(word);
      byChat.set(chatId, known);
      return known;
    },
    forget: (chatId) => void byChat.delete(chatId),
  };
};

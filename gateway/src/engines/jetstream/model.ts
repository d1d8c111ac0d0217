import { isOpen } from '../../../../src/core/index.js';
import type { KeptMessage, StoredChat } from '../../engine.js';
import type { Commit } from './record.js';

/** A chat with all its messages, as the log tells it up to `place`. */
export interface Entry {
  readonly chat: StoredChat;
  /** Where its newest record stands in the log: what the next commit must name. */
  readonly place: number;
  readonly messages: readonly KeptMessage[];
  readonly byId: ReadonlyMap<string, KeptMessage>;
}

/**
 * What the log says, in memory: derived from it, and made anew from it whenever that is simpler. It may lag behind, but
 * each chat in it is whole up to its version, whichever way its records came.
 */
export interface Model {
  find(chatId: string): Entry | undefined;
  /** Takes a record in. `false`: it was known. */
  take(commit: Commit, place: number): boolean;
  forget(chatId: string): void;
  clear(): void;
  ids(): ReadonlySet<string>;
  waiting(): readonly StoredChat[];
  ofAgent(agent: string): readonly StoredChat[];
  live(): readonly StoredChat[];
  latestOf(endUserId: string): StoredChat | undefined;
}

const byArrival = (a: StoredChat, b: StoredChat): number => a.arrival - b.arrival || (a.id < b.id ? -1 : 1);

export const createModel = (): Model => {
  const entries = new Map<
    string,
    Omit<Entry, 'messages' | 'byId'> & { messages: KeptMessage[]; byId: Map<string, KeptMessage> }
  >();

  const those = (wanted: (chat: StoredChat) => boolean): readonly StoredChat[] => {
    const found: StoredChat[] = [];
    for (const { chat } of entries.values()) if (wanted(chat)) found.push(chat);
    return found.sort(byArrival);
  };

  return {
    find: (chatId) => entries.get(chatId),
    take({ chat, messages }, place) {
      const known = entries.get(chat.id);
      // Later than the next: its beginning is gone from the log, so it is being put away (`archive.ts`).
      if (chat.version !== (known?.chat.version ?? 0) + 1) return false;
      // The lists grow in place: a conversation is not copied at each of its messages.
      const entry = {
        chat,
        place,
        messages: known?.messages ?? [],
        byId: known?.byId ?? new Map<string, KeptMessage>(),
      };
      for (const message of messages) {
        entry.messages.push(message);
        entry.byId.set(message.id, message);
      }
      entries.set(chat.id, entry);
      return true;
    },
    forget: (chatId) => void entries.delete(chatId),
    clear: () => entries.clear(),
    ids: () => new Set(entries.keys()),
    waiting: () => those(({ state }) => state === 'waiting'),
    ofAgent: (agent) => those((chat) => chat.agent === agent && isOpen(chat.state)),
    live: () => those(({ state }) => state === 'waiting' || state === 'active'),
    latestOf: (endUserId) =>
      those(({ endUser }) => endUser.id === endUserId).reduce<StoredChat | undefined>(
        (newest, chat) => (chat.visit > (newest?.visit ?? 0) ? chat : newest),
        undefined,
      ),
  };
};

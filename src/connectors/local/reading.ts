import type { Message } from '../../core/index.js';
import { plain } from './changes.js';
import type { LogRecord, Reading, StoredChat, Writing } from './schema.js';

/** A log entry as an agent's tab reads it: when the chat became its own, with the whole conversation. */
export interface News extends LogRecord {
  readonly conversation?: readonly Message[];
}

/** Everything an agent must know, and the place in the log from which it goes on. */
export interface Picture {
  readonly place: number;
  readonly chats: readonly StoredChat[];
  readonly messages: Readonly<Record<string, readonly Message[]>>;
}

const newestPlace = async (stores: Reading): Promise<number> =>
  (await stores.objectStore('events').openKeyCursor(null, 'prev'))?.key ?? 0;

/** The messages of a chat in order: those after `after`, up to `upTo`. */
export const conversation = async (
  stores: Reading | Writing,
  chatId: string,
  after = 0,
  upTo = Infinity,
): Promise<readonly Message[]> => {
  if (after >= upTo) return [];
  const range = IDBKeyRange.bound([chatId, after], [chatId, upTo], true);
  return (await stores.objectStore('messages').getAll(range)).map(plain);
};

/** An end user's newest chat. */
export const latestChat = async (stores: Reading | Writing, endUserId: string): Promise<StoredChat | undefined> => {
  const range = IDBKeyRange.bound([endUserId, 0], [endUserId, Infinity]);
  return (await stores.objectStore('chats').index('end-user').openCursor(range, 'prev'))?.value;
};

/** Every waiting request, and an agent's own chats with their conversations. */
export const readPicture = async (stores: Reading, agent: string): Promise<Picture> => {
  const chats = stores.objectStore('chats');
  const [place, waiting, ...own] = await Promise.all([
    newestPlace(stores),
    chats.index('state').getAll('waiting'),
    ...['active', 'left', 'wrap-up'].map((state) => chats.index('agent').getAll([agent, state])),
  ]);
  const mine = own.flat();
  const messages = await Promise.all(mine.map(async ({ id }) => [id, await conversation(stores, id)] as const));
  return {
    place,
    chats: [...waiting, ...mine].sort((a, b) => a.arrival - b.arrival),
    messages: Object.fromEntries(messages),
  };
};

/** What happened after a place in the log; `undefined` when part of that has been pruned. */
export const readNews = async (
  stores: Reading,
  agent: string,
  place: number,
): Promise<{ readonly place: number; readonly news: readonly News[] } | undefined> => {
  const events = stores.objectStore('events');
  const [oldest, newest, records] = await Promise.all([
    events.openKeyCursor(),
    newestPlace(stores),
    events.getAll(IDBKeyRange.lowerBound(place, true)),
  ]);
  if ((oldest?.key ?? 1) > place + 1 || newest < place) return undefined;
  const news = await Promise.all(
    records.map(async (entry): Promise<News> => {
      const { what, chat } = entry;
      return what === 'accepted' && chat.agent === agent
        ? { ...entry, conversation: await conversation(stores, chat.id, 0, chat.count) }
        : entry;
    }),
  );
  return { place: newest, news };
};

import type { Message } from '../../core/index.js';
import { plain } from './changes.js';
import { result, type LogRecord, type StoredChat, type StoredMessage } from './schema.js';

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

type Cursor = IDBCursor | null;

export const newestPlace = async (stores: IDBTransaction): Promise<number> => {
  const newest = await result<Cursor>(stores.objectStore('events').openKeyCursor(null, 'prev'));
  return Number(newest?.key ?? 0);
};

/** The messages of a chat in order: those after `after`, up to `upTo`. */
export const conversation = async (
  stores: IDBTransaction,
  chatId: string,
  after = 0,
  upTo = Infinity,
): Promise<readonly Message[]> => {
  if (after >= upTo) return [];
  const range = IDBKeyRange.bound([chatId, after], [chatId, upTo], true);
  return (await result<StoredMessage[]>(stores.objectStore('messages').getAll(range))).map(plain);
};

const chatsBy = (stores: IDBTransaction, index: string, key: IDBValidKey | IDBKeyRange): Promise<StoredChat[]> =>
  result<StoredChat[]>(stores.objectStore('chats').index(index).getAll(key));

/** An end user's newest chat. */
export const latestChat = async (stores: IDBTransaction, endUserId: string): Promise<StoredChat | undefined> =>
  (await chatsBy(stores, 'end-user', IDBKeyRange.bound([endUserId, 0], [endUserId, Infinity]))).at(-1);

/** Every waiting request, and an agent's own chats with their conversations. */
export const readPicture = async (stores: IDBTransaction, agent: string): Promise<Picture> => {
  const [place, waiting, ...own] = await Promise.all([
    newestPlace(stores),
    chatsBy(stores, 'state', 'waiting'),
    ...['active', 'left', 'wrap-up'].map((state) => chatsBy(stores, 'agent', [agent, state])),
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
  stores: IDBTransaction,
  agent: string,
  place: number,
): Promise<{ readonly place: number; readonly news: readonly News[] } | undefined> => {
  const events = stores.objectStore('events');
  const [oldest, newest, records] = await Promise.all([
    result<Cursor>(events.openKeyCursor()),
    newestPlace(stores),
    result<LogRecord[]>(events.getAll(IDBKeyRange.lowerBound(place, true))),
  ]);
  if (Number(oldest?.key ?? 1) > place + 1 || newest < place) return undefined;
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

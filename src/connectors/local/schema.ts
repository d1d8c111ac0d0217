import type { ChatRecord, Message, WrapUpReason } from '../../core/index.js';

/** A chat as the contact centre keeps it. */
export interface StoredChat extends ChatRecord {
  /** Its place in the order of arrival, unique in the centre. */
  readonly arrival: number;
  /** Which of this end user's chats it is, from 1. */
  readonly visit: number;
  /** The `seq` of its newest message. */
  readonly count: number;
  /** Who answered. */
  readonly agent?: string;
  /** Whether the end user's page can be watched: closing it means leaving. */
  readonly presence: boolean;
  /** Once left: whether the end user said so, or the page just went away. */
  readonly onPurpose?: boolean;
}

/** One entry of the centre's log: what happened to a chat, and the chat as it was right afterwards. */
export interface LogRecord {
  readonly what:
    'requested' | 'message' | 'accepted' | 'withdrawn' | 'left' | 'returned' | 'ended' | 'submitted' | 'done';
  readonly time: number;
  readonly chat: StoredChat;
  /** With `message`. */
  readonly message?: Message;
  /** With `submitted`. */
  readonly reason?: WrapUpReason;
}

export interface StoredMessage extends Message {
  readonly chatId: string;
  readonly seq: number;
}

const STORES = ['chats', 'messages', 'events'];

/** What the database, the channel between tabs and the locks of a contact centre are called. */
export const centreKey = (name: string): string => `agent-chat-adapter/${name}`;

const VERSION = 1;

/** Rejects with why a request or a transaction failed. */
const fail = (reject: (reason: Error) => void, { error }: IDBRequest | IDBTransaction): void => reject(error as Error);

/** What came of a request to the database; `T` is what its stores hold. */
export const result = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => fail(reject, request);
  });

/** Opens the database of a contact centre, made on first use. `onGone` is told when it was closed under us. */
export const openDatabase = async (name: string, onGone: () => void): Promise<IDBDatabase> => {
  const opening = indexedDB.open(centreKey(name), VERSION);
  opening.onupgradeneeded = () => {
    const chats = opening.result.createObjectStore('chats', { keyPath: 'id' });
    chats.createIndex('state', 'state');
    chats.createIndex('agent', ['agent', 'state']);
    chats.createIndex('end-user', ['endUser.id', 'visit'], { unique: true });
    const messages = opening.result.createObjectStore('messages', { keyPath: ['chatId', 'seq'] });
    messages.createIndex('id', ['chatId', 'id'], { unique: true });
    opening.result.createObjectStore('events', { autoIncrement: true });
  };
  const database = await result<IDBDatabase>(opening);
  // Another tab deletes the centre, or has a newer version of this code: holding on would block it.
  database.onversionchange = () => {
    database.close();
    onGone();
  };
  database.onclose = onGone;
  return database;
};

/** Runs `work` as one transaction, all of it or nothing: a throw undoes it. Settles when the transaction has. */
export const transact = async <T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (stores: IDBTransaction) => Promise<T>,
): Promise<T> => {
  const stores = database.transaction(STORES, mode);
  const over = new Promise<void>((resolve, reject) => {
    stores.oncomplete = () => resolve();
    stores.onabort = () => fail(reject, stores);
  });
  try {
    const [done] = await Promise.all([work(stores), over]);
    return done;
  } catch (error) {
    try {
      stores.abort();
    } catch {
      // It has ended by itself already.
    }
    throw error;
  }
};

/**
 * Deletes a contact centre with every chat in it. Tabs that are still connected find an empty one afterwards.
 *
 * @param name the centre's name, as given to `createLocalConnector`
 */
export const deleteLocalCentre = async (name: string): Promise<void> => {
  await result<void>(indexedDB.deleteDatabase(centreKey(name)));
};

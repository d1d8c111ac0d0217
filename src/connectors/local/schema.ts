import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
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

export interface LocalSchema extends DBSchema {
  chats: {
    key: string;
    value: StoredChat;
    indexes: { state: string; agent: [string, string]; 'end-user': [string, number] };
  };
  messages: { key: [string, number]; value: StoredMessage; indexes: { id: [string, string] } };
  events: { key: number; value: LogRecord };
}

type Stores = ['chats', 'messages', 'events'];
export const STORES: Stores = ['chats', 'messages', 'events'];
export type LocalDatabase = IDBPDatabase<LocalSchema>;
export type Reading = IDBPTransaction<LocalSchema, Stores, 'readonly'>;
export type Writing = IDBPTransaction<LocalSchema, Stores, 'readwrite'>;

/** What the database, the channel between tabs and the locks of a contact centre are called. */
export const centreKey = (name: string): string => `agent-chat-adapter/${name}`;

const VERSION = 1;

/** Opens the database of a contact centre, made on first use. `onGone` is told when it was closed under us. */
export const openDatabase = async (name: string, onGone: () => void): Promise<LocalDatabase> => {
  const database = await openDB<LocalSchema>(centreKey(name), VERSION, {
    upgrade(made) {
      const chats = made.createObjectStore('chats', { keyPath: 'id' });
      chats.createIndex('state', 'state');
      chats.createIndex('agent', ['agent', 'state']);
      chats.createIndex('end-user', ['endUser.id', 'visit'], { unique: true });
      const messages = made.createObjectStore('messages', { keyPath: ['chatId', 'seq'] });
      messages.createIndex('id', ['chatId', 'id'], { unique: true });
      made.createObjectStore('events', { autoIncrement: true });
    },
    // Another tab deletes the centre, or has a newer version of this code: holding on would block it.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
  return database;
};

/**
 * Deletes a contact centre with every chat in it. Tabs that are still connected find an empty one afterwards.
 *
 * @param name the centre's name, as given to `createLocalConnector`
 */
export const deleteLocalCentre = async (name: string): Promise<void> => {
  await deleteDB(centreKey(name));
};

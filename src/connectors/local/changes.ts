import {
  ConnectorError,
  countWaiting,
  isOver,
  stateAfter,
  type ChatState,
  type LifeStep,
  type Message,
} from '../../core/index.js';
import { result, type LogRecord, type StoredChat, type StoredMessage } from './schema.js';

/** How many entries the log keeps. A tab that fell further behind gets a fresh snapshot. */
export const KEPT_EVENTS = 2000;
/** How many chats that are over are kept, with their messages. */
export const KEPT_FINISHED = 200;

export const chatOf = async (stores: IDBTransaction, chatId: string): Promise<StoredChat> => {
  // A host's JavaScript may give anything, and what is no key makes the database throw.
  const chat = await result<StoredChat | undefined>(stores.objectStore('chats').get(String(chatId)));
  if (chat === undefined) throw new ConnectorError('gone', `There is no chat ${chatId}.`);
  return chat;
};

/** The state after a step; a step this chat cannot take is refused. */
export const moved = (chat: StoredChat, step: LifeStep): ChatState => {
  const state = stateAfter(chat.state, step);
  if (state !== undefined) return state;
  const over = isOver(chat.state) || chat.state === 'wrap-up';
  throw new ConnectorError(
    over ? 'gone' : 'not-allowed',
    `Chat ${chat.id} is in state "${chat.state}": it cannot take the step "${step}".`,
  );
};

/** Deletes the chats that are over but for the newest. Whoever was in one and comes back, is new. */
const prune = async (stores: IDBTransaction): Promise<void> => {
  const chats = stores.objectStore('chats');
  const finished = (await result<StoredChat[]>(chats.getAll())).filter(({ state }) => isOver(state));
  finished.sort((a, b) => b.arrival - a.arrival);
  for (const { id } of finished.slice(KEPT_FINISHED)) {
    chats.delete(id);
    stores.objectStore('messages').delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
  }
};

/** Keeps a chat, and writes into the log what happened to it. */
export const record = async (
  stores: IDBTransaction,
  what: LogRecord['what'],
  time: number,
  chat: StoredChat,
  more: Pick<LogRecord, 'message' | 'reason'> = {},
): Promise<void> => {
  const events = stores.objectStore('events');
  stores.objectStore('chats').put(chat);
  const place = await result<number>(events.add({ what, time, chat, ...more }));
  if (place > KEPT_EVENTS) events.delete(IDBKeyRange.upperBound(place - KEPT_EVENTS));
  if (isOver(chat.state)) await prune(stores);
};

/** Adds a message to the end of a conversation. One that is there already, by its id, is given back unchanged. */
export const append = async (
  stores: IDBTransaction,
  chat: StoredChat,
  message: Message,
  now: number,
): Promise<Message> => {
  const messages = stores.objectStore('messages');
  const before = await result<StoredMessage | undefined>(messages.index('id').get([chat.id, message.id]));
  if (before !== undefined) return plain(before);
  if (isOver(chat.state) || chat.state === 'wrap-up')
    throw new ConnectorError('gone', `Chat ${chat.id} has ended: nothing can be sent in it.`);
  const seq = chat.count + 1;
  const kept = { ...message, seq };
  messages.add({ ...kept, chatId: chat.id });
  const waiting = chat.waiting + (chat.state === 'waiting' ? countWaiting([message]) : 0);
  await record(stores, 'message', now, { ...chat, count: seq, waiting }, { message: kept });
  return kept;
};

/** A stored message without what only the database needs. */
export const plain = ({ chatId: _chatId, ...message }: Message & { readonly chatId: string }): Message => message;

import { isOver, type Channel, type EndUser, type Message } from '../../core/index.js';
import { append, chatOf, moved, record } from './changes.js';
import { conversation, latestChat, newestPlace } from './reading.js';
import type { StoredChat } from './schema.js';

/** What a new request says of itself. */
export interface Opening {
  /** The id of the chat, should one have to be made. */
  readonly chatId: string;
  readonly channel: Channel;
  readonly queue?: string;
  readonly endUser: EndUser;
  readonly presence: boolean;
}

const request = async (
  stores: IDBTransaction,
  { chatId, ...opening }: Opening,
  visit: number,
  messages: readonly Message[],
  now: number,
): Promise<void> => {
  let chat: StoredChat = {
    ...opening,
    id: chatId,
    state: 'waiting',
    requestedAt: now,
    waiting: 0,
    arrival: (await newestPlace(stores)) + 1,
    visit,
    count: 0,
  };
  await record(stores, 'requested', now, chat);
  for (const message of messages) {
    await append(stores, chat, message, now);
    chat = await chatOf(stores, chatId);
  }
};

const returned = async (stores: IDBTransaction, chat: StoredChat, now: number): Promise<StoredChat> => {
  const { leftAt: _leftAt, onPurpose: _onPurpose, ...rest } = chat;
  const back: StoredChat = { ...rest, state: moved(chat, 'return') };
  await record(stores, 'returned', now, back);
  return back;
};

/** Adds an end user's message to the chat they are in; without one, asks for one. Who had left and writes, is back. */
export const write = async (
  stores: IDBTransaction,
  opening: Opening,
  message: Message,
  now: number,
): Promise<Message> => {
  const latest = await latestChat(stores, opening.endUser.id);
  if (latest === undefined || latest.state === 'wrap-up' || isOver(latest.state)) {
    await request(stores, opening, (latest?.visit ?? 0) + 1, [message], now);
    return { ...message, seq: 1 };
  }
  return append(stores, latest.state === 'left' ? await returned(stores, latest, now) : latest, message, now);
};

/** An end user goes: on purpose, or because their page went away. Who has left before, stays so; waiting requests go. */
export const leave = async (stores: IDBTransaction, chatId: string, onPurpose: boolean, now: number): Promise<void> => {
  const chat = await chatOf(stores, chatId);
  if (chat.state !== 'waiting' && chat.state !== 'active') return;
  const state = moved(chat, 'leave');
  await record(stores, state === 'left' ? 'left' : 'withdrawn', now, { ...chat, state, leftAt: now, onPurpose });
};

/** An end user is back. A request that was withdrawn by their leaving is asked for anew, with what they had written. */
export const comeBack = async (stores: IDBTransaction, opening: Opening, now: number): Promise<void> => {
  const chat = await latestChat(stores, opening.endUser.id);
  if (chat?.state === 'left') await returned(stores, chat, now);
  if (chat?.state !== 'withdrawn') return;
  await request(stores, opening, chat.visit + 1, await conversation(stores, chat.id), now);
};

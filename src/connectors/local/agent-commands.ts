import {
  ConnectorError,
  given,
  isOver,
  isSendable,
  type Message,
  type OutgoingMessage,
  type WrapUpReason,
  type WrapUpValues,
} from '../../core/index.js';
import { append, chatOf, moved, record } from './changes.js';
import type { StoredChat } from './schema.js';

/** An agent's own chat; a chat of somebody else, or of nobody yet, is refused. */
export const ownChat = async (stores: IDBTransaction, chatId: string, agent: string): Promise<StoredChat> => {
  const chat = await chatOf(stores, chatId);
  if (chat.agent !== agent) throw new ConnectorError('not-allowed', `Chat ${chatId} is not one of ${agent}'s.`);
  return chat;
};

/** Makes a waiting request an agent's. Asking again for one's own resolves; of two agents one wins. */
export const accept = async (stores: IDBTransaction, chatId: string, agent: string, time: number): Promise<void> => {
  const chat = await chatOf(stores, chatId);
  if (chat.agent === agent && !isOver(chat.state)) return;
  if (chat.agent !== undefined && chat.agent !== agent)
    throw new ConnectorError('taken', `Chat ${chatId} was answered by another agent.`);
  await record(stores, 'accepted', time, { ...chat, state: moved(chat, 'accept'), agent, acceptedAt: time });
};

/** Adds an agent's message. One sent before, by its id, is given back as it is kept. */
export const sendAsAgent = async (
  stores: IDBTransaction,
  chatId: string,
  agent: string,
  outgoing: OutgoingMessage,
  now: number,
): Promise<Message> => {
  // What a host's JavaScript gives may be no message at all.
  const { id, text, time } = outgoing ?? {};
  if (typeof id !== 'string' || id === '' || typeof text !== 'string' || !isSendable(text))
    throw new ConnectorError('invalid', 'A message needs an id, and words to send.');
  const chat = await ownChat(stores, chatId, agent);
  const message: Message = {
    id,
    author: 'agent',
    kind: 'text',
    text,
    time: Number.isFinite(time) ? Number(time) : now,
  };
  return append(stores, chat, message, now);
};

/** Ends an own chat. One that has ended stays as it is. */
export const end = async (stores: IDBTransaction, chatId: string, agent: string, time: number): Promise<void> => {
  const chat = await ownChat(stores, chatId, agent);
  if (chat.state === 'wrap-up' || isOver(chat.state)) return;
  await record(stores, 'ended', time, { ...chat, state: moved(chat, 'end'), endedAt: time, endedBy: 'agent' });
};

/** Keeps the closing form of an ended chat. The first submission stands. */
export const submitWrapUp = async (
  stores: IDBTransaction,
  chatId: string,
  agent: string,
  values: WrapUpValues,
  reason: WrapUpReason,
  time: number,
): Promise<void> => {
  const chat = await ownChat(stores, chatId, agent);
  if (chat.submitted !== undefined) return;
  moved(chat, 'finish');
  const { disposition, notes, extra } = values;
  const submitted = given({ disposition, notes, extra });
  await record(stores, 'submitted', time, { ...chat, submitted }, { reason });
};

/** Lets go of a chat whose closing form was submitted. */
export const done = async (stores: IDBTransaction, chatId: string, agent: string, time: number): Promise<void> => {
  const chat = await ownChat(stores, chatId, agent);
  if (chat.state === 'done') return;
  const state = moved(chat, 'finish');
  if (chat.submitted === undefined)
    throw new ConnectorError('not-allowed', `Chat ${chatId} cannot be done: submit its wrap-up first.`);
  await record(stores, 'done', time, { ...chat, state });
};

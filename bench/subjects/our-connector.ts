import type { ChatConnector, ConnectorEvent, Message } from '../../src/core/index.js';
import { recordOf } from '../page/messages.js';

/** A connector of the page itself, as an integrator writes one: it tells what it is given, and every command succeeds. */
export interface OurConnector extends ChatConnector {
  emit(event: ConnectorEvent): void;
}

/** `messages`: the agent's own chats at the beginning, by id. */
export const createOurConnector = (messages: Readonly<Record<string, readonly Message[]>>): OurConnector => {
  const observers = new Set<{ next(event: ConnectorEvent): void }>();
  const emit = (event: ConnectorEvent): void => observers.forEach((observer) => observer.next(event));
  return {
    name: 'bench',
    agent: 'bench',
    delivery: 'idempotent',
    open: () => ({
      subscribe(observer) {
        observers.add(observer);
        const chats = Object.keys(messages).map((id) => recordOf(id, 'active'));
        observer.next({ type: 'snapshot', serverTime: Date.now(), chats, messages });
        return { unsubscribe: () => void observers.delete(observer) };
      },
    }),
    emit,
    accept: async (chatId) => emit({ type: 'chat', chat: recordOf(chatId, 'active') }),
    send: async (chatId, { id, text, time }) => {
      const message: Message = { id, author: 'agent', kind: 'text', text, time };
      emit({ type: 'messages', chatId, messages: [message] });
      return message;
    },
    end: async (chatId) => emit({ type: 'ended', chatId, time: Date.now(), by: 'agent' }),
    submitWrapUp: async (chatId, values, reason) => emit({ type: 'wrap-up-submitted', chatId, values, reason }),
    done: async (chatId) => emit({ type: 'done', chatId }),
  };
};

import { toldChat, type ConnectorEvent } from '../../core/index.js';
import type { News, Picture } from './reading.js';

export const toldPicture = ({ chats, messages }: Picture, serverTime: number): ConnectorEvent => ({
  type: 'snapshot',
  serverTime,
  chats: chats.map(toldChat),
  messages,
});

/** What one agent is told of one log entry. Words are told only of own chats: a waiting request has a count, no text. */
export const toldNews = (
  { what, chat, time, message, reason, conversation }: News,
  agent: string,
): readonly ConnectorEvent[] => {
  const chatId = chat.id;
  const asChat: ConnectorEvent = { type: 'chat', chat: toldChat(chat) };
  if (chat.agent === undefined) {
    if (what === 'withdrawn') return [{ type: 'withdrawn', chatId, reason: 'end-user-left' }];
    // A request exists from its first message: it is told with that.
    return chat.count === 0 ? [] : [asChat];
  }
  if (chat.agent !== agent)
    return what === 'accepted' ? [{ type: 'withdrawn', chatId, reason: 'answered-elsewhere' }] : [];
  switch (what) {
    case 'accepted':
      return [asChat, { type: 'messages', chatId, messages: conversation ?? [] }];
    case 'message':
      return message === undefined ? [] : [{ type: 'messages', chatId, messages: [message] }];
    case 'left':
    case 'returned':
      return [{ type: what, chatId, time }];
    case 'ended':
      return [{ type: 'ended', chatId, time, by: chat.endedBy ?? 'system' }];
    case 'submitted':
      return [{ type: 'wrap-up-submitted', chatId, values: chat.submitted ?? {}, reason: reason ?? 'agent' }];
    case 'done':
      return [{ type: 'done', chatId }];
    default:
      return [];
  }
};

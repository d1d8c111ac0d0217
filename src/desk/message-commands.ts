import { isSendable, type Message } from '../core/index.js';
import type { DeskCommands } from './chat-desk.js';
import type { CommandKit, CommandWorld } from './command-kit.js';
import { DeskError } from './desk-error.js';
import type { By } from './happenings.js';

/** The commands of an agent's own messages: send, send again, give up. */
export const createMessageCommands = ({ delivery, stopTyping }: CommandWorld, { once, find, illegal }: CommandKit) => {
  const writable = (chatId: string): void => {
    const chat = find(chatId);
    if (chat.record.state === 'left') throw illegal(chat, 'written to', 'The end user has left.');
    if (chat.record.state !== 'active') throw illegal(chat, 'written to', 'Only an active chat can be.');
  };

  const noneFailed = (chatId: string, messageId: string): DeskError =>
    new DeskError('illegal-step', `Chat "${chatId}" has no message "${messageId}" that failed.`);

  return (by: By): Pick<DeskCommands, 'send' | 'retry' | 'discard'> => ({
    async send(chatId, text) {
      writable(chatId);
      if (!isSendable(text)) throw new DeskError('blank', 'A message needs words: blank text is not sent.');
      const outcome = delivery.send(chatId, text, by);
      stopTyping(chatId);
      return outcome;
    },
    retry: (chatId, messageId) =>
      once(`retry ${chatId} ${messageId}`, (): Promise<Message> => {
        writable(chatId);
        const outcome = delivery.retry(chatId, messageId, by);
        if (outcome === undefined) throw noneFailed(chatId, messageId);
        return outcome;
      }),
    async discard(chatId, messageId) {
      if (!delivery.discard(chatId, messageId)) throw (find(chatId), noneFailed(chatId, messageId));
    },
  });
};

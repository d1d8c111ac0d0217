import { checkMessage, isSendable, type Message } from '../core/index.js';
import { asRefusal } from './as-refusal.js';
import type { DeskCommands } from './chat-desk.js';
import type { CommandKit, CommandWorld } from './command-kit.js';
import { DeskError } from './desk-error.js';
import type { By } from './happenings.js';

/** The commands of an agent's own messages: send, send again, give up. */
export const createMessageCommands = (world: CommandWorld, { once, ask, find, illegal }: CommandKit) => {
  const { connector, dispatch } = world;

  const deliver = async (chatId: string, { id, text, time }: Message): Promise<Message> => {
    const transcript = world.transcript(chatId);
    try {
      const word = await ask(() => connector.send(chatId, { id, text, time }));
      const told = checkMessage(word).clean ?? { id, author: 'agent', kind: 'text', text, time };
      // The wire may have been quicker, and then has told who sent it.
      const arrival = transcript.receive([{ ...told, id }]);
      world.keepOutbox(chatId);
      dispatch({ type: 'sent', chatId, arrival, by: 'wire' });
      return transcript.find(id) ?? told;
    } catch (reason) {
      const settled = transcript.find(id);
      // The back end has it although the promise says otherwise: the echo came first.
      if (settled !== undefined && settled.delivery !== 'sending') return settled;
      transcript.amend(id, { delivery: 'failed' });
      dispatch({ type: 'send-failed', chatId, code: asRefusal(reason).code });
      throw reason;
    }
  };

  const writable = (chatId: string): void => {
    const chat = find(chatId);
    if (chat.record.state === 'left') throw illegal(chat, 'written to', 'The end user has left.');
    if (chat.record.state !== 'active') throw illegal(chat, 'written to', 'Only an active chat can be.');
  };

  const send = async (chatId: string, text: string, by: By): Promise<Message> => {
    writable(chatId);
    if (!isSendable(text)) throw new DeskError('blank', 'A message needs words: blank text is not sent.');
    const id = world.newId();
    const message: Message = { id, author: 'agent', kind: 'text', text, time: world.now(), delivery: 'sending' };
    world.transcript(chatId).hold(message, by);
    world.keepOutbox(chatId);
    dispatch({ type: 'outbox', chatId, sent: text });
    world.stopTyping(chatId);
    return deliver(chatId, message);
  };

  const failedMessage = (chatId: string, messageId: string): Message => {
    const message = world.transcript(chatId).find(messageId);
    if (message?.delivery === 'failed') return message;
    throw new DeskError('illegal-step', `Chat "${chatId}" has no message "${messageId}" that failed.`);
  };

  const discard = (chatId: string, messageId: string): void => {
    find(chatId);
    failedMessage(chatId, messageId);
    world.transcript(chatId).drop(messageId);
    world.keepOutbox(chatId);
    dispatch({ type: 'outbox', chatId });
  };

  return (by: By): Pick<DeskCommands, 'send' | 'retry' | 'discard'> => ({
    send: (chatId, text) => send(chatId, text, by),
    retry: (chatId, messageId) =>
      once(`retry ${chatId} ${messageId}`, () => {
        writable(chatId);
        const failed = failedMessage(chatId, messageId);
        const again = { time: world.now(), delivery: 'sending' } as const;
        world.transcript(chatId).amend(messageId, again, by);
        dispatch({ type: 'outbox', chatId });
        return deliver(chatId, { ...failed, ...again });
      }),
    discard: async (chatId, messageId) => discard(chatId, messageId),
  });
};

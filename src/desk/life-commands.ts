import { ConnectorError, isOpen } from '../core/index.js';
import type { DeskCommands } from './chat-desk.js';
import type { CommandKit, CommandWorld } from './command-kit.js';
import { DeskError } from './desk-error.js';
import type { By } from './happenings.js';

/** The commands of a chat's life: answer, open, end. */
export const createLifeCommands =
  (world: CommandWorld, { once, find, illegal, carryOut }: CommandKit) =>
  (by: By): Pick<DeskCommands, 'accept' | 'select' | 'end'> => {
    const { connector, delivery, dispatch } = world;
    return {
      accept: (chatId) =>
        once(`accept ${chatId}`, () => {
          const { chats, gone } = world.state();
          if (!world.disposed() && !chats.has(chatId) && gone.get(chatId) === 'answered-elsewhere') {
            dispatch({ type: 'noticed', notice: { code: 'taken', chatId } });
            throw new ConnectorError('taken', `Chat "${chatId}" was answered by another agent.`);
          }
          const chat = find(chatId);
          if (chat.record.state !== 'waiting') throw illegal(chat, 'answered', 'It is answered already.');
          return carryOut(
            'accept',
            chatId,
            by,
            () => connector.accept(chatId),
            (now) => now !== undefined && isOpen(now.record.state),
            ({ record }) => ({ type: 'chat', chat: { ...record, state: 'active', acceptedAt: world.now() } }),
          );
        }),
      async select(chatId) {
        if (world.disposed()) throw new DeskError('disposed', 'The desk was disposed: it takes no more commands.');
        const chat = chatId === undefined ? undefined : find(chatId);
        if (chat !== undefined && !isOpen(chat.record.state)) throw illegal(chat, 'opened', 'Accept it first.');
        dispatch({ type: 'selected', chatId, by });
      },
      end: (chatId) =>
        once(`end ${chatId}`, () => {
          const chat = find(chatId);
          if (!isOpen(chat.record.state)) throw illegal(chat, 'ended', 'Accept it first.');
          // Whoever ended it: once is enough.
          if (chat.record.state === 'wrap-up') return Promise.resolve();
          return carryOut(
            'end',
            chatId,
            by,
            () => delivery.behind(chatId, () => connector.end(chatId)),
            (now) => now === undefined || now.record.state === 'wrap-up',
            () => ({ type: 'ended', chatId, time: world.now(), by: 'agent' }),
          );
        }),
    };
  };

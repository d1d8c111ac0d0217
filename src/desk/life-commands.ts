import { ConnectorError, isOpen } from '../core/index.js';
import type { DeskCommands } from './chat-desk.js';
import type { CommandKit, CommandWorld } from './command-kit.js';
import { DeskError } from './desk-error.js';
import type { Chat } from './desk-state.js';
import type { By } from './happenings.js';

/** The commands of a chat's life: answer, open, end. */
export const createLifeCommands = (world: CommandWorld, { once, find, illegal, carryOut }: CommandKit) => {
  const { connector, dispatch } = world;

  const checkAccept = (chatId: string): void => {
    if (
      !world.disposed() &&
      !world.state().chats.has(chatId) &&
      world.state().gone.get(chatId) === 'answered-elsewhere'
    ) {
      dispatch({ type: 'noticed', notice: { code: 'taken', chatId } });
      throw new ConnectorError('taken', `Chat "${chatId}" was answered by another agent.`);
    }
    const chat = find(chatId);
    if (chat.record.state !== 'waiting') throw illegal(chat, 'answered', 'It is answered already.');
  };

  const accept = async (chatId: string, by: By): Promise<void> => {
    const met = (chat: Chat | undefined): boolean => chat !== undefined && isOpen(chat.record.state);
    await carryOut('accept', chatId, by, () => connector.accept(chatId), met);
    dispatch({ type: 'accepted', chatId, by });
  };

  const select = (chatId: string | undefined, by: By): void => {
    if (chatId === undefined) {
      if (world.disposed()) throw new DeskError('disposed', 'The desk was disposed: it takes no more commands.');
    } else {
      const chat = find(chatId);
      if (!isOpen(chat.record.state)) throw illegal(chat, 'opened', 'Accept it first.');
    }
    dispatch({ type: 'selected', chatId, by });
  };

  const checkEnd = (chatId: string): Chat => {
    const chat = find(chatId);
    if (!isOpen(chat.record.state)) throw illegal(chat, 'ended', 'Accept it first.');
    return chat;
  };

  const end = async (chatId: string, by: By, chat: Chat): Promise<void> => {
    // Whoever ended it: once is enough.
    if (chat.record.state === 'wrap-up') return;
    const met = (now: Chat | undefined): boolean => now === undefined || now.record.state === 'wrap-up';
    await carryOut('end', chatId, by, () => connector.end(chatId), met);
    dispatch({ type: 'ended', chatId, by });
  };

  return (by: By): Pick<DeskCommands, 'accept' | 'select' | 'end'> => ({
    accept: (chatId) =>
      once(
        `accept ${chatId}`,
        () => checkAccept(chatId),
        () => accept(chatId, by),
      ),
    select: async (chatId) => select(chatId, by),
    end: (chatId) =>
      once(
        `end ${chatId}`,
        () => checkEnd(chatId),
        (chat) => end(chatId, by, chat),
      ),
  });
};

import { type Clock, isOver, wakeAt } from '../../../../src/core/index.js';
import type { KeptMessage, StoredChat } from '../../engine.js';
import type { Kept } from './kept.js';
import type { Names } from './names.js';
import { type Commit, encode } from './record.js';

/** The most bytes of one part of a conversation: half of nats-server's default `max_payload`. */
const PART_SIZE = 500_000;

interface FirstPart extends Commit {
  readonly parts: number;
}

/** Cuts messages into lists that each fit into one value. */
export const partsOf = (messages: readonly KeptMessage[], size = PART_SIZE): readonly (readonly KeptMessage[])[] => {
  const parts: KeptMessage[][] = [[]];
  let room = size;
  for (const message of messages) {
    const bytes = encode(message).length + 1;
    if (bytes > room && parts.at(-1)?.length !== 0) {
      parts.push([]);
      room = size;
    }
    parts.at(-1)?.push(message);
    room -= bytes;
  }
  return parts;
};

/** Finished chats, outside the log: a gateway that starts reads the log, so that must not grow with every chat ever. */
export interface Archive {
  has(chatId: string): Promise<boolean>;
  find(chatId: string): Promise<Commit | undefined>;
  newestOf(endUserId: string): Promise<StoredChat | undefined>;
  /** Keeps a chat that is over. Doing it twice, or at two gateways at once, comes to the same. */
  put(commit: Commit): Promise<void>;
}

export const createArchive = (kept: Kept, names: Names): Archive => {
  const first = (chatId: string): Promise<FirstPart | undefined> => kept.get(names.past(chatId, 0));

  return {
    has: async (chatId) => (await first(chatId)) !== undefined,
    async find(chatId) {
      const found = await first(chatId);
      if (found === undefined) return undefined;
      const messages = [...found.messages];
      for (let part = 1; part < found.parts; part += 1) {
        const more = await kept.get<readonly KeptMessage[]>(names.past(chatId, part));
        if (more === undefined) throw new Error(`Part ${part} of the finished chat ${chatId} is missing.`);
        messages.push(...more);
      }
      return { chat: found.chat, messages };
    },
    async newestOf(endUserId) {
      const newest = await kept.get<{ readonly chat: string }>(names.newest(endUserId));
      return newest && (await first(newest.chat))?.chat;
    },
    async put({ chat, messages }) {
      const [beginning = [], ...rest] = partsOf(messages);
      for (const [index, part] of rest.entries()) await kept.put(names.past(chat.id, index + 1), part);
      // Last, because it says how many there are: a chat that is found is whole.
      await kept.put(names.past(chat.id, 0), { chat, parts: rest.length + 1, messages: beginning } satisfies FirstPart);
      await kept.update<{ readonly chat: string; readonly visit: number }>(names.newest(chat.endUser.id), (newest) =>
        newest !== undefined && newest.visit >= chat.visit ? undefined : { chat: chat.id, visit: chat.visit },
      );
    },
  };
};

/** Puts finished chats away some time after they were over. */
export interface Sweeper {
  /** Looks at a chat that was told. `own`: this gateway ended it. */
  notice(chat: StoredChat, own: boolean): void;
  close(): void;
}

/**
 * The gateway that ended a chat puts it away after `grace` ms; the others look after twice to three times that, so that
 * they mostly find it done and only a gateway's death gives them work.
 */
export const createSweeper = (
  clock: Clock,
  grace: number,
  putAway: (chatId: string) => Promise<void>,
  onTrouble: (error: unknown) => void,
): Sweeper => {
  const due = new Map<string, number>();
  let cancel: (() => void) | undefined;
  let busy = false;
  let closed = false;

  const rest = (): void => {
    cancel?.();
    cancel = undefined;
    if (closed || busy || due.size === 0) return;
    cancel = wakeAt(clock, Math.min(...due.values()), () => void sweep());
  };

  const sweep = async (): Promise<void> => {
    busy = true;
    for (const [chatId, at] of [...due]) {
      if (closed) break;
      if (at > clock.now()) continue;
      try {
        await putAway(chatId);
        due.delete(chatId);
      } catch (error) {
        // It stays in the log and in memory meanwhile, where it does no harm.
        onTrouble(new Error(`The finished chat ${chatId} cannot be put away yet.`, { cause: error }));
        due.set(chatId, clock.now() + grace);
      }
    }
    busy = false;
    rest();
  };

  return {
    notice(chat, own) {
      if (!isOver(chat.state)) return;
      // Whoever ended it may well read of it in the log before the acknowledgement comes.
      const at = clock.now() + grace * (own ? 1 : 2 + Math.random());
      due.set(chat.id, Math.min(at, due.get(chat.id) ?? at));
      rest();
    },
    close() {
      closed = true;
      cancel?.();
    },
  };
};

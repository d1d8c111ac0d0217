import { wakeAt, type Clock } from '../../src/core/index.js';
import type { Engine, KeptMessage, StoredChat } from './engine.js';
import type { Change } from './rules/decision.js';
import { shared } from './shared.js';
import type { TypingWord } from './whispers.js';

/** How many chats are kept in mind, and how many of the last messages of each: never the truth, only a short cut. */
const MOST_CHATS = 20_000;
const MOST_MESSAGES = 32;
/** When the engine cannot be read, it is asked again after so long. */
const PAUSE = 1000;

/** Who is told of chats. Both are called when a chat was changed, each with what is newest then. */
export interface Listener {
  readonly role: 'agent' | 'end-user';
  readonly id: string;
  news(chat: StoredChat): void;
  /** Word may have been missed: look at everything again. */
  lookAgain(): void;
  /** Somebody types. */
  hear(typing: TypingWord): void;
}

/** Knows the newest state of the chats that are spoken of, and tells it to whom it concerns. */
export interface Hub {
  /** What was seen last of a chat. May be old: only a commit proves that it is not. */
  seen(chatId: string): StoredChat | undefined;
  find(chatId: string): Promise<StoredChat | undefined>;
  /** What was changed by this very gateway: told without asking the engine. */
  publish(change: Change): void;
  /** Messages after `after`, up to `upTo`: at once where they are in mind. */
  messages(chatId: string, after: number, upTo: number): readonly KeptMessage[] | Promise<readonly KeptMessage[]>;
  /** The waiting requests, as they are after this call. */
  waiting(): Promise<readonly StoredChat[]>;
  join(listener: Listener): () => void;
  /** The end user's listeners and the agent's, for what is not kept. */
  ofAgent(id: string): Iterable<Listener>;
  ofEndUser(id: string): Iterable<Listener>;
  close(): void;
}

interface Mind {
  readonly chat: StoredChat;
  /** The last messages, without gaps, the newest of which is the chat's newest. */
  readonly tail: readonly KeptMessage[];
}

const addTo = (map: Map<string, Set<Listener>>, key: string, listener: Listener): void => {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(listener));
};

const takeFrom = (map: Map<string, Set<Listener>>, key: string, listener: Listener): void => {
  const set = map.get(key);
  set?.delete(listener);
  if (set?.size === 0) map.delete(key);
};

export interface HubOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

/** Starts to watch the engine. */
export const startHub = async ({ engine, clock, onTrouble }: HubOptions): Promise<Hub> => {
  const minds = new Map<string, Mind>();
  const agents = new Map<string, Set<Listener>>();
  const endUsers = new Map<string, Set<Listener>>();
  /** Chats that are being read, and whether they changed once more meanwhile. */
  const reading = new Map<string, { again: boolean }>();
  let closed = false;
  let cancel = (): void => undefined;

  const keep = (chat: StoredChat, tail: readonly KeptMessage[]): void => {
    // Taken out first: a map keeps the order of adding, so that the first is the one not spoken of for longest.
    minds.delete(chat.id);
    minds.set(chat.id, { chat, tail });
    for (const oldest of minds.keys()) {
      if (minds.size <= MOST_CHATS) break;
      minds.delete(oldest);
    }
  };

  const tell = (before: StoredChat | undefined, chat: StoredChat): void => {
    // Agents first: an end user's session may at once tell what is being typed, to whoever just answered.
    const stays = chat.agent !== undefined && before?.agent === chat.agent;
    for (const listeners of stays ? [agents.get(chat.agent) ?? []] : agents.values())
      for (const listener of listeners) listener.news(chat);
    for (const listener of endUsers.get(chat.endUser.id) ?? []) listener.news(chat);
  };

  /** Takes a state in; one that is not newer than what was seen is nothing new. */
  const see = (chat: StoredChat, messages: readonly KeptMessage[]): void => {
    const before = minds.get(chat.id);
    if (before !== undefined && before.chat.version >= chat.version) return;
    const goesOn = before !== undefined && before.chat.count + messages.length === chat.count;
    const tail = goesOn ? [...before.tail, ...messages] : messages.length === chat.count ? messages : [];
    keep(chat, tail.slice(-MOST_MESSAGES));
    tell(before?.chat, chat);
  };

  const read = async (chatId: string): Promise<void> => {
    const under = reading.get(chatId);
    if (under !== undefined) {
      under.again = true;
      return;
    }
    const state = { again: true };
    reading.set(chatId, state);
    try {
      while (state.again && !closed) {
        state.again = false;
        const chat = await engine.find(chatId);
        if (chat !== undefined) see(chat, []);
      }
    } catch (error) {
      onTrouble(error);
      lookAgainSoon();
    } finally {
      reading.delete(chatId);
    }
  };

  const waiting = shared(() => engine.waiting());

  const lookAgain = async (): Promise<void> => {
    minds.clear();
    for (const map of [agents, endUsers])
      for (const listeners of map.values()) for (const listener of listeners) listener.lookAgain();
    for (const chat of await waiting()) see(chat, []);
  };

  function lookAgainSoon(): void {
    if (closed) return;
    cancel();
    cancel = wakeAt(clock, clock.now() + PAUSE, () => {
      lookAgain().catch((error: unknown) => {
        onTrouble(error);
        lookAgainSoon();
      });
    });
  }

  /** Whether somebody here may have to be told. Who answered a chat, and who it is with, never changes. */
  const concernsSomebody = (chat: StoredChat | undefined): boolean =>
    chat?.agent === undefined
      ? agents.size > 0 || endUsers.size > 0
      : agents.has(chat.agent) || endUsers.has(chat.endUser.id);

  const stop = await engine.watch(
    (chatId, version) => {
      const seen = minds.get(chatId)?.chat;
      if ((version === undefined || (seen?.version ?? 0) < version) && concernsSomebody(seen)) void read(chatId);
    },
    () => {
      lookAgain().catch((error: unknown) => {
        onTrouble(error);
        lookAgainSoon();
      });
    },
  );

  return {
    seen: (chatId) => minds.get(chatId)?.chat,
    async find(chatId) {
      const chat = await engine.find(chatId);
      if (chat !== undefined) see(chat, []);
      return chat;
    },
    publish: ({ chat, messages }) => see(chat, messages),
    messages(chatId, after, upTo) {
      if (after >= upTo) return [];
      const tail = minds.get(chatId)?.tail ?? [];
      const [first] = tail;
      const last = tail.at(-1);
      if (first !== undefined && last !== undefined && first.seq <= after + 1 && last.seq >= upTo)
        return tail.slice(after + 1 - first.seq, upTo + 1 - first.seq);
      return engine.messages(chatId, after, upTo);
    },
    waiting,
    join(listener) {
      const map = listener.role === 'agent' ? agents : endUsers;
      addTo(map, listener.id, listener);
      return () => takeFrom(map, listener.id, listener);
    },
    ofAgent: (id) => agents.get(id) ?? [],
    ofEndUser: (id) => endUsers.get(id) ?? [],
    close() {
      closed = true;
      cancel();
      stop();
    },
  };
};

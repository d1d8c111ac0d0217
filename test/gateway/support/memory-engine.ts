import type { Engine, KeptMessage, StoredChat } from '../../../gateway/src/engine.js';

/** An engine in memory, as simple as can be, that fails when a test says so. */
export interface MemoryEngine extends Engine {
  /** Another gateway's way to the same data. */
  another(): MemoryEngine;
  /** What the next commits do instead: nothing at all, or their work without saying so. */
  fail(how: 'before' | 'after', times: number): void;
  /** Forgets to tell watchers until `missed`, which tells them that word may have been missed. */
  mute(): void;
  missed(): void;
  /** What calls of this name find, they give only once what this returns is called. */
  hold(name: string): () => void;
  /** How often it was read or written, by the name of the call. */
  readonly calls: Map<string, number>;
}

interface Kept {
  readonly chats: Map<string, StoredChat>;
  readonly messages: Map<string, readonly KeptMessage[]>;
  readonly watchers: Set<{ readonly told: (chatId: string, version: number) => void; readonly gap: () => void }>;
  readonly whisperers: Set<(text: string) => void>;
  muted: boolean;
}

const OPEN = new Set(['active', 'left', 'wrap-up']);
const copy = <T>(value: T): T => structuredClone(value);
const inOrder = (chats: readonly StoredChat[]): readonly StoredChat[] =>
  [...copy(chats)].sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1));

const over = (kept: Kept): MemoryEngine => {
  const { chats, messages, watchers, whisperers } = kept;
  const calls = new Map<string, number>();
  const holds = new Map<string, Promise<void>>();
  let failing: { how: 'before' | 'after'; times: number } = { how: 'before', times: 0 };
  const all = (): readonly StoredChat[] => [...chats.values()];

  /** One task later, as a network would. */
  const later = async <T>(name: string, work: () => T): Promise<T> => {
    calls.set(name, (calls.get(name) ?? 0) + 1);
    await new Promise((resolve) => setImmediate(resolve));
    const found = work();
    await holds.get(name);
    return found;
  };

  const keep = (chat: StoredChat, said: readonly KeptMessage[], most: number): boolean => {
    const before = chats.get(chat.id);
    const there = messages.get(chat.id) ?? [];
    if ((before?.version ?? 0) !== chat.version - 1) return false;
    if (said.some(({ id }) => there.some((message) => message.id === id))) return false;
    const open = all().filter(({ id, agent, state }) => id !== chat.id && agent === chat.agent && OPEN.has(state));
    if (chat.agent !== undefined && open.length >= most) return false;
    chats.set(chat.id, copy(chat));
    messages.set(chat.id, [...there, ...copy(said)]);
    if (!kept.muted)
      for (const watcher of watchers) setImmediate(() => watchers.has(watcher) && watcher.told(chat.id, chat.version));
    return true;
  };

  return {
    name: 'postgres',
    serverVersion: '0.0',
    calls,
    find: (id) => later('find', () => copy(chats.get(id))),
    commit: (chat, said = [], most = Infinity) =>
      later('commit', () => {
        if (failing.times <= 0) return keep(chat, said, most);
        failing.times -= 1;
        if (failing.how === 'after') keep(chat, said, most);
        throw new Error('The engine is away.');
      }),
    messageOf: (chatId, id) =>
      later('messageOf', () => copy((messages.get(chatId) ?? []).find((message) => message.id === id))),
    messages: (chatId, after, upTo = Infinity, limit = Infinity) =>
      later('messages', () =>
        copy((messages.get(chatId) ?? []).filter(({ seq }) => seq > after && seq <= upTo).slice(0, limit)),
      ),
    waiting: () => later('waiting', () => inOrder(all().filter(({ state }) => state === 'waiting'))),
    ofAgent: (agent) =>
      later('ofAgent', () => inOrder(all().filter((chat) => chat.agent === agent && OPEN.has(chat.state)))),
    live: () => later('live', () => inOrder(all().filter(({ state }) => state === 'waiting' || state === 'active'))),
    latestOf: (endUserId) =>
      later('latestOf', () =>
        copy(
          all()
            .filter(({ endUser }) => endUser.id === endUserId)
            .at(-1),
        ),
      ),
    watch: async (told, gap) => {
      const watcher = { told, gap };
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    whisper(text) {
      for (const hear of whisperers) setImmediate(() => hear(text));
    },
    onWhisper(hear) {
      whisperers.add(hear);
      return () => void whisperers.delete(hear);
    },
    healthy: async () => failing.times <= 0,
    close: async () => undefined,
    another: () => over(kept),
    fail(how, times) {
      failing = { how, times };
    },
    hold(name) {
      let release = (): void => undefined;
      holds.set(name, new Promise((resolve) => (release = resolve)));
      return () => {
        holds.delete(name);
        release();
      };
    },
    mute() {
      kept.muted = true;
    },
    missed() {
      kept.muted = false;
      for (const { gap } of watchers) gap();
    },
  };
};

export const createMemoryEngine = (): MemoryEngine =>
  over({ chats: new Map(), messages: new Map(), watchers: new Set(), whisperers: new Set(), muted: false });

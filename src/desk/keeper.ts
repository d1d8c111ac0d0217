import type { DeskStorage, WrapUpValues } from '../core/index.js';
import { isNumber, listOf, mapOf, matching, optional, ownValue, shape, spare, string } from '../core/shape.js';
import type { Draft, ReadingPlace } from './chat-desk.js';
import type { Kept } from './desk-event.js';
import type { DeskState } from './desk-state.js';
import type { ServerClock } from './server-clock.js';

/** What was typed is in storage at most this long afterwards, in milliseconds. */
const WRITTEN_WITHIN = 250;

/** Keeps what an agent has begun in the storage, for when the page comes back. */
export interface Keeper {
  kept(chatId: string): Kept;
  selection(): string | undefined;
  /** Keeps this of a chat beside what is kept already, soon; what is `undefined` is forgotten. */
  keep(chatId: string, change: Kept): void;
  /** Notes what a transition changed. */
  follow(before: DeskState, after: DeskState): void;
  /** Forgets all chats but these. */
  forgetOthers(present: ReadonlySet<string>): void;
  /** Writes what is not written yet. */
  flush(): void;
}

const number = matching('a number', isNumber);

interface AllKept {
  readonly selected?: string | undefined;
  readonly chats?: Readonly<Record<string, Kept>>;
}

const readKept = shape<AllKept>({
  selected: spare(string),
  chats: spare(
    mapOf(
      shape<Kept>({
        draft: spare(shape<Draft>({ text: string, start: number, end: number, scroll: number })),
        values: spare(shape<WrapUpValues>({ disposition: optional(string), notes: optional(string) })),
        read: spare(number),
        missed: spare(number),
        place: spare(shape<ReadingPlace>({ messageId: string, offset: number })),
        outbox: spare(listOf(shape({ id: string, text: string, time: number }))),
      }),
    ),
  ),
});

/** Without a storage all is kept as long as the desk. */
const inMemory = (): DeskStorage => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

export const createKeeper = (
  storage: DeskStorage = inMemory(),
  key: string,
  clock: ServerClock,
  warn: (key: string, text: string) => void,
): Keeper => {
  /** By chat; `undefined`: to be forgotten. */
  const unwritten = new Map<string, Kept | undefined>();
  let selected: { readonly id: string | undefined } | undefined;
  let cancel: (() => void) | undefined;

  const guarded = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      warn(
        'storage',
        'The storage is full or refused: what was begun will not survive a reload. Give the desk another.',
      );
      return undefined;
    }
  };

  const load = (): AllKept => {
    const stored = guarded(() => storage.getItem(key)) ?? '{}';
    const junk = (): void => warn('junk', `The storage holds junk under "${key}": remove it.`);
    try {
      return readKept(JSON.parse(stored), '', junk) ?? {};
    } catch {
      junk();
      return {};
    }
  };

  const flush = (): void => {
    cancel?.();
    if (cancel === undefined) return;
    cancel = undefined;
    const before = load();
    const chats = new Map(Object.entries(before.chats ?? {}));
    for (const [id, change] of unwritten)
      if (change === undefined) chats.delete(id);
      else chats.set(id, { ...chats.get(id), ...change });
    const all: AllKept = { selected: (selected ?? { id: before.selected }).id, chats: Object.fromEntries(chats) };
    unwritten.clear();
    selected = undefined;
    guarded(() => storage.setItem(key, JSON.stringify(all)));
  };

  const later = (): void => void (cancel ??= clock.wake(clock.now() + WRITTEN_WITHIN, flush));

  const keep = (chatId: string, change: Kept): void => {
    unwritten.set(chatId, { ...unwritten.get(chatId), ...change });
    later();
  };

  const forget = (chatId: string): void => {
    unwritten.set(chatId, undefined);
    later();
  };

  return {
    kept: (chatId) => ({ ...(ownValue(load().chats, chatId) as Kept | undefined), ...unwritten.get(chatId) }),
    selection: () => load().selected,
    keep,
    follow(before, after) {
      for (const [id, chat] of after.chats) {
        const known = before.chats.get(id);
        if (chat.missed?.first !== known?.missed?.first) keep(id, { missed: chat.missed?.first });
        // What comes first is what the storage gave.
        if (known === undefined || known === chat) continue;
        const { draft, wrapUp, unread, last } = chat;
        if (draft !== known.draft) keep(id, { draft: draft.text === '' ? undefined : draft });
        if (unread === 0 && last?.seq !== undefined && (known.unread > 0 || last !== known.last))
          keep(id, { read: last.seq });
        if (wrapUp.values !== known.wrapUp.values) keep(id, { values: wrapUp.values });
      }
      const gone = [...before.chats.keys()].filter((id) => !after.chats.has(id));
      gone.forEach(forget);
      if (after.selected !== before.selected) {
        selected = { id: after.selected };
        later();
      }
      if (gone.length > 0) flush();
    },
    forgetOthers(present) {
      for (const chatId of Object.keys(load().chats ?? {})) if (!present.has(chatId)) forget(chatId);
      flush();
    },
    flush,
  };
};

import { readWrapUpValues } from '../core/check-event.js';
import type { DeskStorage } from '../core/index.js';
import { isNumber, mapOf, matching, ownValue, shape, spare, string } from '../core/shape.js';
import type { Draft, ReadingPlace } from './chat-desk.js';
import type { Kept } from './desk-event.js';
import { NO_DRAFT, type DeskState } from './desk-state.js';
import type { ServerClock } from './server-clock.js';
import { same } from './share.js';
import { createStoredRecord } from './stored-record.js';

/** What was typed is in storage at most this long afterwards, in milliseconds. */
const WRITTEN_WITHIN = 250;

/** Keeps what an agent has begun in the storage, for when the page comes back. */
export interface Keeper {
  kept(chatId: string): Kept;
  selection(): string | undefined;
  /** Keeps this of a chat beside what is kept already, soon; what is `undefined` is forgotten. */
  keep(chatId: string, change: Kept): void;
  /** Writes at once, without a draft that says just this: a page that dies now must not come back with it. */
  sent(chatId: string, text: string): void;
  /** Notes what a transition changed, in these chats. */
  follow(before: DeskState, after: DeskState, changed: readonly string[]): void;
  /** Forgets all chats but these. */
  forgetOthers(present: ReadonlySet<string>): void;
  /** Writes what is not written yet. */
  flush(): void;
  /** Writes, and hears no more of other tabs. */
  close(): void;
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
        draft: spare(shape<Omit<Draft, 'elsewhere'>>({ text: string, start: number, end: number, scroll: number })),
        values: spare(readWrapUpValues),
        read: spare(number),
        missed: spare(number),
        place: spare(shape<ReadingPlace>({ messageId: string, offset: number, seen: spare(string) })),
      }),
    ),
  ),
});

export const createKeeper = (
  storage: DeskStorage,
  key: string,
  clock: ServerClock,
  warn: (key: string, text: string) => void,
  heard: (chatId: string, change: Pick<Kept, 'draft' | 'values' | 'read'>) => void,
): Keeper => {
  /** By chat; `undefined`: to be forgotten. */
  const unwritten = new Map<string, Kept | undefined>();
  let selected: { readonly id: string | undefined } | undefined;
  let cancel: (() => void) | undefined;

  const record = createStoredRecord<AllKept>(storage, key, readKept, {}, warn);
  const { load } = record;
  /** What was stored when this tab looked last: what differs from it is another tab's doing. */
  let seen = load().chats ?? {};
  const storedOf = (id: string): Kept | undefined => ownValue(seen, id) as Kept | undefined;

  /** Another tab wrote. What this one is about to write goes before it. */
  const look = (): void => {
    const before = seen;
    seen = load().chats ?? {};
    for (const id of new Set([...Object.keys(before), ...Object.keys(seen)])) {
      const was = ownValue(before, id) as Kept | undefined;
      const now = storedOf(id);
      const mine = unwritten.get(id) ?? {};
      const draft = !same(was?.draft, now?.draft) && !('draft' in mine);
      const values = same(was?.values, now?.values) || mine.values !== undefined ? undefined : now?.values;
      if (draft || values !== undefined || was?.read !== now?.read)
        heard(id, { ...(draft ? { draft: now?.draft ?? NO_DRAFT } : {}), values, read: now?.read });
    }
  };
  const flush = (): void => {
    cancel?.();
    if (cancel === undefined) return;
    cancel = undefined;
    look();
    const before = load();
    const chats = new Map(Object.entries(before.chats ?? {}));
    for (const [id, change] of unwritten)
      if (change === undefined) chats.delete(id);
      else {
        const stored = chats.get(id);
        const read = Math.max(change.read ?? 0, stored?.read ?? 0) || undefined;
        chats.set(id, { ...stored, ...change, read });
      }
    const all: AllKept = { selected: (selected ?? { id: before.selected }).id, chats: Object.fromEntries(chats) };
    unwritten.clear();
    selected = undefined;
    seen = all.chats ?? {};
    record.save(all);
  };

  const unwatch = record.watch(look);

  const later = (): void => void (cancel ??= clock.wake(clock.now() + WRITTEN_WITHIN, flush));

  const keep = (chatId: string, change: Kept): void => {
    unwritten.set(chatId, { ...unwritten.get(chatId), ...change });
    later();
  };

  const forget = (chatId: string): void => {
    unwritten.set(chatId, undefined);
    later();
  };

  const kept = (chatId: string): Kept => ({
    ...(ownValue(load().chats, chatId) as Kept | undefined),
    ...unwritten.get(chatId),
  });

  return {
    kept,
    selection: () => load().selected,
    keep,
    sent(chatId, text) {
      if (kept(chatId).draft?.text.trim() === text.trim()) keep(chatId, { draft: undefined });
      flush();
    },
    follow(before, after, changed) {
      let left = false;
      for (const id of changed) {
        const chat = after.chats.get(id);
        const known = before.chats.get(id);
        if (chat === undefined) {
          left = true;
          forget(id);
          continue;
        }
        if (chat.missed?.first !== known?.missed?.first) keep(id, { missed: chat.missed?.first });
        // What comes first is what the storage gave.
        if (known === undefined) continue;
        const { draft, wrapUp, unread, last } = chat;
        if (draft !== known.draft && draft.elsewhere !== true)
          keep(id, { draft: draft.text === '' ? undefined : draft });
        if (unread === 0 && last?.seq !== undefined && (known.unread > 0 || last !== known.last))
          keep(id, { read: last.seq });
        const { values } = wrapUp;
        // What another tab has just stored is not written back: it may have gone on.
        const isStored = unwritten.get(id)?.values === undefined && same(values, storedOf(id)?.values);
        if (values !== known.wrapUp.values && !isStored) keep(id, { values });
      }
      if (after.selected !== before.selected) {
        selected = { id: after.selected };
        later();
      }
      if (left) flush();
    },
    forgetOthers(present) {
      for (const chatId of Object.keys(load().chats ?? {})) if (!present.has(chatId)) forget(chatId);
      flush();
    },
    flush,
    close() {
      unwatch();
      flush();
    },
  };
};

import { type DeskStorage, given, type Message, type WrapUpValues } from '../core/index.js';
import { isRecord } from '../core/shape.js';
import type { Draft, ReadingPlace } from './chat-desk.js';
import type { Kept } from './desk-event.js';
import type { DeskState } from './desk-state.js';
import type { ServerClock } from './server-clock.js';

/** What was typed is in storage at most this long afterwards, in milliseconds. */
const WRITTEN_WITHIN = 250;

const kinds = ['draft', 'wrap-up', 'read', 'place', 'outbox'] as const;

type What = (typeof kinds)[number];

/** Keeps what an agent has begun in the storage, for when the page comes back. Without a storage it does nothing. */
export interface Keeper {
  kept(chatId: string): Kept;
  selection(): string | undefined;
  /** Messages that were on their way when the page went. */
  outbox(chatId: string): readonly Message[];
  /** Written at once: a message is kept before it is shown. */
  keepOutbox(chatId: string, messages: readonly Message[]): void;
  place(chatId: string): ReadingPlace | undefined;
  keepPlace(chatId: string, place: ReadingPlace | undefined): void;
  /** Notes what a transition changed. */
  follow(before: DeskState, after: DeskState): void;
  /** Forgets all chats but these. */
  forgetOthers(present: ReadonlySet<string>): void;
  /** Writes what is not written yet. */
  flush(): void;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const draftIn = (value: unknown): Draft | undefined => {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined;
  const { text, start, end, scroll } = value;
  const inText = (place: unknown): number =>
    isNumber(place) ? Math.min(Math.max(0, place), text.length) : text.length;
  return { text, start: inText(start), end: inText(end), scroll: isNumber(scroll) ? scroll : 0 };
};

const valuesIn = (value: unknown): WrapUpValues | undefined => {
  if (!isRecord(value)) return undefined;
  const text = (field: unknown): string | undefined => (typeof field === 'string' ? field : undefined);
  return given({ disposition: text(value['disposition']), notes: text(value['notes']) });
};

const placeIn = (value: unknown): ReadingPlace | undefined =>
  isRecord(value) && typeof value['messageId'] === 'string' && isNumber(value['offset'])
    ? { messageId: value['messageId'], offset: value['offset'] }
    : undefined;

const outboxIn = (value: unknown): readonly Message[] | undefined =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) =>
        isRecord(item) && typeof item['id'] === 'string' && typeof item['text'] === 'string' && isNumber(item['time'])
          ? [
              {
                id: item['id'],
                author: 'agent',
                kind: 'text',
                text: item['text'],
                time: item['time'],
                delivery: 'failed',
              } satisfies Message,
            ]
          : [],
      )
    : undefined;

export const createKeeper = (
  storage: DeskStorage | undefined,
  prefix: string,
  clock: ServerClock,
  warn: (key: string, text: string) => void,
): Keeper => {
  const unwritten = new Map<string, unknown>();
  const places = new Map<string, ReadingPlace | undefined>();
  let cancel: (() => void) | undefined;

  const guarded = <T>(work: (storage: DeskStorage) => T): T | undefined => {
    if (storage === undefined) return undefined;
    try {
      return work(storage);
    } catch {
      warn(
        'storage',
        'The storage cannot be used, or is full: drafts and wrap-up values will not survive a reload. Give the desk a storage that works.',
      );
      return undefined;
    }
  };

  const load = <T>(name: string, read: (value: unknown) => T | undefined): T | undefined => {
    const stored = guarded((store) => store.getItem(prefix + name));
    if (stored === undefined || stored === null) return undefined;
    let value: T | undefined;
    try {
      value = read(JSON.parse(stored));
    } catch {
      value = undefined;
    }
    if (value === undefined)
      warn('junk', `Storage holds something under "${prefix}…" that no desk wrote. It is ignored; remove it.`);
    return value;
  };

  const nameOf = (what: What, chatId: string): string => `${what}/${encodeURIComponent(chatId)}`;

  /** Which names are in use: a storage cannot be asked for them. */
  const index = (): Set<string> =>
    new Set(
      load('index', (value) => (Array.isArray(value) ? value.filter((name) => typeof name === 'string') : undefined)) ??
        [],
    );

  const write = (changes: ReadonlyMap<string, unknown>): void => {
    guarded((store) => {
      const names = index();
      const before = names.size;
      let touched = false;
      for (const [name, value] of changes) {
        if (value === undefined) {
          store.removeItem(prefix + name);
          touched = names.delete(name) || touched;
        } else {
          store.setItem(prefix + name, JSON.stringify(value));
          if (name !== 'selection') names.add(name);
        }
      }
      if (touched || names.size !== before) store.setItem(`${prefix}index`, JSON.stringify([...names]));
    });
  };

  const flush = (): void => {
    cancel?.();
    cancel = undefined;
    if (unwritten.size === 0) return;
    const changes = new Map(unwritten);
    unwritten.clear();
    write(changes);
  };

  const note = (name: string, value: unknown): void => {
    if (storage === undefined) return;
    unwritten.set(name, value);
    cancel ??= clock.wake(clock.now() + WRITTEN_WITHIN, flush);
  };

  const forget = (chatId: string): void => {
    places.delete(chatId);
    for (const what of kinds) note(nameOf(what, chatId), undefined);
  };

  return {
    kept: (chatId) => ({
      draft: load(nameOf('draft', chatId), draftIn),
      values: load(nameOf('wrap-up', chatId), valuesIn),
      read: load(nameOf('read', chatId), (value) => (isNumber(value) ? value : undefined)),
    }),
    selection: () => load('selection', (value) => (typeof value === 'string' ? value : undefined)),
    outbox: (chatId) => load(nameOf('outbox', chatId), outboxIn) ?? [],
    keepOutbox(chatId, messages) {
      const value = messages.length === 0 ? undefined : messages.map(({ id, text, time }) => ({ id, text, time }));
      if (storage !== undefined) write(new Map([[nameOf('outbox', chatId), value]]));
    },
    place(chatId) {
      if (!places.has(chatId)) places.set(chatId, load(nameOf('place', chatId), placeIn));
      return places.get(chatId);
    },
    keepPlace(chatId, place) {
      places.set(chatId, place);
      note(nameOf('place', chatId), place);
    },
    follow(before, after) {
      if (after.chats !== before.chats) {
        for (const [id, { draft, wrapUp, unread, last }] of after.chats) {
          const known = before.chats.get(id);
          // What comes first is what the storage gave.
          if (known === undefined) continue;
          if (draft !== known.draft) note(nameOf('draft', id), draft.text === '' ? undefined : draft);
          if (unread === 0 && last?.seq !== undefined && (known.unread > 0 || last !== known.last))
            note(nameOf('read', id), last.seq);
          if (wrapUp.values !== known.wrapUp.values) note(nameOf('wrap-up', id), wrapUp.values);
        }
        let left = false;
        for (const id of before.chats.keys())
          if (!after.chats.has(id)) {
            forget(id);
            left = true;
          }
        if (left) flush();
      }
      if (after.selected !== before.selected) note('selection', after.selected);
    },
    forgetOthers(present) {
      for (const name of index()) {
        const chatId = decodeURIComponent(name.slice(name.indexOf('/') + 1));
        if (!present.has(chatId)) forget(chatId);
      }
      flush();
    },
    flush,
  };
};

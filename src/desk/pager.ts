import { checkEvent, ConnectorError, type ChatConnector, type DeskStorage, type Message } from '../core/index.js';
import { listOf, string } from '../core/shape.js';
import type { DeskEvent } from './desk-event.js';
import type { DeskState } from './desk-state.js';
import { createStoredRecord } from './stored-record.js';
import type { Transcript } from './transcript.js';
import type { Transcripts } from './transcripts.js';

/** So many of the newest messages of a chat always stay, where the memory is not smaller. */
const STAYING = 200;
/** A page has so many messages at most, and at least; where the memory is smaller, as many. */
const PAGE = 500;
const SMALLEST_PAGE = 50;

export interface PagerWorld {
  readonly connector: ChatConnector;
  readonly storage: DeskStorage;
  readonly key: string;
  /** So many messages may be in memory. */
  readonly most: number;
  readonly transcripts: Transcripts;
  state(): DeskState;
  /** Whether somebody listens to a conversation. */
  isHeard(chatId: string): boolean;
  dispatch(event: DeskEvent): void;
  warn(key: string, text: string): void;
}

/** Keeps the memory small: the older part of conversations that nobody looks at is in the storage. */
export interface Pager {
  /** Counts what these chats have, and makes room. */
  follow(chats: readonly string[]): void;
  /** Somebody reads a conversation: what is away comes back. */
  want(chatId: string): void;
  /** Resolves once all of a conversation is in memory; rejects where a part of it can be had from nowhere. */
  whole(chatId: string): Promise<void>;
  /** Tries again what could not be brought back; says whether there was anything. */
  retry(chatId: string): boolean;
  /** Removes what a page that went away left of all chats but these. */
  forgetOthers(present: ReadonlySet<string>): void;
  close(): void;
}

/** A page by the places of its first and its last message. */
interface Page {
  readonly from: number;
  readonly to: number;
}

/** How many of a conversation's newest messages there are from the first on that the agent has not read. */
const unreadIn = (unread: number, items: readonly Message[]): number => {
  let index = items.length;
  for (let left = unread; index > 0 && left > 0;) if (items[(index -= 1)]?.author === 'end-user') left -= 1;
  return items.length - index;
};

export const createPager = (world: PagerWorld): Pager => {
  const { connector, key, transcripts, state, dispatch, warn } = world;
  const { pages } = world.storage;
  const most = Math.max(1, world.most);
  /** Which chats may have pages in the storage: of all tabs. */
  const record = createStoredRecord(world.storage, key, listOf(string), [], warn);
  /** This desk's pages, the newest last. */
  const away = new Map<string, Page[]>();
  const lengths = new Map<string, number>();
  /** The chats that were read, the last one last. */
  const read = new Set<string>();
  const coming = new Map<string, Promise<void>>();
  const failed = new Set<string>();
  /** Those that somebody asked for as a whole, until the agent turns to another chat. */
  const held = new Set<string>();
  let total = 0;
  let selected = state().selected;
  /** Below this nothing more can go. */
  let enough = most;
  let busy = false;
  let broken = false;
  let closed = false;

  const startOf = (chatId: string): string => `${key}/${encodeURIComponent(chatId)}/`;
  const keyOf = (chatId: string, { from, to }: Page): string => `${startOf(chatId)}${from}-${to}`;
  const isShown = (chatId: string): boolean =>
    state().selected === chatId || world.isHeard(chatId) || coming.has(chatId) || held.has(chatId);
  const isStill = (chatId: string, transcript: Transcript): boolean =>
    !closed && transcripts.find(chatId) === transcript;

  const remove = (chatIds: readonly string[]): void => {
    const listed = record.load();
    const left = listed.filter((id) => !chatIds.includes(id));
    if (pages === undefined || left.length === listed.length) return;
    record.save(left);
    for (const id of chatIds) if (listed.includes(id)) pages.remove(startOf(id)).catch(() => undefined);
  };

  /** What may go first: of the chat that was read longest ago. */
  const nextToGo = (): { readonly chatId: string; readonly oldest: readonly Message[] } | undefined => {
    const { chats, order } = state();
    for (const chatId of [...order.filter((id) => !read.has(id)), ...read]) {
      const chat = chats.get(chatId);
      const transcript = transcripts.find(chatId);
      if (chat === undefined || transcript === undefined || isShown(chatId)) continue;
      const { items } = transcript;
      const staying = Math.max(Math.min(STAYING, most), unreadIn(chat.unread, items));
      const oldest = transcript.oldest(Math.min(PAGE, most, items.length - staying));
      if (oldest.length >= Math.min(SMALLEST_PAGE, most)) return { chatId, oldest };
    }
    return undefined;
  };

  const makeRoom = async (room: NonNullable<typeof pages>): Promise<void> => {
    busy = true;
    try {
      for (let next = nextToGo(); next !== undefined && total > most; next = nextToGo()) {
        const { chatId, oldest } = next;
        const transcript = transcripts.of(chatId);
        const page = { from: transcript.away + 1, to: transcript.away + oldest.length };
        const listed = record.load();
        if (!listed.includes(chatId)) record.save([...listed, chatId]);
        await room.set(keyOf(chatId, page), oldest);
        if (isStill(chatId, transcript) && !isShown(chatId) && transcript.putAway(oldest)) {
          away.set(chatId, [...(away.get(chatId) ?? []), page]);
          dispatch({ type: 'paged', chatId });
        }
        if (closed) return;
      }
      enough = Math.max(most, total + PAGE);
    } catch {
      broken = true;
      warn(
        'pages',
        'Old messages could not be put into the storage: all stay in memory. Give the desk one that works.',
      );
    } finally {
      busy = false;
    }
  };

  /** The messages of a page, if these are all of them. */
  const pageOf = async (chatId: string, { from, to }: Page, told: unknown): Promise<readonly Message[] | undefined> => {
    const { clean } = checkEvent({ type: 'messages', chatId, messages: await told });
    const messages = clean?.type === 'messages' ? clean.messages : [];
    return messages.length === to - from + 1 && messages.every(({ seq }, index) => seq === from + index)
      ? messages
      : undefined;
  };

  const fetch = async (chatId: string, page: Page): Promise<readonly Message[] | undefined> => {
    const { from, to } = page;
    const none = (): undefined => undefined;
    return (
      (await pageOf(chatId, page, pages?.get(keyOf(chatId, page))).catch(none)) ??
      (await (async () => pageOf(chatId, page, connector.history?.(chatId, from - 1, to)))().catch(none))
    );
  };

  const bringAllBack = async (chatId: string): Promise<void> => {
    for (;;) {
      const transcript = transcripts.find(chatId);
      const page = away.get(chatId)?.at(-1);
      if (transcript === undefined || page === undefined) return;
      const messages = await fetch(chatId, page);
      if (!isStill(chatId, transcript)) return;
      // The conversation may have been told anew meanwhile.
      if (away.get(chatId)?.at(-1) !== page) continue;
      if (messages === undefined) {
        failed.add(chatId);
        dispatch({ type: 'gap', chatId, gap: 'failed' });
        const message = 'Older messages could not be read back.';
        return dispatch({ type: 'error', code: 'history-failed', message, chatId, by: 'host' });
      }
      away.get(chatId)?.pop();
      transcript.bringBack(messages);
      dispatch({ type: 'paged', chatId });
    }
  };

  const bringBack = (chatId: string): Promise<void> => {
    const known = coming.get(chatId) ?? bringAllBack(chatId).finally(() => coming.delete(chatId));
    coming.set(chatId, known);
    return known;
  };

  const isAway = (chatId: string): boolean => !closed && (transcripts.find(chatId)?.away ?? 0) > 0;

  const want = (chatId: string): void => {
    if (!state().chats.has(chatId)) return;
    read.delete(chatId);
    read.add(chatId);
    if (isAway(chatId) && !failed.has(chatId)) void bringBack(chatId);
  };

  const forgive = (chatId: string): boolean => {
    const again = failed.delete(chatId);
    if (again) dispatch({ type: 'gap', chatId, gap: undefined });
    return again;
  };

  return {
    follow(chats) {
      for (const id of chats) {
        const transcript = transcripts.find(id);
        const length = transcript?.items.length ?? 0;
        total += length - (lengths.get(id) ?? 0);
        lengths.set(id, length);
        // Told anew, it is whole again.
        if (!isAway(id)) for (const known of [away, failed]) known.delete(id);
        if (state().chats.has(id)) continue;
        lengths.delete(id);
        read.delete(id);
        held.delete(id);
        remove([id]);
      }
      if (selected !== state().selected) {
        selected = state().selected;
        enough = most;
        held.clear();
      }
      if (selected !== undefined && isAway(selected)) want(selected);
      if (pages !== undefined && total > enough && !busy && !broken && !closed) void makeRoom(pages);
    },
    want,
    async whole(chatId) {
      if (state().chats.has(chatId)) held.add(chatId);
      forgive(chatId);
      while (isAway(chatId) && !failed.has(chatId)) await bringBack(chatId);
      if (failed.has(chatId)) throw new ConnectorError('unavailable', 'Older messages could not be read back.');
    },
    retry(chatId) {
      const again = forgive(chatId);
      if (again) want(chatId);
      return again;
    },
    forgetOthers: (present) => remove(record.load().filter((id) => !present.has(id))),
    close: () => void (closed = true),
  };
};

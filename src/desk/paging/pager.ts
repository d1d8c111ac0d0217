import type { ChatConnector, checkEvent, DeskPages, DeskStorage, Message } from '../../core/index.js';
import type { DeskEvent } from '../desk-event.js';
import type { DeskState } from '../desk-state.js';
import type { StoredRecord } from '../stored-record.js';
import type { Transcript } from '../transcript.js';
import type { Transcripts } from '../transcripts.js';

/** So many of the newest messages of a chat always stay, where the memory is not smaller. */
const STAYING = 200;
/** A page has so many messages at most, and at least; where the memory is smaller, as many. */
const PAGE = 500;
const SMALLEST_PAGE = 50;

/** What keeps the memory small works with. */
export interface MemoryWorld {
  readonly connector: ChatConnector;
  readonly storage: DeskStorage;
  readonly key: string;
  /** So many messages may be in memory, about. */
  readonly most: number;
  readonly transcripts: Transcripts;
  state(): DeskState;
  /** Whether somebody listens to a conversation. */
  isHeard(chatId: string): boolean;
  dispatch(event: DeskEvent): void;
  warn(key: string, text: string): void;
}

/** What a pager works with: it stands in a file of its own, which imports nothing. */
export interface PagingWorld extends MemoryWorld {
  readonly check: typeof checkEvent;
  /** Which chats may have pages in the storage: of all tabs. */
  readonly record: StoredRecord<readonly string[]>;
  /** The chats that were read, the last one last. */
  readonly read: ReadonlySet<string>;
  /** How many messages are in memory. */
  total(): number;
}

/** Keeps the memory small: the older part of conversations that nobody looks at is in the storage. */
export interface Memory {
  /** Counts what these chats have, and makes room. */
  follow(chats: readonly string[]): void;
  /** Somebody reads a conversation: what is away comes back. */
  want(chatId: string): void;
  /** Resolves once all of a conversation is in memory; rejects where a part of it can be had from nowhere. */
  whole(chatId: string): Promise<void>;
  /** Tries again what could not be brought back; says whether there was anything. */
  retry(chatId: string): boolean;
  /** Removes what is in the storage of chats that have left. */
  sweep(): void;
  close(): void;
}

/** Puts away what has no room, and brings it back. */
export interface Pager extends Omit<Memory, 'whole'> {
  /** Says whether all of a conversation is in memory now. */
  whole(chatId: string): Promise<boolean>;
}

/** A page by the places of its first and its last message. */
interface Page {
  readonly from: number;
  readonly to: number;
}

/** How many of a conversation's newest messages there are from the first on that the agent has not read. */
const unreadIn = (unread: number, items: readonly Message[]): number => {
  let index = items.length;
  for (let left = unread; index > 0 && left > 0; index -= 1) if (items[index - 1]?.author === 'end-user') left -= 1;
  return items.length - index;
};

export const createPager = (world: PagingWorld, pages: DeskPages): Pager => {
  const { connector, key, record, read, transcripts, state, total, dispatch, warn } = world;
  const most = Math.max(1, world.most);
  /** This desk's pages, the newest last. */
  const away = new Map<string, Page[]>();
  const coming = new Map<string, Promise<void>>();
  const failed = new Set<string>();
  /** Those that somebody asked for as a whole, until the agent turns to another chat. */
  const held = new Set<string>();
  let { selected } = state();
  /** Below this nothing more can go. */
  let enough = most;
  let busy = false;
  let closed = false;

  const startOf = (chatId: string): string => `${key}/${encodeURIComponent(chatId)}/`;
  const keyOf = (chatId: string, { from, to }: Page): string => `${startOf(chatId)}${from}-${to}`;
  const isShown = (chatId: string): boolean =>
    state().selected === chatId || world.isHeard(chatId) || coming.has(chatId) || held.has(chatId);
  const isStill = (chatId: string, transcript: Transcript): boolean =>
    !closed && transcripts.find(chatId) === transcript;
  const isAway = (chatId: string): boolean => !closed && (transcripts.find(chatId)?.away ?? 0) > 0;

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

  const makeRoom = async (): Promise<void> => {
    busy = true;
    try {
      for (let next = nextToGo(); next !== undefined && total() > most; next = nextToGo()) {
        const { chatId, oldest } = next;
        const transcript = transcripts.of(chatId);
        const page = { from: transcript.away + 1, to: transcript.away + oldest.length };
        const listed = record.load();
        if (!listed.includes(chatId)) record.save([...listed, chatId]);
        await pages.set(keyOf(chatId, page), oldest);
        if (isStill(chatId, transcript) && !isShown(chatId) && transcript.putAway(oldest)) {
          away.set(chatId, [...(away.get(chatId) ?? []), page]);
          dispatch({ type: 'paged', chatId });
        }
        if (closed) return;
      }
      enough = Math.max(most, total() + Math.min(PAGE, most));
      busy = false;
    } catch {
      // It stays busy: what refused once is not asked again.
      warn('pages', 'Old messages cannot be put into the storage: all stay in memory. Give the desk one that works.');
    }
  };

  /** The messages of a page, if these are all of them. */
  const pageOf = async ({ from, to }: Page, told: unknown): Promise<readonly Message[] | undefined> => {
    const { clean } = world.check({ type: 'messages', chatId: 'any', messages: await told });
    const messages = clean?.type === 'messages' ? clean.messages : [];
    const isWhole = messages.length === to - from + 1 && messages.every(({ seq }, index) => seq === from + index);
    return isWhole ? messages : undefined;
  };

  /** A page from the storage, else from the back end. */
  const fetch = async (chatId: string, page: Page): Promise<readonly Message[] | undefined> => {
    const sources = [() => pages.get(keyOf(chatId, page)), () => connector.history?.(chatId, page.from - 1, page.to)];
    for (const source of sources)
      try {
        const messages = await pageOf(page, source());
        if (messages !== undefined) return messages;
      } catch {
        // There may be another source.
      }
    return undefined;
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
        return dispatch({ type: 'error', code: 'history-failed', message, chatId, by: 'wire' });
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

  const want = (chatId: string): void => {
    if (isAway(chatId) && !failed.has(chatId)) void bringBack(chatId);
  };

  const forgive = (chatId: string): boolean => {
    const again = failed.delete(chatId);
    if (again) dispatch({ type: 'gap', chatId, gap: undefined });
    return again;
  };

  return {
    follow(chats) {
      // Told anew, or gone.
      for (const id of chats) if (!isAway(id)) for (const known of [away, failed]) known.delete(id);
      if (selected !== state().selected) {
        ({ selected } = state());
        enough = most;
        held.clear();
      }
      if (selected !== undefined) want(selected);
      if (total() > enough && !busy && !closed) void makeRoom();
    },
    want,
    async whole(chatId) {
      held.add(chatId);
      forgive(chatId);
      while (isAway(chatId) && !failed.has(chatId)) await bringBack(chatId);
      return !failed.has(chatId);
    },
    retry(chatId) {
      const again = forgive(chatId);
      if (again) want(chatId);
      return again;
    },
    sweep() {
      const isHere = (id: string): boolean => state().chats.has(id);
      const listed = record.load();
      record.save(listed.filter(isHere));
      for (const id of listed) if (!isHere(id)) pages.remove(startOf(id)).catch(() => undefined);
    },
    close: () => void (closed = true),
  };
};

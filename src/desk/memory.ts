import { checkEvent, ConnectorError } from '../core/index.js';
import { listOf, string } from '../core/shape.js';
import type { Memory, MemoryWorld, Pager } from './paging/pager.js';
import { createStoredRecord } from './stored-record.js';

/** What does the work is loaded when there is some. */
export const createMemory = (world: MemoryWorld): Memory => {
  const { storage, transcripts, state, warn } = world;
  const record = createStoredRecord<readonly string[]>(storage, world.key, listOf(string), [], warn);
  const lengths = new Map<string, number>();
  const read = new Set<string>();
  let total = 0;
  let loading: Promise<Pager | undefined> | undefined;
  let pager: Pager | undefined;
  let closed = false;

  const load = async (): Promise<Pager | undefined> => {
    try {
      const [pages, { createPager }] = await Promise.all([storage.pages?.(), import('./paging/pager.js')]);
      if (pages !== undefined && !closed)
        pager = createPager({ ...world, check: checkEvent, record, read, total: () => total }, pages);
    } catch {
      warn('pages', 'Old messages cannot be put into the storage: all stay in memory. Give the desk one that works.');
    }
    return pager;
  };
  const withPager = (work: (loaded: Pager) => void): void => {
    if (pager !== undefined) return work(pager);
    if (storage.pages !== undefined && !closed)
      void (loading ??= load()).then((loaded) => {
        if (loaded !== undefined && !closed) work(loaded);
      });
  };

  const sweep = (): void => {
    if (record.load().some((id) => !state().chats.has(id))) withPager((loaded) => loaded.sweep());
  };

  return {
    follow(chats) {
      let left = false;
      for (const id of chats) {
        const length = transcripts.find(id)?.items.length ?? 0;
        total += length - (lengths.get(id) ?? 0);
        lengths.set(id, length);
        if (state().chats.has(id)) continue;
        lengths.delete(id);
        read.delete(id);
        left = true;
      }
      if (left) sweep();
      if (pager !== undefined) pager.follow(chats);
      else if (total > world.most && loading === undefined) withPager((loaded) => loaded.follow([]));
    },
    want(chatId) {
      if (!state().chats.has(chatId)) return;
      read.delete(chatId);
      read.add(chatId);
      pager?.want(chatId);
    },
    async whole(chatId) {
      if ((await pager?.whole(chatId)) === false)
        throw new ConnectorError('unavailable', 'Older messages could not be read back.');
    },
    retry: (chatId) => pager?.retry(chatId) === true,
    sweep,
    close() {
      closed = true;
      pager?.close();
    },
  };
};

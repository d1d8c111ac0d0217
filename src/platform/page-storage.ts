import type { DeskPages, DeskStorage } from '../core/index.js';

/** The page's IndexedDB, opened at the first need. What the browser refuses rejects. */
const createPagePages = (): DeskPages => {
  let opened: Promise<IDBDatabase> | undefined;

  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open('agent-chat-adapter/history');
      request.onupgradeneeded = () => request.result.createObjectStore('pages');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  const ask = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = (await (opened ??= open())).transaction('pages', mode);
    const request = work(transaction.objectStore('pages'));
    // Only a transaction that is complete is kept: there may be no room.
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  };

  return {
    get: (key) => ask<unknown>('readonly', (store) => store.get(key)),
    set: async (key, value) => void (await ask('readwrite', (store) => store.put(value, key))),
    remove: (start) => ask('readwrite', (store) => store.delete(IDBKeyRange.bound(start, `${start}\uffff`))),
  };
};

/**
 * The page's `localStorage` as a desk may use it: never throws. What the browser refuses (a sandboxed frame, blocked
 * site data, no room left) is kept in memory for the life of the page, and other tabs do not hear of it. Pages are in
 * IndexedDB.
 */
export const createPageStorage = (open: () => Storage = () => globalThis.localStorage): DeskStorage => {
  const refused = new Map<string, string>();
  return {
    getItem(key) {
      const kept = refused.get(key);
      if (kept !== undefined) return kept;
      try {
        return open().getItem(key);
      } catch {
        return null;
      }
    },
    setItem(key, value) {
      try {
        open().setItem(key, value);
        refused.delete(key);
      } catch {
        refused.set(key, value);
      }
    },
    removeItem(key) {
      refused.delete(key);
      try {
        open().removeItem(key);
      } catch {
        // Nothing is readable there, so nothing is left to be found.
      }
    },
    watch(key, changed) {
      // A `null` key: all was cleared.
      const hear = (event: StorageEvent): void => {
        if (event.key === key || event.key === null) changed();
      };
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
    pages: createPagePages(),
  };
};

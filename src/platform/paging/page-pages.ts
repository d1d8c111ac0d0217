import type { DeskPages } from '../../core/storage.js';

/** The page's IndexedDB, opened at the first need. What the browser refuses rejects. */
export const createPagePages = (): DeskPages => {
  let opened: Promise<IDBDatabase> | undefined;

  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open('agent-chat-adapter/history');
      request.onupgradeneeded = () => request.result.createObjectStore('pages');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('IndexedDB did not open.'));
    });

  const ask = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = (await (opened ??= open())).transaction('pages', mode);
    const request = work(transaction.objectStore('pages'));
    // Only a transaction that is complete is kept: there may be no room.
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(new Error('IndexedDB kept nothing.'));
    });
  };

  return {
    get: (key) => ask<unknown>('readonly', (store) => store.get(key)),
    set: async (key, value) => void (await ask('readwrite', (store) => store.put(value, key))),
    remove: (start) => ask('readwrite', (store) => store.delete(IDBKeyRange.bound(start, `${start}\uffff`))),
  };
};

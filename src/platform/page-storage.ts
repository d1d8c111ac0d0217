import type { DeskStorage } from '../core/index.js';

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
    pages: async () => (await import('./paging/page-pages.js')).createPagePages(),
  };
};

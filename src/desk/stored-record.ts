import type { DeskStorage } from '../core/index.js';
import type { Read } from '../core/shape.js';
import { toJson } from '../core/to-json.js';

/** One thing in the storage, read and written as a whole. */
export interface StoredRecord<T> {
  load(): T;
  save(value: T): void;
  /** Calls `changed` after another tab saved it; returns what ends it. */
  watch(changed: () => void): () => void;
}

/** A storage that lasts as long as the desk, where none is given. */
export const inMemory = (): DeskStorage => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

/** A record of the storage that never throws: what cannot be read counts as `empty`, and is warned of. */
export const createStoredRecord = <T>(
  storage: DeskStorage,
  key: string,
  read: Read<T>,
  empty: T,
  warn: (key: string, text: string) => void,
): StoredRecord<T> => {
  const guarded = <R>(work: () => R): R | undefined => {
    try {
      return work();
    } catch {
      warn(
        'storage',
        'The storage is full or refused: what was begun will not survive a reload. Give the desk one that works.',
      );
      return undefined;
    }
  };

  return {
    load() {
      const stored = guarded(() => storage.getItem(key));
      const junk = (): void => warn('junk', `The storage holds junk under "${key}": remove it.`);
      try {
        return (stored ?? null) === null ? empty : (read(JSON.parse(String(stored)), '', junk) ?? empty);
      } catch {
        junk();
        return empty;
      }
    },
    save: (value) => guarded(() => storage.setItem(key, toJson(value))),
    watch: (changed) => guarded(() => storage.watch?.(key, changed)) ?? (() => undefined),
  };
};

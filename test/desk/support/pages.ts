import { vi } from 'vitest';
import type { DeskPages } from '../../../src/core/index.js';
import { settled } from './setup.js';

/** Room for pages in memory, which a test can look into and break. */
export interface FakePages extends DeskPages {
  readonly kept: Map<string, unknown>;
  /** Whether it refuses from now on. */
  refuses: boolean;
}

export const createPages = (kept = new Map<string, unknown>()): FakePages => {
  const answer = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (pages.refuses) throw new Error('No room.');
    return work();
  };
  const pages: FakePages = {
    kept,
    refuses: false,
    get: (key) => answer(() => structuredClone(kept.get(key))),
    set: (key, value) => answer(() => void kept.set(key, structuredClone(value))),
    remove: (start) =>
      answer(() => {
        for (const key of kept.keys()) if (key.startsWith(start)) kept.delete(key);
      }),
  };
  return pages;
};

/** Lets settle what is put away or brought back, by code that is loaded at the first need: here, too, it is the same. */
export const paged = async (): Promise<void> => {
  await import('../../../src/desk/paging/pager.js');
  await vi.dynamicImportSettled();
  await settled();
};

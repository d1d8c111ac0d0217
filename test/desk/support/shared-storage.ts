import type { DeskStorage } from '../../../src/core/index.js';

/** A browser's storage as its tabs see it: one store, and news of a change for all tabs but the one that made it. */
export interface SharedStorage {
  readonly kept: Map<string, string>;
  /** The storage of one more tab. */
  tab(): DeskStorage;
  /** Brings the news that is on its way, and what comes of it. */
  deliver(): void;
}

/** News waits for `deliver()`, as a browser's events wait for their task. */
export const createSharedStorage = (): SharedStorage => {
  const kept = new Map<string, string>();
  const watches = new Set<{ readonly tab: object; readonly key: string; readonly changed: () => void }>();
  let news: (() => void)[] = [];

  const change = (tab: object, key: string, value: string | undefined): void => {
    if (kept.get(key) === value) return;
    if (value === undefined) kept.delete(key);
    else kept.set(key, value);
    for (const watch of watches)
      if (watch.tab !== tab && watch.key === key)
        news.push(() => {
          if (watches.has(watch)) watch.changed();
        });
  };

  return {
    kept,
    tab() {
      const tab: DeskStorage = {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => change(tab, key, value),
        removeItem: (key) => change(tab, key, undefined),
        watch(key, changed) {
          const watch = { tab, key, changed };
          watches.add(watch);
          return () => watches.delete(watch);
        },
      };
      return tab;
    },
    deliver() {
      for (let rounds = 0; news.length > 0; rounds += 1) {
        if (rounds > 100) throw new Error('The tabs never agree.');
        const now = news;
        news = [];
        for (const tell of now) tell();
      }
    },
  };
};

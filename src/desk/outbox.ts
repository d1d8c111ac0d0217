import type { DeskStorage } from '../core/index.js';
import { isUnsent, merged, readOutbox, remembered, type OutboxItem } from './outbox-rules.js';
import { same } from './share.js';
import { createStoredRecord } from './stored-record.js';

/**
 * The messages that an agent sent and the back end has not accepted: one list for all the agent's tabs, in the storage
 * before it is anywhere else.
 */
export interface Outbox {
  /** What is under way or failed, oldest first. */
  unsent(): readonly OutboxItem[];
  find(id: string): OutboxItem | undefined;
  /** Writes items, new or changed. */
  write(...items: readonly OutboxItem[]): void;
  close(): void;
}

/** `heard` is told what other tabs changed. */
export const createOutbox = (
  storage: DeskStorage,
  key: string,
  now: () => number,
  warn: (key: string, text: string) => void,
  heard: (changes: readonly (readonly [before: OutboxItem | undefined, after: OutboxItem])[]) => void,
): Outbox => {
  const record = createStoredRecord(storage, key, readOutbox, [], warn);
  let items = record.load();
  let unsent = items.filter(isUnsent);

  const take = (own: readonly OutboxItem[]): void => {
    const before = new Map(items.map((item) => [item.id, item]));
    const stored = record.load();
    const next = remembered(merged(merged(items, stored), own), now());
    const changes = next
      .filter((item) => !own.includes(item) && !same(item, before.get(item.id)))
      .map((item) => [before.get(item.id), item] as const);
    items = next;
    unsent = items.filter(isUnsent);
    // Two tabs that wrote at once: the one that finds something of its own missing writes it again.
    const known = new Map(stored.map((item) => [item.id, item]));
    if (next.length !== stored.length || next.some((item) => !same(item, known.get(item.id)))) record.save(next);
    if (changes.length > 0) heard(changes);
  };

  const unwatch = record.watch(() => take([]));
  return {
    unsent: () => unsent,
    find: (id) => unsent.find((item) => item.id === id),
    write: (...own) => take(own),
    close: unwatch,
  };
};

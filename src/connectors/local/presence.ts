import { wakeAt, type Clock } from '../../core/index.js';
import { centreKey } from './schema.js';

/** How long an end user's page may be away (a reload) before that means they have left, in milliseconds. */
export const PRESENCE_GRACE = 3000;

const lockName = (centre: string, endUserId: string): string => `${centreKey(centre)}/end-user/${endUserId}`;

/** The page's Web Locks, where it has them: only on https and localhost. */
export const pageLocks = (): LockManager | undefined => (globalThis.navigator as Navigator | undefined)?.locks;

/**
 * Says, for as long as this page lives, that an end user is here; returns what takes it back. A frozen page still holds
 * its lock. Does nothing without Web Locks.
 */
export const holdPresence = (centre: string, endUserId: string): (() => void) => {
  const end = new AbortController();
  const held = new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()));
  pageLocks()
    ?.request(lockName(centre, endUserId), { mode: 'shared', signal: end.signal }, () => held)
    .catch(() => undefined);
  return () => end.abort();
};

const isHeld = async (locks: LockManager, name: string): Promise<boolean> => {
  const { held = [], pending = [] } = await locks.query();
  return [...held, ...pending].some((lock) => lock.name === name && lock.mode === 'shared');
};

/** Resolves when the clock has moved on by `ms`; never once `signal` is aborted. */
const pause = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = wakeAt(clock, clock.now() + ms, resolve);
    signal.addEventListener('abort', cancel);
  });

/**
 * Calls `onGone` once when no page holds an end user's presence, and none took it up again within the grace; returns what
 * ends the watch. Never calls without Web Locks.
 */
export const watchPresence = (centre: string, endUserId: string, clock: Clock, onGone: () => void): (() => void) => {
  const locks = pageLocks();
  const end = new AbortController();
  const name = lockName(centre, endUserId);
  const watch = async (): Promise<void> => {
    while (locks !== undefined && !end.signal.aborted) {
      // Granted only when nobody holds it; given back at once, so that a page that comes back need not wait.
      await locks.request(name, { signal: end.signal }, () => undefined);
      await pause(clock, PRESENCE_GRACE, end.signal);
      if (await isHeld(locks, name)) continue;
      if (!end.signal.aborted) onGone();
      return;
    }
  };
  // Rejects only when it was ended, or where locks are refused.
  watch().catch(() => undefined);
  return () => end.abort();
};

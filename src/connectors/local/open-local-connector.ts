import { type ChatConnector, newId } from '../../core/index.js';
import { createLocalConnector, type LocalConnectorOptions } from './local-connector.js';
import { pageLocks } from './presence.js';
import { centreKey } from './schema.js';

/** How long a page waits for the seat it had before a reload, in milliseconds. */
const PATIENCE = 1000;

/** Where a page remembers its seat, and the locks that hold it. */
export interface SeatHolders {
  readonly locks: LockManager | undefined;
  readonly memory: Pick<Storage, 'getItem' | 'setItem'> | undefined;
}

const pageHolders = (): SeatHolders => {
  try {
    return { locks: pageLocks(), memory: sessionStorage };
  } catch {
    // A sandboxed frame, or blocked site data.
    return { locks: pageLocks(), memory: undefined };
  }
};

/** Holds a lock for the page's life; tells whether it was granted. */
const hold = (locks: LockManager, name: string, options: LockOptions): Promise<boolean> =>
  new Promise((resolve) => {
    locks
      .request(name, options, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });

/** The highest seat looked for; a browser with more agent pages than that is not one. */
const LAST_SEAT = 1000;

/**
 * Finds a seat for this page: the one it had before, else the lowest free one. It is the page's until it is closed; then
 * a new page takes it over, with its chats and drafts. Without Web Locks a page gets an id of its own.
 */
export const takeSeat = async (name: string, { locks, memory }: SeatHolders = pageHolders()): Promise<string> => {
  const key = `${centreKey(name)}/seat`;
  const seatLock = (seat: number): string => `${key}/${seat}`;
  const before = memory?.getItem(key) ?? '';
  if (locks !== undefined) {
    const had = /^agent-(\d{1,4})$/u.exec(before)?.[1];
    if (had !== undefined && (await hold(locks, seatLock(Number(had)), { signal: AbortSignal.timeout(PATIENCE) })))
      return before;
    for (let seat = 1; seat <= LAST_SEAT; seat += 1) {
      if (!(await hold(locks, seatLock(seat), { ifAvailable: true }))) continue;
      memory?.setItem(key, `agent-${seat}`);
      return `agent-${seat}`;
    }
  }
  const own = /^agent-.{8,}$/u.test(before) ? before : `agent-${newId()}`;
  memory?.setItem(key, own);
  return own;
};

const seats = new Map<string, Promise<string>>();

/** The page's one seat at a centre, however often it connects. */
const pageSeat = (name: string): Promise<string> => {
  const taken = seats.get(name) ?? takeSeat(name);
  seats.set(name, taken);
  return taken;
};

/**
 * A local connector for whoever sits at this page: without `agent`, each open page is an agent of its own (`agent-1`,
 * `agent-2`, …), and stays the same one over a reload.
 */
export const openLocalConnector = async (options: LocalConnectorOptions = {}): Promise<ChatConnector> =>
  createLocalConnector({ ...options, agent: options.agent ?? (await pageSeat(options.name ?? 'default')) });

import { ConnectorError, type Clock } from '../../core/index.js';
import { openDatabase, STORES, type LocalDatabase, type Reading, type Writing } from './schema.js';
import { openTabChannel, type TabChannel, type TabMessage } from './tab-channel.js';

/** A contact centre inside the browser: agents and end users are equal clients of it. */
export interface LocalCentre {
  readonly name: string;
  readonly clock: Clock;
  /**
   * Runs one command as one transaction: all of it or nothing, whatever other tabs ask meanwhile. A throw undoes it.
   * Rejects with a `ConnectorError`. It may run twice when the database was closed in the middle.
   */
  change<T>(run: (stores: Writing) => Promise<T>): Promise<T>;
  /** Reads in one transaction. `generation` changes when the database was reopened, perhaps as another one. */
  read<T>(run: (stores: Reading, generation: number) => Promise<T>): Promise<T>;
  /** Tells all who listen, in every tab, this one too. */
  tell(message: TabMessage): void;
  /** Listens, and keeps the database open; returns what ends both. */
  listen(listener: (message: TabMessage) => void): () => void;
}

const REASONS: Readonly<Record<string, string>> = {
  QuotaExceededError: "the browser's storage is full: free some space, then try again",
  VersionError: 'another tab runs a newer version of this page: reload this one',
};

/** A refusal in words that say what to do. */
const unavailable = (cause: unknown): ConnectorError => {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const why =
    REASONS[name] ??
    'the browser refuses to store data here (IndexedDB): allow site data for this page, leave private browsing, or open it outside a sandboxed frame';
  return new ConnectorError('unavailable', `The local contact centre cannot be used: ${why}.`, { cause });
};

/** Whether a transaction failed because the database is gone: reopening may help. */
const isLost = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'AbortError');

export const createLocalCentre = ({ name, clock }: { readonly name: string; readonly clock: Clock }): LocalCentre => {
  const listeners = new Set<(message: TabMessage) => void>();
  let database: Promise<LocalDatabase> | undefined;
  let channel: TabChannel | undefined;
  let generation = 0;
  let users = 0;

  const hear = (message: TabMessage): void => {
    for (const listener of [...listeners]) listener(message);
  };

  const tell = (message: TabMessage): void => {
    if (channel === undefined) {
      const once = openTabChannel(name, () => undefined);
      once.post(message);
      once.close();
    } else channel.post(message);
    hear(message);
  };

  const forget = (gone: Promise<LocalDatabase> | undefined): void => {
    if (database === gone) database = undefined;
  };

  const open = (): Promise<LocalDatabase> => {
    if (database !== undefined) return database;
    const opening: Promise<LocalDatabase> = openDatabase(name, () => {
      forget(opening);
      hear({ type: 'poke' });
    });
    generation += 1;
    database = opening;
    opening.catch(() => forget(opening));
    return opening;
  };

  const close = (closing: Promise<LocalDatabase> | undefined): void => {
    forget(closing);
    void closing?.then(
      (opened) => opened.close(),
      () => undefined,
    );
  };

  const release = (): void => {
    users -= 1;
    if (users === 0) close(database);
  };

  const once = async <T>(run: (opened: LocalDatabase, generation: number) => Promise<T>): Promise<T> => {
    const opening = open();
    const mine = generation;
    try {
      return await run(await opening, mine);
    } catch (error) {
      if (isLost(error)) close(opening);
      throw error;
    }
  };

  const use = async <T>(run: (opened: LocalDatabase, generation: number) => Promise<T>): Promise<T> => {
    users += 1;
    try {
      try {
        return await once(run);
      } catch (error) {
        if (!isLost(error)) throw error;
        return await once(run);
      }
    } catch (error) {
      throw error instanceof ConnectorError ? error : unavailable(error);
    } finally {
      release();
    }
  };

  /** Settles when the transaction has; a throw in `run` aborts it. */
  const settle = async <T>(stores: Reading | Writing, run: () => Promise<T>): Promise<T> => {
    const done = stores.done;
    done.catch(() => undefined);
    try {
      const result = await run();
      await done;
      return result;
    } catch (error) {
      try {
        stores.abort();
      } catch {
        // It has ended by itself already.
      }
      throw error;
    }
  };

  return {
    name,
    clock,
    async change(run) {
      const result = await use((opened) => {
        const stores = opened.transaction(STORES, 'readwrite');
        return settle(stores, () => run(stores));
      });
      tell({ type: 'poke' });
      return result;
    },
    read: (run) =>
      use((opened, mine) => {
        const stores = opened.transaction(STORES, 'readonly');
        return settle(stores, () => run(stores, mine));
      }),
    tell,
    listen(listener) {
      users += 1;
      listeners.add(listener);
      channel ??= openTabChannel(name, hear);
      return () => {
        if (!listeners.delete(listener)) return;
        if (listeners.size === 0) {
          channel?.close();
          channel = undefined;
        }
        release();
      };
    },
  };
};

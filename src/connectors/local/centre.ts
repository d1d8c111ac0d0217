import { ConnectorError, type Clock } from '../../core/index.js';
import { openDatabase, transact } from './schema.js';
import { openTabChannel, type TabChannel, type TabMessage } from './tab-channel.js';

/** A contact centre inside the browser: agents and end users are equal clients of it. */
export interface LocalCentre {
  readonly name: string;
  readonly clock: Clock;
  /**
   * Runs one command as one transaction: all of it or nothing, whatever other tabs ask meanwhile. A throw undoes it.
   * Rejects with a `ConnectorError`.
   */
  change<T>(run: (stores: IDBTransaction) => Promise<T>): Promise<T>;
  /** Reads in one transaction. */
  read<T>(run: (stores: IDBTransaction) => Promise<T>): Promise<T>;
  /** Tells all who listen, in every tab, this one too. */
  tell(message: TabMessage): void;
  /** Listens, and keeps the database open; returns what ends both. */
  listen(listener: (message: TabMessage) => void): () => void;
}

const REASONS: Readonly<Record<string, string>> = {
  QuotaExceededError: "the browser's storage is full: free some space",
  VersionError: 'another tab runs a newer version: reload this one',
};

/** A refusal in words that say what to do. */
const unavailable = (cause: unknown): ConnectorError => {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const why = REASONS[name] ?? 'the browser stores nothing here: allow site data for this page';
  return new ConnectorError('unavailable', `The local contact centre cannot be used: ${why}.`, { cause });
};

export const createLocalCentre = ({ name, clock }: { readonly name: string; readonly clock: Clock }): LocalCentre => {
  const listeners = new Set<(message: TabMessage) => void>();
  let database: Promise<IDBDatabase> | undefined;
  let channel: TabChannel | undefined;
  let running = 0;

  const hear = (message: TabMessage): void => {
    for (const listener of [...listeners]) listener(message);
  };

  const connected = (): TabChannel => (channel ??= openTabChannel(name, hear));

  const tell = (message: TabMessage): void => {
    connected().post(message);
    hear(message);
  };

  const forget = (): void => void (database = undefined);

  const open = (): Promise<IDBDatabase> => {
    if (database === undefined) {
      database = openDatabase(name, () => {
        forget();
        hear({ type: 'poke' });
      });
      database.catch(forget);
    }
    return database;
  };

  /** Lets go of everything that nobody uses any more. */
  const release = (): void => {
    if (running + listeners.size > 0) return;
    channel?.close();
    channel = undefined;
    database?.then((opened) => opened.close()).catch(forget);
    forget();
  };

  const use = async <T>(mode: IDBTransactionMode, run: (stores: IDBTransaction) => Promise<T>): Promise<T> => {
    running += 1;
    try {
      const done = await transact(await open(), mode, run);
      if (mode === 'readwrite') tell({ type: 'poke' });
      return done;
    } catch (error) {
      throw error instanceof ConnectorError ? error : unavailable(error);
    } finally {
      running -= 1;
      release();
    }
  };

  return {
    name,
    clock,
    change: (run) => use('readwrite', run),
    read: (run) => use('readonly', run),
    tell,
    listen(listener) {
      listeners.add(listener);
      connected();
      return () => {
        listeners.delete(listener);
        release();
      };
    },
  };
};

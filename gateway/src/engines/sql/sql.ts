/** A statement with a name, so that a server plans it once for each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Row = Readonly<Record<string, unknown>>;

export type Query = (statement: Statement, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** What the engine asks of a database: PGlite and PostgreSQL take the same SQL. */
export interface Sql {
  readonly name: 'pglite' | 'postgres';
  readonly serverVersion: string;
  readonly query: Query;
  /** Runs `work` as one transaction, all of it or nothing: a rejection undoes it. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Runs several statements without values, as one transaction. */
  run(script: string): Promise<void>;
  /** Tells all who listen, at every gateway, soon: never before it can be read. */
  announce(word: string): void;
  /** Hears what is announced. `gap`: something may have been missed. */
  listen(hear: (word: string) => void, gap: () => void): Promise<() => void>;
  /** How often to look whether a word was never spoken, in milliseconds. Absent: it always is. */
  readonly recheckEvery?: number;
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

import { PGlite, type Results } from '@electric-sql/pglite';
import type { Engine } from '../../engine.js';
import type { Row } from './sql.js';
import { createSqlEngine } from './sql-engine.js';

/**
 * The embedded engine: PostgreSQL inside this process, for one gateway.
 *
 * @param folder where the data lies, made if it is not there. Absent: in memory, gone with the process
 */
export const openPGliteEngine = async (folder?: string): Promise<Engine> => {
  const database = await PGlite.create(folder ?? 'memory://');
  const { rows } = await database.query<Row>(`SELECT current_setting('server_version') AS version`);
  const listeners = new Set<(word: string) => void>();
  const rowsOf = ({ rows: found }: Results<Row>): readonly Row[] => found;
  return createSqlEngine({
    name: 'pglite',
    serverVersion: String(rows[0]?.version),
    query: async ({ text }, values = []) => rowsOf(await database.query<Row>(text, [...values])),
    transaction: (work) =>
      database.transaction((within) =>
        work(async ({ text }, values = []) => rowsOf(await within.query<Row>(text, [...values]))),
      ),
    run: async (script) => void (await database.exec(script)),
    // All who listen are in this process.
    announce(word) {
      for (const hear of [...listeners]) hear(word);
    },
    listen: async (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    healthy: async () => database.ready && !database.closed,
    close: () => database.close(),
  });
};

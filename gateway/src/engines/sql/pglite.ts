import { PGlite, type Results } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { Engine } from '../../engine.js';
import { lockFolder, type Release } from './lock-folder.js';
import type { Row } from './sql.js';
import { createSqlEngine } from './sql-engine.js';

/**
 * The embedded engine: PostgreSQL inside this process, for one gateway. Another that opens the same folder loads
 * everything, then stands by until this one ends, however it ends.
 *
 * @param folder where the data lies, made if it is not there. Absent: in memory, gone with the process
 * @param standBy told `true` if another has the folder, and `false` when this one takes over
 */
export const openPGliteEngine = async (
  folder?: string,
  standBy: (stands: boolean) => void = () => undefined,
): Promise<Engine> => {
  let release: Release | undefined;
  /** PGlite asks for this when all is loaded, and nothing of the folder is read yet. */
  const initialSyncFs = async (): Promise<void> => {
    if (folder !== undefined) release = await lockFolder(folder, standBy);
  };
  const database = await PGlite.create(
    folder === undefined ? {} : { fs: Object.assign(new NodeFS(folder), { initialSyncFs }) },
  );
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
    async close() {
      await database.close();
      release?.();
    },
  });
};

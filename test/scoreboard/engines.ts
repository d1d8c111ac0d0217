import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type EngineName = 'pglite' | 'postgres' | 'jetstream';

export const ENGINES: readonly EngineName[] = ['pglite', 'postgres', 'jetstream'];

/** A real engine on this machine, for as long as a run takes. */
export interface RunningEngine {
  readonly name: EngineName;
  /** Of what keeps the data. */
  serverVersion(): Promise<string>;
  /** Its processes, without those that these started. Absent: it lives in the gateway's. */
  pids?(): readonly number[];
  /** How many gateways may stand on it at once. */
  readonly gateways: number;
  /** Whether another gateway may stand by until one of them ends. */
  readonly standby?: boolean;
  /** What a gateway has to be told to find it. `run` keeps runs apart. */
  settings(run: string): Promise<Readonly<Record<string, string>>>;
  /** Makes a part of the engine itself crash (nothing is finished, nothing said) and starts it again; says what. Absent: it dies with the gateway. */
  disturb?(): Promise<string>;
  remove(): Promise<void>;
}

const pglite = (): RunningEngine => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-chat-scoreboard-'));
  return {
    name: 'pglite',
    async serverVersion() {
      const { PGlite } = await import('@electric-sql/pglite');
      const memory = await PGlite.create();
      const { rows } = await memory.query<{ server_version: string }>('SHOW server_version');
      await memory.close();
      return rows[0]?.server_version ?? '';
    },
    gateways: 1,
    standby: true,
    settings: (run) => Promise.resolve({ GATEWAY_DATA: join(folder, run) }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const postgres = async (): Promise<RunningEngine> => {
  const { startPostgres } = await import('../support/start-postgres.mjs');
  const server = await startPostgres();
  return {
    name: 'postgres',
    async serverVersion() {
      const { default: pg } = await import('pg');
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      await client.end();
      return rows[0]?.server_version ?? '';
    },
    pids: () => [server.pid()],
    gateways: 2,
    settings: async (run) => ({ DATABASE_URL: await server.database(`run_${run}`) }),
    async disturb() {
      await server.stop('immediate');
      await server.start();
      return 'postgres';
    },
    remove: () => server.remove(),
  };
};

const jetstream = async (): Promise<RunningEngine> => {
  const { startNats } = await import('../support/start-nats.mjs');
  const { ensureNats, natsVersion } = await import('../support/find-nats.mjs');
  const servers = await startNats({ nodes: 3 });
  let turn = 0;
  return {
    name: 'jetstream',
    serverVersion: () => Promise.resolve(natsVersion(ensureNats()) ?? ''),
    pids: () => [0, 1, 2].map((node) => servers.pid(node) ?? 0),
    gateways: 2,
    settings: (run) =>
      Promise.resolve({
        NATS_URL: servers.servers.join(','),
        NATS_REPLICAS: '3',
        NATS_PREFIX: `run-${run}`,
      }),
    async disturb() {
      const node = turn++ % 3;
      await servers.kill(node);
      await servers.start(node);
      await servers.whole();
      return `node-${node}`;
    },
    remove: () => servers.remove(),
  };
};

/** Starts an engine; installs what is missing where that is possible. */
export const startEngine = (name: EngineName): RunningEngine | Promise<RunningEngine> =>
  ({ pglite, postgres, jetstream })[name]();

import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Engine } from '../../engine.js';
import type { Query, Row, Statement } from './sql.js';
import { createSqlEngine } from './sql-engine.js';

export interface PostgresOptions {
  /** Such as `postgres://user:password@host:5432/database`. */
  readonly url: string;
  /** Connections at most, without the two that listen and speak. Default 20. */
  readonly connections?: number;
  /** How often to look for commits of which no word came, because their gateway died: milliseconds. Default 5 s. */
  readonly recheckEvery?: number;
  /** Told what goes wrong in the background. */
  readonly onTrouble?: (error: unknown) => void;
}

/** How long a connection may take to open, or a statement to answer, in milliseconds. */
const PATIENCE = 5000;
/** Words that come within so long of the last that were spoken are spoken together, in milliseconds. */
const BREATH = 10;
/** When words cannot be spoken, they are spoken again after so long, in milliseconds. */
const SPEAK_AGAIN = 250;
const RECHECK_EVERY = 5000;
const CHANNEL = 'agent_chat';
/** Many words in one transaction, that waits for no flush: there is nothing in it that could be lost. */
const notify: Statement = {
  name: 'notify',
  text: `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', word) FROM unnest($1::text[]) AS word`,
};
/** How often the listening connection is asked whether it is alive: a cut cable says nothing by itself. */
const PULSE = 5000;
const LONGEST_PAUSE = 2000;

const within = async <T>(time: number, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${time} ms.`)), time);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

const queryOf =
  (client: pg.Pool | pg.ClientBase): Query =>
  async ({ name, text }, values = []) =>
    (await client.query<Row>({ name: `agent-chat-${name}`, text, values: [...values] })).rows;

/** The engine over a PostgreSQL server, for any number of gateways. */
export const openPostgresEngine = async (options: PostgresOptions): Promise<Engine> => {
  const { url, connections = 20, recheckEvery = RECHECK_EVERY, onTrouble = () => undefined } = options;
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: 'agent-chat-gateway',
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...config, max: connections, query_timeout: PATIENCE, idleTimeoutMillis: 60_000 });
  // Idle connections that break are replaced by the pool.
  pool.on('error', onTrouble);
  const query = queryOf(pool);
  // Of its own, so that words do not queue up behind commits.
  const speaker = new pg.Pool({ ...config, max: 1, query_timeout: PATIENCE });
  speaker.on('error', onTrouble);
  const { rows } = await pool.query<Row>(`SELECT current_setting('server_version') AS version`);

  /** Listens on a connection of its own, and on another when that breaks. */
  const listen = async (hear: (word: string) => void, gap: () => void): Promise<() => void> => {
    let stopped = false;
    let client: pg.Client | undefined;
    let timer: NodeJS.Timeout | undefined;
    let wait = 50;

    const connect = async (): Promise<void> => {
      const next = new pg.Client({ ...config, query_timeout: PATIENCE });
      const lost = (error: unknown): void => {
        next.removeAllListeners('notification');
        if (client !== next || stopped) return;
        client = undefined;
        clearTimeout(timer);
        onTrouble(error);
        void next.end().catch(() => undefined);
        again();
      };
      next.on('error', lost);
      next.on('end', () => lost(new Error('The listening connection has ended.')));
      next.on('notification', ({ payload }) => hear(payload ?? ''));
      try {
        await within(PATIENCE, next.connect());
        await next.query(`LISTEN ${CHANNEL}`);
      } catch (error) {
        void next.end().catch(() => undefined);
        throw error;
      }
      if (stopped) return void next.end().catch(() => undefined);
      client = next;
      wait = 50;
      const beat = (): void => {
        timer = setTimeout(() => {
          within(PATIENCE, next.query('SELECT 1')).then(beat, lost);
        }, PULSE);
      };
      beat();
    };

    const again = (): void => {
      timer = setTimeout(
        () => {
          connect().then(gap, (error: unknown) => {
            onTrouble(error);
            wait = Math.min(wait * 2, LONGEST_PAUSE);
            if (!stopped) again();
          });
        },
        wait * (0.5 + Math.random() / 2),
      );
    };

    await connect();
    return () => {
      stopped = true;
      clearTimeout(timer);
      void client?.end().catch(() => undefined);
    };
  };

  /** Words that wait for the ones before them, and whether some are being spoken. */
  let words: string[] = [];
  let speaking: Promise<void> | undefined;
  let closing = false;
  const speak = async (): Promise<void> => {
    while (words.length > 0) {
      const now = words;
      words = [];
      try {
        await queryOf(speaker)(notify, [now]);
        await pause(BREATH);
      } catch (error) {
        if (closing) return;
        onTrouble(error);
        words = [...now, ...words];
        await pause(SPEAK_AGAIN);
      }
    }
  };

  return createSqlEngine({
    name: 'postgres',
    serverVersion: String(rows[0]?.version).split(' ')[0] ?? '',
    query,
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const result = await work(queryOf(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((reason: unknown) => {
          broken = reason instanceof Error ? reason : new Error('It cannot roll back.');
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    run: async (script) => void (await pool.query(script)),
    announce(word) {
      words.push(word);
      speaking ??= speak().finally(() => {
        speaking = undefined;
      });
    },
    listen,
    recheckEvery,
    healthy: () =>
      within(2000, pool.query('SELECT 1')).then(
        () => true,
        () => false,
      ),
    async close() {
      closing = true;
      await speaking;
      await Promise.all([pool.end(), speaker.end()]);
    },
  });
};

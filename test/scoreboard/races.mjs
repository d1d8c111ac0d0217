// Claims each request by two agents at once, at two gateways where the engine takes two, and says how many won it.
// npm run races -- --engine=pglite|postgres|jetstream --races=300
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atTop } from '../support/at-top.mjs';
import { race } from './race.mjs';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'pglite' },
    races: { type: 'string', default: '300' },
    together: { type: 'string', default: '10' },
  },
});

/** @typedef {{gateways: number, env: Record<string, string>, remove: () => unknown}} Engine */

/** @type {Record<string, () => Promise<Engine>>} */
const engines = {
  async pglite() {
    const folder = mkdtempSync(join(tmpdir(), 'agent-chat-races-'));
    return {
      gateways: 1,
      env: { GATEWAY_DATA: join(folder, 'data') },
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  async postgres() {
    const { startPostgres } = await import('../support/start-postgres.mjs');
    const server = await startPostgres();
    return { gateways: 2, env: { DATABASE_URL: await server.database('races') }, remove: () => server.remove() };
  },
  async jetstream() {
    // Named by a variable: where this engine is not there, nothing else needs it.
    const place = '../support/start-nats.mjs';
    const { startNats } = await import(place);
    const cluster = await startNats({ nodes: 3 });
    return {
      gateways: 2,
      env: { NATS_URL: cluster.servers.join(','), NATS_REPLICAS: '3' },
      remove: () => cluster.remove(),
    };
  },
};

const secrets = {
  AGENT_JWT_SECRET: randomBytes(32).toString('hex'),
  END_USER_JWT_SECRET: randomBytes(32).toString('hex'),
};

/**
 * @param {Record<string, string>} env
 * @returns {Promise<{url: string, serverVersion: string, stop: () => Promise<unknown>}>}
 */
const startGateway = async (env) => {
  const child = fork(atTop('gateway/dist/main.js'), [], {
    env: {
      ...process.env,
      ...secrets,
      ...env,
      ...{ DEMO: '1', GATEWAY_PORT: '0', LOG_LEVEL: 'error', FRAMES_PER_SECOND: '100000', FRAME_BURST: '100000' },
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  const told = await Promise.race([
    new Promise((resolve) => {
      child.once('message', resolve);
    }),
    ended.then(() => {
      throw new Error('A gateway did not start.');
    }),
  ]);
  return {
    ...told,
    // By the address it is bound to: `localhost` may be another one.
    url: told.url.replace('localhost', '127.0.0.1'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const open = engines[values.engine];
if (open === undefined) throw new Error(`--engine wants one of ${Object.keys(engines).join(', ')}.`);
const engine = await open();
try {
  const gateways = await Promise.all(Array.from({ length: engine.gateways }, () => startGateway(engine.env)));
  try {
    const urls = gateways.map(({ url }) => url);
    const outcome = await race({
      urls,
      races: Number(values.races),
      together: Number(values.together),
      async tokenOf(role, sub) {
        const answer = await fetch(`${urls[0]}/demo/token`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ role, sub, channel: 'web' }),
        });
        const { token } = /** @type {{token: string}} */ (await answer.json());
        return token;
      },
    });
    const good = outcome.doubleWinners === 0 && outcome.noWinner === 0 && outcome.others === 0;
    console.log(`${outcome.races} requests claimed by two agents at once: ${outcome.doubleWinners} won by both.`);
    const { serverVersion = '' } = gateways[0] ?? {};
    console.log(JSON.stringify({ engine: values.engine, serverVersion, gateways: urls.length, ...outcome }));
    process.exitCode = good ? 0 : 1;
  } finally {
    await Promise.all(gateways.map(({ stop }) => stop()));
  }
} finally {
  await engine.remove();
}

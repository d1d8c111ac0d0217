// A NATS server of one's own, or a cluster, for tests and measurements: on free loopback ports, in folders of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureNats } from './find-nats.mjs';
import { freePorts } from './free-ports.mjs';

/** How long a cluster may take to have leaders again, in ms: an election takes up to 9 s. */
const PATIENCE = 40_000;

/**
 * Starts `nodes` servers with JetStream. `sync`: whether each write is on disk before it is acknowledged, as it should be
 * where power can fail.
 * @param {{ nodes?: 1 | 3, sync?: boolean }} [options]
 * @returns {Promise<{
 *   servers: string[],
 *   monitors: string[],
 *   leaderOf: (stream: string) => Promise<number>,
 *   pid: (node: number) => number | undefined,
 *   kill: (node: number, signal?: NodeJS.Signals) => Promise<void>,
 *   freeze: (node: number) => Promise<void>,
 *   thaw: (node: number) => void,
 *   start: (node: number) => Promise<void>,
 *   whole: () => Promise<void>,
 *   remove: () => Promise<void>,
 * }>} `leaderOf` waits for one; `kill` kills as by -9; a frozen node keeps its connections and does nothing; `whole` resolves when every node has all that the others have
 */
export async function startNats({ nodes = 1, sync = false } = {}) {
  const program = ensureNats();
  const folder = mkdtempSync(join(tmpdir(), 'agent-chat-nats-'));
  const ports = await freePorts(nodes * 3);
  const places = Array.from({ length: nodes }, (_, node) => {
    const [client = 0, route = 0, monitor = 0] = ports.slice(node * 3);
    return { client, route, monitor };
  });
  const cluster = places.map(({ route }) => `nats://127.0.0.1:${route}`);
  for (const [node, { client, route, monitor }] of places.entries()) {
    const settings = {
      server_name: `node-${node}`,
      listen: `127.0.0.1:${client}`,
      http: `127.0.0.1:${monitor}`,
      jetstream: { store_dir: join(folder, `node-${node}`), ...(sync ? { sync_interval: 'always' } : {}) },
      ...(nodes === 1 ? {} : { cluster: { name: 'chats', listen: `127.0.0.1:${route}`, routes: cluster } }),
    };
    // Its format takes JSON, too.
    writeFileSync(join(folder, `node-${node}.conf`), JSON.stringify(settings));
  }
  /** @type {(import('node:child_process').ChildProcess | undefined)[]} */
  const running = places.map(() => undefined);

  /** @param {number} node @param {string} path */
  const ask = async (node, path) => {
    const answer = await fetch(`http://127.0.0.1:${places[node]?.monitor}${path}`, {
      signal: AbortSignal.timeout(2000),
    });
    return answer.json();
  };

  /**
   * Asks until there is an answer.
   * @template T
   * @param {string} what
   * @param {() => Promise<T | undefined>} question
   * @param {number} [patience]
   * @returns {Promise<T>}
   */
  const until = async (what, question, patience = PATIENCE) => {
    for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
      const answer = await question().catch(() => undefined);
      if (answer !== undefined) return answer;
    }
    throw new Error(`${what}: not within ${patience} ms.`);
  };

  const alive = () => [...running.keys()].filter((node) => running[node] !== undefined);

  /**
   * The streams that a node knows, with their clusters.
   * @param {number} node
   * @returns {Promise<{ name: string, cluster?: { leader?: string, replicas?: { current?: boolean, offline?: boolean }[] } }[]>}
   */
  const streams = async (node) => {
    const { account_details: accounts = [] } = await ask(node, '/jsz?streams=true');
    return accounts.flatMap((/** @type {{ stream_detail?: [] }} */ account) => account.stream_detail ?? []);
  };

  /** @param {number} node */
  const start = async (node) => {
    const server = spawn(program, ['-c', join(folder, `node-${node}.conf`)], { stdio: 'ignore' });
    running[node] = server;
    server.once('exit', () => {
      if (running[node] === server) running[node] = undefined;
    });
    await until(`node ${node} starts`, async () => {
      if (running[node] === undefined) throw new Error(`Node ${node} ended at once.`);
      return ask(node, '/varz');
    });
  };

  /** @type {(node: number, signal?: NodeJS.Signals) => Promise<void>} */
  const kill = async (node, signal = 'SIGKILL') => {
    const server = running[node];
    if (server === undefined) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  };

  /** @param {number} node */
  const freeze = async (node) => {
    const server = running[node];
    server?.kill('SIGSTOP');
    // On a busy machine some of its threads run on until the one that was told gets its turn.
    await until(`node ${node} stands still`, async () => {
      const [, state] = /^State:\s+(\w)/m.exec(readFileSync(`/proc/${server?.pid}/status`, 'utf8')) ?? [];
      return state === 'T' || undefined;
    });
  };

  /** @param {number} [patience] */
  const whole = async (patience) => {
    const question = async () => {
      const known = new Set();
      const led = new Set();
      for (const node of alive()) {
        const { meta_cluster: meta } = await ask(node, '/jsz');
        if (nodes > 1 && (!meta?.leader || meta.cluster_size < nodes)) return undefined;
        for (const { name, cluster } of nodes > 1 ? await streams(node) : []) {
          known.add(name);
          if (cluster?.leader !== `node-${node}`) continue;
          if (cluster.replicas?.some(({ current, offline }) => current !== true || offline === true)) return undefined;
          led.add(name);
        }
      }
      // One that has no leader takes nothing.
      return led.size === known.size || undefined;
    };
    await until('the cluster is whole', question, patience);
  };

  // A run that is stopped half-way leaves no servers behind.
  const killAll = () => running.forEach((server) => server?.kill('SIGKILL'));
  process.once('exit', killAll);
  await Promise.all(places.map((_, node) => start(node)));
  try {
    await whole(8000);
  } catch {
    // Of three that start at the same moment, one can be left out of the cluster (2.10.27: in 1 of 30 starts), until it
    // starts again.
    for (const node of places.keys()) {
      await kill(node, 'SIGTERM');
      await start(node);
    }
    await whole();
  }
  return {
    servers: places.map(({ client }) => `nats://127.0.0.1:${client}`),
    monitors: places.map(({ monitor }) => `http://127.0.0.1:${monitor}`),
    leaderOf: (stream) =>
      until(`${stream} has a leader`, async () => {
        for (const node of alive()) {
          const found = (await streams(node)).find(({ name }) => name === stream);
          const leader = Number(found?.cluster?.leader?.slice('node-'.length) ?? NaN);
          // Those who have not noticed its death still name it.
          if (running[leader] !== undefined) return leader;
        }
        return nodes === 1 ? 0 : undefined;
      }),
    pid: (node) => running[node]?.pid,
    kill,
    freeze,
    thaw: (node) => void running[node]?.kill('SIGCONT'),
    start,
    whole: () => whole(),
    async remove() {
      process.off('exit', killAll);
      await Promise.all(running.map((_, node) => kill(node)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

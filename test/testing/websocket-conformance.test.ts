import { pino } from 'pino';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { WebSocket } from 'ws';
import { createGateway, type Gateway } from '../../gateway/src/create-gateway.js';
import type { Engine } from '../../gateway/src/engine.js';
import { openPGliteEngine } from '../../gateway/src/engines/sql/pglite.js';
import { fixedPolicy } from '../../gateway/src/policy-file.js';
import { createTokens, issueToken } from '../../gateway/src/tokens.js';
import { createWebSocketConnector, createWebSocketEndUser } from '../../src/connectors/websocket/index.js';
import { newId, type ChatConnector } from '../../src/core/index.js';
import {
  connectorConformance,
  createFaultPlan,
  createFaultySocket,
  type ConformanceHarness,
  type FaultPlan,
  type FaultRule,
} from '../../src/testing/index.js';
import { asEndUser } from './support/as-end-user.js';

const AGENTS = 'a secret for agents that is long enough';
const END_USERS = 'a secret for end users, long enough';
const HOUR = 3_600_000;

/** One gateway on PGlite for all clauses; each has people of its own. */
let engine: Engine;
let gateway: Gateway;
beforeAll(async () => {
  engine = await openPGliteEngine();
  const tokens = createTokens({ agents: { secret: AGENTS }, endUserSecret: END_USERS, now: Date.now });
  const policy = fixedPolicy({ dispositions: { default: [{ id: 'other', name: 'Other' }] } });
  const log = pino({ level: 'silent' });
  gateway = await createGateway({ engine, tokens, log, host: '127.0.0.1', heartbeat: 0.4, policy });
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await engine.close();
});

/** What a bad network does to frames, at random, beside being cut off. */
const badNetwork: readonly FaultRule[] = [
  { do: 'delay', ms: [1, 25], chance: 0.2 },
  { do: 'duplicate', chance: 0.1 },
  { do: 'reorder', way: 'in', chance: 0.05 },
];

const makeHarness = (how: 'reset' | 'black-hole', rules: readonly FaultRule[]) => (): ConformanceHarness => {
  const url = `${gateway.url.replace('http', 'ws')}/chat`;
  const plans = new Map<ChatConnector, FaultPlan>();
  const endUsers: { close(): void }[] = [];
  const run = newId();
  let seed = 0;
  return {
    openAgent(name) {
      const agent = `${name}-${run}`;
      const plan = createFaultPlan({ rules, seed: (seed += 1) });
      const connector = createWebSocketConnector({
        url,
        agent,
        getToken: () => issueToken(AGENTS, { sub: agent, role: 'agent' }, Date.now() + HOUR),
        WebSocket: createFaultySocket(WebSocket, plan),
        patience: 400,
        // Comes back as soon as it may: the pauses are tested elsewhere.
        random: () => 0,
      });
      plans.set(connector, plan);
      return connector;
    },
    async openEndUser(claims) {
      const sub = newId();
      const getToken = () => issueToken(END_USERS, { sub, role: 'end-user', ...claims }, Date.now() + HOUR);
      const endUser = createWebSocketEndUser({ url, id: sub, getToken, WebSocket: WebSocket as never });
      endUsers.push(endUser);
      await endUser.ready;
      return asEndUser(endUser);
    },
    cut: (connector) => plans.get(connector)?.cut(how),
    restore: (connector) => plans.get(connector)?.restore(),
    close: () => endUsers.forEach((endUser) => endUser.close()),
  };
};

for (const [how, words, rules] of [
  ['reset', 'whose connections break', []],
  ['black-hole', 'whose connections fall silent', []],
  ['reset', 'on a bad network', badNetwork],
] as const)
  connectorConformance(
    `the websocket connector over a gateway on PGlite, ${words}:`,
    { describe, it },
    {
      capabilities: {
        delivery: 'idempotent',
        network: true,
        history: true,
        dispositions: true,
        summary: true,
        longestText: 8000,
      },
      patience: 4000,
      quiet: 40,
      make: makeHarness(how, rules),
    },
  );

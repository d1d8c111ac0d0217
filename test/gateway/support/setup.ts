import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createGateway, type Gateway, type GatewayOptions } from '../../../gateway/src/create-gateway.js';
import { createTokens, issueToken } from '../../../gateway/src/tokens.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import { connect, type Client } from './client.js';
import { createMemoryEngine, type MemoryEngine } from './memory-engine.js';

export const AGENT_SECRET = 'a secret for agents that is long enough';
export const END_USER_SECRET = 'a secret for end users, long enough';
export const NOW = 1_700_000_000_000;

export interface Setup {
  readonly engine: MemoryEngine;
  readonly gateway: Gateway;
  readonly clock: ManualClock;
  /** What was logged, as it was written. */
  readonly logged: readonly string[];
  /** Another gateway on the same engine. */
  another(): Promise<Gateway & { readonly engine: MemoryEngine }>;
  agentToken(sub: string, claims?: object): Promise<string>;
  endUserToken(sub: string, claims?: object): Promise<string>;
  /** An agent whose snapshot has come. */
  agent(
    sub: string,
    options?: { claims?: object; cursors?: Record<string, number>; at?: Gateway; dead?: boolean },
  ): Promise<Client>;
  /** An end user whose first conversation has come. */
  endUser(sub: string, options?: { claims?: object; cursors?: Record<string, number>; at?: Gateway }): Promise<Client>;
  /** An agent and an end user in an active chat, what they heard before forgotten. */
  chat(): Promise<{ readonly ada: Client; readonly nadia: Client; readonly chatId: string }>;
}

let ids = 0;

export const message = (text: string, id = `m-${(ids += 1)}`): { id: string; text: string; time: number } => ({
  id,
  text,
  time: NOW,
});

/** A gateway over an engine in memory, with a clock that stands, and real sockets. */
export const setup = async (options: Partial<GatewayOptions> = {}): Promise<Setup> => {
  const engine = createMemoryEngine();
  const clock = createManualClock(NOW);
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const tokens = createTokens({
    agents: { secret: AGENT_SECRET },
    endUserSecret: END_USER_SECRET,
    now: () => clock.now(),
  });
  const start = async (on: MemoryEngine): Promise<Gateway> => {
    const gateway = await createGateway({ engine: on, tokens, log, clock, host: '127.0.0.1', ...options });
    onTestFinished(() => gateway.close());
    return gateway;
  };
  const gateway = await start(engine);

  const it: Setup = {
    engine,
    gateway,
    clock,
    logged,
    async another() {
      const other = engine.another();
      return { ...(await start(other)), engine: other };
    },
    agentToken: (sub, claims = {}) =>
      issueToken(AGENT_SECRET, { ...claims, sub, role: 'agent' }, clock.now() + 3_600_000),
    endUserToken: (sub, claims = {}) =>
      issueToken(END_USER_SECRET, { channel: 'web', ...claims, sub, role: 'end-user' }, clock.now() + 3_600_000),
    async agent(sub, { claims, cursors, at = gateway, dead = false } = {}) {
      const token = await it.agentToken(sub, claims);
      const client = await connect(at.url, { token, dead, ...(cursors && { cursors }) });
      await client.heard('snapshot', ({ last }) => last);
      return client;
    },
    async endUser(sub, { claims, cursors, at = gateway } = {}) {
      const client = await connect(at.url, { token: await it.endUserToken(sub, claims), ...(cursors && { cursors }) });
      await client.heard('conversation');
      return client;
    },
    async chat() {
      const ada = await it.agent('ada');
      const nadia = await it.endUser('nadia');
      await nadia.ask({ type: 'write', message: message('Hello') });
      const { chatId } = await nadia.heard('conversation', ({ state }) => state === 'waiting');
      await ada.heard('chat');
      await ada.ask({ type: 'accept', chatId });
      await nadia.heard('conversation', ({ state }) => state === 'active');
      ada.forget();
      nadia.forget();
      return { ada, nadia, chatId: chatId! };
    },
  };
  return it;
};

import { randomBytes } from 'node:crypto';
import { given } from '../../src/core/index.js';
import type { Limits } from '../../src/wire/index.js';
import type { Origins } from './origins.js';
import type { AgentKeys } from './tokens.js';

type Env = Readonly<Record<string, string | undefined>>;

/** What is set by the environment. */
export interface Settings {
  readonly port: number;
  readonly host?: string;
  readonly engine:
    | { readonly name: 'pglite'; readonly folder?: string }
    | { readonly name: 'postgres'; readonly url: string; readonly connections?: number }
    // This engine has settings of its own, and reads them itself.
    | { readonly name: 'jetstream'; readonly env: Env };
  readonly agents: AgentKeys;
  readonly endUserSecret?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly origins?: Origins;
  readonly policyFile?: string;
  readonly limits: Partial<Limits>;
  readonly socketsPerAddress?: number;
  readonly proxies?: number;
  /** Seconds. */
  readonly heartbeat?: number;
  /** Milliseconds. */
  readonly grace?: number;
  readonly logLevel: string;
  /** Whether anyone on this machine gets tokens. */
  readonly demo: boolean;
  /** Where the other gateways are, and what they and this one know of each other by. */
  readonly peers?: { readonly addresses: readonly string[]; readonly secret: string };
  /** The channels from outside, as JSON; read by `readWebhooks`. */
  readonly webhooks?: string;
}

/** Something in the environment that cannot be used: its name, and what it wants. */
export class SettingsError extends Error {
  constructor(name: string, wants: string) {
    super(`${name} ${wants}.`);
    this.name = 'SettingsError';
  }
}

const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Reads the environment. In a demo, secrets that are not given are made up.
 *
 * @throws SettingsError naming the first variable that cannot be used.
 */
export const readSettings = (env: Env): Settings => {
  const text = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const number = (name: string, least: number, most: number): number | undefined => {
    const given_ = text(name);
    if (given_ === undefined) return undefined;
    const value = Number(given_);
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    throw new SettingsError(name, `wants a number from ${least} to ${most}`);
  };
  const secret = (name: string): string | undefined => {
    const value = text(name);
    if (value !== undefined && Buffer.byteLength(value) < 32) throw new SettingsError(name, 'wants 32 bytes at least');
    return value;
  };

  const demo = text('DEMO') === '1';
  const madeUp = (): string | undefined => (demo ? randomBytes(32).toString('base64url') : undefined);
  const url = text('DATABASE_URL');
  const nats = text('NATS_URL');
  const folder = text('GATEWAY_DATA');
  const agents: AgentKeys = given({
    secret: secret('AGENT_JWT_SECRET'),
    publicKey: text('AGENT_JWT_PUBLIC_KEY')?.replaceAll('\\n', '\n'),
    jwksUrl: text('AGENT_JWKS_URL'),
  });
  const ways = Object.keys(agents).length;
  if (ways > 1)
    throw new SettingsError(
      'AGENT_JWT_SECRET, AGENT_JWT_PUBLIC_KEY, AGENT_JWKS_URL',
      'are ways of which one is wanted',
    );
  const madeUpAgents = ways === 0 ? given({ secret: madeUp() }) : agents;
  if (Object.keys(madeUpAgents).length === 0)
    throw new SettingsError(
      'AGENT_JWT_SECRET, AGENT_JWT_PUBLIC_KEY or AGENT_JWKS_URL',
      'is needed, or DEMO=1 on your own machine',
    );

  const origins = text('ORIGINS');
  const peers = text('PEERS');
  const peerSecret = secret('PEER_SECRET');
  if (peers !== undefined && peers !== 'none' && peerSecret === undefined)
    throw new SettingsError('PEER_SECRET', 'is needed with PEERS, the same for all gateways');
  if (url !== undefined && nats !== undefined)
    throw new SettingsError('DATABASE_URL and NATS_URL', 'are engines of which one is wanted');
  return {
    port: number('GATEWAY_PORT', 0, 65_535) ?? 8001,
    engine:
      url !== undefined
        ? { name: 'postgres', url, ...given({ connections: number('DATABASE_CONNECTIONS', 1, 1000) }) }
        : nats !== undefined
          ? { name: 'jetstream', env }
          : // Without a folder everything would be gone with the process: said, not guessed.
            { name: 'pglite', ...given({ folder: folder === 'memory' ? undefined : (folder ?? 'agent-chat-data') }) },
    agents: madeUpAgents,
    limits: given({
      framesPerSecond: number('FRAMES_PER_SECOND', 0.1, 1e6),
      burst: number('FRAME_BURST', 1, 1e6),
    }),
    logLevel: text('LOG_LEVEL') ?? 'info',
    demo,
    ...given({
      host: text('GATEWAY_HOST') ?? (demo ? '127.0.0.1' : undefined),
      endUserSecret: secret('END_USER_JWT_SECRET') ?? madeUp(),
      issuer: text('JWT_ISSUER'),
      audience: text('JWT_AUDIENCE'),
      origins: origins === undefined ? undefined : origins === '*' ? ('any' as const) : list(origins),
      policyFile: text('POLICY_FILE'),
      socketsPerAddress: number('SOCKETS_PER_ADDRESS', 0, 1e6),
      proxies: number('TRUST_PROXY', 0, 10),
      heartbeat: number('HEARTBEAT', 0.1, 3600),
      grace: secondsAsMs(number('END_USER_GRACE', 0, 86_400)),
      peers:
        peers === undefined ? undefined : { addresses: peers === 'none' ? [] : list(peers), secret: peerSecret ?? '' },
      webhooks: text('WEBHOOKS'),
    }),
  };
};

const secondsAsMs = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

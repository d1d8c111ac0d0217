import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import {
  jetstream,
  JetStreamApiError,
  type JetStreamClient,
  jetstreamManager,
  type JetStreamManager,
} from '@nats-io/jetstream';
import {
  connect,
  credsAuthenticator,
  errors,
  type NatsConnection,
  type NodeConnectionOptions,
} from '@nats-io/transport-node';
import { given } from '../../../../src/core/index.js';

/** How to reach and enter a NATS account. */
export interface LinkOptions {
  readonly servers: readonly string[];
  readonly user?: string;
  readonly password?: string;
  readonly token?: string;
  /** A path of a credentials file. */
  readonly credentials?: string;
  /** Paths of PEM files. Any of them asks for TLS. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  /** How long, in ms, something is tried again before it rejects. Longer than an election takes. */
  readonly patience?: number;
}

/** One try's time. If a node dies with a request in its hands, the next try soon goes to who leads by then. */
const REQUEST_TIME = 750;

/** A leader that is killed is missed after 4 to 9 s, which is built into nats-server. */
const PATIENCE = 15_000;

export interface Link {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  readonly patience: number;
  /** What the node says of itself that it is connected to, or was last. */
  server(): { readonly version: string; readonly max_payload: number };
  isConnected(): boolean;
  /** Calls `run` whenever the connection is there again, perhaps to another node. */
  onReconnect(run: () => void): void;
  /** Repeats what fails only for now, for as long as `patience`. */
  patiently<T>(attempt: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What cannot work with this server, in words for who runs it. */
export class Unsuitable extends Error {}

/** "No suitable peers for placement": a node of the cluster is not there yet. */
const NO_PEERS = 10005;

/** Whether trying again can help: a refusal of what was asked stays one. */
const isPassing = (error: unknown): boolean => {
  if (error instanceof JetStreamApiError) {
    return error.status >= 500 || error.status === 408 || error.status === 409 || error.code === NO_PEERS;
  }
  return !(
    error instanceof errors.InvalidArgumentError ||
    error instanceof errors.PermissionViolationError ||
    error instanceof errors.AuthorizationError ||
    error instanceof Unsuitable ||
    error instanceof TypeError
  );
};

/** Repeats what fails only for now, until it works, `patience` ms are over or `over()`. */
const repeat = async <T>(attempt: () => Promise<T>, patience: number, over: () => boolean): Promise<T> => {
  const end = performance.now() + patience;
  for (let wait = 20; ; wait = Math.min(wait * 2, 200)) {
    try {
      return await attempt();
    } catch (error) {
      if (over() || !isPassing(error) || performance.now() + wait > end) throw error;
    }
    await pause(wait * (0.5 + Math.random()));
  }
};

const connectionOptions = async (options: LinkOptions): Promise<NodeConnectionOptions> => ({
  servers: [...options.servers],
  name: 'agent-chat-gateway',
  timeout: 3000,
  maxReconnectAttempts: -1,
  ignoreAuthErrorAbort: true,
  reconnectTimeWait: 100,
  reconnectJitter: 100,
  // A cut that nobody tells of is found in 4 to 6 s.
  pingInterval: 2000,
  maxPingOut: 2,
  ...given({
    user: options.user,
    pass: options.user === undefined ? undefined : (options.password ?? ''),
    token: options.token,
    authenticator:
      options.credentials === undefined
        ? undefined
        : credsAuthenticator(new Uint8Array(await readFile(options.credentials))),
    tls: options.tls && given({ caFile: options.tls.ca, certFile: options.tls.cert, keyFile: options.tls.key }),
  }),
});

/** Connects, and stays connected for good. Rejects if there is no server within `patience`. */
export const openLink = async (options: LinkOptions): Promise<Link> => {
  const patience = options.patience ?? PATIENCE;
  const settings = await connectionOptions(options);
  const nc = await repeat(
    () => connect(settings),
    patience,
    () => false,
  );
  let connected = true;
  // While it looks for another node, the client knows of none.
  let server = nc.info;
  const reconnected = new Set<() => void>();
  const follow = async (): Promise<void> => {
    for await (const { type } of nc.status()) {
      if (type === 'disconnect' || type === 'close') connected = false;
      if (type !== 'reconnect') continue;
      connected = true;
      for (const run of reconnected) run();
    }
  };
  void follow();
  return {
    nc,
    js: jetstream(nc, { timeout: REQUEST_TIME }),
    jsm: await jetstreamManager(nc, { timeout: REQUEST_TIME, checkAPI: false }),
    patience,
    server: () => (server = nc.info ?? server) ?? { version: '', max_payload: Infinity },
    isConnected: () => connected && !nc.isClosed(),
    onReconnect: (run) => void reconnected.add(run),
    patiently: (attempt) => repeat(attempt, patience, () => nc.isClosed()),
    close: () => nc.close(),
  };
};

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import { given, systemClock, wakeAt, type Clock } from '../../src/core/index.js';
import { createExtractiveSummarizer } from '../../src/connectors/local/extractive-summarizer.js';
import { CLOSE, type Limits } from '../../src/wire/index.js';
import { createAddressLimit } from './address-limit.js';
import { beginSession } from './begin-session.js';
import type { Centre } from './centre.js';
import { createCommands } from './commands.js';
import { createConnection, type Connection } from './connection.js';
import { commandOfEndUser } from './end-user-session.js';
import type { Engine, StoredChat } from './engine.js';
import { createFrontDoor, type HttpAnswer, type HttpRoute } from './front-door.js';
import { startHub } from './hub.js';
import { DEFAULT_LIMITS } from './limits.js';
import { createMetrics, type Metrics } from './metrics.js';
import { meetNeighbours } from './neighbours.js';
import type { Origins } from './origins.js';
import { fixedPolicy, type PolicySource } from './policy-file.js';
import { createPresence } from './presence.js';
import { leave } from './rules/end-user-rules.js';
import { sendingTogether } from './sending-together.js';
import { sweepOnce } from './sweep.js';
import type { Tokens } from './tokens.js';
import { createTurns } from './turns.js';
import type { Relay } from './whispers.js';

export interface GatewayOptions {
  readonly engine: Engine;
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly policy?: PolicySource;
  /** Whose pages may connect. Default: those served from where the gateway is. */
  readonly origins?: Origins;
  readonly limits?: Partial<Limits>;
  /** How many sockets one address may have open, those of agents apart. Default 100; 0: any number. */
  readonly socketsPerAddress?: number;
  /** How many proxies stand before the gateway and say in `X-Forwarded-For` whom they speak for. Default 0. */
  readonly proxies?: number;
  readonly clock?: Clock;
  readonly port?: number;
  readonly host?: string;
  /** Seconds. Default 20. */
  readonly heartbeat?: number;
  /** After so long without a socket an end user has left, in milliseconds. Default 10 s. */
  readonly grace?: number;
  /** For how long an engine that fails is asked again before sockets are closed, in milliseconds. Default 8 s. */
  readonly patience?: number;
  /** How long a drain tells before it closes, in milliseconds. Default 500. */
  readonly notice?: number;
  /** Carries typing to the other gateways, where the engine does not. */
  readonly relay?: Relay & {
    /** Takes another gateway's connection; `false`: it is none. */
    readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  };
  /** Whether no other gateway stands on this engine. Default: with PGlite. */
  readonly alone?: boolean;
  /** What more this gateway does; made with what all sessions share. */
  readonly extend?: (centre: Centre, metrics: Metrics) => Extension;
}

export interface Extension {
  readonly route?: HttpRoute;
  /** An agent's message was kept. */
  readonly said?: (chat: StoredChat) => void;
  /** Ends what it does in the background. May be called twice. */
  readonly close?: () => void;
}

export interface Gateway {
  /** Such as `http://localhost:8001`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Tells everyone, takes nothing new in, finishes what is under way, closes. */
  drain(): Promise<void>;
  /** Closes at once. The engine stays open: it is whose it was. */
  close(): Promise<void>;
}

/** How often the sockets are looked at for silence and expiry, in milliseconds. */
const LOOK_EVERY = 1000;
/** How often chats are looked for whose end user is nowhere, in milliseconds. */
const SWEEP_EVERY = 60_000;
/** How long a drain waits for what is under way, in milliseconds. */
const DRAIN_WITHIN = 10_000;

/** Starts a gateway: sockets at `/chat`, `/healthz`, `/readyz`, `/metrics`, and what else its routes answer. */
export const createGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { engine, tokens, log, clock = systemClock, origins = 'same', host, port = 0 } = options;
  const { heartbeat = 20, grace = 10_000, patience = 8000, notice = 500 } = options;
  const { policy = fixedPolicy(), alone = engine.name === 'pglite' } = options;
  const { socketsPerAddress = 100, proxies = 0 } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const connections = new Set<Connection>();
  let draining = false;

  const onTrouble = (error: unknown): void => {
    metrics.gaps.inc();
    log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'engine trouble');
  };
  const metrics = createMetrics({
    engine: engine.name,
    countSockets: (role) => [...connections].filter((it) => (it.role ?? 'unknown') === role).length,
  });
  const hub = await startHub({ engine, clock, onTrouble });
  const turns = createTurns();

  const leaveUnasked = (endUserId: string): void => {
    commandOfEndUser(centre, endUserId, { decide: (latest) => leave(latest, false, clock.now()) }).catch(onTrouble);
  };
  const presence = createPresence({ clock, grace, onLeft: leaveUnasked });
  const { whispers, tellTyping, tellHere, onHere } = meetNeighbours(engine, options.relay, hub, presence);

  const carryOut = createCommands({
    engine,
    hub,
    clock,
    patience,
    onCommit(won, took) {
      metrics.commits.inc({ outcome: won ? 'won' : 'lost' });
      metrics.commitSeconds.observe(took / 1000);
    },
    onTrouble,
  });
  const centre: Centre = {
    engine,
    hub,
    turns,
    clock,
    policy,
    limits,
    presence,
    summarizer: createExtractiveSummarizer(),
    async run(command) {
      const outcome = await carryOut(command);
      if (outcome.refusal === undefined && outcome.chat !== undefined && outcome.message?.author === 'agent')
        extension?.said?.(outcome.chat);
      return outcome;
    },
    ...{ tellTyping, tellHere, onHere },
    onRefused: (code) => metrics.refusals.inc({ code }),
  };
  const extension = options.extend?.(centre, metrics);

  const accept = (socket: WebSocket, stream: Duplex, giveBack: () => void): void => {
    const openedAt = clock.now();
    const connection = createConnection({
      socket: sendingTogether(socket, stream),
      clock,
      limits,
      heartbeat,
      verify: (token) => tokens.verify(token),
      begin(identity, hello, it) {
        // A whole office of agents may stand behind one address, and their tokens say who they are.
        if (identity.role === 'agent') giveBack();
        return beginSession(centre, heartbeat, onTrouble, identity, hello, it);
      },
      onFrame: (type) => metrics.frames.inc({ type }),
      onTrouble: (code) => metrics.troubles.inc({ code }),
      onClosed: (code, reason) => {
        metrics.closes.inc({ code: String(code) });
        log.info({ role: connection.role, code, reason, ms: clock.now() - openedAt }, 'socket closed');
      },
      onError: onTrouble,
    });
    connections.add(connection);
    socket.on('message', (data: RawData, isBinary: boolean) => {
      connection.hear(isBinary ? data : (data as Buffer).toString('utf8'));
    });
    socket.on('pong', () => connection.alive());
    // A frame that breaks the protocol or is too long: `ws` closes by itself, and tells it here.
    socket.on('error', (error) => log.info({ error: error.message }, 'socket error'));
    socket.on('close', () => {
      connections.delete(connection);
      connection.gone();
    });
  };

  const answer = async (request: IncomingMessage, path: string): Promise<HttpAnswer> => {
    if (path === '/healthz') return { status: 200, body: 'alive\n' };
    if (path === '/readyz')
      return !draining && (await engine.healthy())
        ? { status: 200, body: 'ready\n' }
        : { status: 503, body: 'not ready\n' };
    if (path === '/metrics')
      return { status: 200, body: await metrics.registry.metrics(), type: metrics.registry.contentType };
    return (await extension?.route?.(request, path)) ?? { status: 404, body: 'There is nothing here.\n' };
  };
  const { server, sockets } = createFrontDoor({
    ...{ origins, frameBytes: limits.frameBytes, places: createAddressLimit(socketsPerAddress), proxies },
    isOpen: () => !draining,
    answer,
    upgrade: options.relay?.upgrade,
    onSocket: accept,
    onTrouble,
  });

  let stopLooking = (): void => undefined;
  const look = (): void => {
    for (const connection of connections) connection.look();
    stopLooking = wakeAt(clock, clock.now() + LOOK_EVERY, look);
  };
  look();

  let missing: ReadonlySet<string> = new Set();
  let stopSweeping = (): void => undefined;
  const sweep = (): void => {
    stopSweeping = wakeAt(clock, clock.now() + SWEEP_EVERY, () => {
      sweepOnce({ centre, whispers, alone, before: missing, leave: leaveUnasked }).then((now) => {
        missing = now;
      }, onTrouble);
      sweep();
    });
  };
  sweep();

  const closeAll = async (code: number, reason: string): Promise<void> => {
    for (const connection of connections) connection.close(code, reason);
    const gone = Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 1000))]);
    for (const socket of sockets) socket.terminate();
  };
  const shut = async (): Promise<void> => {
    stopLooking();
    stopSweeping();
    presence.stop();
    hub.close();
    whispers.close();
    extension?.close?.();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };

  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, ...given({ host }) }, () => resolve());
    });
  } catch (error) {
    await shut();
    throw error;
  }
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  log.info({ port: bound, engine: engine.name, version: engine.serverVersion }, 'listening');

  return {
    url: `http://localhost:${bound}`,
    port: bound,
    async drain() {
      if (draining) return;
      draining = true;
      log.info({ sockets: connections.size }, 'draining');
      presence.stop();
      // Not all of them come back at the same moment.
      for (const connection of connections)
        connection.tell({ type: 'going', retryAfter: Math.round(notice + Math.random() * 1000) });
      await new Promise<void>((resolve) => {
        wakeAt(clock, clock.now() + notice, resolve);
      });
      for (const connection of connections) connection.deafen();
      extension?.close?.();
      await Promise.race([turns.idle(), new Promise((resolve) => setTimeout(resolve, DRAIN_WITHIN))]);
      await closeAll(CLOSE.restart, 'restart');
      await shut();
    },
    async close() {
      draining = true;
      presence.stop();
      await closeAll(1001, 'closing');
      await shut();
    },
  };
};

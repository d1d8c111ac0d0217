import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { given, systemClock, wakeAt, type Clock } from '../../src/core/index.js';
import { createExtractiveSummarizer } from '../../src/connectors/local/extractive-summarizer.js';
import { CLOSE, SUBPROTOCOL, WIRE_VERSION, type HelloFrame, type Limits } from '../../src/wire/index.js';
import { addressOf, createAddressLimit } from './address-limit.js';
import { startAgentSession } from './agent-session.js';
import type { Centre, Session } from './centre.js';
import { createCommands } from './commands.js';
import { createConnection, type Connection } from './connection.js';
import { commandOfEndUser, startEndUserSession } from './end-user-session.js';
import type { Engine, StoredChat } from './engine.js';
import { startHub } from './hub.js';
import { DEFAULT_LIMITS } from './limits.js';
import { createMetrics, type Metrics } from './metrics.js';
import { isAllowedOrigin, type Origins } from './origins.js';
import { fixedPolicy, type PolicySource } from './policy-file.js';
import { createPresence } from './presence.js';
import { leave } from './rules/end-user-rules.js';
import { sendingTogether } from './sending-together.js';
import { sweepOnce } from './sweep.js';
import type { Identity, Tokens } from './tokens.js';
import { createTurns } from './turns.js';
import { createWhispers, type Relay, type TypingWord } from './whispers.js';

/** Something more that a gateway answers over HTTP. `undefined`: it is not for this path. */
export type HttpRoute = (request: IncomingMessage, path: string) => Promise<HttpAnswer> | undefined;

export interface HttpAnswer {
  readonly status: number;
  readonly body?: string;
  readonly type?: string;
}

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

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

const refuseUpgrade = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

const offers = ({ headers }: IncomingMessage): readonly string[] =>
  (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());

/** Starts a gateway: sockets at `/chat`, `/healthz`, `/readyz`, `/metrics`, and what else its routes answer. */
export const createGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { engine, tokens, log, clock = systemClock, origins = 'same', host, port = 0 } = options;
  const { heartbeat = 20, grace = 10_000, patience = 8000, notice = 500 } = options;
  const { policy = fixedPolicy(), alone = engine.name === 'pglite' } = options;
  const { socketsPerAddress = 100, proxies = 0 } = options;
  const places = createAddressLimit(socketsPerAddress);
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

  const relay: Relay | undefined =
    engine.whisper !== undefined && engine.onWhisper !== undefined
      ? {
          whisper: (text) => engine.whisper?.(text),
          onWhisper: (hear) => engine.onWhisper?.(hear) ?? (() => undefined),
        }
      : options.relay;
  const hereListeners = new Set<(endUserId: string) => void>();
  const hearTyping = (word: TypingWord): void => {
    for (const listener of word.role === 'agent' ? hub.ofAgent(word.to) : hub.ofEndUser(word.to)) listener.hear(word);
  };
  const whispers = createWhispers(relay, (word) => {
    if (word.type === 'typing') return hearTyping(word);
    if (word.type === 'here') {
      presence.isElsewhere(word.endUser);
      for (const hear of hereListeners) hear(word.endUser);
      return;
    }
    for (const endUser of word.endUsers) if (presence.has(endUser)) whispers.tell({ type: 'here', endUser });
  });

  const leaveUnasked = (endUserId: string): void => {
    commandOfEndUser(centre, endUserId, { decide: (latest) => leave(latest, false, clock.now()) }).catch(onTrouble);
  };
  const presence = createPresence({ clock, grace, onLeft: leaveUnasked });

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
    tellTyping(word) {
      hearTyping(word);
      whispers.tell(word);
    },
    tellHere: (endUser) => whispers.tell({ type: 'here', endUser }),
    onHere(hear) {
      hereListeners.add(hear);
      return () => void hereListeners.delete(hear);
    },
    onRefused: (code) => metrics.refusals.inc({ code }),
  };
  const extension = options.extend?.(centre, metrics);

  const begin = (identity: Identity, { cursors }: HelloFrame, connection: Connection): Session<never> => {
    const fail = (error: unknown): void => {
      onTrouble(error);
      connection.close(1011, 'trouble here');
    };
    const welcome = { type: 'welcome', version: WIRE_VERSION, serverTime: clock.now(), limits, heartbeat } as const;
    const common = { cursors, fail, centre, tell: connection.tell };
    if (identity.role === 'end-user') {
      const { opening } = identity;
      connection.tell({ ...welcome, endUser: opening.endUser.id });
      return startEndUserSession({ ...common, opening });
    }
    const { agent } = identity;
    const { channels, policy: layer } = policy.value;
    connection.tell({
      ...{ ...welcome, agent: agent.id },
      ...given({ abilities: channels, policy: layer && { ...layer } }),
    });
    return startAgentSession({ ...common, agent });
  };

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
        return begin(identity, hello, it);
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

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });

  const answerHttp = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const path = pathOf(request);
    if (path === '/healthz') return { status: 200, body: 'alive\n' };
    if (path === '/readyz')
      return !draining && (await engine.healthy())
        ? { status: 200, body: 'ready\n' }
        : { status: 503, body: 'not ready\n' };
    if (path === '/metrics')
      return { status: 200, body: await metrics.registry.metrics(), type: metrics.registry.contentType };
    return (await extension?.route?.(request, path)) ?? { status: 404, body: 'There is nothing here.\n' };
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answerHttp(request).then(
      ({ status, body = '', type = 'text/plain; charset=utf-8' }) => {
        response.writeHead(status, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }).end(body);
      },
      (error: unknown) => {
        onTrouble(error);
        response.writeHead(500).end();
      },
    );
  });
  server.on('upgrade', (request, socket, head) => {
    // What breaks before it is a WebSocket concerns nobody.
    socket.on('error', () => undefined);
    if (draining) return refuseUpgrade(socket, 503);
    if (options.relay?.upgrade?.(request, socket, head) === true) return;
    if (pathOf(request) !== '/chat') return refuseUpgrade(socket, 404);
    if (!isAllowedOrigin(origins, request.headers.origin, request.headers.host)) return refuseUpgrade(socket, 403);
    if (!offers(request).includes(SUBPROTOCOL)) return refuseUpgrade(socket, 400);
    const giveBack = places.take(addressOf(request, proxies));
    if (giveBack === undefined) return refuseUpgrade(socket, 429);
    socket.on('close', giveBack);
    sockets.handleUpgrade(request, socket, head, (opened) => accept(opened, socket, giveBack));
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
    const gone = Promise.all(
      [...sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve))),
    );
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 1000))]);
    for (const socket of sockets.clients) socket.terminate();
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

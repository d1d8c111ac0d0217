import { ConnectorError, type Clock, type ConnectionState } from '../../core/index.js';
import { toJson } from '../../core/to-json.js';
import {
  CLOSE,
  comeBackAfter,
  WIRE_VERSION,
  type AgentHears,
  type AgentSends,
  type EndUserHears,
  type EndUserSends,
  type FrameProblem,
  type Limits,
  type OkFrame,
  type ReadFrame,
  type TroubleFrame,
} from '../../wire/index.js';
import { longPauseBefore, pauseBefore } from './backoff.js';
import { createLife } from './life.js';
import { openSocket, type SocketOptions } from './open-socket.js';
import { createOutgoing } from './outgoing.js';
import { pageSignals, type Signals } from './page-signals.js';
import { createRequests, type Request } from './requests.js';
import { createServerTime } from './server-time.js';
import type { Socket } from './socket.js';
import { createSteadyClock } from './steady-clock.js';
import { createTimer } from './timer.js';

/** How to reach a server, and how patiently. */
export interface LinkOptions extends SocketOptions {
  /** What pauses and bounds are counted by. Default: one that setting the machine's clock does not move. */
  readonly clock?: Clock;
  /** From 0 to below 1. Default: `Math.random`. */
  readonly random?: () => number;
  /** Default: what the browser says of network, sleep and visibility. */
  readonly signals?: Signals;
  /** How long a server may be silent after it was asked something, in milliseconds. Default 5000. */
  readonly patience?: number;
  /** The longest pause between two attempts, in milliseconds. Default 30,000: shorter only where few share a server. */
  readonly longestPause?: number;
  /** How long a command may take, over however many connections, in milliseconds. Default 30,000. */
  readonly answerWithin?: number;
}

/** What a link is for: one side of the wire. */
export interface LinkSide<Hears> {
  read(text: unknown): ReadFrame<Hears>;
  /** What the server need not tell again. */
  cursors(): Readonly<Record<string, number>> | undefined;
  /** A frame, in the order they came, `welcome` first. */
  hear(frame: Hears): void;
  /** A frame that cannot be used. */
  bad(problem: FrameProblem, text: unknown): void;
  /** What became of the connection, when that changes. `online`: welcomed. */
  changed(state: ConnectionState, reason?: string): void;
}

/** One logical connection over many sockets. */
export interface Link {
  /**
   * Resolves with the server's word; rejects with a `ConnectorError`. Asked again after each broken connection. Before a
   * command is rejected because it had no answer the connection is told as not online.
   */
  ask(request: Request): Promise<OkFrame>;
  /** Tells what needs no answer. `mayDrop`: dropped where it would have to wait. */
  tell(frame: AgentSends | EndUserSends, mayDrop?: boolean): void;
  /** The server's time now, as far as it was told: epoch milliseconds. */
  serverNow(): number;
  /** Lets the socket go and comes back. */
  restart(reason: string): void;
  /** Tries again now, also where it was given up. */
  reconnect(): void;
  close(): void;
}

/** A server's time that may be off by half of this is asked for again, in milliseconds. */
const VAGUE = 500;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** What a server may tell before it has said how long its frames are. */
const FIRST_LIMITS: Limits = { frameBytes: 65_536, framesPerSecond: 10, burst: 10, textLength: 60_000 };

const whyClosed = (code: number): string => {
  const [name] = Object.entries(CLOSE).find(([, known]) => known === code) ?? [];
  return `The server closed the connection: ${name ?? 'it is broken'} (${code}).`;
};

/** Opens a link. It goes on, whatever breaks, until it is closed or the server says that coming back is useless. */
export const openLink = <Hears extends AgentHears | EndUserHears>(
  options: LinkOptions,
  side: LinkSide<Hears>,
): Link => {
  const { clock = createSteadyClock(), random = Math.random, signals = pageSignals } = options;
  const { patience = 5000, longestPause = 30_000, answerWithin = 30_000 } = options;
  let phase: 'connecting' | 'online' | 'pausing' | 'given-up' | 'closed' = 'pausing';
  let told: string | undefined;
  let socket: Pick<Socket, 'send' | 'close'> | undefined;
  let failures = 0;
  let welcomedAt = 0;
  let renewed = false;
  let limits = FIRST_LIMITS;
  /** What came before its `welcome`. */
  let early: Hears[] = [];
  /** When a server that goes away, or has enough of us, wants to see us again. */
  let backAt = 0;

  const bound = createTimer(clock);
  const pause = createTimer(clock);
  // A connection over which nothing is done is none. Said first, it keeps who waits for one from trying at once.
  const requests = createRequests(clock, answerWithin, (reason) => {
    if (phase === 'online') restart(reason);
  });
  const time = createServerTime(clock);

  const write = (text: string, wants = false): void => {
    socket?.send(text);
    life.sent(wants);
  };
  const outgoing = createOutgoing(clock, (text) => write(text, true));
  const ping = (): void => {
    time.asked();
    write('{"type":"ping"}');
  };
  const life = createLife(clock, patience, ping, () => restart('The server gave no sign of life.'));

  const change = (state: ConnectionState, reason?: string): void => {
    const now = `${state} ${reason ?? ''}`;
    if (told === now) return;
    told = now;
    side.changed(state, reason);
  };

  const drop = (): void => {
    const dropped = socket;
    socket = undefined;
    for (const timer of [bound, life, pause]) timer.stop();
    outgoing.clear();
    early = [];
    time.forget();
    dropped?.close();
  };
  const giveUp = (reason: string): void => {
    drop();
    phase = 'given-up';
    change('offline', reason);
    requests.refuseAll('unavailable', reason);
  };
  const comeBack = (pauseFor: typeof pauseBefore, reason: string): void => {
    // Who is thrown out as soon as they are in has not come back.
    if (phase === 'online' && clock.now() - welcomedAt > 1000) failures = 0;
    const milliseconds = pauseFor(failures, longestPause, random);
    failures += 1;
    drop();
    phase = 'pausing';
    change(signals.online() ? 'connecting' : 'offline', reason);
    pause.start(Math.max(0, backAt - clock.now()) + milliseconds, connect);
  };
  const restart = (reason: string): void => comeBack(pauseBefore, reason);

  const closed = (code: number): void => {
    const reason = whyClosed(code);
    const how = comeBackAfter(code);
    if (how === 'no' || (how === 'with-a-new-token' && renewed)) return giveUp(reason);
    if (how === 'later') return comeBack(longPauseBefore, reason);
    if (how === 'with-a-new-token') renewed = true;
    restart(reason);
  };

  const submit = (id: string, text: string): void => {
    if (text.length * 3 > limits.frameBytes && bytes(text) > limits.frameBytes)
      requests.refuse(id, 'invalid', `It is longer than the ${limits.frameBytes} bytes that the server takes.`);
    else outgoing.push(text);
  };
  const submitAll = (): void => {
    for (const [id, text] of [...requests.open]) submit(id, text);
  };

  /** A busy server's welcome says little; an answer over a time in which the clock was set, or the machine slept, nothing. */
  const learn = (serverTime: number, vague: number): void => {
    if (time.learn(serverTime) > vague) ping();
  };

  const welcomed = (frame: Extract<Hears, { readonly type: 'welcome' }>): void => {
    bound.stop();
    phase = 'online';
    welcomedAt = clock.now();
    renewed = false;
    backAt = 0;
    limits = frame.limits;
    outgoing.begin(limits);
    life.begin(frame.heartbeat * 1000);
    change('online');
    side.hear(frame);
    const before = early;
    early = [];
    for (const each of before) take(each);
    submitAll();
  };

  const trouble = ({ code, id, retryAfter = 1000, message, path = '' }: TroubleFrame): void => {
    if (code === 'too-many') {
      backAt = clock.now() + retryAfter;
      if (phase !== 'online') return;
      // Which of them were one too many is not known; asking again does no harm.
      outgoing.clear();
      outgoing.pause(retryAfter);
      submitAll();
    } else {
      if (id !== undefined) requests.refuse(id, code === 'unknown-frame' ? 'unsupported' : 'invalid', message);
      side.bad({ code, message: `The server cannot use what it was sent: ${message}`, path }, undefined);
    }
  };

  const take = (frame: Hears): void => {
    switch (frame.type) {
      case 'welcome':
        learn(frame.serverTime, VAGUE);
        if (phase === 'connecting') welcomed(frame as Extract<Hears, { readonly type: 'welcome' }>);
        return;
      case 'trouble':
        return trouble(frame);
      case 'going':
        backAt = clock.now() + frame.retryAfter;
        // It closes by itself, and until then all goes on.
        bound.start(frame.retryAfter, () => restart('The server went away.'));
        return;
      case 'pong':
        learn(frame.serverTime, patience);
        break;
      default:
    }
    if (phase === 'connecting') {
      early.push(frame);
      return;
    }
    side.hear(frame);
    if (frame.type === 'ok' || frame.type === 'refused') requests.answer(frame);
  };

  const heard = (text: unknown): void => {
    life.came();
    const long = typeof text === 'string' && text.length > limits.frameBytes;
    const { frame, problem } = long
      ? { problem: { code: 'bad-frame', message: `A frame wants at most ${limits.frameBytes} bytes.` } as const }
      : side.read(text);
    if (problem === undefined) take(frame);
    else {
      if (problem.id !== undefined) requests.refuse(problem.id, 'invalid', 'The answer cannot be used.');
      side.bad(problem, long ? undefined : text);
    }
    if (phase === 'online') life.goOn(requests.open.size > 0);
  };

  const connect = (): void => {
    drop();
    phase = 'connecting';
    if (signals.online()) change('connecting');
    bound.start(patience * 3, () => restart('The server could not be reached in time.'));
    socket = openSocket(options, {
      opened(token) {
        bound.start(patience, () => restart('The server gave no sign of life.'));
        time.asked();
        const cursors = side.cursors();
        write(toJson({ type: 'hello', version: WIRE_VERSION, token, cursors }));
      },
      heard,
      closed,
      failed: (reason, useless) => (useless ? giveUp(reason) : restart(reason)),
    });
  };

  const reconnect = (): void => {
    if (phase === 'closed') return;
    if (phase === 'online') return life.ask();
    failures = 0;
    renewed = false;
    connect();
  };
  const unwatch = signals.watch((signal) => {
    if (signal === 'online') reconnect();
    else if (phase === 'online') life.ask();
    else if (phase === 'pausing' && signal === 'awake') connect();
    else if (phase !== 'given-up' && signal === 'offline') change('offline', 'The browser has no network.');
  });

  connect();

  return {
    ask(request) {
      if (phase === 'given-up' || phase === 'closed')
        return Promise.reject(new ConnectorError('unavailable', 'There is no connection to the server.'));
      return requests.ask(request, (id, text) => {
        if (phase === 'online') submit(id, text);
      });
    },
    tell(frame, mayDrop = false) {
      if (phase === 'online' && !(mayDrop && outgoing.waiting)) outgoing.push(toJson(frame));
    },
    serverNow: time.now,
    restart(reason) {
      if (phase === 'online') restart(reason);
    },
    reconnect,
    close() {
      if (phase === 'closed') return;
      drop();
      phase = 'closed';
      unwatch();
      requests.refuseAll('unavailable', 'The connection was closed.');
    },
  };
};

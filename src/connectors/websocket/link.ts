import { ConnectorError, type Clock, type ConnectionState } from '../../core/index.js';
import {
  CLOSE,
  comeBackAfter,
  SUBPROTOCOL,
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
import { createOutgoing } from './outgoing.js';
import { pageSignals, type Signals } from './page-signals.js';
import { createRequests, type Request } from './requests.js';
import type { Socket, SocketConstructor } from './socket.js';
import { createSteadyClock } from './steady-clock.js';
import { createTimer } from './timer.js';

/** How to reach a server, and how patiently. */
export interface LinkOptions {
  /** Such as `wss://chat.example.com/chat`. Never with a token in it: addresses are logged. */
  readonly url: string;
  /** Gives a token that is good now. Asked before each connection, as tokens are short-lived. */
  readonly getToken: () => string | Promise<string>;
  /** Default: the page's. */
  readonly WebSocket?: SocketConstructor;
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
  /** Resolves with the server's word; rejects with a `ConnectorError`. Asked again after each broken connection. */
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
  {
    url,
    getToken,
    WebSocket = globalThis.WebSocket,
    clock = createSteadyClock(),
    random = Math.random,
    signals = pageSignals,
    patience = 5000,
    longestPause = 30_000,
    answerWithin = 30_000,
  }: LinkOptions,
  side: LinkSide<Hears>,
): Link => {
  let phase: 'connecting' | 'online' | 'pausing' | 'given-up' | 'closed' = 'pausing';
  let told: string | undefined;
  let socket: Socket | undefined;
  /** Grows with each connection: what an earlier one still says is not heard. */
  let turn = 0;
  let failures = 0;
  let welcomedAt = 0;
  let renewed = false;
  let limits = FIRST_LIMITS;
  let heartbeat = Infinity;
  let lastSent = 0;
  let askedTimeAt: number | undefined;
  let skew = 0;
  /** What came before its `welcome`. */
  let early: Hears[] = [];
  /** When a server that goes away, or has enough of us, wants to see us again. */
  let backAt = 0;

  const bound = createTimer(clock);
  const life = createTimer(clock);
  const beat = createTimer(clock);
  const pause = createTimer(clock);
  const requests = createRequests(clock, answerWithin);

  const write = (text: string): void => {
    lastSent = clock.now();
    socket?.send(text);
  };
  const outgoing = createOutgoing(clock, (text) => {
    write(text);
    expectLife();
  });

  const change = (state: ConnectionState, reason?: string): void => {
    const now = `${state} ${reason ?? ''}`;
    if (told === now) return;
    told = now;
    side.changed(state, reason);
  };

  const ping = (): void => {
    askedTimeAt ??= clock.now();
    write('{"type":"ping"}');
  };
  /** Any frame is life. A server that only takes its time over an answer is asked for one half way. */
  const expectLife = (): void => {
    if (!life.set) life.start(Math.min(patience, heartbeat) / 2, askLife);
  };
  const askLife = (): void => {
    ping();
    life.start(Math.min(patience, heartbeat) / 2, (late) => {
      // The page slept, and the answer may lie in the socket.
      if (late > patience) askLife();
      else restart('The server gave no sign of life.');
    });
  };
  const keepAlive = (): void => {
    const due = lastSent + heartbeat - clock.now();
    if (due <= 0 && !life.set) askLife();
    beat.start(due > 0 ? due : heartbeat, keepAlive);
  };

  const drop = (): void => {
    turn += 1;
    const dropped = socket;
    socket = undefined;
    for (const timer of [bound, life, beat, pause]) timer.stop();
    outgoing.clear();
    early = [];
    askedTimeAt = undefined;
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
    pause.start(Math.max(0, backAt - clock.now()) + milliseconds, () => void connect());
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

  const learn = (serverTime: number): void => {
    // Told twice or late, it says nothing of now.
    if (askedTimeAt === undefined) return;
    // The server read its clock somewhere between the asking and now: what is known may stand, else it was half way.
    const least = serverTime - clock.now();
    const most = serverTime - askedTimeAt;
    askedTimeAt = undefined;
    if (skew < least || skew > most) skew = (least + most) / 2;
    // A busy server's welcome says little; an answer over a time in which the clock was set, or the machine slept, nothing.
    if (most - least > (phase === 'connecting' ? VAGUE : patience)) ping();
  };

  const welcomed = (frame: Extract<Hears, { readonly type: 'welcome' }>): void => {
    bound.stop();
    phase = 'online';
    welcomedAt = clock.now();
    renewed = false;
    backAt = 0;
    limits = frame.limits;
    heartbeat = frame.heartbeat * 1000;
    outgoing.begin(limits);
    beat.start(heartbeat, keepAlive);
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
        learn(frame.serverTime);
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
        learn(frame.serverTime);
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
    life.stop();
    const long = typeof text === 'string' && text.length > limits.frameBytes;
    const { frame, problem } = long
      ? { problem: { code: 'bad-frame', message: `A frame wants at most ${limits.frameBytes} bytes.` } as const }
      : side.read(text);
    if (problem === undefined) take(frame);
    else {
      if (problem.id !== undefined) requests.refuse(problem.id, 'unavailable', 'The answer cannot be used.');
      side.bad(problem, long ? undefined : text);
    }
    if (phase !== 'online') return;
    // Timers of a hidden page are slow; what comes in is not.
    if (clock.now() - lastSent >= heartbeat) askLife();
    else if (requests.open.size > 0) expectLife();
  };

  const connect = async (): Promise<void> => {
    drop();
    const mine = turn;
    phase = 'connecting';
    if (signals.online()) change('connecting');
    bound.start(patience * 3, () => restart('The server could not be reached in time.'));
    let token: string;
    try {
      token = await getToken();
    } catch {
      if (turn === mine) restart('There was no token to be had.');
      return;
    }
    if (turn !== mine) return;
    let opened: Socket;
    try {
      opened = new WebSocket(url, SUBPROTOCOL);
    } catch {
      return giveUp('No WebSocket can be opened to this address from here.');
    }
    socket = opened;
    opened.addEventListener('open', () => {
      if (turn !== mine) return;
      bound.start(patience, () => restart('The server gave no sign of life.'));
      askedTimeAt = clock.now();
      const cursors = side.cursors();
      write(JSON.stringify({ type: 'hello', version: WIRE_VERSION, token, cursors }));
    });
    opened.addEventListener('message', ({ data }) => {
      if (turn === mine) heard(data);
    });
    // What it says is said again by `close`; unheard, it would end a program outside a browser.
    opened.addEventListener('error', () => undefined);
    opened.addEventListener('close', ({ code = 1006 }) => {
      if (turn === mine) closed(code);
    });
  };

  const reconnect = (): void => {
    if (phase === 'closed') return;
    if (phase === 'online') return askLife();
    failures = 0;
    renewed = false;
    void connect();
  };
  const unwatch = signals.watch((signal) => {
    if (signal === 'online') reconnect();
    else if (phase === 'online') askLife();
    else if (phase === 'pausing' && signal === 'awake') void connect();
    else if (phase !== 'given-up' && signal === 'offline') change('offline', 'The browser has no network.');
  });

  void connect();

  return {
    ask(request) {
      if (phase === 'given-up' || phase === 'closed')
        return Promise.reject(new ConnectorError('unavailable', 'There is no connection to the server.'));
      return requests.ask(request, (id, text) => {
        if (phase === 'online') submit(id, text);
      });
    },
    tell(frame, mayDrop = false) {
      if (phase === 'online' && !(mayDrop && outgoing.waiting)) outgoing.push(JSON.stringify(frame));
    },
    serverNow: () => Math.round(clock.now() + skew),
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

import type { Clock } from '../../src/core/index.js';
import {
  agentSends,
  CLOSE,
  endUserSends,
  readFrame,
  type AgentHears,
  type AgentSends,
  type EndUserHears,
  type EndUserSends,
  type FrameCheck,
  type FrameProblem,
  type HelloFrame,
  type Limits,
} from '../../src/wire/index.js';
import { createTokenBucket } from './rate-limit.js';
import type { Session } from './session.js';
import { TokenError, type Identity } from './tokens.js';

type Hears = AgentHears | EndUserHears;
type Sends = AgentSends | EndUserSends;

/** What a connection needs of a WebSocket. */
export interface Socket {
  readonly bufferedAmount: number;
  send(text: string): void;
  /** Asks the other end for a sign of life. A browser answers by itself, however slow the page's own timers are. */
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** Over this much that the other side does not read, it is taken for gone, in bytes. */
const MOST_UNREAD = 4_000_000;
/** How long the first frame may take, and a socket to close, in milliseconds. */
const HELLO_WITHIN = 10_000;
const CLOSE_WITHIN = 2000;
/** Silent for so many heartbeats, a socket is asked for a sign of life, and for so many it is gone. */
const ASK_AFTER = 2;
const GONE_AFTER = 3;
/** A page that sends nothing of its own for so long stands still, though its browser still answers, in milliseconds. */
const STANDS_STILL = 300_000;
/** So many frames that cannot be used within a minute are no accident. */
const MOST_BAD = 20;
const MINUTE = 60_000;

/** One socket, from its first frame to its end. */
export interface Connection {
  readonly role: Identity['role'] | undefined;
  /** Takes in a frame as it came: text, or what is none. */
  hear(data: unknown): void;
  /** A sign of life came that is no frame. */
  alive(): void;
  /** The socket is gone. */
  gone(): void;
  /** Looks at the clock: silence, a token that has expired, a first frame that never came. */
  look(): void;
  tell(frame: Hears): void;
  /** No frame is taken in any more; what is under way is still answered. */
  deafen(): void;
  close(code: number, reason: string): void;
}

export interface ConnectionOptions {
  readonly socket: Socket;
  readonly clock: Clock;
  readonly limits: Limits;
  /** Seconds. */
  readonly heartbeat: number;
  readonly verify: (token: string) => Promise<Identity>;
  /** Begins the session of who has come in; `welcome` tells them that they are in. */
  readonly begin: (identity: Identity, hello: HelloFrame, connection: Connection) => Session<never>;
  readonly onFrame: (type: string) => void;
  readonly onTrouble: (code: FrameProblem['code']) => void;
  readonly onClosed: (code: number, reason: string) => void;
  readonly onError: (error: unknown) => void;
}

const CHECKS: Readonly<Record<Identity['role'], Readonly<Record<string, FrameCheck>>>> = {
  agent: agentSends,
  'end-user': endUserSends,
};

const texts = new WeakMap<Hears, string>();

/** The text of a frame; those that go to many are written once. */
const textOf = (frame: Hears): string => {
  if (frame.type !== 'chat') return JSON.stringify(frame);
  const text = texts.get(frame) ?? JSON.stringify(frame);
  texts.set(frame, text);
  return text;
};

export const createConnection = (options: ConnectionOptions): Connection => {
  const { socket, clock, limits, heartbeat, verify, begin, onFrame, onTrouble, onClosed, onError } = options;
  const bucket = createTokenBucket(limits.framesPerSecond, limits.burst, () => clock.now());
  let stage: 'new' | 'checking' | 'in' | 'closing' | 'gone' = 'new';
  let identity: Identity | undefined;
  let session: Session<Sends> | undefined;
  let deaf = false;
  /** When the page last said something, and when its browser last gave a sign of life. */
  let heardAt = clock.now();
  let aliveAt = heardAt;
  let asked = false;
  const openedAt = clock.now();
  let closeAt = Infinity;
  let badSince: number[] = [];
  let tooMany = 0;
  /** Frames that came while the token was checked. */
  let early: unknown[] = [];

  const tell = (frame: Hears): void => {
    if (stage === 'closing' || stage === 'gone') return;
    if (socket.bufferedAmount > MOST_UNREAD) return close(1013, 'too slow');
    socket.send(textOf(frame));
  };

  const end = (): void => {
    const ended = session;
    session = undefined;
    ended?.close();
  };

  function close(code: number, reason: string): void {
    if (stage === 'closing' || stage === 'gone') return;
    stage = 'closing';
    closeAt = clock.now();
    end();
    onClosed(code, reason);
    socket.close(code, reason);
  }

  const trouble = (problem: FrameProblem, retryAfter?: number): void => {
    onTrouble(problem.code);
    tell({ type: 'trouble', ...problem, ...(retryAfter === undefined ? {} : { retryAfter }) });
  };

  const bad = (problem: FrameProblem): void => {
    trouble(problem);
    const now = clock.now();
    badSince = [...badSince.filter((time) => time > now - MINUTE), now];
    if (badSince.length >= MOST_BAD) close(CLOSE.protocol, 'too many bad frames');
  };

  const hello = async (data: unknown): Promise<void> => {
    const { frame, problem } = readFrame<Sends>(data, agentSends, endUserSends);
    if (problem !== undefined) {
      trouble(problem);
      if (problem.path === '/version') return close(CLOSE.version, 'another version');
      return close(problem.path === '/token' ? CLOSE.unauthorized : CLOSE.protocol, 'no good hello');
    }
    if (frame.type !== 'hello') {
      trouble({ code: 'bad-frame', message: 'The first frame is hello.', path: '/type' });
      return close(CLOSE.unauthorized, 'no hello');
    }
    onFrame('hello');
    stage = 'checking';
    let known: Identity;
    try {
      known = await verify(frame.token);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      if (error.code === 'unavailable') onError(error.cause);
      const codes = { unauthorized: CLOSE.unauthorized, forbidden: CLOSE.forbidden, unavailable: 1013 };
      return close(codes[error.code], error.message);
    }
    // It may have closed meanwhile.
    if ((stage as string) !== 'checking') return;
    stage = 'in';
    identity = known;
    session = begin(known, frame, connection);
    const waited = early;
    early = [];
    for (const next of waited) take(next);
  };

  const take = (data: unknown): void => {
    if (stage !== 'in' || identity === undefined) return;
    const others = identity.role === 'agent' ? endUserSends : agentSends;
    const { frame, problem } = readFrame<Sends>(data, CHECKS[identity.role], others);
    const wait = bucket.take();
    if (wait > 0) {
      tooMany += 1;
      if (tooMany > limits.burst) return close(CLOSE.tooMany, 'over the rate');
      const id = problem === undefined ? ('id' in frame ? frame.id : undefined) : problem.id;
      const about = id === undefined ? {} : { id };
      return trouble({ code: 'too-many', message: 'Over the rate: send it again later.', ...about }, wait);
    }
    tooMany = Math.max(0, tooMany - 1);
    if (problem !== undefined) return bad(problem);
    onFrame(frame.type);
    if (frame.type === 'hello') return bad({ code: 'bad-frame', message: 'You are in already.', path: '/type' });
    if (frame.type === 'ping') return tell({ type: 'pong', serverTime: clock.now() });
    session?.handle(frame);
  };

  const alive = (): void => {
    aliveAt = clock.now();
    asked = false;
  };

  /** Timers of a hidden page run once a minute: it is slow, not gone. One that is frozen for long is as good as gone. */
  const lookForLife = (now: number): void => {
    const beat = heartbeat * 1000;
    const silent = now - aliveAt;
    if (silent >= GONE_AFTER * beat) close(1001, 'silent for too long');
    else if (now - heardAt >= Math.max(STANDS_STILL, GONE_AFTER * beat)) close(1001, 'the page stands still');
    else if (silent >= ASK_AFTER * beat && !asked) {
      asked = true;
      socket.ping();
    }
  };

  const connection: Connection = {
    get role() {
      return identity?.role;
    },
    hear(data) {
      heardAt = clock.now();
      alive();
      if (deaf) return;
      if (stage === 'new')
        hello(data).catch((error: unknown) => {
          onError(error);
          close(1011, 'trouble here');
        });
      else if (stage === 'checking') {
        if (early.length >= limits.burst) return close(CLOSE.tooMany, 'over the rate');
        early.push(data);
      } else take(data);
    },
    alive,
    gone() {
      if (stage === 'gone') return;
      const wasOpen = stage !== 'closing';
      stage = 'gone';
      end();
      if (wasOpen) onClosed(1006, 'gone');
    },
    look() {
      const now = clock.now();
      if (stage === 'closing') {
        if (now - closeAt >= CLOSE_WITHIN) socket.terminate();
      } else if (stage === 'new' || stage === 'checking') {
        if (now - openedAt >= HELLO_WITHIN) close(CLOSE.unauthorized, 'no hello');
      } else if (identity !== undefined && now >= identity.until) close(CLOSE.unauthorized, 'The token has expired.');
      else lookForLife(now);
    },
    tell,
    deafen() {
      deaf = true;
    },
    close,
  };
  return connection;
};

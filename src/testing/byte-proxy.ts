import { connect, createServer, type Socket } from 'node:net';
import { systemClock, type Clock } from '../core/index.js';
import { createLane, type Lane } from './faults/lane.js';
import { seededRandom } from './faults/seeded-random.js';

/** What is done with one connection. */
export type ByteFault =
  /** Every byte arrives so many milliseconds later. */
  | { readonly do: 'delay'; readonly ms: number }
  /** Bytes arrive no faster than this. */
  | { readonly do: 'throttle'; readonly bytesPerSecond: number }
  /** So many bytes arrive, then the connection is over: in the middle of a frame, if that is where it is. */
  | { readonly do: 'cut'; readonly after: number }
  /** The connection is reset as soon as it is made. */
  | { readonly do: 'reset' }
  /** So many bytes arrive (default: none), then nothing passes either way, and the connection stays open. */
  | { readonly do: 'black-hole'; readonly after?: number };

/** A fault, and the connections that it happens to. Of several rules that fit, all happen. */
export type ByteRule = ByteFault & {
  /** Whose bytes are counted, delayed or throttled: `out` is what the client sends. Default: both, each by itself. */
  readonly way?: 'in' | 'out';
  /** Only the nth connection, from 1. Default: each. */
  readonly nth?: number;
  /** How likely, from 0 to 1, by the seed. Default: 1. */
  readonly chance?: number;
};

export interface ByteProxyOptions {
  /** Where connections are passed on to. Default host `127.0.0.1`. */
  readonly target: { readonly port: number; readonly host?: string };
  readonly plan?: readonly ByteRule[];
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Of all that is random. Default 1. */
  readonly seed?: number;
  /** Where it listens, on `127.0.0.1`. Default: a free port. */
  readonly port?: number;
}

/** A TCP proxy on which things go wrong. */
export interface ByteProxy {
  readonly host: string;
  readonly port: number;
  /** How often each fault was done. */
  readonly counts: Readonly<Record<ByteFault['do'], number>>;
  /** How many connections are open, half-open ones too. */
  readonly connections: number;
  /** How many bytes arrived at the target (`out`) and at clients (`in`). */
  readonly bytes: Readonly<Record<'in' | 'out', number>>;
  /** Adds a rule for new connections; returns what takes it away. */
  add(rule: ByteRule): () => void;
  /** Cuts connections at once: all, or the nth one that was made. */
  cut(which: 'all' | number, how?: 'reset' | 'black-hole'): void;
  /** Whether new connections are reset, as where nobody listens. */
  refuse(refusing: boolean): void;
  /** Resets what is open and stops listening. */
  close(): Promise<void>;
}

interface Connection {
  readonly nth: number;
  reset(): void;
  blackHole(): void;
}

/** A throttled chunk is let through in parts, so many a second. */
const PARTS_A_SECOND = 20;

/** Starts a proxy in front of a TCP server, for tests in Node. What the plan does not name passes as it is. */
export const createByteProxy = async ({
  target: { port: targetPort, host: targetHost = '127.0.0.1' },
  plan = [],
  clock = systemClock,
  seed = 1,
  port: wantedPort = 0,
}: ByteProxyOptions): Promise<ByteProxy> => {
  const host = '127.0.0.1';
  const random = seededRandom(seed);
  const counts = { delay: 0, throttle: 0, cut: 0, reset: 0, 'black-hole': 0 };
  const bytes = { in: 0, out: 0 };
  const connections = new Set<Connection>();
  let rules = [...plan];
  let made = 0;
  let refusing = false;

  const take = (client: Socket): void => {
    const nth = (made += 1);
    const happening = rules.filter(
      (rule) => (rule.nth === undefined || rule.nth === nth) && (rule.chance === undefined || random() < rule.chance),
    );
    client.on('error', () => undefined);
    if (refusing) return void client.resetAndDestroy();
    if (happening.some((rule) => rule.do === 'reset')) {
      counts.reset += 1;
      return void client.resetAndDestroy();
    }
    const target = connect({ port: targetPort, host: targetHost, allowHalfOpen: true });
    const lanes = { in: createLane(clock), out: createLane(clock) };
    let halfOpen = false;
    let over = false;

    const forget = (): void => {
      lanes.in.clear();
      lanes.out.clear();
      connections.delete(connection);
    };
    const connection: Connection = {
      nth,
      reset() {
        forget();
        client.resetAndDestroy();
        target.resetAndDestroy();
      },
      blackHole: () => void (halfOpen = true),
    };
    connections.add(connection);

    /** Passes one way's bytes on, until a fault of that way says otherwise. */
    const pipe = (way: 'in' | 'out', from: Socket, to: Socket, lane: Lane): void => {
      const faults = happening.filter((rule) => rule.way === undefined || rule.way === way);
      const delay = faults.reduce((sum, rule) => sum + (rule.do === 'delay' ? rule.ms : 0), 0);
      const throttle = faults.find((rule) => rule.do === 'throttle');
      const end = faults.find((rule) => rule.do === 'cut' || rule.do === 'black-hole');
      if (delay > 0) counts.delay += 1;
      if (throttle !== undefined) counts.throttle += 1;
      let left = end === undefined ? Infinity : (end.after ?? 0);
      let busyUntil = 0;

      const finish = (): void => {
        if (end === undefined || halfOpen || over) return;
        counts[end.do] += 1;
        if (end.do === 'black-hole') return connection.blackHole();
        over = true;
        lanes.in.clear();
        lanes.out.clear();
        // Whoever hears gets an end, not a reset: that would throw away what was let through and not read yet.
        to.end();
        from.resetAndDestroy();
      };
      const write = (chunk: Uint8Array): void => {
        if (halfOpen || over || to.destroyed) return;
        const part = chunk.subarray(0, Math.min(chunk.length, left));
        left -= part.length;
        bytes[way] += part.length;
        if (part.length > 0) to.write(part);
        if (left === 0) finish();
      };
      from.on('data', (chunk) => {
        if (throttle === undefined) return lane.pass(() => write(chunk), delay);
        const size = Math.max(1, Math.floor(throttle.bytesPerSecond / PARTS_A_SECOND));
        for (let start = 0; start < chunk.length; start += size) {
          const part = chunk.subarray(start, start + size);
          busyUntil = Math.max(busyUntil, clock.now()) + (part.length * 1000) / throttle.bytesPerSecond;
          lane.pass(() => write(part), busyUntil - clock.now() + delay);
        }
      });
      from.on('end', () => lane.pass(() => (halfOpen ? undefined : to.end()), delay));
      if (left === 0) finish();
    };

    client.setNoDelay(true);
    target.setNoDelay(true);
    pipe('out', client, target, lanes.out);
    pipe('in', target, client, lanes.in);
    // A broken side breaks the other; a half-open connection keeps its secret.
    const broken = (other: Socket) => (): void => {
      if (!halfOpen) other.resetAndDestroy();
    };
    client.on('error', broken(target));
    target.on('error', broken(client));
    const gone = (): void => {
      if (client.destroyed && target.destroyed) forget();
    };
    client.on('close', gone);
    target.on('close', gone);
  };

  const server = createServer({ allowHalfOpen: true }, take);
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(wantedPort, host, resolve);
  });
  const address = server.address();

  return {
    host,
    port: typeof address === 'object' && address !== null ? address.port : wantedPort,
    counts,
    get connections() {
      return connections.size;
    },
    bytes,
    add(rule) {
      rules.push(rule);
      return () => void (rules = rules.filter((other) => other !== rule));
    },
    cut(which, how = 'reset') {
      for (const connection of [...connections])
        if (which === 'all' || connection.nth === which) {
          counts[how] += 1;
          if (how === 'reset') connection.reset();
          else connection.blackHole();
        }
    },
    refuse(now) {
      refusing = now;
    },
    async close() {
      for (const connection of [...connections]) connection.reset();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

import { systemClock, type Clock } from '../../core/index.js';
import { seededRandom } from './seeded-random.js';

/** `out`: what the client sends. `in`: what it hears. */
export type FaultWay = 'in' | 'out';

/** What is done with one frame. */
export type FrameFault =
  /** It never arrives. */
  | { readonly do: 'suppress' }
  /** It arrives so many milliseconds later (or a random time between two), and what follows it waits behind it. */
  | { readonly do: 'delay'; readonly ms: number | readonly [number, number] }
  /** It arrives twice. */
  | { readonly do: 'duplicate' }
  /** It arrives after the next frame of its way; after a second of the plan's clock without one, by itself. */
  | { readonly do: 'reorder' }
  /** Another one arrives: text as it is, anything else as JSON. */
  | { readonly do: 'replace'; readonly with: (frame: unknown, text: string) => unknown }
  /** In its place the connection is closed, as if the server had done so. */
  | { readonly do: 'close'; readonly code: number; readonly reason?: string }
  /** In its place the connection drops, without a close frame: the client sees 1006. */
  | { readonly do: 'reset' }
  /** From it on nothing passes either way, and the socket stays open: a half-open connection. */
  | { readonly do: 'black-hole' };

/** A fault, and the frames that it happens to. Of several rules that fit a frame the first counts. */
export type FaultRule = FrameFault & {
  /** Default: both ways. */
  readonly way?: FaultWay;
  /** Which frames; `frame` is the text parsed as JSON, `undefined` where it is none. Default: all. */
  readonly match?: (frame: unknown, text: string) => boolean;
  /** Only the nth frame that matches, from 1, counted over all sockets. Default: each. */
  readonly nth?: number;
  /** How likely, from 0 to 1, by the plan's seed. Default: 1. */
  readonly chance?: number;
};

/** What the plan can do to a socket at any time. */
export interface CutSocket {
  reset(): void;
  blackHole(): void;
}

export interface FaultPlanOptions {
  readonly rules?: readonly FaultRule[];
  /** Default: the page's. */
  readonly clock?: Clock;
  /** Of all that is random. The same seed and frames give the same faults. Default 1. */
  readonly seed?: number;
}

/** What goes wrong on the sockets of a class made by `createFaultySocket`, and how often it did. */
export interface FaultPlan {
  readonly clock: Clock;
  /** How often each fault was done. */
  readonly counts: Readonly<Record<FrameFault['do'], number>>;
  /** How many frames met no fault. */
  readonly passed: number;
  /** How many sockets are there, half-open ones too. */
  readonly sockets: number;
  /** Adds a rule, after the others; returns what takes it away. */
  add(rule: FaultRule): () => void;
  /**
   * Cuts every socket at once. Until {@link FaultPlan.restore} a new one fails to connect (`reset`), or never gets an
   * answer (`black-hole`).
   */
  cut(how: 'reset' | 'black-hole'): void;
  /** Lets new sockets connect. Half-open ones stay dead: whoever holds one has to find out. */
  restore(): void;
  /** How the network is cut now, if it is. */
  readonly down: 'reset' | 'black-hole' | undefined;
  /** For the socket class: the fault of a frame, counted. */
  faultOf(way: FaultWay, text: string): FrameFault | undefined;
  /** For the socket class: a socket that can be cut; returns what takes it out. */
  join(socket: CutSocket): () => void;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Makes a plan of faults for `createFaultySocket`. Without rules, everything passes as it is. */
export const createFaultPlan = ({ rules = [], clock = systemClock, seed = 1 }: FaultPlanOptions = {}): FaultPlan => {
  const random = seededRandom(seed);
  const sockets = new Set<CutSocket>();
  const counts = {
    suppress: 0,
    delay: 0,
    duplicate: 0,
    reorder: 0,
    replace: 0,
    close: 0,
    reset: 0,
    'black-hole': 0,
  };
  let all = rules.map((rule) => ({ rule, matched: 0 }));
  let passed = 0;
  let down: FaultPlan['down'];

  const happens = (entry: (typeof all)[number], way: FaultWay, frame: unknown, text: string): boolean => {
    const { way: ofWay, match, nth, chance } = entry.rule;
    if (ofWay !== undefined && ofWay !== way) return false;
    if (match !== undefined && !match(frame, text)) return false;
    entry.matched += 1;
    if (nth !== undefined && entry.matched !== nth) return false;
    return chance === undefined || random() < chance;
  };

  return {
    clock,
    counts,
    get passed() {
      return passed;
    },
    get sockets() {
      return sockets.size;
    },
    add(rule) {
      const entry = { rule, matched: 0 };
      all = [...all, entry];
      return () => void (all = all.filter((other) => other !== entry));
    },
    cut(how) {
      down = how;
      for (const socket of [...sockets])
        if (how === 'reset') socket.reset();
        else socket.blackHole();
    },
    restore() {
      down = undefined;
    },
    get down() {
      return down;
    },
    faultOf(way, text) {
      const frame = parsed(text);
      const fault = all.find((entry) => happens(entry, way, frame, text))?.rule;
      if (fault === undefined) {
        passed += 1;
        return undefined;
      }
      counts[fault.do] += 1;
      if (fault.do !== 'delay' || typeof fault.ms === 'number') return fault;
      const [from, to] = fault.ms;
      return { do: 'delay', ms: from + random() * (to - from) };
    },
    join(socket) {
      sockets.add(socket);
      return () => void sockets.delete(socket);
    },
  };
};

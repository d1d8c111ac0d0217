import type { Clock } from '../../core/index.js';
import type { Limits } from '../../wire/index.js';
import { createTimer } from './timer.js';

/** What is on its way out of one socket: in order, and never faster than the server takes it. */
export interface Outgoing {
  /** Whether something waits for its turn. */
  readonly waiting: boolean;
  /** A fresh socket, and what its server takes. */
  begin(limits: Pick<Limits, 'framesPerSecond' | 'burst'>): void;
  push(text: string): void;
  /** Forgets what waits; whoever asked for it asks again. */
  clear(): void;
  /** Sends nothing for so many milliseconds. */
  pause(milliseconds: number): void;
}

/** Frames bunch on the way: at the server's door more may stand at once than were ever sent at once. */
const SHARE = 0.8;

/** A token bucket before a socket. */
export const createOutgoing = (clock: Clock, send: (text: string) => void): Outgoing => {
  const turn = createTimer(clock);
  let queue: string[] = [];
  let tokens = 0;
  let most = 1;
  let perMillisecond = 0;
  let since = 0;

  const flush = (): void => {
    if (turn.set) return;
    const now = clock.now();
    tokens = Math.min(most, tokens + (now - since) * perMillisecond);
    since = now;
    while (tokens >= 1) {
      const text = queue.shift();
      if (text === undefined) return;
      tokens -= 1;
      send(text);
    }
    if (queue.length > 0) turn.start(Math.ceil((1 - tokens) / perMillisecond), flush);
  };

  return {
    get waiting() {
      return queue.length > 0;
    },
    begin({ framesPerSecond, burst }) {
      turn.stop();
      queue = [];
      perMillisecond = (framesPerSecond * SHARE) / 1000;
      most = Math.max(1, Math.floor(burst * SHARE));
      // `hello` was one.
      tokens = Math.max(0, most - 1);
      since = clock.now();
    },
    push(text) {
      queue.push(text);
      flush();
    },
    clear() {
      turn.stop();
      queue = [];
    },
    pause(milliseconds) {
      turn.start(milliseconds, flush);
    },
  };
};

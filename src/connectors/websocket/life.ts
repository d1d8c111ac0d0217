import type { Clock } from '../../core/index.js';
import { createTimer } from './timer.js';

/** Watches one socket after another for life: any frame that comes is some, and where none comes it is asked for. */
export interface Life {
  /** A socket is in whose server wants to hear something each so often, in milliseconds. */
  begin(heartbeat: number): void;
  /** Something was sent. `wants`: an answer. */
  sent(wants?: boolean): void;
  /** Something came. */
  came(): void;
  /** It was dealt with. `wants`: other answers are still to come. */
  goOn(wants: boolean): void;
  /** Asks for a sign of life, which must come within the bound. */
  ask(): void;
  stop(): void;
}

/**
 * @param patience how long there may be none after it was asked for, in milliseconds
 * @param ping asks the server for one
 * @param lost told when none came
 */
export const createLife = (clock: Clock, patience: number, ping: () => void, lost: () => void): Life => {
  const sign = createTimer(clock);
  const beat = createTimer(clock);
  let heartbeat = Infinity;
  let lastSent = 0;

  const half = (): number => Math.min(patience, heartbeat) / 2;
  /** A server that only takes its time over an answer is asked for a sign of life half way. */
  const expect = (): void => {
    if (!sign.set) sign.start(half(), ask);
  };
  const ask = (): void => {
    ping();
    sign.start(half(), (late) => {
      // The page slept, and the answer may lie in the socket.
      if (late > patience) ask();
      else lost();
    });
  };
  const keepAlive = (): void => {
    const due = lastSent + heartbeat - clock.now();
    if (due <= 0 && !sign.set) ask();
    beat.start(due > 0 ? due : heartbeat, keepAlive);
  };

  return {
    begin(milliseconds) {
      heartbeat = milliseconds;
      beat.start(heartbeat, keepAlive);
    },
    sent(wants = false) {
      lastSent = clock.now();
      if (wants) expect();
    },
    came: () => sign.stop(),
    goOn(wants) {
      // Timers of a hidden page are slow; what comes in is not.
      if (clock.now() - lastSent >= heartbeat) ask();
      else if (wants) expect();
    },
    ask,
    stop() {
      sign.stop();
      beat.stop();
    },
  };
};

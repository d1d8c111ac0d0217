import { nextTask } from '../core/next-task.js';
import type { Clock } from '../core/index.js';

/** A clock that moves only by hand, for tests and stories. */
export interface ManualClock extends Clock {
  wake(at: number, run: () => void): () => void;
  /** How many wakes have not run yet. */
  readonly pending: number;
  /** Moves to `time` (epoch milliseconds). Forwards, what is due runs on the way; backwards, nothing runs. */
  set(time: number): void;
  /** Moves by milliseconds, like {@link ManualClock.set}; 0 runs what is due now. */
  advance(milliseconds: number): void;
  /** Like {@link ManualClock.advance}, but lets promises settle first, and after each wake. */
  advanceAsync(milliseconds: number): Promise<void>;
}

/** More wakes than this in one move is a wake that asks for itself again at the same time. */
const MOST_WAKES = 1_000_000;

/**
 * Makes a clock that stands at `start` (epoch milliseconds). Due wakes run in the order of their times, those of one
 * time in the order they were asked for; while one runs, `now()` is its time. What a wake asks for meanwhile runs too if
 * it is due. What a wake throws comes out of the call that moved the clock, which then stands at that wake.
 *
 * @throws RangeError where a time is not a finite number, or wakes never come to an end.
 */
export const createManualClock = (start: number): ManualClock => {
  let time = start;
  let wakes: readonly { readonly at: number; readonly run: () => void }[] = [];

  const finite = (value: number): number => {
    if (!Number.isFinite(value)) throw new RangeError(`A clock cannot stand at ${value}.`);
    return value;
  };

  const runNext = (until: number): boolean => {
    const due = wakes.filter(({ at }) => at <= until);
    if (due.length === 0) return false;
    const first = due.reduce((earliest, wake) => (wake.at < earliest.at ? wake : earliest));
    wakes = wakes.filter((wake) => wake !== first);
    time = Math.max(time, first.at);
    first.run();
    return true;
  };

  const checkEnd = (ran: number): void => {
    if (ran > MOST_WAKES) throw new RangeError(`${MOST_WAKES} wakes ran and more are due: one asks for itself again.`);
  };

  const set = (to: number): void => {
    if (finite(to) < time) {
      time = to;
      return;
    }
    for (let ran = 0; runNext(to); ran += 1) checkEnd(ran);
    time = Math.max(time, to);
  };

  return {
    now: () => time,
    wake: (at, run) => {
      const wake = { at, run };
      wakes = [...wakes, wake];
      return () => {
        wakes = wakes.filter((other) => other !== wake);
      };
    },
    get pending() {
      return wakes.length;
    },
    set,
    advance: (milliseconds) => set(time + milliseconds),
    advanceAsync: async (milliseconds) => {
      const to = finite(time + milliseconds);
      await nextTask();
      if (to < time) return set(to);
      for (let ran = 0; runNext(to); ran += 1) {
        checkEnd(ran);
        await nextTask();
      }
      time = Math.max(time, to);
    },
  };
};

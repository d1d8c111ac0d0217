/**
 * The time. `now()` is enough: waking then uses the page's `setTimeout`. A clock that can be moved by hand (a test, a
 * story) brings `wake`, so that what waits for a time wakes when the clock is moved there.
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `run` once when the clock reaches `at`, not before; returns what cancels it. */
  wake?(at: number, run: () => void): () => void;
}

/**
 * Timers stand still while a machine sleeps, clocks go on: looking at the clock each second is what makes a wake late by
 * a second at most. It also keeps every timer far below 2^31 ms, beyond which browsers fire at once.
 */
const LONGEST_NAP = 1000;

/** Runs `run` once when the clock reaches `at` (epoch milliseconds), not before; returns what cancels it. */
export const wakeAt = (clock: Clock, at: number, run: () => void): (() => void) => {
  if (clock.wake !== undefined) return clock.wake(at, run);
  let timer: ReturnType<typeof setTimeout>;
  const look = (): void => (clock.now() < at ? arm() : run());
  const arm = (): void => {
    // Rounded up: a timer drops fractions, and one that fires too early would spin until its time.
    timer = setTimeout(look, Math.min(Math.max(0, Math.ceil(at - clock.now())), LONGEST_NAP));
  };
  arm();
  return () => clearTimeout(timer);
};

/** The page's clock, looked up at each call so that a replaced `Date` counts. */
export const systemClock: Clock = { now: () => Date.now() };

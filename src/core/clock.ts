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

/** Timers beyond this fire at once in every browser. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Runs `run` once when the clock reaches `at` (epoch milliseconds), not before; returns what cancels it. */
export const wakeAt = (clock: Clock, at: number, run: () => void): (() => void) => {
  if (clock.wake !== undefined) return clock.wake(at, run);
  let timer: ReturnType<typeof setTimeout>;
  const arm = (): void => {
    timer = setTimeout(
      () => (clock.now() < at ? arm() : run()),
      Math.min(Math.max(0, at - clock.now()), LONGEST_TIMER),
    );
  };
  arm();
  return () => clearTimeout(timer);
};

/** The page's clock, looked up at each call so that a replaced `Date` counts. */
export const systemClock: Clock = { now: () => Date.now() };

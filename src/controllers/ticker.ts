import { wakeAt, type Clock } from '../core/index.js';

/** Runs what is due: one wake of the clock for all who wait on it. */
export interface Ticker {
  /** Runs `run` when the clock reaches `at`; the same `run` waits for one time only. */
  wait(run: () => void, at: number): void;
  forget(run: () => void): void;
}

const tickers = new WeakMap<Clock, Ticker>();

const createTicker = (clock: Clock): Ticker => {
  const due = new Map<() => void, number>();
  let armedFor = Infinity;
  let cancel: (() => void) | undefined;
  let running = false;

  /** Keeps one wake, for the earliest time; none, and no listener, when nobody waits. */
  const arm = (): void => {
    if (running) return;
    let earliest = Infinity;
    for (const at of due.values()) if (at < earliest) earliest = at;
    if (earliest === armedFor) return;
    cancel?.();
    armedFor = earliest;
    cancel = earliest === Infinity ? undefined : wakeAt(clock, earliest, runDue);
    if (earliest === Infinity) globalThis.document?.removeEventListener('visibilitychange', onSeen);
    else globalThis.document?.addEventListener('visibilitychange', onSeen);
  };

  const runDue = (): void => {
    cancel?.();
    cancel = undefined;
    armedFor = Infinity;
    running = true;
    const now = clock.now();
    for (const [run, at] of [...due].filter((entry) => entry[1] <= now)) {
      // One that ran before it may have told it to forget, or to wait for another time.
      if (due.get(run) !== at) continue;
      due.delete(run);
      try {
        run();
      } catch (error) {
        // One that fails must not stop the time of all others.
        reportError(error);
      }
    }
    running = false;
    arm();
    if (due.size === 0) globalThis.document?.removeEventListener('visibilitychange', onSeen);
  };

  // A page that slept or was hidden may wake with its timers late: what is due runs as soon as it is seen again.
  const onSeen = (): void => {
    if (globalThis.document?.visibilityState === 'visible') runDue();
  };

  return {
    wait(run, at) {
      due.set(run, at);
      if (at < armedFor) arm();
    },
    forget(run) {
      const at = due.get(run);
      due.delete(run);
      if (at === armedFor) arm();
    },
  };
};

/** The ticker of a clock: every timer on the page that reads the same clock shares it. */
export const tickerOf = (clock: Clock): Ticker => {
  const ticker = tickers.get(clock) ?? createTicker(clock);
  tickers.set(clock, ticker);
  return ticker;
};

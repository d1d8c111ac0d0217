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
  /** The time of the one wake there is; `NaN` while it is used, so that it compares with no other. */
  let armedFor = Infinity;
  let cancel: (() => void) | undefined;

  /** Keeps one wake, for the earliest time; none, and no listener, when nobody waits. */
  const arm = (): void => {
    const earliest = Math.min(...due.values());
    if (earliest === armedFor) return;
    cancel?.();
    armedFor = earliest;
    document.removeEventListener('visibilitychange', onSeen);
    if (earliest === Infinity) return;
    cancel = wakeAt(clock, earliest, runDue);
    document.addEventListener('visibilitychange', onSeen);
  };

  const runDue = (): void => {
    armedFor = NaN;
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
    arm();
  };

  // A page that slept or was hidden may wake with its timers late: what is due runs as soon as it is seen again.
  const onSeen = (): void => {
    if (!document.hidden) runDue();
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

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

  const arm = (): void => {
    let earliest = Infinity;
    for (const at of due.values()) if (at < earliest) earliest = at;
    if (earliest === armedFor) return;
    cancel?.();
    armedFor = earliest;
    cancel = earliest === Infinity ? undefined : wakeAt(clock, earliest, runDue);
  };

  const runDue = (): void => {
    armedFor = Infinity;
    cancel = undefined;
    const now = clock.now();
    const ready = [...due].filter(([, at]) => at <= now);
    for (const [run] of ready) due.delete(run);
    for (const [run] of ready) run();
    arm();
  };

  // A page that slept or was hidden may wake with its timers late: what is due runs as soon as it is seen again.
  const onSeen = (): void => {
    if (globalThis.document?.visibilityState === 'visible' && due.size > 0) {
      cancel?.();
      runDue();
    }
  };
  globalThis.document?.addEventListener('visibilitychange', onSeen);

  return {
    wait(run, at) {
      due.set(run, at);
      if (at < armedFor) arm();
    },
    forget(run) {
      due.delete(run);
      if (due.size === 0) arm();
    },
  };
};

/** The ticker of a clock: every timer on the page that reads the same clock shares it. */
export const tickerOf = (clock: Clock): Ticker => {
  const ticker = tickers.get(clock) ?? createTicker(clock);
  tickers.set(clock, ticker);
  return ticker;
};

import { wakeAt, type Clock } from '../core/index.js';

/** Runs what is due: one wake of the clock for all who wait on it. */
export interface Ticker {
  /**
   * Runs `run` when the clock reaches `at`; the same `run` waits for one time only. Those that wait `together` come on one
   * beat: each up to a second late, so that two hundred running times cost one paint a second. One alone is never late.
   */
  wait(run: () => void, at: number, together?: boolean): void;
  forget(run: () => void): void;
}

/** Less than a second, in milliseconds: a time that is shown in seconds never skips one. */
const LATEST = 999;

const tickers = new WeakMap<Clock, Ticker>();

type Due = Map<() => void, number>;

const createTicker = (clock: Clock): Ticker => {
  const exact: Due = new Map();
  const beat: Due = new Map();
  /** The time of the one wake there is; `NaN` while it is used, so that it compares with no other. */
  let armedFor = Infinity;
  let cancel: (() => void) | undefined;

  const exactAt = (): number => Math.min(...exact.values());

  /** When the beat comes: with the last of those that wait for it, but for none of them too late. */
  const beatAt = (): number => Math.min(Math.max(...beat.values()), Math.min(...beat.values()) + LATEST);

  /** Keeps one wake, for the earliest time; none, and no listener, when nobody waits. */
  const arm = (): void => {
    const earliest = beat.size === 0 ? exactAt() : Math.min(exactAt(), beatAt());
    if (earliest === armedFor) return;
    cancel?.();
    armedFor = earliest;
    document.removeEventListener('visibilitychange', onSeen);
    if (earliest === Infinity) return;
    cancel = wakeAt(clock, earliest, runDue);
    document.addEventListener('visibilitychange', onSeen);
  };

  const runAll = (due: Due, now: number): void => {
    for (const [run, at] of [...due]) {
      // One that ran before it may have told it to forget, or to wait for another time.
      if (at > now || due.get(run) !== at) continue;
      due.delete(run);
      try {
        run();
      } catch (error) {
        // One that fails must not stop the time of all others.
        reportError(error);
      }
    }
  };

  const runDue = (): void => {
    armedFor = NaN;
    const now = clock.now();
    const isBeat = beatAt() <= now;
    runAll(exact, now);
    if (isBeat) runAll(beat, now);
    arm();
  };

  // A page that slept or was hidden may wake with its timers late: what is due runs as soon as it is seen again.
  const onSeen = (): void => {
    if (!document.hidden) runDue();
  };

  return {
    wait(run, at, together = false) {
      (together ? beat : exact).set(run, at);
      if (at < armedFor) arm();
    },
    forget(run) {
      const had = exact.delete(run) || beat.delete(run);
      // A wake that comes to nothing costs less than to look for the next one, but when nobody waits there is none.
      if (had && exact.size + beat.size === 0) arm();
    },
  };
};

/** The ticker of a clock: every timer on the page that reads the same clock shares it. */
export const tickerOf = (clock: Clock): Ticker => {
  const ticker = tickers.get(clock) ?? createTicker(clock);
  tickers.set(clock, ticker);
  return ticker;
};

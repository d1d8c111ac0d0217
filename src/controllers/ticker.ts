import { wakeAt, type Clock } from '../core/index.js';

/**
 * How much of a hurry one is in. `exact`: at its time. `beat`, a running time: on one beat with all others, each up to a
 * second late, so that two hundred of them cost one paint a second; one alone is never late. `crossing`, a change of what a
 * running time means: at its time too, but with the beat (never a second late) where so many run that each paint counts.
 */
export type Hurry = 'exact' | 'beat' | 'crossing';

/** Runs what is due: one wake of the clock for all who wait on it. */
export interface Ticker {
  /** Runs `run` when the clock reaches `at`; the same `run` waits for one time only, in one hurry. */
  wait(run: () => void, at: number, hurry?: Hurry): void;
  forget(run: () => void): void;
}

/** Less than a second, in milliseconds: a time that is shown in seconds never skips one. */
const LATEST = 999;

/** More running times than this are many: crossings come with their beat. */
const MANY = 20;

const tickers = new WeakMap<Clock, Ticker>();

type Due = Map<() => void, number>;

const createTicker = (clock: Clock): Ticker => {
  const due: Readonly<Record<Hurry, Due>> = { exact: new Map(), crossing: new Map(), beat: new Map() };
  const all = Object.values(due);
  const { exact, crossing, beat } = due;
  /** The time of the one wake there is; `NaN` while it is used, so that it compares with no other. */
  let armedFor = Infinity;
  let cancel: (() => void) | undefined;

  const first = (waiting: Due): number => Math.min(...waiting.values());

  /** When the beat comes: with the last of those that wait for it, but for none of them too late. */
  const beatAt = (): number =>
    beat.size === 0 ? Infinity : Math.min(Math.max(...beat.values()), first(beat) + LATEST);

  const crossingAt = (): number => first(crossing) + (beat.size > MANY ? LATEST : 0);

  /** Keeps one wake, for the earliest time; none, and no listener, when nobody waits. */
  const arm = (): void => {
    const earliest = Math.min(first(exact), crossingAt(), beatAt());
    if (earliest === armedFor) return;
    cancel?.();
    armedFor = earliest;
    if (earliest === Infinity) return document.removeEventListener('visibilitychange', onSeen);
    cancel = wakeAt(clock, earliest, runDue);
    // Added once, however often.
    document.addEventListener('visibilitychange', onSeen);
  };

  const runAll = (waiting: Due, now: number): void => {
    for (const run of [...waiting.keys()]) {
      // One that ran before it may have told it to forget, or to wait for another time.
      if ((waiting.get(run) ?? Infinity) > now) continue;
      waiting.delete(run);
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
    const isCrossing = isBeat || crossingAt() <= now;
    runAll(exact, now);
    if (isCrossing) runAll(crossing, now);
    if (isBeat) runAll(beat, now);
    arm();
  };

  // A page that slept or was hidden may wake with its timers late: what is due runs as soon as it is seen again.
  const onSeen = (): void => {
    if (!document.hidden) runDue();
  };

  return {
    wait(run, at, hurry = 'exact') {
      due[hurry].set(run, at);
      if (at < armedFor) arm();
    },
    forget(run) {
      const had = all.filter((waiting) => waiting.delete(run)).length > 0;
      // A wake that comes to nothing costs less than to look for the next one, but when nobody waits there is none.
      if (had && all.every(({ size }) => size === 0)) arm();
    },
  };
};

/** The ticker of a clock: every timer on the page that reads the same clock shares it. */
export const tickerOf = (clock: Clock): Ticker => {
  const ticker = tickers.get(clock) ?? createTicker(clock);
  tickers.set(clock, ticker);
  return ticker;
};

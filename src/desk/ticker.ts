import type { ServerClock } from './server-clock.js';
import type { DeskState } from './desk-state.js';

/** One wake for a whole desk. */
export interface Ticker {
  /** Looks when something changes by itself next, and wakes then. */
  follow(state: DeskState): void;
  stop(): void;
}

/** Runs `tick` when the first of the chats' next changes is due: a crossing, the end of a typing, a time limit. */
export const createTicker = (clock: ServerClock, tick: () => void): Ticker => {
  let armedFor = Infinity;
  let cancel: (() => void) | undefined;

  const stop = (): void => {
    cancel?.();
    cancel = undefined;
    armedFor = Infinity;
  };

  return {
    follow({ chats }) {
      let next = Infinity;
      for (const { wakeAt } of chats.values()) if (wakeAt !== undefined && wakeAt < next) next = wakeAt;
      if (next === armedFor) return;
      stop();
      if (next === Infinity) return;
      armedFor = next;
      cancel = clock.wake(next, () => {
        stop();
        tick();
      });
    },
    stop,
  };
};

import type { ServerClock } from './server-clock.js';
import type { DeskState } from './desk-state.js';

/** One wake for a whole desk. */
export interface Ticker {
  /** Looks when something of these chats changes by itself next, and wakes for the first of all chats. */
  follow(state: DeskState, chats: Iterable<string>): void;
  stop(): void;
}

/** Runs `tick` when the first of the chats' next changes is due: a crossing, the end of a typing, a time limit. */
export const createTicker = (clock: ServerClock, tick: () => void): Ticker => {
  let armedFor = Infinity;
  /** The chat that is waited for. */
  let first: string | undefined;
  let cancel: (() => void) | undefined;

  const stop = (): void => {
    cancel?.();
    cancel = undefined;
    armedFor = Infinity;
  };

  const arm = (at: number, chatId: string): void => {
    stop();
    first = chatId;
    armedFor = at;
    cancel = clock.wake(at, () => {
      stop();
      tick();
    });
  };

  return {
    follow({ chats }, changed) {
      const wakeAt = (id: string): number => chats.get(id)?.wakeAt ?? Infinity;
      let next = armedFor;
      let whose: string | undefined;
      const look = (ids: Iterable<string>): void => {
        for (const id of ids) if (wakeAt(id) < next) next = wakeAt((whose = id));
      };
      look(changed);
      // What was waited for is later by now, or not at all: another chat's turn may be first.
      if (next === armedFor && first !== undefined && wakeAt(first) > armedFor) {
        stop();
        next = Infinity;
        look(chats.keys());
      }
      if (whose !== undefined) arm(next, whose);
    },
    stop,
  };
};

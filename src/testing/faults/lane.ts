import { wakeAt, type Clock } from '../../core/index.js';

/** One way of a connection: what enters later never leaves earlier. */
export interface Lane {
  /** Lets something through after `delay` milliseconds, and after all that entered before it; at once if it can. */
  pass(deliver: () => void, delay?: number): void;
  /** When the last thing in it leaves, in epoch milliseconds; `undefined` while it is empty. */
  readonly until: number | undefined;
  /** Drops what is in it. */
  clear(): void;
}

export const createLane = (clock: Clock): Lane => {
  let queue: { readonly at: number; readonly deliver: () => void }[] = [];
  let cancel: (() => void) | undefined;

  const arm = (): void => {
    const [first] = queue;
    cancel = first && wakeAt(clock, first.at, run);
  };
  const run = (): void => {
    // Whatever is delivered may let something else in, or clear the lane.
    for (let first = queue[0]; first !== undefined && first.at <= clock.now(); first = queue[0]) {
      first.deliver();
      queue.shift();
    }
    arm();
  };

  return {
    pass(deliver, delay = 0) {
      const last = queue.at(-1);
      if (last === undefined && delay <= 0) return deliver();
      queue.push({ at: Math.max(last?.at ?? 0, clock.now() + delay), deliver });
      if (last === undefined) arm();
    },
    get until() {
      return queue.at(-1)?.at;
    },
    clear() {
      cancel?.();
      queue = [];
    },
  };
};

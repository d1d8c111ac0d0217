import { wakeAt, type Clock } from '../core/index.js';

/** The server's clock, as far as it was told. Its wakes move with what is learnt of it. */
export interface ServerClock extends Clock {
  wake(at: number, run: () => void): () => void;
  /** The server's time at this moment. */
  learn(serverTime: number): void;
  /** Cancels every wake, now and from now on. */
  stop(): void;
}

interface Wake {
  readonly at: number;
  readonly run: () => void;
  cancel: () => void;
}

/**
 * In milliseconds: less than this is how long the news travelled, not another time. Without it every message from the
 * server would shift what is exact to the millisecond.
 */
const TRAVEL = 250;

/** Makes a server's clock from the desk's own, which may be ahead of it or behind. */
export const createServerClock = (local: Clock): ServerClock => {
  const wakes = new Set<Wake>();
  let skew = 0;
  let stopped = false;

  const now = (): number => local.now() + skew;

  const arm = (wake: Wake): void => {
    wake.cancel = wakeAt(local, wake.at - skew, () => {
      wakes.delete(wake);
      wake.run();
    });
  };

  return {
    now,
    wake(at, run) {
      if (stopped) return () => undefined;
      const wake: Wake = { at, run, cancel: () => undefined };
      wakes.add(wake);
      arm(wake);
      return () => {
        wakes.delete(wake);
        wake.cancel();
      };
    },
    learn(serverTime) {
      const learnt = serverTime - local.now();
      if (Math.abs(learnt - skew) < TRAVEL) return;
      skew = learnt;
      for (const wake of wakes) {
        wake.cancel();
        arm(wake);
      }
    },
    stop() {
      stopped = true;
      for (const wake of wakes) wake.cancel();
      wakes.clear();
    },
  };
};

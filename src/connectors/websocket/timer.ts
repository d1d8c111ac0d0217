import { wakeAt, type Clock } from '../../core/index.js';

/** One thing to do later; setting it again forgets what it was set to before. */
export interface Timer {
  readonly set: boolean;
  /** `run` is told by how many milliseconds it comes late: a sleeping machine or a frozen page runs no timers. */
  start(milliseconds: number, run: (late: number) => void): void;
  stop(): void;
}

export const createTimer = (clock: Clock): Timer => {
  let cancel: (() => void) | undefined;
  const stop = (): void => {
    cancel?.();
    cancel = undefined;
  };
  return {
    get set() {
      return cancel !== undefined;
    },
    start(milliseconds, run) {
      stop();
      const at = clock.now() + milliseconds;
      cancel = wakeAt(clock, at, () => {
        cancel = undefined;
        run(clock.now() - at);
      });
    },
    stop,
  };
};

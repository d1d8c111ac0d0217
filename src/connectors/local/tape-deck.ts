import { wakeAt, type Clock } from '../../core/index.js';

/** The time of one tape: it runs on a clock, faster or slower, can stand still, and can be wound forward. */
export interface TapeDeck {
  /** Milliseconds of the tape played so far. */
  readonly position: number;
  /** Resolves when the tape has reached a moment, when it is rushed, or when `otherwise` resolves. Never once stopped. */
  reach(moment: number, otherwise?: Promise<unknown>): Promise<void>;
  pause(): void;
  play(): void;
  /** While rushed, nothing is waited for: the tape jumps from moment to moment. */
  rush(rushing: boolean): void;
  stop(): void;
}

/** Half a millisecond: a clock counts whole ones, and fractions of speed must not make a tape wait for nothing. */
const NEAR = 0.5;

export const createTapeDeck = (clock: Clock, speed: number): TapeDeck => {
  let played = 0;
  let since: number | undefined = clock.now();
  let rushing = false;
  let stopped = false;
  let pending: { readonly moment: number; readonly arrive: () => void } | undefined;
  let cancel = (): void => undefined;

  const position = (): number => (since === undefined ? played : played + (clock.now() - since) * speed);
  const jump = (to: number): void => {
    played = to;
    if (since !== undefined) since = clock.now();
  };
  const arm = (): void => {
    cancel();
    if (pending === undefined || stopped) return;
    const { moment, arrive } = pending;
    if (rushing && moment > position() && moment !== Infinity) jump(moment);
    if (rushing || moment <= position() + NEAR) arrive();
    else if (since !== undefined && moment !== Infinity)
      cancel = wakeAt(clock, since + Math.ceil((moment - played) / speed), arm);
  };

  return {
    get position() {
      return position();
    },
    reach: (moment, otherwise) =>
      new Promise((resolve) => {
        const arrive = (): void => {
          cancel();
          pending = undefined;
          resolve();
        };
        pending = { moment, arrive };
        void otherwise?.then(() => {
          if (pending?.arrive === arrive && !stopped) arrive();
        });
        arm();
      }),
    pause() {
      played = position();
      since = undefined;
      cancel();
    },
    play() {
      since ??= clock.now();
      arm();
    },
    rush(next) {
      rushing = next;
      arm();
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
};

import type { Clock } from '../../core/index.js';

/** What time it is at the server, as far as it was told. */
export interface ServerTime {
  /** Epoch milliseconds. */
  now(): number;
  /** The server was asked for its time. */
  asked(): void;
  /** It told its time. */
  learn(serverTime: number): void;
  /** What was asked over a socket that is gone is not answered. */
  forget(): void;
}

export const createServerTime = (clock: Clock): ServerTime => {
  let askedAt: number | undefined;
  let skew = 0;
  return {
    now: () => Math.round(clock.now() + skew),
    asked: () => void (askedAt ??= clock.now()),
    learn(serverTime) {
      // Told twice or late, it says nothing of now.
      if (askedAt === undefined) return;
      // The server read its clock somewhere between the asking and now: half way, as far as can be known.
      skew = serverTime - (askedAt + clock.now()) / 2;
      askedAt = undefined;
    },
    forget: () => (askedAt = undefined),
  };
};

import type { Clock } from '../../core/index.js';

/** What time it is at the server, as far as it was told. */
export interface ServerTime {
  /** Epoch milliseconds. */
  now(): number;
  /** The server was asked for its time. */
  asked(): void;
  /** It told its time. Gives how long that took, in milliseconds: so vague it is. */
  learn(serverTime: number): number;
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
      if (askedAt === undefined) return 0;
      // The server read its clock somewhere between the asking and now: what is known may stand, else it was half way.
      const least = serverTime - clock.now();
      const most = serverTime - askedAt;
      askedAt = undefined;
      if (skew < least || skew > most) skew = (least + most) / 2;
      return most - least;
    },
    forget: () => (askedAt = undefined),
  };
};

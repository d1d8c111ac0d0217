/** Lets so many through over time, and a burst of them at once. */
export interface TokenBucket {
  /** 0: it may pass. Else how many milliseconds until the next one may. */
  take(): number;
}

export const createTokenBucket = (perSecond: number, burst: number, now: () => number): TokenBucket => {
  let tokens = burst;
  let filledAt = now();
  return {
    take() {
      const time = now();
      // A clock that was set back fills nothing.
      tokens = Math.min(burst, tokens + (Math.max(0, time - filledAt) / 1000) * perSecond);
      filledAt = time;
      if (tokens < 1) {
        // Less a hair: sums of parts are not exact, and nobody should wait a millisecond for that.
        return Math.max(1, Math.ceil(((1 - tokens) / perSecond) * 1000 - 1e-6));
      }
      tokens -= 1;
      return 0;
    },
  };
};

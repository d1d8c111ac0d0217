const FIRST = 500;
const LONGEST = 30_000;
/** After the server said that it was too much, in milliseconds at least. */
const BREATH = 2000;

/**
 * How long to wait before trying again, in milliseconds: any time up to a bound that doubles with each attempt ("full
 * jitter"), so that all who lost the same server do not come back at the same moment.
 *
 * @param attempt how many attempts have failed since the last that did not
 */
export const pauseBefore = (attempt: number, random: () => number): number =>
  random() * Math.min(LONGEST, FIRST * 2 ** attempt);

/** The same after too many frames: never at once. */
export const longPauseBefore = (attempt: number, random: () => number): number =>
  BREATH + pauseBefore(attempt + 2, random);

const FIRST = 500;
/** After the server said that it was too much, in milliseconds at least. */
const BREATH = 2000;

/**
 * How long to wait before trying again, in milliseconds: any time up to a bound that doubles with each attempt ("full
 * jitter"), so that all who lost the same server do not come back at the same moment.
 *
 * @param attempt how many attempts have failed since the last that did not
 * @param longest the greatest bound
 */
export const pauseBefore = (attempt: number, longest: number, random: () => number): number =>
  random() * Math.min(longest, FIRST * 2 ** attempt);

/** The same after too many frames: never at once. */
export const longPauseBefore = (attempt: number, longest: number, random: () => number): number =>
  BREATH + pauseBefore(attempt + 2, longest, random);

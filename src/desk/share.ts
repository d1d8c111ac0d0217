const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * Whether two plain values say the same: what is `undefined` may as well be absent. Lists are the same only if they are
 * one list, or both are empty.
 */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === 0 && b.length === 0;
  if (!isPlain(a) || !isPlain(b)) return false;
  for (const key in a) if (!same(a[key], b[key])) return false;
  for (const key in b) if (!Object.hasOwn(a, key) && b[key] !== undefined) return false;
  return true;
};

/** `after`, or `before` where both say the same: identity is how listeners know that nothing changed. */
export const share = <T>(before: T | undefined, after: T): T =>
  before !== undefined && same(before, after) ? before : after;

/** A list with the same items as before is the list from before. */
export const shareList = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  before.length === after.length && after.every((item, index) => item === before[index]) ? before : after;

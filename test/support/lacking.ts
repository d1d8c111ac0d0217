/**
 * What one of the three engines cannot do at all, so that what depends on it is not tried there: what it is, how one knows,
 * and since when the others can. Whatever else the tests try, they try in all three.
 */
const LACKING = {
  /** WebKitGTK 2.50: moves in the document always take an element out of it. Chromium since 133, Firefox since 144. */
  moveBefore: () => !('moveBefore' in Element.prototype),
} satisfies Readonly<Record<string, () => boolean>>;

export const isLacking = (what: keyof typeof LACKING): boolean => LACKING[what]();

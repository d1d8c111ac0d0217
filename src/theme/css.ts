import { unsafeCSS, type CSSResult } from 'lit';

/** One `rem` of ours: the reader's own text size (16 px, unless they chose another in their browser). */
const UNIT = '--_chat-rem';

/**
 * Styles in which `rem` is the reader's text size. The browser's own `rem` is whatever the host page gives its root: with
 * `html { font-size: 62.5% }` a tag would be a toy. In the condition of an `@media` the browser's is the reader's as well;
 * in that of an `@container` it is not: write `em` there.
 */
export const css = ([text]: TemplateStringsArray): CSSResult =>
  unsafeCSS(
    text?.replace(
      /(@[^{]+)|(-?[\d.]+)rem/g,
      (_all, condition?: string, count = '') => condition ?? `calc(${count}*var(${UNIT}))`,
    ),
  );

const ready = new WeakSet<Document>();

/**
 * Makes the unit a length that is inherited as computed, so that it is the same at every size of text within a tag. To be
 * called before the first tag is shown in a document; later calls, and those of another copy of the package, do nothing.
 */
export const registerUnit = (page = globalThis.document): void => {
  // To be refused by the browser costs as much as to read the whole script again, for the place where it happened.
  if (ready.has(page)) return;
  try {
    ready.add(page);
    page.defaultView?.CSS.registerProperty({ name: UNIT, syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Another copy of the package did it, or this is a server, which has no document.
  }
};

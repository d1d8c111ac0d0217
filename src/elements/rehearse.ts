import type { LitElement } from 'lit';

const whenIdle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve()));

const isOfLit = (element: Element): element is LitElement => 'updateComplete' in element;

/** Shows an element outside any document, and each that it shows inside: one at a time, when the page rests. */
const showApart = async (make: () => LitElement): Promise<void> => {
  await whenIdle();
  const element = make();
  try {
    element.connectedCallback();
    await element.updateComplete;
    for (const inner of element.renderRoot.querySelectorAll('*')) if (isOfLit(inner)) await showApart(() => inner);
  } finally {
    element.disconnectedCallback();
  }
};

/**
 * The first of a tag takes a page twice as long as the second: its templates and style sheets are made, and code runs that
 * never ran. So one is shown where nobody sees it, once the page was painted and rests: then the first that an agent waits
 * for is as fast as any. A page that is hidden need not hurry, nor does a browser that never says that it rests.
 */
export const rehearse = (make: () => LitElement): void => {
  if (!('requestIdleCallback' in globalThis)) return;
  // What fails here fails again where somebody is told.
  requestAnimationFrame(() => void showApart(make).catch(() => {}));
};

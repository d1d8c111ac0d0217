// Every message is a row of the document: what a page gets without any thought.
import type { Message } from '../../src/core/index.js';
import { createHandPane, rowOf, type HandPane } from './hand-pane.js';

/** How near to its end, in pixels, a reader counts as at it. */
const NEAR = 24;

let pane: HandPane | undefined;
let letGo: (() => void) | undefined;

/** Keeps the end in sight while the reader is there; sizes are looked at between layout and paint, so none is forced. */
const keepEnd = (scroller: HTMLElement, rows: HTMLElement): (() => void) => {
  let following = true;
  const look = (): void => {
    following = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  };
  const sizes = new ResizeObserver(() => {
    if (following) scroller.scrollTop = scroller.scrollHeight;
  });
  sizes.observe(rows);
  sizes.observe(scroller);
  scroller.addEventListener('scroll', look, { passive: true });
  return () => {
    sizes.disconnect();
    scroller.removeEventListener('scroll', look);
  };
};

export const open = (host: HTMLElement, messages: readonly Message[]): void => {
  pane = createHandPane();
  const all = document.createDocumentFragment();
  for (const message of messages) all.append(rowOf(message));
  pane.rows.append(all);
  host.append(pane.element);
  letGo = keepEnd(pane.scroller, pane.rows);
};

export const append = (message: Message): void => pane?.rows.append(rowOf(message));

export const close = (): void => {
  letGo?.();
  pane?.element.remove();
  pane = letGo = undefined;
};

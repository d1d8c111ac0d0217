import { MARK_BEGINS } from './messages.js';

// When something is seen: the first task after a frame's rendering in which a hit-test finds it. Same for every subject.

const channel = new MessageChannel();
const waiting: ((time: number) => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.(performance.now());

/** Resolves right after the rendering work of the next frame, with the time. */
export const nextPaint = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      waiting.push(resolve);
      channel.port2.postMessage(undefined);
    });
  });

export const paints = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) await nextPaint();
};

/** The innermost element at a point, through open shadow roots. */
const elementAt = (x: number, y: number): Element | undefined => {
  let found = document.elementFromPoint(x, y);
  for (let inner = found; inner !== null;) {
    found = inner;
    const next: Element | null = inner.shadowRoot?.elementFromPoint(x, y) ?? null;
    inner = next === inner ? null : next;
  }
  return found ?? undefined;
};

const parentOf = (element: Element): Element | undefined => {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
};

/** What has more than a dozen things side by side in it is no row, and its text is not worth reading. */
const MANY = ':nth-child(13)';

const hasOneMarkAtMost = (text: string): boolean => text.indexOf(MARK_BEGINS) === text.lastIndexOf(MARK_BEGINS);

/** What `found` makes of the texts around an element, from the smallest on; `undefined` where that is no row. */
const readRow = <T>(element: Element, found: (text: string) => T | undefined): T | undefined => {
  for (let each: Element | undefined = element, depth = 0; each !== undefined && depth < 5; depth += 1) {
    if (each.querySelector(MANY) !== null) return undefined;
    const text = each.textContent;
    // Between two rows there is what holds them all.
    if (!hasOneMarkAtMost(text)) return undefined;
    const read = found(text);
    if (read !== undefined) return read;
    each = parentOf(each);
  }
  return undefined;
};

let looks = 0;

/** How often this page was looked at so far: no subject is charged with that. */
export const looksSoFar = (): number => looks;

/** How far apart hit-tests are, in pixels: less than any row is high. Rows are as wide as the log. */
const STEP = 16;

/** The first that `found` makes of what stands on the screen inside `host`, from its lower end up. */
const look = <T>(host: Element, found: (text: string) => T | undefined): T | undefined => {
  looks += 1;
  const { left, top, bottom, width } = host.getBoundingClientRect();
  const looked = new Set<Element>();
  for (let y = Math.min(bottom, innerHeight) - 4; y > top; y -= STEP) {
    const element = elementAt(left + width / 2, y);
    if (element === undefined || looked.has(element)) continue;
    looked.add(element);
    const read = readRow(element, found);
    if (read !== undefined) return read;
  }
  return undefined;
};

/** Whether a text stands on the screen inside `host`. */
export const isSeen = (host: Element, mark: string): boolean =>
  look(host, (text) => text.includes(mark) || undefined) === true;

/** The place of the lowest message of a chat on the screen; 0 if there is none. */
export const lowestSeen = (host: Element, marked: (text: string) => number | undefined): number =>
  look(host, marked) ?? 0;

/** When something was seen, from `begin` on; `seen: false` after `limit` milliseconds without it. */
export interface Painted {
  readonly seen: boolean;
  readonly time: number;
  readonly frames: number;
}

export const untilSeen = async (host: Element, mark: string, begin: number, limit: number): Promise<Painted> => {
  for (let frames = 1; ; frames += 1) {
    const time = (await nextPaint()) - begin;
    // A search in vain costs more than a frame may: after a while only each fourth frame is looked at.
    const seen = (frames < 20 || frames % 4 === 0) && isSeen(host, mark);
    if (seen || time > limit) return { seen, time, frames };
  }
};

/** Every element below `root`, shadow trees included. */
export const countElements = (root: ParentNode): number => {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot === null ? 0 : countElements(element.shadowRoot));
  return count;
};

/** Every node of the document, shadow trees and the document itself included: as many as the browser counts when none is detached. */
export const countNodes = (root: Node = document): number => {
  let count = 1;
  for (const child of root.childNodes) count += countNodes(child);
  const shadow = root instanceof Element ? root.shadowRoot : null;
  return shadow === null ? count : count + countNodes(shadow);
};

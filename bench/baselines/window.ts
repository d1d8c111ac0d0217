// A fixed window: only the rows in sight are in the document, whatever their height and however many messages there are.
import type { Message } from '../../src/core/index.js';
import { createHandPane, rowOf, type HandPane } from './hand-pane.js';

/** The height of a row that was never seen, in pixels. */
const GUESS = 62;
/** How many rows stand ready on either side of what is in sight. */
const SPARE = 5;
/** How many heights are summed up as one. */
const BLOCK = 256;
/** How near to its end, in pixels, a reader counts as at it. */
const NEAR = 24;

/** Heights of all rows. Where one begins, and which one is at a height, is found by blocks. */
const createHeights = (count: number) => {
  let heights = new Float64Array(count + 4 * BLOCK).fill(GUESS, 0, count);
  const blocks: number[] = [];
  for (let begin = 0; begin < count; begin += BLOCK) blocks.push(Math.min(BLOCK, count - begin) * GUESS);
  let total = count * GUESS;

  const change = (index: number, by: number): void => {
    const block = (index / BLOCK) | 0;
    blocks[block] = (blocks[block] ?? 0) + by;
    total += by;
  };

  return {
    get total() {
      return total;
    },
    of: (index: number): number => heights[index] ?? 0,
    add(index: number): void {
      if (index >= heights.length) {
        const larger = new Float64Array(heights.length * 2);
        larger.set(heights);
        heights = larger;
      }
      heights[index] = GUESS;
      change(index, GUESS);
    },
    set(index: number, height: number): void {
      const by = height - (heights[index] ?? 0);
      heights[index] = height;
      change(index, by);
    },
    /** How far below the top a row begins. */
    before(index: number): number {
      const block = (index / BLOCK) | 0;
      let sum = 0;
      for (let each = 0; each < block; each += 1) sum += blocks[each] ?? 0;
      for (let each = block * BLOCK; each < index; each += 1) sum += heights[each] ?? 0;
      return sum;
    },
    /** The row that is so far below the top. */
    at(height: number): number {
      let rest = height;
      let block = 0;
      while (block < blocks.length - 1 && rest >= (blocks[block] ?? 0)) rest -= blocks[block++] ?? 0;
      let index = block * BLOCK;
      const last = Math.min(index + BLOCK, heights.length) - 1;
      while (index < last && rest >= (heights[index] ?? 0)) rest -= heights[index++] ?? 0;
      return index;
    },
  };
};

const createWindow = ({ scroller, rows }: HandPane, given: readonly Message[]) => {
  const messages = [...given];
  const heights = createHeights(messages.length);
  const shown: HTMLElement[] = [];
  let first = 0;
  let following = true;
  let lastTop = 0;
  let frame = 0;

  const put = (from: number, to: number): DocumentFragment => {
    const fresh = document.createDocumentFragment();
    const made: HTMLElement[] = [];
    for (const message of messages.slice(from, to)) made.push(rowOf(message));
    fresh.append(...made);
    if (from < first) shown.unshift(...made);
    else shown.push(...made);
    return fresh;
  };

  /** Brings exactly the rows from `from` up to `to` into the document; those that stay are not touched. */
  const show = (from: number, to: number): void => {
    while (shown.length > 0 && first < from) {
      shown.shift()?.remove();
      first += 1;
    }
    while (shown.length > 0 && first + shown.length > to) shown.pop()?.remove();
    if (shown.length === 0) first = from;
    const end = first + shown.length;
    if (end < to) rows.append(put(end, to));
    if (from < first) {
      rows.prepend(put(from, first));
      first = from;
    }
  };

  /** One pass that reads, one that writes. What grows above the reader moves the reader by as much. */
  const draw = (): void => {
    frame = 0;
    const sight = scroller.clientHeight;
    const top = following ? Math.max(0, heights.total - sight) : scroller.scrollTop;
    const from = Math.max(0, heights.at(top) - SPARE);
    show(from, Math.min(messages.length, heights.at(top + sight) + 1 + SPARE));
    let moved = 0;
    let begins = heights.before(first);
    const padding = begins;
    const measured = shown.map((row) => row.offsetHeight);
    measured.forEach((height, place) => {
      const before = heights.of(first + place);
      if (height !== before) heights.set(first + place, height);
      if (begins < top) moved += height - before;
      begins += before;
    });
    rows.style.paddingBlockStart = `${padding}px`;
    rows.style.blockSize = `${heights.total}px`;
    if (following) scroller.scrollTop = heights.total;
    else if (moved !== 0) scroller.scrollTop = top + moved;
    else return;
    lastTop = scroller.scrollTop;
  };

  const ask = (): void => {
    frame ||= requestAnimationFrame(draw);
  };

  const onScroll = (): void => {
    const top = scroller.scrollTop;
    if (top < lastTop - 1) following = false;
    else if (heights.total - top - scroller.clientHeight < NEAR) following = true;
    lastTop = top;
    ask();
  };

  rows.style.boxSizing = 'border-box';
  scroller.addEventListener('scroll', onScroll, { passive: true });
  draw();

  return {
    append(message: Message): void {
      heights.add(messages.push(message) - 1);
      ask();
    },
    close(): void {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', onScroll);
    },
  };
};

let pane: HandPane | undefined;
let rowsInSight: ReturnType<typeof createWindow> | undefined;

export const open = (host: HTMLElement, messages: readonly Message[]): void => {
  pane = createHandPane();
  host.append(pane.element);
  rowsInSight = createWindow(pane, messages);
};

export const append = (message: Message): void => rowsInSight?.append(message);

export const close = (): void => {
  rowsInSight?.close();
  pane?.element.remove();
  pane = rowsInSight = undefined;
};

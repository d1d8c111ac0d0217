import type { ReactiveController } from 'lit';
import type { ControlledElement } from '../../controllers/from-context.js';
import type { ReadingPlace } from '../../desk/index.js';

/** The parts of the scrolling box, once they are rendered. */
export interface ScrollParts {
  readonly scroller: HTMLElement;
  /** All that scrolls, as one box. */
  readonly content: HTMLElement;
  /** Holds the rows, and nothing but rows, each with `data-id`. */
  readonly list: HTMLElement;
}

/** Whoever is at most this many pixels from the end is at the end. */
const NEAR_END = 8;

/**
 * Keeps what is read where it is read: at the end, the end stays in view; elsewhere the first visible row stays where it
 * is, whatever grows, shrinks or wraps anew around it. Browsers' own scroll anchoring is off in the scroller: Safari has
 * none, and two that correct each other drift.
 */
export class ScrollKeeper implements ReactiveController {
  readonly #host: ControlledElement;
  readonly #parts: () => ScrollParts | undefined;
  readonly #onMove: (place: ReadingPlace | undefined) => void;
  readonly #sizes = new ResizeObserver(() => {
    // A scroll is told after the sizes: what the reader did in this frame counts first.
    this.measure();
    this.restore();
  });
  #watched: HTMLElement | undefined;
  #place: ReadingPlace | undefined;
  /** What `scrollTop` was when the place was last known: only when it differs has the reader moved. */
  #top = 0;
  /** Whether the scroller may have lost its position, so that `scrollTop` tells nothing of the reader. */
  #lost = true;

  /** `onMove` hears where the reader went; `undefined` is the end. */
  constructor(
    host: ControlledElement,
    parts: () => ScrollParts | undefined,
    onMove: (place: ReadingPlace | undefined) => void,
  ) {
    this.#host = host;
    this.#parts = parts;
    this.#onMove = onMove;
    host.addController(this);
  }

  /** Whether the reader is at the end. */
  get atEnd(): boolean {
    return this.#place === undefined;
  }

  hostConnected(): void {
    this.#lost = true;
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#watched = undefined;
  }

  hostUpdated(): void {
    this.#watch();
    this.restore();
  }

  /** Takes note of where the reader is: at a scroll, and before anything is painted anew. */
  readonly measure = (): void => {
    const parts = this.#parts();
    if (parts === undefined || this.#lost) return;
    const { scroller } = parts;
    if (scroller.clientHeight === 0 || scroller.scrollTop === this.#top) return;
    this.#top = scroller.scrollTop;
    const before = this.#place;
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    this.#place = left <= NEAR_END ? undefined : this.#readAt(parts);
    if (before !== this.#place) this.#onMove(this.#place);
  };

  /** Goes to a place, or to the end, with the next `restore()`. */
  goTo(place: ReadingPlace | undefined): void {
    this.#place = place;
    this.#lost = true;
  }

  /** Puts what is read where it was. */
  restore(): void {
    const parts = this.#parts();
    if (parts === undefined) return;
    const { scroller } = parts;
    // Browsers differ in what scrolls to where when a box is hidden and comes back.
    if (scroller.clientHeight === 0) {
      this.#lost = true;
      return;
    }
    const place = this.#place;
    if (place === undefined) scroller.scrollTop = scroller.scrollHeight;
    else {
      const row = this.#rows(parts).find(({ dataset }) => dataset['id'] === place.messageId);
      // The message may be gone, or not there yet: then nothing moves.
      if (row !== undefined) scroller.scrollTop += this.#offset(row, scroller) - place.offset;
    }
    this.#top = scroller.scrollTop;
    this.#lost = false;
  }

  #watch(): void {
    const parts = this.#parts();
    if (!this.#host.isConnected || parts === undefined || parts.scroller === this.#watched) return;
    this.#sizes.disconnect();
    this.#sizes.observe(parts.scroller);
    this.#sizes.observe(parts.content);
    this.#watched = parts.scroller;
  }

  #rows({ list }: ScrollParts): readonly HTMLElement[] {
    return [...list.children] as HTMLElement[];
  }

  #offset(row: HTMLElement, scroller: HTMLElement): number {
    return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  }

  /** The first row in view, found by halving: rows are in order from top to bottom. */
  #readAt(parts: ScrollParts): ReadingPlace | undefined {
    const { children } = parts.list;
    const top = parts.scroller.getBoundingClientRect().top;
    let first = 0;
    let last = children.length - 1;
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((children[middle] as HTMLElement).getBoundingClientRect().bottom > top) last = middle;
      else first = middle + 1;
    }
    const row = children[first] as HTMLElement | undefined;
    const messageId = row?.dataset['id'];
    return row === undefined || messageId === undefined
      ? undefined
      : { messageId, offset: this.#offset(row, parts.scroller) };
  }
}

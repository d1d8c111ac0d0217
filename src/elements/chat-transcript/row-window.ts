import { isServer, type ReactiveController } from 'lit';
import type { ControlledElement } from '../../controllers/from-context.js';
import type { Message } from '../../core/index.js';
import type { ReadingPlace } from '../../desk/index.js';
import { PaintedRows, type ShownRow } from './painted-rows.js';
import { createRowHeights, type RowHeights } from './row-heights.js';

/** The parts of the scrolling box, once they are rendered. */
export interface WindowParts {
  readonly scroller: HTMLElement;
  /** All that scrolls, as one box. */
  readonly content: HTMLElement;
  /** Holds the rows, and nothing but rows. */
  readonly list: HTMLElement;
}

/** What is known of a list of messages at the present width. */
interface Known {
  readonly heights: RowHeights;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** What is seen of the list, in pixels below its top. */
interface Seen {
  readonly top: number;
  readonly bottom: number;
}

/** Whoever is at most this many pixels from the end is at the end. */
const NEAR_END = 8;

/** So much is painted beyond either edge of what is seen, in pixels. */
const BEYOND = 300;

/** So many rows are painted whole, wherever they are read. */
const WHOLE = 30;

/** What a row counts before any was measured. Where rows are smaller, those beyond the edges make up for it. */
const FIRST_ESTIMATE = 80;

/** Browsers round a few lengths of a list to parts of a pixel: it is at most this much off its sum. */
const ROUNDING = 1 / 8;

/** Rows may turn out smaller than they counted, so that more are needed: the first guess is nearly always right. */
const MOST_PASSES = 6;

/** Whether a list is the known one, perhaps with more at its end. */
const goesOn = ({ heights: { length }, first, last }: Known, messages: readonly Message[]): boolean =>
  length > 0 && messages[0]?.id === first && messages[length - 1]?.id === last;

const nothingKnown = (estimate: number): Known => ({
  heights: createRowHeights(estimate),
  first: undefined,
  last: undefined,
});

/**
 * Paints the rows of a list that are near what is seen, and keeps what is read where it is read: at the end, the end stays
 * in view; elsewhere the first visible row stays where it is, whatever grows, shrinks, comes or goes around it. Rows that
 * hold the focus or an end of the selection stay while they do. Browsers' own scroll anchoring is off in the scroller:
 * Safari has none, and two that correct each other drift.
 */
export class RowWindow implements ReactiveController {
  readonly #host: ControlledElement;
  readonly #parts: () => WindowParts | undefined;
  readonly #rows: PaintedRows;
  readonly #onMove: (place: ReadingPlace | undefined) => void;
  readonly #sizes = isServer ? undefined : new ResizeObserver((entries) => this.#onSizes(entries));
  #watched: HTMLElement | undefined;

  #messages: readonly Message[] = [];
  #now = nothingKnown(FIRST_ESTIMATE);
  /** Of every list that was shown at this width: who comes back to it finds it as it was. */
  #known = new WeakMap<readonly Message[], Known>();
  /** The size of the scroller when rows were last painted. */
  #width = 0;
  #height = 0;

  /** What `#beside` was when all rows were last measured. */
  #wasBeside = NaN;
  #frame: number | undefined;

  #place: ReadingPlace | undefined;
  /** What `scrollTop` was when the place was last known: only when it differs has the reader moved. */
  #top = 0;
  /** Whether the scroller may have lost its position, so that `scrollTop` tells nothing of the reader. */
  #lost = true;

  /** `onMove` hears where the reader went; `undefined` is the end. `onGone` hears whose row left the document. */
  constructor(
    host: ControlledElement,
    parts: () => WindowParts | undefined,
    rowAt: (index: number) => ShownRow | undefined,
    onMove: (place: ReadingPlace | undefined) => void,
    onGone: (messageId: string) => void,
  ) {
    this.#host = host;
    this.#parts = parts;
    this.#rows = new PaintedRows(rowAt, onGone);
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
    this.#sizes?.disconnect();
    this.#watched = undefined;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  hostUpdated(): void {
    this.#paint();
    this.#watch();
  }

  /** Takes the messages to paint next. Returns how many came before those that were there. */
  take(messages: readonly Message[]): number {
    const known = this.#known.get(messages) ?? this.#now;
    let { heights } = known;
    let before = 0;
    if (!goesOn(known, messages)) {
      const { length } = heights;
      before = length === 0 ? 0 : messages.findIndex(({ id }) => id === known.first);
      if (before > 0 && messages[before + length - 1]?.id === known.last) {
        heights.prepend(before);
        this.#rows.shift(before);
      } else {
        before = 0;
        heights = this.#takeChanged(known, messages);
      }
    }
    heights.resize(messages.length);
    this.#messages = messages;
    this.#now = { heights, first: messages[0]?.id, last: messages.at(-1)?.id };
    this.#known.set(messages, this.#now);
    return before;
  }

  /** Takes note of where the reader is: at a scroll, and before anything is painted anew. */
  readonly measure = (): void => {
    const parts = this.#parts();
    if (parts === undefined || this.#lost) return;
    const { scroller } = parts;
    if (scroller.scrollTop === this.#top || scroller.clientHeight === 0) return;
    this.#readPlace(parts);
  };

  readonly onScroll = (): void => {
    this.measure();
    const parts = this.#parts();
    if (parts === undefined || this.#lost || this.#covers(this.#seen(parts), BEYOND / 3)) return;
    this.#paint();
    // Only now are the rows measured that came into view.
    this.#readPlace(parts);
  };

  /** Begins with another list, to be read at a place, or at the end. */
  open(place: ReadingPlace | undefined): void {
    this.#rows.clear();
    this.#now = nothingKnown(this.#now.heights.estimate);
    this.goTo(place);
  }

  /** Goes to a place, or to the end, with the next paint. */
  goTo(place: ReadingPlace | undefined): void {
    this.#place = place;
    this.#lost = true;
  }

  /** Goes to the end now. */
  goToEnd(): void {
    this.goTo(undefined);
    this.#paint();
  }

  /** Goes to a message and puts it into the middle, or `toTop`. Returns its row; `undefined` if there is no such message. */
  reveal(id: string, toTop = false): HTMLElement | undefined {
    const parts = this.#parts();
    if (parts === undefined || this.#indexOf(id) < 0) return undefined;
    const { clientHeight } = parts.scroller;
    this.goTo({ messageId: id, offset: toTop ? NEAR_END : clientHeight / 2 });
    this.#paint();
    const row = this.#rows.element(id);
    if (row === undefined) return undefined;
    if (!toTop) {
      this.goTo({ messageId: id, offset: Math.max(0, (clientHeight - row.getBoundingClientRect().height) / 2) });
      this.#paint();
    }
    // Near an end of the list it may have come to be elsewhere.
    if (!this.#lost) this.#readPlace(parts);
    return row;
  }

  /** The row of a message, if it is painted. */
  row(id: string): HTMLElement | undefined {
    return this.#rows.element(id);
  }

  /** The index of the message in whose row an element is. */
  indexIn(element: Element | null): number | undefined {
    const id = element?.closest<HTMLElement>('li')?.dataset['id'];
    return id === undefined ? undefined : this.#rows.indexOf(id);
  }

  /** The index of the last row that is seen whole. */
  lastSeen(): number {
    const parts = this.#parts();
    if (parts === undefined) return -1;
    const { heights } = this.#now;
    const { top, bottom } = this.#seen(parts);
    const last = heights.at(bottom);
    return heights.before(last + 1) <= bottom + 1 || heights.before(last) <= top ? last : last - 1;
  }

  /** What changed elsewhere than at its ends. */
  #takeChanged(known: Known, messages: readonly Message[]): RowHeights {
    const { heights } = known;
    const { from } = this.#rows;
    const first = this.#rows.idAt(from);
    // Mostly something changed near the end: what stands before the first painted row is as it was.
    if (known === this.#now && first !== undefined && messages[from]?.id === first) {
      heights.forget(from);
      this.#rows.findAgain(messages, from);
      return heights;
    }
    if (known === this.#now) this.#holdOn(messages);
    this.#rows.clear();
    return createRowHeights(heights.estimate);
  }

  /** What is read is gone, or not where it was: the nearest painted message after it that is still there takes its place. */
  #holdOn(messages: readonly Message[]): void {
    const parts = this.#parts();
    const read = this.#place === undefined ? undefined : this.#rows.indexOf(this.#place.messageId);
    if (parts === undefined || read === undefined) return;
    const messageId = this.#rows.firstOf(new Set(messages.map(({ id }) => id)), read);
    const row = messageId === undefined ? undefined : this.#rows.element(messageId);
    if (messageId !== undefined && row !== undefined) this.#place = { messageId, offset: this.#offset(row, parts) };
  }

  #indexOf(id: string): number {
    const index = this.#rows.indexOf(id);
    if (index !== undefined) return index;
    const messages = this.#messages;
    let at = messages.length - 1;
    while (at >= 0 && messages[at]?.id !== id) at -= 1;
    return at;
  }

  /** What is seen once the place is restored. */
  #seenThen(parts: WindowParts): Seen {
    const { heights } = this.#now;
    const { clientHeight } = parts.scroller;
    const place = this.#place;
    const index = place === undefined ? heights.length : this.#indexOf(place.messageId);
    if (index < 0) return this.#seen(parts);
    const top = heights.before(index) - (place === undefined ? clientHeight : place.offset);
    return { top, bottom: top + clientHeight };
  }

  /** What is seen now. */
  #seen({ scroller, list }: WindowParts): Seen {
    const top = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
    return { top, bottom: top + scroller.clientHeight };
  }

  #covers({ top, bottom }: Seen, beyond: number): boolean {
    const { heights } = this.#now;
    const { from, to } = this.#rows;
    return (
      (from === 0 || heights.before(from) <= top - beyond) &&
      (to === heights.length || heights.before(to) >= bottom + beyond)
    );
  }

  #paint(): void {
    const parts = this.#parts();
    if (parts === undefined) return;
    const { clientHeight, clientWidth } = parts.scroller;
    this.#height = clientHeight;
    if (clientWidth !== this.#width && clientHeight > 0) this.#forgetHeights(clientWidth);
    let seen = this.#seenThen(parts);
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      this.#fill(parts, seen);
      this.#readHeights();
      this.#rows.makeRoom(parts.list, this.#now.heights);
      this.#restore(parts);
      seen = this.#seen(parts);
      if (this.#lost || this.#covers(seen, 0)) return;
    }
  }

  /** Paints the rows near what is seen. */
  #fill({ list }: WindowParts, { top, bottom }: Seen): void {
    const { heights } = this.#now;
    const isShort = heights.length <= WHOLE;
    const from = isShort ? 0 : heights.at(top - BEYOND);
    const to = isShort ? heights.length : heights.at(bottom + BEYOND) + 1;
    this.#rows.paint(list, this.#messages, from, to);
  }

  #readHeights(): void {
    const { heights } = this.#now;
    const isFirst = heights.mean() === undefined;
    this.#rows.measure(heights);
    if (isFirst) heights.estimate = heights.mean() ?? heights.estimate;
  }

  /** Puts what is read where it was. */
  #restore(parts: WindowParts): void {
    const { scroller } = parts;
    // Browsers differ in what scrolls to where when a box is hidden and comes back.
    if (scroller.clientHeight === 0) {
      this.#lost = true;
      return;
    }
    const place = this.#place;
    if (place === undefined) scroller.scrollTop = scroller.scrollHeight;
    else {
      const row = this.#rows.element(place.messageId);
      // The message may be gone, or not there yet: then nothing moves.
      if (row !== undefined) scroller.scrollTop += this.#offset(row, parts) - place.offset;
    }
    this.#top = scroller.scrollTop;
    this.#lost = false;
  }

  #offset(row: HTMLElement, { scroller }: WindowParts): number {
    return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  }

  /** Takes what is seen now for what is read. */
  #readPlace(parts: WindowParts): void {
    const { scroller } = parts;
    this.#top = scroller.scrollTop;
    const before = this.#place;
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    this.#place = left <= NEAR_END ? undefined : this.#firstSeen(parts);
    if (before !== this.#place) this.#onMove(this.#place);
  }

  #firstSeen(parts: WindowParts): ReadingPlace | undefined {
    const { heights } = this.#now;
    const { top, bottom } = this.#seen(parts);
    // A row of which less than a pixel is seen is not read.
    const first = heights.at(top + 1);
    // Of a row that is not painted nobody knows how high it is: better one that was seen.
    const { from } = this.#rows;
    const index = first < from && heights.before(from) < bottom ? from : first;
    const messageId = this.#messages[index]?.id;
    return messageId === undefined ? undefined : { messageId, offset: heights.before(index) - top };
  }

  #onSizes(entries: readonly ResizeObserverEntry[]): void {
    // A scroll is told after the sizes: what the reader did in this frame counts first.
    this.measure();
    const parts = this.#parts();
    if (parts === undefined) return;
    const box = entries.find(({ target }) => target === parts.scroller)?.contentRect;
    const isResized =
      box !== undefined && (Math.round(box.width) !== this.#width || Math.round(box.height) !== this.#height);
    // Mostly rows came or went, and nothing grew that is not measured already.
    if (isResized || this.#lost || !(Math.abs(this.#beside(parts) - this.#wasBeside) < ROUNDING)) {
      if (parts.scroller.clientHeight > 0) this.#rows.doubt();
      // When only the rows changed size, painting others now would come too late for this frame's observers.
      if (isResized) return this.#paint();
      this.#readHeights();
      this.#rows.makeRoom(parts.list, this.#now.heights);
      this.#restore(parts);
      this.#wasBeside = this.#beside(parts);
    }
    if (!this.#lost && !this.#covers(this.#seen(parts), 0)) this.#frame ??= requestAnimationFrame(this.#paintMore);
  }

  /** How much higher all that scrolls is than its rows are known to be, in pixels. */
  #beside({ content }: WindowParts): number {
    const { heights } = this.#now;
    return content.getBoundingClientRect().height - heights.before(heights.length);
  }

  readonly #paintMore = (): void => {
    this.#frame = undefined;
    this.#paint();
  };

  #forgetHeights(width: number): void {
    // At the first paint there is nothing to forget.
    if (this.#width > 0) {
      const heights = createRowHeights(this.#now.heights.estimate);
      heights.resize(this.#messages.length);
      this.#known = new WeakMap();
      this.#now = { ...this.#now, heights };
      this.#known.set(this.#messages, this.#now);
    }
    this.#width = width;
  }

  #watch(): void {
    const parts = this.#parts();
    if (!this.#host.isConnected || parts === undefined || parts.scroller === this.#watched) return;
    this.#sizes?.disconnect();
    this.#sizes?.observe(parts.scroller);
    this.#sizes?.observe(parts.content);
    this.#watched = parts.scroller;
  }
}

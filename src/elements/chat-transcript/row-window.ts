import { render, type ReactiveController, type TemplateResult } from 'lit';
import type { ControlledElement } from '../../controllers/from-context.js';
import type { Message } from '../../core/index.js';
import type { ReadingPlace } from '../../desk/index.js';
import { createRowHeights, type RowHeights } from './row-heights.js';
import { selectionFrom } from '../selected-in.js';

/** The parts of the scrolling box, once they are rendered. */
export interface WindowParts {
  readonly scroller: HTMLElement;
  /** All that scrolls, as one box. */
  readonly content: HTMLElement;
  /** Holds the rows, and nothing but rows. */
  readonly list: HTMLElement;
}

/** What a row shows, and all that this depends on: a row of which that is the same is not painted again. */
export interface ShownRow {
  readonly facts: readonly unknown[];
  show(): TemplateResult;
}

interface PaintedRow {
  readonly element: HTMLElement;
  index: number;
  facts: readonly unknown[];
  /** How many rows of the whole list it says there are. */
  size: number;
  /** The room before it that belongs to rows that are not painted. */
  gap: number;
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

/** What a row counts before any was measured. */
const FIRST_ESTIMATE = 60;

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
  readonly #rowAt: (index: number) => ShownRow | undefined;
  readonly #onMove: (place: ReadingPlace | undefined) => void;
  readonly #sizes = new ResizeObserver((entries) => this.#onSizes(entries));
  #watched: HTMLElement | undefined;

  #messages: readonly Message[] = [];
  #now = nothingKnown(FIRST_ESTIMATE);
  /** Of every list that was shown at this width: who comes back to it finds it as it was. */
  #known = new WeakMap<readonly Message[], Known>();
  /** The size of the scroller when rows were last painted. */
  #width = 0;
  #height = 0;

  /** By message id. */
  readonly #rows = new Map<string, PaintedRow>();
  /** Painted rows that were not measured since they changed. */
  readonly #fresh = new Set<PaintedRow>();
  /** The rows from here on, before `#to`, are all painted. */
  #from = 0;
  #to = 0;
  #frame: number | undefined;

  #place: ReadingPlace | undefined;
  /** What `scrollTop` was when the place was last known: only when it differs has the reader moved. */
  #top = 0;
  /** Whether the scroller may have lost its position, so that `scrollTop` tells nothing of the reader. */
  #lost = true;

  /** `onMove` hears where the reader went; `undefined` is the end. */
  constructor(
    host: ControlledElement,
    parts: () => WindowParts | undefined,
    rowAt: (index: number) => ShownRow | undefined,
    onMove: (place: ReadingPlace | undefined) => void,
  ) {
    this.#host = host;
    this.#parts = parts;
    this.#rowAt = rowAt;
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
        this.#shift(before);
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
    this.#dropAll();
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
    const row = this.#rows.get(id)?.element;
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
    return this.#rows.get(id)?.element;
  }

  /** The index of the message in whose row an element is. */
  indexIn(element: Element | null): number | undefined {
    const id = element?.closest<HTMLElement>('li')?.dataset['id'];
    return id === undefined ? undefined : this.#rows.get(id)?.index;
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
    const from = this.#from;
    const first = this.#idAt(from);
    // Mostly something changed near the end: what stands before the first painted row is as it was.
    if (known === this.#now && first !== undefined && messages[from]?.id === first) {
      heights.forget(from);
      this.#findAgain(messages, from);
      return heights;
    }
    if (known === this.#now) this.#holdOn(messages);
    this.#dropAll();
    return createRowHeights(heights.estimate);
  }

  #idAt(index: number): string | undefined {
    for (const [id, row] of this.#rows) if (row.index === index) return id;
    return undefined;
  }

  /** What is read is gone, or not where it was: the nearest painted message after it that is still there takes its place. */
  #holdOn(messages: readonly Message[]): void {
    const parts = this.#parts();
    const read = this.#place === undefined ? undefined : this.#rows.get(this.#place.messageId);
    if (parts === undefined || read === undefined) return;
    const ids = new Set(messages.map(({ id }) => id));
    for (const [messageId, { element, index }] of this.#rows) {
      if (index < read.index || !ids.has(messageId)) continue;
      this.#place = { messageId, offset: this.#offset(element, parts) };
      return;
    }
  }

  /** The places that the painted rows have now, from an index on; those of messages that are gone go. */
  #findAgain(messages: readonly Message[], from: number): void {
    const lookedFor = new Map([...this.#rows].filter(([, { index }]) => index >= from));
    for (let index = from; index < messages.length && lookedFor.size > 0; index += 1) {
      const id = messages[index]?.id ?? '';
      const row = lookedFor.get(id);
      if (row === undefined) continue;
      row.index = index;
      this.#fresh.add(row);
      lookedFor.delete(id);
    }
    for (const [id, row] of lookedFor) this.#drop(id, row);
    this.#to = from;
  }

  #shift(by: number): void {
    for (const row of this.#rows.values()) row.index += by;
    this.#from += by;
    this.#to += by;
  }

  #drop(id: string, row: PaintedRow): void {
    row.element.remove();
    this.#rows.delete(id);
    this.#fresh.delete(row);
  }

  #dropAll(): void {
    for (const [id, row] of this.#rows) this.#drop(id, row);
    this.#from = this.#to = 0;
  }

  #indexOf(id: string): number {
    const index = this.#rows.get(id)?.index;
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
    return (
      (this.#from === 0 || heights.before(this.#from) <= top - beyond) &&
      (this.#to === heights.length || heights.before(this.#to) >= bottom + beyond)
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
      this.#makeRoom(parts);
      this.#restore(parts);
      seen = this.#seen(parts);
      if (this.#lost || this.#covers(seen, 0)) return;
    }
  }

  /** Paints the rows near what is seen, and takes the others away. */
  #fill({ list }: WindowParts, { top, bottom }: Seen): void {
    const { heights } = this.#now;
    const { length } = heights;
    const isShort = length <= WHOLE;
    this.#from = isShort ? 0 : heights.at(top - BEYOND);
    this.#to = isShort ? length : heights.at(bottom + BEYOND) + 1;
    const painted: PaintedRow[] = [];
    for (let index = this.#from; index < this.#to; index += 1) {
      const row = this.#paintRow(index);
      if (row !== undefined) painted.push(row);
    }
    let held: readonly Node[] | undefined;
    for (const [id, row] of this.#rows) {
      if (row.index >= this.#from && row.index < this.#to && this.#messages[row.index]?.id === id) continue;
      held ??= this.#heldNodes(list);
      if (held.some((node) => row.element.contains(node)) && this.#paintRow(row.index) === row) painted.push(row);
      else this.#drop(id, row);
    }
    painted.sort((one, other) => one.index - other.index);
    let next = list.firstElementChild;
    for (const { element } of painted) {
      if (element === next) next = element.nextElementSibling;
      else list.insertBefore(element, next);
    }
  }

  /** What must not leave the document: what has the focus, and where the selection begins and ends. */
  #heldNodes(list: HTMLElement): readonly Node[] {
    const root = list.getRootNode() as ShadowRoot;
    const selected = selectionFrom(root);
    return [root.activeElement ?? [], selected?.startContainer ?? [], selected?.endContainer ?? []].flat();
  }

  #paintRow(index: number): PaintedRow | undefined {
    const { length } = this.#messages;
    const id = this.#messages[index]?.id;
    const shown = this.#rowAt(index);
    if (id === undefined || shown === undefined) return undefined;
    const row = this.#rows.get(id) ?? { element: document.createElement('li'), index: -1, facts: [], size: 0, gap: 0 };
    const { element } = row;
    if (row.facts.length === 0) {
      element.part.value = 'row';
      element.dataset['id'] = id;
      this.#rows.set(id, row);
    }
    if (row.index !== index) element.setAttribute('aria-posinset', String(index + 1));
    row.index = index;
    if (row.size !== length) element.setAttribute('aria-setsize', String((row.size = length)));
    if (shown.facts.some((fact, at) => fact !== row.facts[at])) {
      row.facts = shown.facts;
      render(shown.show(), element);
      this.#fresh.add(row);
    }
    return row;
  }

  #readHeights(): void {
    const { heights } = this.#now;
    const isFirst = heights.mean() === undefined;
    for (const { element, index } of this.#fresh) heights.measure(index, element.getBoundingClientRect().height);
    this.#fresh.clear();
    if (isFirst) heights.estimate = heights.mean() ?? heights.estimate;
  }

  /** Leaves the room of all rows that are not painted. */
  #makeRoom({ list }: WindowParts): void {
    const { heights } = this.#now;
    let before = 0;
    let end = 0;
    for (const row of [...this.#rows.values()].sort((one, other) => one.index - other.index)) {
      const top = heights.before(row.index);
      const gap = end === 0 ? 0 : top - end;
      if (end === 0) before = top;
      if (gap !== row.gap) row.element.style.setProperty('margin-block-start', `${(row.gap = gap)}px`);
      end = heights.before(row.index + 1);
    }
    list.style.setProperty('padding-block-start', `${before}px`);
    list.style.setProperty('padding-block-end', `${heights.before(heights.length) - end}px`);
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
      const row = this.#rows.get(place.messageId);
      // The message may be gone, or not there yet: then nothing moves.
      if (row !== undefined) scroller.scrollTop += this.#offset(row.element, parts) - place.offset;
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
    const index = first < this.#from && heights.before(this.#from) < bottom ? this.#from : first;
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
    if (parts.scroller.clientHeight > 0) for (const row of this.#rows.values()) this.#fresh.add(row);
    // When only the rows changed size, painting others now would come too late for this frame's observers.
    if (isResized) return this.#paint();
    this.#readHeights();
    this.#makeRoom(parts);
    this.#restore(parts);
    if (!this.#lost && !this.#covers(this.#seen(parts), 0)) this.#frame ??= requestAnimationFrame(this.#paintMore);
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
    this.#sizes.disconnect();
    this.#sizes.observe(parts.scroller);
    this.#sizes.observe(parts.content);
    this.#watched = parts.scroller;
  }
}

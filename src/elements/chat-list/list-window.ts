import { isServer, type ReactiveController } from 'lit';
import type { ControlledElement } from '../../controllers/from-context.js';
import { LONGEST_WHOLE, placeAfter, placesToRender, sideOf, type Seen } from './window-of.js';

/** As many rows as fill most screens: rendered before anything could be measured. */
const UNMEASURED: Seen = { from: 0, room: 20 };

/** In pixels: how far from the edge a row comes into view, so that nothing at the edge covers it. */
const EDGE = 32;

/** What is windowed. */
export interface WindowedList {
  /** The element that scrolls. */
  scroller(): HTMLElement | null;
  /** What is in the row of an id, if that is rendered. */
  rowOf(id: string): HTMLElement | undefined;
  /** Whether it scrolls sideways. */
  isHorizontal(): boolean;
}

/**
 * Renders of a long list only the rows near what is seen, and keeps what is seen where it is when rows come and go. All
 * rows are of one size, which is read off one of them.
 */
export class ListWindow implements ReactiveController {
  readonly #host: ControlledElement;
  readonly #list: WindowedList;
  /** A frame later: what followed from it at once might be another size, and the page would be told of a loop. */
  readonly #sizes = isServer ? undefined : new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  #observed: readonly HTMLElement[] = [];
  #ids: readonly string[] = [];
  #selected: string | undefined;
  /** The row that has to come into view. */
  #wanted: string | undefined;
  /** The size of a row, and how far it is from its start to that of the next, in pixels; 0 until that is known. */
  #row = 0;
  #pitch = 0;
  #seen = UNMEASURED;
  /** How many rows behind the last one are not rendered. */
  #rest = 0;
  /** Whether what is seen stands elsewhere after this update. */
  #isMoved = false;
  #isPart = false;

  constructor(host: ControlledElement, list: WindowedList) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  /** Whether only some rows are rendered, or others with them in this frame for the first time. */
  get isPart(): boolean {
    return this.#isPart;
  }

  /**
   * The places of the rows to render, of all `ids`. Those of `kept` are rendered wherever they are; so is `selected`, and it
   * comes into view when it is another than before.
   */
  arrange(
    ids: readonly string[],
    selected: string | undefined,
    kept: readonly (string | undefined)[],
  ): readonly number[] {
    if (selected !== this.#selected) this.#wanted = this.#selected = selected;
    const before = this.#ids;
    this.#ids = ids;
    const isOther = before.length !== ids.length || before.some((id, place) => id !== ids[place]);
    const isLong = ids.length > LONGEST_WHOLE;
    this.#isPart = isLong || (this.isPart && isOther);
    if (this.isPart && isOther) this.#hold(before);
    if (!isLong) {
      this.#rest = 0;
      return [...ids.keys()];
    }
    const keptPlaces = [...kept, selected].map((id) => (id === undefined ? -1 : ids.indexOf(id)));
    const places = placesToRender(ids.length, this.#seen, keptPlaces);
    this.#rest = ids.length - 1 - (places.at(-1) ?? -1);
    return places;
  }

  /** Brings a row into view with the next update, in which it must be rendered. */
  reveal(id: string): void {
    this.#wanted = id;
    this.#host.requestUpdate();
  }

  /** The room of `count` rows that are not rendered, as a length. */
  roomOf(count: number): string {
    return `${count * this.#pitch}px`;
  }

  /** On which side of what is seen a row is; 0 where it is seen itself. */
  sideOf(place: number): -1 | 0 | 1 {
    return this.#pitch === 0 ? 0 : sideOf(place, this.#seen);
  }

  readonly onScroll = (): void => {
    if (this.#pitch > 0) this.#see({ ...this.#seen, from: this.#scrolled / this.#pitch });
  };

  hostUpdated(): void {
    const scroller = this.#list.scroller();
    this.#observe(scroller);
    if (scroller === null) return;
    if (this.isPart) {
      scroller.style.setProperty('--_row', this.#row > 0 ? `${this.#row}px` : 'auto');
      scroller.style.setProperty('--_rest', `calc(${this.roomOf(this.#rest)} - ${this.#pitch - this.#row}px)`);
    }
    // Rows that came because the list is short now get a size of their own in this frame: without one until then it would
    // be shorter for a while, and scroll back.
    if (this.isPart && this.#ids.length <= LONGEST_WHOLE) requestAnimationFrame(() => this.#host.requestUpdate());
    if (this.#isMoved) this.#stay(scroller);
    if (this.#wanted !== undefined && (this.#pitch > 0 || !this.isPart)) this.#scrollTo(scroller, this.#wanted);
  }

  hostDisconnected(): void {
    this.#observe(null);
  }

  /** How far the list is scrolled, in pixels. Where the text runs leftwards, so does the scroll, below 0. */
  get #scrolled(): number {
    const scroller = this.#list.scroller();
    return Math.abs((this.#list.isHorizontal() ? scroller?.scrollLeft : scroller?.scrollTop) ?? 0);
  }

  #stay(scroller: HTMLElement): void {
    this.#isMoved = false;
    const distance = this.#seen.from * this.#pitch;
    if (!this.#list.isHorizontal()) scroller.scrollTop = distance;
    else scroller.scrollLeft = this.#host.matches(':dir(rtl)') ? -distance : distance;
  }

  /** Keeps what is seen at its place among other rows. Who looks at the very start wants to see what comes there. */
  #hold(before: readonly string[]): void {
    if (this.#pitch === 0) return;
    const from = this.#scrolled / this.#pitch;
    const first = Math.floor(from);
    const moved = from > 0 ? placeAfter(before, this.#ids, first) - first : 0;
    this.#isMoved ||= moved !== 0;
    this.#seen = { ...this.#seen, from: from + moved };
  }

  /** What half a row changes is worth an update. */
  #see(seen: Seen): void {
    const halves = ({ from, room }: Seen): string => `${Math.round(from * 2)} ${Math.round((from + room) * 2)}`;
    const isOther = halves(seen) !== halves(this.#seen);
    this.#seen = seen;
    if (isOther) this.#host.requestUpdate();
  }

  /** Scrolls the list, and nothing around it, no further than it takes to see a row. */
  #scrollTo(scroller: HTMLElement, id: string): void {
    this.#wanted = undefined;
    // What is in the row may have no size yet.
    const row = this.#list.rowOf(id)?.parentElement?.getBoundingClientRect();
    if (row === undefined) return;
    const box = scroller.getBoundingClientRect();
    const past = (start: number, end: number, room: number): number =>
      start < 0 ? start - EDGE : end > room ? Math.min(end - room + EDGE, start) : 0;
    if (this.#list.isHorizontal()) scroller.scrollLeft += past(row.left - box.left, row.right - box.left, box.width);
    else scroller.scrollTop += past(row.top - box.top, row.bottom - box.top, box.height);
    // One update later than this one.
    queueMicrotask(this.onScroll);
  }

  /** Watches what scrolls, and one row as long as it is there. */
  #observe(scroller: HTMLElement | null): void {
    let row = this.#observed[1];
    if (row?.isConnected !== true)
      row = this.#ids.map((id) => this.#list.rowOf(id)).find((element) => element !== undefined);
    const elements = scroller === null || row === undefined ? [] : [scroller, row];
    if (elements[0] === this.#observed[0] && elements[1] === this.#observed[1]) return;
    this.#sizes?.disconnect();
    this.#observed = elements;
    for (const element of elements) this.#sizes?.observe(element);
  }

  #measure(): void {
    const [scroller, row] = this.#observed;
    if (scroller === undefined || row?.parentElement == null) return;
    const isHorizontal = this.#list.isHorizontal();
    const { width, height } = getComputedStyle(isHorizontal ? row.parentElement : row);
    const size = Number.parseFloat(isHorizontal ? width : height);
    const room = isHorizontal ? scroller.clientWidth : scroller.clientHeight;
    // Of a list that is not displayed nothing is seen, and its sizes are those from before.
    if (!(size > 0)) return this.#see({ ...this.#seen, room: 0 });
    const before = this.#pitch;
    this.#row = size;
    this.#pitch = size + (Number.parseFloat(getComputedStyle(scroller).gap) || 0);
    // The same rows are seen after all rows have become larger or smaller.
    this.#isMoved ||= before > 0 && before !== this.#pitch && this.isPart;
    this.#seen = { ...this.#seen, room: room / this.#pitch };
    this.#host.requestUpdate();
  }
}

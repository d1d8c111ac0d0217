import { render, type TemplateResult } from 'lit';
import type { Message } from '../../core/index.js';
import { selectionFrom } from '../selected-in.js';
import type { RowHeights } from './row-heights.js';

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

/** The rows that are in the document: those from one index to another, and those that must not leave it. */
export class PaintedRows {
  readonly #rowAt: (index: number) => ShownRow | undefined;
  readonly #onGone: (messageId: string) => void;
  /** By message id. */
  readonly #rows = new Map<string, PaintedRow>();
  /** Those that were not measured since they changed. */
  readonly #fresh = new Set<PaintedRow>();
  #from = 0;
  #to = 0;

  constructor(rowAt: (index: number) => ShownRow | undefined, onGone: (messageId: string) => void) {
    this.#rowAt = rowAt;
    this.#onGone = onGone;
  }

  /** The rows from this index on, before `to`, are all painted. */
  get from(): number {
    return this.#from;
  }

  get to(): number {
    return this.#to;
  }

  element(id: string): HTMLElement | undefined {
    return this.#rows.get(id)?.element;
  }

  indexOf(id: string): number | undefined {
    return this.#rows.get(id)?.index;
  }

  idAt(index: number): string | undefined {
    for (const [id, row] of this.#rows) if (row.index === index) return id;
    return undefined;
  }

  /** The first painted message from an index on that is among `ids`. */
  firstOf(ids: ReadonlySet<string>, from: number): string | undefined {
    return this.#sorted().find(([id, { index }]) => index >= from && ids.has(id))?.[0];
  }

  /** Paints the messages from one index up to another, and takes away all rows that need not stay. */
  paint(list: HTMLElement, messages: readonly Message[], from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    for (let index = from; index < to; index += 1) this.#paintRow(messages, index);
    let held: readonly Node[] | undefined;
    for (const [id, row] of this.#rows) {
      if (row.index >= from && row.index < to && messages[row.index]?.id === id) continue;
      held ??= heldNodes(list);
      const isHeld = held.some((node) => row.element.contains(node)) && messages[row.index]?.id === id;
      if (isHeld) this.#paintRow(messages, row.index);
      else this.#drop(id, row);
    }
    let next = list.firstElementChild;
    for (const [, { element }] of this.#sorted()) {
      if (element === next) next = element.nextElementSibling;
      else list.insertBefore(element, next);
    }
  }

  /** Has all of them measured next. */
  doubt(): void {
    for (const row of this.#rows.values()) this.#fresh.add(row);
  }

  /** Measures those that may have changed. */
  measure(heights: RowHeights): void {
    for (const { element, index } of this.#fresh) heights.measure(index, element.getBoundingClientRect().height);
    this.#fresh.clear();
  }

  /** Leaves the room of all rows that are not painted. */
  makeRoom(list: HTMLElement, heights: RowHeights): void {
    let before = 0;
    let end = 0;
    for (const [, row] of this.#sorted()) {
      const top = heights.before(row.index);
      const gap = end === 0 ? 0 : top - end;
      if (end === 0) before = top;
      if (gap !== row.gap) row.element.style.setProperty('margin-block-start', `${(row.gap = gap)}px`);
      end = heights.before(row.index + 1);
    }
    list.style.setProperty('padding-block-start', `${before}px`);
    list.style.setProperty('padding-block-end', `${heights.before(heights.length) - end}px`);
  }

  /** So many rows came before all others. */
  shift(by: number): void {
    for (const row of this.#rows.values()) moveTo(row, row.index + by);
    this.#from += by;
    this.#to += by;
  }

  /** The places that the rows have now, from an index on; those of messages that are gone go. */
  findAgain(messages: readonly Message[], from: number): void {
    const lookedFor = new Map([...this.#rows].filter(([, { index }]) => index >= from));
    for (let index = from; index < messages.length && lookedFor.size > 0; index += 1) {
      const id = messages[index]?.id ?? '';
      const row = lookedFor.get(id);
      if (row === undefined) continue;
      moveTo(row, index);
      this.#fresh.add(row);
      lookedFor.delete(id);
    }
    for (const [id, row] of lookedFor) this.#drop(id, row);
    this.#to = from;
  }

  clear(): void {
    for (const [id, row] of this.#rows) this.#drop(id, row);
    this.#from = this.#to = 0;
  }

  #sorted(): readonly (readonly [id: string, row: PaintedRow])[] {
    return [...this.#rows].sort(([, one], [, other]) => one.index - other.index);
  }

  #drop(id: string, row: PaintedRow): void {
    row.element.remove();
    this.#rows.delete(id);
    this.#fresh.delete(row);
    this.#onGone(id);
  }

  #paintRow(messages: readonly Message[], index: number): void {
    const id = messages[index]?.id;
    const shown = this.#rowAt(index);
    if (id === undefined || shown === undefined) return;
    const row = this.#rows.get(id) ?? { element: document.createElement('li'), index: -1, facts: [], size: 0, gap: 0 };
    const { element } = row;
    if (row.facts.length === 0) {
      element.part.value = 'row';
      element.dataset['id'] = id;
      this.#rows.set(id, row);
    }
    moveTo(row, index);
    if (row.size !== messages.length) element.setAttribute('aria-setsize', String((row.size = messages.length)));
    if (shown.facts.every((fact, at) => fact === row.facts[at])) return;
    row.facts = shown.facts;
    render(shown.show(), element);
    this.#fresh.add(row);
  }
}

/** Gives a row its place in the list, which it says too. */
const moveTo = (row: PaintedRow, index: number): void => {
  if (row.index !== index) row.element.setAttribute('aria-posinset', String(index + 1));
  row.index = index;
};

/** What must not leave the document: what has the focus, and where the selection begins and ends. */
const heldNodes = (list: HTMLElement): readonly Node[] => {
  const root = list.getRootNode() as ShadowRoot;
  const selected = selectionFrom(root);
  // What the page put into a row has the focus in the page, not in here.
  const slots = [...list.querySelectorAll('slot')].filter((slot) =>
    slot.assignedElements({ flatten: true }).some((box) => box.contains((box.getRootNode() as Document).activeElement)),
  );
  return [root.activeElement ?? [], selected?.startContainer ?? [], selected?.endContainer ?? [], slots].flat();
};

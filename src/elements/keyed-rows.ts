import { noChange, render } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

/** What fills a list: its items, the key of one, and what to show of one in its row. */
type Rows<T> = [items: readonly T[], keyOf: (item: T) => string, show: (item: T, row: HTMLElement) => unknown];

class KeyedRows extends Directive {
  #rows = new Map<string, { readonly item: unknown; readonly row: HTMLElement }>();

  override render(..._rows: Rows<unknown>): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [items, keyOf, show]: Rows<unknown>): unknown {
    const before = this.#rows;
    const rowOf = (key: string): HTMLElement => before.get(key)?.row ?? document.createElement('li');
    this.#rows = new Map(items.map((item) => [keyOf(item), { item, row: rowOf(keyOf(item)) }]));
    for (const [key, { row }] of before) if (!this.#rows.has(key)) row.remove();
    let next = element.firstElementChild;
    for (const { item, row } of this.#rows.values()) {
      if (row === next) next = row.nextElementSibling;
      else element.insertBefore(row, next);
      render(show(item, row), row);
    }
    return noChange;
  }
}

/**
 * Fills a list with a row for each item, kept by the item's key: what is in a row, its focus and its selection stay where
 * they are when rows come and go around it.
 */
export const keyedRows = directive(KeyedRows) as <T>(...rows: Rows<T>) => DirectiveResult;

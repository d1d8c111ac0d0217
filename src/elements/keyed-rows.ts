import { noChange, render } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import { given } from '../core/index.js';

interface Row<T> {
  readonly element: HTMLElement;
  readonly item: T;
  readonly facts: readonly unknown[];
}

/**
 * What a list shows: its items, the key of one, what to show of one in its row, and all that this depends on: a row of
 * which that is the same is not painted again.
 */
type Rows<T> = [
  items: readonly T[],
  keyOf: (item: T) => string,
  show: (item: T, element: HTMLElement) => unknown,
  factsOf?: (item: T) => readonly unknown[],
];

class KeyedRows extends Directive {
  #rows = new Map<string, Row<unknown>>();

  override render(..._rows: Rows<unknown>): unknown {
    return noChange;
  }

  override update({ element: list, options }: ElementPart, [items, keyOf, show, factsOf]: Rows<unknown>): unknown {
    const before = this.#rows;
    this.#rows = new Map();
    for (const item of items) {
      const key = keyOf(item);
      const element = before.get(key)?.element ?? document.createElement('li');
      this.#rows.set(key, { element, item, facts: factsOf?.(item) ?? [{}] });
    }
    for (const [key, { element }] of before) if (!this.#rows.has(key)) element.remove();
    const scope = given({ creationScope: options?.creationScope });
    let next = list.firstElementChild;
    for (const [key, { element, item, facts }] of this.#rows) {
      if (element === next) next = element.nextElementSibling;
      else list.insertBefore(element, next);
      const known = before.get(key)?.facts;
      if (facts.some((fact, index) => fact !== known?.[index])) render(show(item, element), element, scope);
    }
    return noChange;
  }
}

/**
 * Fills a list with a row for each item, kept by the item's key: what is in a row, its focus and its selection stay where
 * they are when rows come and go around it.
 */
export const keyedRows = directive(KeyedRows) as <T>(...rows: Rows<T>) => DirectiveResult;

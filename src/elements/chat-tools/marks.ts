import { findSpans, type TextSpan } from '../../core/find-text.js';
import type { Hit } from './search.js';
import { renderedRows } from './rendered-rows.js';

const ALL = 'agent-chat-found';
const CURRENT = 'agent-chat-found-current';

/** Marks what is found in the rows that are in the document. */
export interface Marks {
  /** Marks all that is wanted, and the current hit apart; returns where that is, if its row is there. */
  show(root: ParentNode, wanted: string, current: Hit | undefined): Range | undefined;
  clear(root: ParentNode): void;
}

/** The text nodes of an element, each with its place in the whole. */
const textsOf = (element: Element): readonly (readonly [node: Text, start: number])[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: [Text, number][] = [];
  for (let start = 0; walker.nextNode();) {
    const node = walker.currentNode as Text;
    texts.push([node, start]);
    start += node.length;
  }
  return texts;
};

const rangeOf = (element: Element, { start, end }: TextSpan): Range => {
  const range = document.createRange();
  const texts = textsOf(element);
  const from = texts.findLast(([, at]) => at <= start);
  const to = texts.findLast(([, at]) => at < end);
  if (from && to) {
    range.setStart(from[0], start - from[1]);
    range.setEnd(to[0], end - to[1]);
  }
  return range;
};

/** A highlight of the page, which the panes on it share. */
const highlightOf = (name: string, priority: number): Highlight => {
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
};

/** Takes the ranges out of a highlight, and a highlight that has none out of the page. */
const takeOut = (name: string, ranges: readonly Range[]): void => {
  const highlight = CSS.highlights.get(name);
  for (const range of ranges) highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
};

export const createMarks = (): Marks => {
  const canHighlight = typeof Highlight === 'function' && 'highlights' in CSS;
  let found: Range[] = [];
  let marked: Range | undefined;

  const clearRanges = (): void => {
    if (!canHighlight) return;
    takeOut(ALL, found);
    if (marked) takeOut(CURRENT, [marked]);
    found = [];
    marked = undefined;
  };

  return {
    show(root, wanted, current) {
      clearRanges();
      let now: Range | undefined;
      for (const { element, messageId, text } of renderedRows(root)) {
        const spans = text === null ? [] : findSpans(text.textContent, wanted);
        const isCurrent = messageId === current?.messageId;
        // Where nothing can be marked inside a text, its row is.
        if (!canHighlight) {
          element.part.toggle('found', spans.length > 0);
          element.part.toggle('found-current', isCurrent);
        }
        spans.forEach((span, nth) => {
          const range = rangeOf(text as HTMLElement, span);
          if (isCurrent && nth === current.nth) now = range;
          else found.push(range);
        });
      }
      if (canHighlight) {
        const all = found.length > 0 ? highlightOf(ALL, 0) : undefined;
        for (const range of found) all?.add(range);
        if (now) highlightOf(CURRENT, 1).add(now);
        marked = now;
      }
      return now;
    },
    clear(root) {
      clearRanges();
      for (const { element } of renderedRows(root)) element.part.remove('found', 'found-current');
    },
  };
};

import type { Message } from '../../core/index.js';
import type { Translator } from '../../i18n/translator.js';
import { listOf, renderedRows, type RenderedRow } from './rendered-rows.js';
import { writeConversation } from './conversation-text.js';

/** From where to where something is selected. */
export type Selected = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** All that is in an element, also what comes into it later. */
export const allIn = (element: Node): Selected => ({
  startContainer: element,
  startOffset: 0,
  endContainer: element,
  endOffset: element.childNodes.length,
});

/** Whether two selections begin and end at the same places. */
export const isSameSelection = (one: Selected, other: Selected): boolean =>
  one.startContainer === other.startContainer &&
  one.startOffset === other.startOffset &&
  one.endContainer === other.endContainer &&
  one.endOffset === other.endOffset;

/** Where the parts of a selection lie beside a node: -1 before it, 0 in it, 1 after it. */
const sideOf = (range: Range, node: Node, end: boolean): number => {
  const own = document.createRange();
  own.selectNode(node);
  const container = end ? range.endContainer : range.startContainer;
  return own.comparePoint(container, end ? range.endOffset : range.startOffset);
};

/** The part of an element's text that is selected. */
const selectedPart = (range: Range, element: HTMLElement): string => {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0)
    part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
};

/**
 * What a selection in the transcript `root` copies: all messages from its start to its end, rendered or not, the first and
 * the last as far as they are selected. `undefined` where the browser copies it as well: within one message.
 */
export const selectedText = (
  root: ParentNode,
  selected: Selected,
  messages: readonly Message[],
  words: Translator,
  endUser: string,
): string | undefined => {
  const list = listOf(root);
  if (list === null) return undefined;
  const range = document.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  const rows = renderedRows(root).filter(({ element }) => range.intersectsNode(element));
  const places = new Map<string, number>();
  const wanted = new Set(rows.map(({ messageId }) => messageId));
  messages.forEach(({ id }, index) => wanted.has(id) && places.set(id, index));
  const texts = new Map<string, string>();
  /** The first or last message of the selection; one of which no word is selected stays out. */
  const edge = (row: RenderedRow | undefined, step: 1 | -1): number => {
    const at = places.get(row?.messageId ?? '') ?? NaN;
    if (row === undefined) return NaN;
    const { element, messageId, text } = row;
    const isText = text?.matches('.bubble') === true;
    const part = selectedPart(range, isText ? text : element);
    if (part === '') return at + step;
    // A placeholder is copied whole or not at all.
    if (isText) texts.set(messageId, part);
    return at;
  };
  const first = sideOf(range, list, false) < 0 ? 0 : edge(rows[0], 1);
  const last = sideOf(range, list, true) > 0 ? messages.length - 1 : edge(rows.at(-1), -1);
  return last > first ? writeConversation(messages.slice(first, last + 1), words, endUser, { texts }) : undefined;
};

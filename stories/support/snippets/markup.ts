import type { Piece } from './sample.js';

/** How long a line may be before each attribute gets one of its own. */
const WIDTH = 90;

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const attribute = ([name, value]: Piece['attributes'][number]): string =>
  value === true ? name : `${name}="${escaped(value)}"`;

export interface MarkupStyle {
  readonly indent: string;
  /** What else stands in the first tag, each as it is written there. */
  readonly more?: readonly string[];
  /** How a language calls an attribute, where that is not as HTML does. */
  readonly rename?: (name: string) => string;
  /** Whether a tag without children closes itself. */
  readonly closesItself?: boolean;
}

/** A piece as markup, in lines that are not too long. */
export const markupOf = (piece: Piece, style: MarkupStyle): string => {
  const { indent, more = [], rename = (name) => name, closesItself = false } = style;
  const words = [...piece.attributes.map(([name, value]) => attribute([rename(name), value])), ...more];
  const oneLine = [`<${piece.tag}`, ...words].join(' ');
  const opening =
    oneLine.length + indent.length <= WIDTH
      ? oneLine
      : [`<${piece.tag}`, ...words.map((word) => `${indent}  ${word}`)].join('\n') + `\n${indent}`;
  if (piece.children.length === 0)
    return opening + (closesItself ? (opening === oneLine ? ' />' : '/>') : `></${piece.tag}>`);
  const inside = piece.children.map((child) => {
    const deeper = `${indent}  `;
    return deeper + markupOf(child, { ...style, indent: deeper, more: [] });
  });
  return `${opening}>\n${inside.join('\n')}\n${indent}</${piece.tag}>`;
};

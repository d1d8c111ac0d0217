/** One declaration of a style sheet, and the selector that it stands under. */
interface Declaration {
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

/** The declarations of a style sheet, those in nested rules too. */
const declarationsOf = (css: string): readonly Declaration[] => {
  const found: Declaration[] = [];
  const selectors: string[] = [];
  let text = '';
  const end = (): void => {
    const [, property = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^]*?)\s*$/u.exec(text) ?? [];
    if (property !== '') found.push({ selector: selectors.at(-1) ?? '', property, value });
    text = '';
  };
  for (const sign of css.replaceAll(/\/\*[^]*?\*\//gu, '')) {
    if (sign === '{') {
      selectors.push(text.trim());
      text = '';
    } else if (sign === ';' || sign === '}') {
      end();
      if (sign === '}') selectors.pop();
    } else text += sign;
  }
  return found;
};

/** The parts of a value between separators that stand in no brackets. */
const partsOf = (value: string, separator = /\s/u): readonly string[] => {
  const parts = [''];
  let depth = 0;
  for (const sign of value) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0 && separator.test(sign)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts.filter((part) => part !== '');
};

const isNought = (length: string | undefined): boolean => length === undefined || /^[-+]?0(?:\D|$)/u.test(length);

/** The corners of a box from the top left one clockwise, or its sides from the top. */
const fourOf = (value: string): readonly string[] => {
  const [first = '', second = first, third = first, fourth = second] = partsOf(value);
  return [first, second, third, fourth];
};

const SIDES = /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/u;
const PLACED = /^(?:float|clear|text-align(?:-last)?|[\w-]*(?:position|origin)|background|mask|object-position)$/u;
const SHIFTED = /translate(?:3d|X)?\(\s*([^,)]+)/u;

/** Why a declaration does not turn around with the direction of the text; `undefined` if it does. */
const complaint = ({ selector, property, value }: Declaration): string | undefined => {
  // Who asks for the direction turns it around by hand.
  if (selector.includes(':dir(')) return undefined;
  if (/(?:^|-)(?:left|right)(?:-|$)/u.test(property)) return 'names a side';
  if (/^(?:min-|max-)?(?:width|height)$/u.test(property)) return 'is no logical size';
  if (PLACED.test(property) && /\b(?:left|right)\b/u.test(value)) return 'names a side';
  if (/gradient\([^)]*\bto (?:left|right)\b/u.test(value)) return 'runs to a side';
  if (property === 'direction' && value !== 'inherit') return 'sets a direction';
  if (SIDES.test(property)) {
    const [, right, , left] = fourOf(value);
    if (right !== left) return 'differs left and right';
  }
  if (property === 'border-radius') {
    const [topLeft, topRight, bottomRight, bottomLeft] = fourOf(value);
    if (topLeft !== topRight || bottomRight !== bottomLeft) return 'differs left and right';
  }
  if (property === 'translate' && !isNought(partsOf(value)[0]) && value !== 'none') return 'shifts to a side';
  if (property === 'transform' && !isNought(SHIFTED.exec(value)?.[1])) return 'shifts to a side';
  if (/^(?:box|text)-shadow$/u.test(property) && partsOf(value, /,/u).some(castsAside))
    return 'casts a shadow to a side';
  return undefined;
};

const castsAside = (shadow: string): boolean => !isNought(partsOf(shadow).find((part) => /^[-+]?\.?\d/u.test(part)));

/** What of a style sheet does not turn around with the direction of the text: "selector { property: value } reason". */
export const oneSided = (css: string): readonly string[] =>
  declarationsOf(css).flatMap((declaration) => {
    const why = complaint(declaration);
    const { selector, property, value } = declaration;
    return why === undefined ? [] : [`${selector} { ${property}: ${value} } ${why}`];
  });

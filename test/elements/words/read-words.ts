/** The attributes that are seen or spoken. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title',
];

/** What is no word: a time, a day, a length as `Intl` writes them, the code of a character. */
const NO_WORDS =
  /U\+[\dA-F]+|\d{1,2}:\d{2}\s[AP]M|\d+\smin\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \p{Letter}+ \d{1,2}|\d+ (?:minute|second)s?/gu;

/** A text in the brackets of the pseudo-locale, with none inside. */
const TRANSLATED = /\[[^[\]]*\]/gu;

/** What there is to read in one place: the words that are translated, and those that are not. */
export interface ReadWords {
  readonly translated: readonly string[];
  readonly plain: readonly string[];
}

/** The texts of a root, without what is below in other roots; a sentence may have elements in it. */
const textOf = (node: Node): string => {
  if (node instanceof Text) return node.data;
  // On a key stands what is printed on it.
  if (node instanceof HTMLStyleElement || (node instanceof Element && node.localName === 'kbd')) return '';
  return [...node.childNodes].map(textOf).join('');
};

/** What style sheets put before and after an element. */
const contentOf = (element: Element): readonly string[] =>
  ['::before', '::after']
    .map((place) => getComputedStyle(element, place).content)
    .filter((text) => text !== 'none' && !text.includes('attr('));

const placesOf = (root: ParentNode & Node): readonly string[] => [
  textOf(root),
  ...[...root.querySelectorAll('*')].flatMap((element) => [
    ...SPOKEN.flatMap((name) => element.getAttribute(name) ?? []),
    ...contentOf(element),
    ...(element.shadowRoot ? placesOf(element.shadowRoot) : []),
  ]),
];

const readPlace = (text: string): ReadWords => {
  const translated: string[] = [];
  let rest = text.replace(NO_WORDS, '');
  // What is filled into a text may be translated itself.
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(TRANSLATED, (found) => {
      translated.push(found);
      return '‹›';
    });
  }
  const plain = /\p{Script=Latin}/u.test(rest) ? [rest.replace(/\s+/gu, ' ').trim()] : [];
  return { translated, plain };
};

/**
 * Reads all that is seen or spoken below a root, through every shadow root. What has Latin letters and stands in no
 * brackets is not translated: so data must be in other letters, and the words in the pseudo-locale.
 */
export const readWords = (root: ParentNode & Node): ReadWords => {
  const all = placesOf(root).map(readPlace);
  return { translated: all.flatMap(({ translated }) => translated), plain: all.flatMap(({ plain }) => plain) };
};

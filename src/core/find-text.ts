/** A part of a text, in UTF-16 units: from `start` up to `end`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What normalization leaves apart although whoever searches means the same. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** The voicing marks of Japanese make another letter, as no accent does. */
const VOICED = /[\u3099\u309a]/u;

/**
 * What does not count: accents and the points of Hebrew and Arabic, but not the vowel signs of the scripts of India; what
 * takes no room; an emoji's colour of skin.
 */
const DROPPED =
  /(?=\p{Mn})(?![\u3099\u309a])[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]|\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}/gu;

const folded = new Map<string, string>();

/** One code point as it is compared; empty where it does not count. */
const foldPoint = (point: string): string => {
  const known = folded.get(point);
  if (known !== undefined) return known;
  const letters = [...point.normalize('NFKD').replace(DROPPED, '').toLowerCase()];
  const fold = letters.map((letter) => ALIKE[letter] ?? (/\s/u.test(letter) ? ' ' : letter)).join('');
  folded.set(point, fold);
  return fold;
};

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/**
 * A text as it is compared: without case, accents and what cannot be seen, in all languages alike (Turkish dotted and
 * dotless i are one letter, and ß is ss), white space as spaces.
 */
export const foldText = (text: string): string => {
  if (isAscii(text)) return text.toLowerCase().replace(/\s/g, ' ');
  let fold = '';
  for (const point of text) fold += foldPoint(point);
  return fold;
};

/**
 * Where each character of a text begins in its fold, and what place in the text that is; the end is the last of them. A
 * place inside what one character became is none: half an ß is never found.
 */
const placesOf = (text: string): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  let at = 0;
  let length = 0;
  for (const point of text) {
    const fold = foldPoint(point);
    if (fold !== '' && !VOICED.test(point)) places.set(length, at);
    length += fold.length;
    at += point.length;
  }
  return places.set(length, at);
};

/**
 * Where a text has what is wanted, which comes folded ({@link foldText}): literally, from left to right, none over
 * another. Accents that follow a found letter belong to it.
 */
export const findSpans = (text: string, wanted: string): readonly TextSpan[] => {
  const fold = wanted === '' ? '' : foldText(text);
  let at = fold.indexOf(wanted);
  if (wanted === '' || at < 0) return [];
  const places = isAscii(text) ? undefined : placesOf(text);
  const placeOf = (place: number): number | undefined => (places === undefined ? place : places.get(place));
  const spans: TextSpan[] = [];
  while (at >= 0) {
    const start = placeOf(at);
    const end = placeOf(at + wanted.length);
    const isWhole = start !== undefined && end !== undefined;
    if (isWhole) spans.push({ start, end });
    at = fold.indexOf(wanted, at + (isWhole ? wanted.length : 1));
  }
  return spans;
};

import type { PluralText, Words } from './words.js';

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'å', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ' },
  ...{ n: 'ñ', o: 'ö', p: 'þ', q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
  ...{ A: 'Å', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ' },
  ...{ N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
};

/** What is added, as translations are longer: German by a third. */
const MORE = ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
const LONGER = 0.35;

const PLACE = /(\{\w+\})/u;

const accent = (text: string): string => text.replace(/[a-z]/giu, (letter) => ACCENTED[letter] ?? letter);

/** One text made strange: letters have accents, the whole is longer and stands in brackets; its places stay. */
const pseudoText = (text: string): string => {
  const parts = text.split(PLACE);
  const isPlace = (part: string): boolean => PLACE.test(part);
  const length = parts.filter((part) => !isPlace(part)).join('').length;
  // What only separates or adds a sign is no word.
  if (!parts.some((part) => !isPlace(part) && /\p{Letter}/u.test(part))) return text;
  const more = MORE.slice(0, Math.max(2, Math.ceil(length * LONGER)));
  return `[${parts.map((part) => (isPlace(part) ? part : accent(part))).join('')}${accent(more)}]`;
};

/** A catalogue in a language that nobody speaks, made of another: what is not in brackets on a page is not translated. */
export const pseudoWords = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, word]: [string, string | PluralText]) => [
      key,
      typeof word === 'string'
        ? pseudoText(word)
        : Object.fromEntries(Object.entries(word).map(([rule, text]) => [rule, pseudoText(text)])),
    ]),
  ) as Words;

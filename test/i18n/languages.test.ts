import { describe, expect, it } from 'vitest';
import { LANGUAGES, loadWords } from '../../src/i18n/load-words.js';
import { english, type PluralText, type WordKey, type Words } from '../../src/i18n/words.js';
import { leftEqual, originOf } from '../../stories/support/languages.js';

const keys = Object.keys(english) as WordKey[];
const all = await Promise.all(LANGUAGES.map(async (language) => ({ language, words: await loadWords(language) })));

/** A million and more: no count here is ever that high, and then the general form is understood. */
const NEVER_REACHED: Readonly<Record<string, readonly string[]>> = {
  fr: ['many'],
  es: ['many'],
  it: ['many'],
  'pt-BR': ['many'],
};

/** The texts of a key by their plural form; of a key without forms the one. */
const formsOf = (word: string | PluralText): readonly (readonly [rule: string, text: string])[] =>
  typeof word === 'string' ? [['other', word]] : Object.entries(word);

/** Each text of a language, named so that a failure says which it is. */
const textsOf = (words: Words) =>
  (Object.entries(words) as [WordKey, string | PluralText][]).flatMap(([key, word]) =>
    formsOf(word).map(([rule, text]) => ({ key, rule, text, name: `${key} (${rule}): "${text}"` })),
  );

const placesOf = (text: string): string =>
  [...text.matchAll(/\{\w+\}/gu)]
    .map(([place]) => place)
    .sort()
    .join(' ');

const englishOf = (key: WordKey): string => formsOf(english[key]).at(-1)?.[1] ?? '';

/** The forms that stand for one number each, which their words may tell without it: "رسالتان". */
const formsOfOneNumber = (language: string): ReadonlySet<string> => {
  const rules = new Intl.PluralRules(language);
  const forms = Array.from({ length: 1200 }, (_, count) => rules.select(count));
  return new Set(forms.filter((form) => forms.indexOf(form) === forms.lastIndexOf(form)));
};

describe.each(all)('the words of $language', ({ language, words }) => {
  const texts = textsOf(words);

  it('are there for every key, and for no other', () => {
    expect(keys.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
    expect(Object.keys(words).filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it('have each plural form that the language has, and no other', () => {
    const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = rules.filter((rule) => !NEVER_REACHED[language]?.includes(rule)).sort();
    for (const key of keys) {
      const word: string | PluralText = words[key];
      if (typeof english[key] === 'object') expect([key, ...Object.keys(word).sort()]).toEqual([key, ...wanted]);
      else expect([key, typeof word]).toEqual([key, 'string']);
    }
  });

  it('fill the places that the English ones fill', () => {
    const mayOmitCount = formsOfOneNumber(language);
    for (const { key, rule, text, name } of texts) {
      const wanted = placesOf(englishOf(key));
      const withoutCount = mayOmitCount.has(rule) ? placesOf(englishOf(key).replace('{count}', '')) : wanted;
      expect([wanted, withoutCount], name).toContain(placesOf(text));
    }
  });

  it('are never empty, and have no space at an end but where English has one', () => {
    const ends = (text: string) => [/^\s/u.test(text), /\s$/u.test(text)];
    for (const { key, text, name } of texts) {
      expect(text.trim(), name).not.toBe('');
      // A comma of full width brings its room along.
      if (!/[、，]$/u.test(text)) expect(ends(text), name).toEqual(ends(englishOf(key)));
    }
  });

  it('are written with the signs of print, and nothing that is not seen', () => {
    for (const { text, name } of texts) {
      expect(text, name).not.toMatch(/['"`]|\.\.\.|\s\s/u);
      expect(text.normalize('NFC'), name).toBe(text);
      expect(text.replaceAll('\u00a0', ' '), name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });
});

describe.each(all.slice(1))('the words of $language', ({ language, words }) => {
  it('are told of in the docs: who has read them', () => {
    expect(originOf(language)).toMatch(/reviewed by a native speaker\.$|^No language/u);
  });

  it('differ from English, but for those that are listed with a reason', () => {
    const equal = textsOf(words).filter(({ key, text }) => formsOf(english[key]).some(([, it]) => it === text));
    const listed = leftEqual.flatMap((group) =>
      Object.entries(group.keys).filter(([, languages]) => languages.split(' ').includes(language)),
    );
    expect([...new Set(equal.map(({ key }) => key))].sort()).toEqual(listed.map(([key]) => key).sort());
  });
});

/** What a language does not write, though English does. */
const foreign: Readonly<Record<string, RegExp>> = {
  es: /(?<!¿[^?]*)\?/u,
  ar: /[,;?]|[٠-٩]/u,
  he: /[\u0591-\u05c7]/u,
  hi: /\p{Letter}\p{Mark}*\./u,
  ja: /[,?!:;()]|[\u3000-\u9fff]\.|[“”]/u,
  ko: /[、。，：？]/u,
  'zh-Hans': /[,?!:;()]|[\u4e00-\u9fff]\.|、|[“”]/u,
};

describe.each(all)('the signs of $language', ({ language, words }) => {
  it('are those of its own print', () => {
    for (const { text, name } of textsOf(words)) {
      const own = text.replaceAll(/\{\w+\}/gu, 'x');
      if (foreign[language] !== undefined) expect(own, name).not.toMatch(foreign[language]);
      // Every letter of a language that has its own is one of it, save for names.
      if (!/^(?:ar|he|hi|ja|ko|zh-Hans)$/u.test(language)) continue;
      expect(text.replaceAll(/\{\w+\}|WhatsApp|SMS|Web/gu, ''), name).not.toMatch(/[a-z]/iu);
    }
  });
});

import { english, type Words } from './words.js';

/** Gets the words of a language: a module that has them, or one to come. */
export type LoadWords = () => Promise<{ readonly words: Words }>;

/** The languages besides English, each loaded only when asked for. */
const loaders: Record<string, LoadWords> = {
  fr: () => import('./locales/fr.js'),
  de: () => import('./locales/de.js'),
  es: () => import('./locales/es.js'),
  it: () => import('./locales/it.js'),
  'pt-BR': () => import('./locales/pt-BR.js'),
  nl: () => import('./locales/nl.js'),
  pl: () => import('./locales/pl.js'),
  tr: () => import('./locales/tr.js'),
  ar: () => import('./locales/ar.js'),
  he: () => import('./locales/he.js'),
  hi: () => import('./locales/hi.js'),
  ja: () => import('./locales/ja.js'),
  ko: () => import('./locales/ko.js'),
  'zh-Hans': () => import('./locales/zh-Hans.js'),
  'en-XA': () => import('./locales/en-XA.js'),
};

const languages = ['en', ...Object.keys(loaders)];

/**
 * The languages there are words for. `en-XA` is none: English with accents and in brackets, by which one sees what is not
 * translated.
 */
export const LANGUAGES: readonly string[] = languages;

const loaded = new Map<string, Words>([['en', english]]);

/** What a reader of a locale reads: its language and its script. */
const readAs = (locale: Intl.Locale): string => {
  const { language, script } = locale.maximize();
  return `${language}-${script}`;
};

/**
 * The language of `LANGUAGES` that serves a BCP 47 locale: itself, or the first of the same language and script. So `zh`,
 * `zh-SG` are served by `zh-Hans`, but `zh-TW`, `zh-Hant` by none; `pt-PT` by `pt-BR`; `iw` by `he`.
 */
export const languageFor = (locale: string): string | undefined => {
  try {
    const asked = new Intl.Locale(locale.replaceAll('_', '-'));
    return (
      LANGUAGES.find((language) => language === asked.baseName) ??
      LANGUAGES.find((language) => readAs(new Intl.Locale(language)) === readAs(asked))
    );
  } catch {
    return undefined;
  }
};

/** The words of a language of `LANGUAGES`, if they are there already. */
export const wordsNow = (language: string): Words | undefined => loaded.get(language);

/** Loads the words of a language of `LANGUAGES`. Rejects if its file cannot be loaded. */
export const loadWords = async (language: string): Promise<Words> => {
  const there = loaded.get(language);
  if (there !== undefined) return there;
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  if (load === undefined)
    throw new RangeError(`There are no words for "${language}"; there are ${LANGUAGES.join(', ')}.`);
  const { words } = await load();
  loaded.set(language, words);
  return words;
};

/**
 * Gives words for one more language, or others for one of `LANGUAGES`, before a tag asks for it. `language` is a BCP 47 tag;
 * its rules of plural, numbers and dates are the browser's.
 *
 * @throws RangeError where `language` is no BCP 47 tag.
 */
export const registerWords = (language: string, load: LoadWords): void => {
  const { baseName } = new Intl.Locale(language);
  loaders[baseName] = load;
  loaded.delete(baseName);
  if (!languages.includes(baseName)) languages.push(baseName);
};

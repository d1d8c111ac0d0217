import { english, type Words } from './words.js';

/** The languages besides English, each loaded only when asked for. */
const loaders: Readonly<Record<string, () => Promise<Words>>> = {
  fr: async () => (await import('./locales/fr.js')).words,
};

/** The languages there are words for; the more exact of two that begin alike first. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(loaders)];

const loaded = new Map<string, Words>([['en', english]]);

/** The language of `LANGUAGES` that serves a BCP 47 locale: itself, or the same without region or script. */
export const languageFor = (locale: string): string | undefined => {
  const tag = `${locale.replaceAll('_', '-')}-`.toLowerCase();
  return LANGUAGES.find((language) => tag.startsWith(`${language.toLowerCase()}-`));
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
  const words = await load();
  loaded.set(language, words);
  return words;
};

import { ContextProvider } from '@lit/context';
import { wordsContext } from '../../../src/context/words-context.js';
import { directionOf as directionOfLocale } from '../../../src/i18n/direction.js';
import { LANGUAGES, loadWords } from '../../../src/i18n/load-words.js';
import { createTranslator } from '../../../src/i18n/translator.js';

interface Context {
  readonly globals: Readonly<Record<string, unknown>>;
}

/**
 * The toolbar's language; where none is chosen there, the story's own. `undefined` for none at all: a tag whose language is
 * chosen has that language's direction, whatever the page's is.
 */
export const localeOf = ({ globals }: Context, own = ''): string | undefined => {
  const { locale } = globals;
  return (typeof locale === 'string' && locale) || own || undefined;
};

/** The direction that the toolbar sets: as it says, or as the language is read. */
export const directionOf = ({ globals }: Context): string => {
  const { direction, locale } = globals;
  if (direction === 'ltr' || direction === 'rtl') return direction;
  return typeof locale === 'string' && locale !== '' ? directionOfLocale(locale) : 'ltr';
};

/** A language's own name, and its tag for who cannot read that. */
const titleOf = (language: string): string => {
  try {
    return `${new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language} (${language})`;
  } catch {
    return language;
  }
};

export const languages = [
  { value: '', title: 'As in the story' },
  ...LANGUAGES.map((value) => ({ value, title: titleOf(value) })),
];

let words: ContextProvider<typeof wordsContext> | undefined;
let wanted = '';

/** Gives the words of a language to every tag of the page that has none of its own, as a provider would. */
export const speak = (language: string): void => {
  if (wanted === language) return;
  wanted = language;
  words ??= new ContextProvider(document.body, { context: wordsContext, initialValue: undefined });
  if (language === '') return words.setValue(undefined);
  void loadWords(language).then((loaded) => {
    if (wanted === language) words?.setValue(createTranslator(language, loaded));
  });
};

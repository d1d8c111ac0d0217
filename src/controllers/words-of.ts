import { wordsContext } from '../context/words-context.js';
import { languageFor, LANGUAGES, loadWords, wordsNow } from '../i18n/load-words.js';
import { createTranslator, englishTranslator, wrongOverrides, type Translator } from '../i18n/translator.js';
import type { WordOverrides } from '../i18n/words.js';
import { FromContext, type ControlledElement } from './from-context.js';
import { warnOnce } from './warn-once.js';

/** An element whose words can be set: its own `locale` and `strings` first, then the provider's, then English. */
export type WordsElement = ControlledElement & { locale?: string | undefined; strings?: WordOverrides | undefined };

/** What an element's own locale comes to: the language of its words, and the locale of its numbers and times. */
interface OwnLocale {
  readonly asked: string;
  readonly language: string;
  readonly formats: string;
  /** Absent until the words are there. */
  translator?: Translator;
}

/** The words of an element, live. A language that is still loading shows the words from before. */
export class WordsOf {
  readonly #host: WordsElement;
  readonly #shared: FromContext<typeof wordsContext>;
  #own: OwnLocale | undefined;
  #before: Translator | undefined;
  #overridden:
    { readonly base: Translator; readonly strings: WordOverrides; readonly translator: Translator } | undefined;

  constructor(host: WordsElement) {
    this.#host = host;
    this.#shared = new FromContext(host, wordsContext);
  }

  get value(): Translator {
    const { strings } = this.#host;
    const base = this.#base();
    if (strings === undefined || strings === null) return base;
    if (this.#overridden?.base !== base || this.#overridden.strings !== strings) {
      this.#warnOfStrings(strings);
      this.#overridden = { base, strings, translator: createTranslator(base.locale, base.words, strings) };
    }
    return this.#overridden.translator;
  }

  /** The words without the element's own strings. */
  #base(): Translator {
    const { locale } = this.#host;
    const shared = this.#shared.value ?? englishTranslator;
    if (locale === undefined || locale === null || locale === '') {
      this.#own = undefined;
      this.#before = shared;
      return shared;
    }
    if (this.#own?.asked !== locale) this.#own = this.#ask(locale);
    const own = this.#own;
    const words = wordsNow(own.language);
    if (words === undefined) return this.#before ?? shared;
    own.translator ??= createTranslator(own.formats, words);
    this.#before = own.translator;
    return own.translator;
  }

  /** Finds the language that serves a locale and loads its words if need be; asked once each time the locale is set. */
  #ask(locale: string): OwnLocale {
    const formats = canonical(locale);
    const language = formats === undefined ? undefined : languageFor(formats);
    if (formats === undefined || language === undefined) {
      warnOnce(
        this.#host,
        `there are no words for locale "${locale}"; English is shown. There are: ${LANGUAGES.join(', ')}.`,
      );
      return { asked: locale, language: 'en', formats: 'en' };
    }
    if (wordsNow(language) === undefined)
      loadWords(language).then(
        () => this.#host.requestUpdate(),
        (error: unknown) =>
          warnOnce(
            this.#host,
            `the words for "${locale}" could not be loaded (${String(error)}); the words from before stay.`,
          ),
      );
    return { asked: locale, language, formats };
  }

  #warnOfStrings(strings: WordOverrides): void {
    const wrong = wrongOverrides(strings);
    if (wrong.length > 0)
      warnOnce(this.#host, `these "strings" are no words of the catalogue and are left out: ${wrong.join(', ')}.`);
  }
}

/** A locale as `Intl` takes it; `undefined` for what is no language tag. */
const canonical = (locale: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
};

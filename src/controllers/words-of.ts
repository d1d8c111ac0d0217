import type { ReactiveController } from 'lit';
import { wordsContext } from '../context/words-context.js';
import { languageFor, LANGUAGES, loadWords, wordsNow } from '../i18n/load-words.js';
import { createTranslator, englishTranslator, type Translator } from '../i18n/translator.js';
import type { WordOverrides } from '../i18n/words.js';
import { FromContext, type ControlledElement } from './from-context.js';
import { warnOnce } from './warn-once.js';

/** An element whose words can be set: its own `locale` and `strings` first, then the provider's, then English. */
export type WordsElement = ControlledElement & { locale?: string | undefined; strings?: WordOverrides | undefined };

/** The words of an element, live. A language that is still loading shows the words from before. */
export class WordsOf implements ReactiveController {
  readonly #host: WordsElement;
  readonly #shared: FromContext<typeof wordsContext>;
  #made: { locale: string | undefined; strings: WordOverrides | undefined; base: Translator | undefined; translator: Translator } | undefined;
  #language = 'en';

  constructor(host: WordsElement) {
    this.#host = host;
    this.#shared = new FromContext(host, wordsContext);
    host.addController(this);
  }

  hostUpdate(): void {
    const { locale } = this.#host;
    if (locale !== undefined && locale !== '') this.#load(locale);
  }

  get value(): Translator {
    const { locale, strings } = this.#host;
    const base = locale === undefined || locale === '' ? this.#shared.value : undefined;
    const made = this.#made;
    const language = wordsNow(this.#language) === undefined ? 'en' : this.#language;
    const wanted = base === undefined && locale ? (languageFor(locale) === language ? locale : language) : undefined;
    if (made !== undefined && made.locale === wanted && made.strings === strings && made.base === base) return made.translator;
    const translator =
      strings === undefined && wanted === undefined
        ? (base ?? englishTranslator)
        : createTranslator(wanted ?? base?.locale ?? 'en', wanted === undefined ? base?.words : wordsNow(language), strings);
    this.#made = { locale: wanted, strings, base, translator };
    return translator;
  }

  #load(locale: string): void {
    const language = this.#usable(locale);
    if (wordsNow(language) !== undefined) {
      this.#language = language;
      return;
    }
    loadWords(language).then(
      () => this.#host.requestUpdate(),
      (error: unknown) => warnOnce(this.#host, `the words for "${locale}" could not be loaded (${String(error)}); the words from before stay.`),
    );
  }

  #usable(locale: string): string {
    let language: string | undefined;
    try {
      language = Intl.getCanonicalLocales(locale).map(languageFor)[0];
    } catch {
      // Not a language tag at all: told below, like a language without words.
    }
    if (language === undefined)
      warnOnce(this.#host, `there are no words for locale "${locale}"; English is shown. There are: ${LANGUAGES.join(', ')}.`);
    return language ?? 'en';
  }
}

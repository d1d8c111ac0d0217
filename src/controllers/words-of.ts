import type { ReactiveController } from 'lit';
import { wordsContext } from '../context/words-context.js';
import { languageFor, LANGUAGES, loadWords, wordsNow } from '../i18n/load-words.js';
import { createTranslator, englishTranslator, wrongOverrides, type Translator } from '../i18n/translator.js';
import type { WordOverrides, Words } from '../i18n/words.js';
import { FromContext, type ControlledElement } from './from-context.js';
import { warnOnce } from '../core/warn-once.js';

/** An element whose words can be set: its own `locale` and `strings` first, then the provider's, then English. */
export type WordsElement = ControlledElement & {
  locale?: string | undefined;
  strings?: WordOverrides | undefined;
  /** Whether what stands in it is the page's own: then its language and direction are the page's too. */
  holdsPage?: boolean;
};

/** The elements that have words: what stands in the shadow root of one runs the way of that one. */
const hosts = new WeakSet<object>();

/**
 * The words of an element, live. A language that is still loading shows the words from before. Where somebody chose the
 * language, the element says it by `lang`, and its direction by `dir`, unless the page gave it these.
 */
export class WordsOf implements ReactiveController {
  readonly #host: WordsElement;
  readonly #shared: FromContext<typeof wordsContext>;
  #asked: string | undefined;
  /** The words of the locale that was asked for, once they are there. */
  #own: Translator | undefined;
  #before: Translator | undefined;
  #marked: Translator | undefined;
  #overridden:
    { readonly base: Translator; readonly strings: WordOverrides; readonly translator: Translator } | undefined;

  constructor(host: WordsElement) {
    this.#host = host;
    this.#shared = new FromContext(host, wordsContext);
    hosts.add(host);
    host.addController(this);
  }

  get value(): Translator {
    const { strings } = this.#host;
    const base = this.#base();
    if (!strings) return base;
    if (this.#overridden?.base !== base || this.#overridden.strings !== strings) {
      this.#warnOfStrings(strings);
      this.#overridden = {
        base,
        strings,
        translator: createTranslator(base.locale, base.words, strings, base.chosen),
      };
    }
    return this.#overridden.translator;
  }

  hostUpdate(): void {
    const { value } = this;
    const before = this.#marked;
    if (value === before) return;
    this.#marked = value;
    const root = this.#host.getRootNode();
    if (this.#host.holdsPage === true || (root instanceof ShadowRoot && hosts.has(root.host))) return;
    this.#mark('lang', before?.chosen === true ? before.locale : null, value.chosen ? value.locale : null);
    this.#mark('dir', before?.chosen === true ? before.direction : null, value.chosen ? value.direction : null);
  }

  /** What the page wrote there stays. */
  #mark(name: string, before: string | null, now: string | null): void {
    if (this.#host.getAttribute(name) !== before) return;
    if (now === null) this.#host.removeAttribute(name);
    else this.#host.setAttribute(name, now);
  }

  /** The words without the element's own strings. */
  #base(): Translator {
    const { locale } = this.#host;
    if (locale !== this.#asked) {
      this.#asked = locale;
      this.#own = undefined;
      if (locale) this.#ask(locale);
    }
    const shared = this.#shared.value ?? englishTranslator;
    this.#before = locale ? (this.#own ?? this.#before ?? shared) : shared;
    return this.#before;
  }

  /** Finds the language that serves a locale and loads its words if need be; asked once each time the locale is set. */
  #ask(asked: string): void {
    const locale = canonical(asked);
    const language = locale && languageFor(locale);
    if (!language) {
      this.#own = englishTranslator;
      return this.#warn(
        `there are no words for locale "${asked}"; English is shown. There are: ${LANGUAGES.join(', ')}.`,
      );
    }
    const take = (words: Words): void => {
      if (this.#asked === asked) this.#own = createTranslator(locale, words);
    };
    const now = wordsNow(language);
    if (now !== undefined) return take(now);
    loadWords(language)
      .then(take)
      .then(
        () => this.#host.requestUpdate(),
        (error: unknown) =>
          this.#warn(`the words for "${asked}" could not be loaded (${String(error)}); the words from before stay.`),
      );
  }

  #warn(text: string): void {
    warnOnce(this.#host, text);
  }

  #warnOfStrings(strings: WordOverrides): void {
    const wrong = wrongOverrides(strings);
    if (wrong.length > 0)
      this.#warn(`these "strings" are no words of the catalogue and are left out: ${wrong.join(', ')}.`);
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

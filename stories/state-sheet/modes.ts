import { LANGUAGES } from '../../src/i18n/load-words.js';

/** One way in which a page may show the tags. */
export interface Mode {
  readonly id: string;
  readonly title: string;
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** Language of the words. */
  readonly locale: string;
  /** The reader's own size of text, in percent of what browsers begin with: no page can switch it. */
  readonly textSize: number;
  /** Whether the system's colours are forced: no page can switch that either. */
  readonly forced: boolean;
}

const light: Mode = {
  id: 'light',
  title: 'Light',
  scheme: 'light',
  direction: 'ltr',
  locale: 'en',
  textSize: 100,
  forced: false,
};

const PSEUDO = 'en-XA';

/** The words of a language that is read from the right; English, as long as there is none. */
const RIGHT_TO_LEFT = LANGUAGES.includes('ar') ? 'ar' : 'en';

/** The ways to look at every state. The pseudo-locale comes with the words that it is made of. */
export const modes: readonly Mode[] = [
  light,
  { ...light, id: 'dark', title: 'Dark', scheme: 'dark' },
  { ...light, id: 'forced-colours', title: 'Forced colours', forced: true },
  { ...light, id: 'rtl', title: 'Right to left', direction: 'rtl', locale: RIGHT_TO_LEFT },
  ...(LANGUAGES.includes(PSEUDO) ? [{ ...light, id: 'pseudo-locale', title: 'Pseudo-locale', locale: PSEUDO }] : []),
  { ...light, id: 'text-200', title: 'Text of 200 %', textSize: 200 },
];

/** Whether a page cannot show itself so: only the reader's system or browser can, and the visual tests. */
export const isReadersOwn = ({ forced, textSize }: Mode): boolean => forced || textSize !== 100;

/** Sets a page to a mode, as far as a page can. */
export const setPage = ({ scheme, direction, locale }: Mode, page = document.documentElement): void => {
  page.style.colorScheme = scheme;
  page.dir = direction;
  page.lang = locale;
};

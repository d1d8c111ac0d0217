import { LANGUAGES } from '../../src/i18n/load-words.js';

/** One way in which a page may show the tags. */
export interface Mode {
  readonly id: string;
  readonly title: string;
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** Language of the words. */
  readonly locale: string;
  /** Size of the page's text, in percent of what the reader's browser begins with. */
  readonly textSize: number;
  /** Whether the system's colours are forced: no page can switch that, only the system, and the visual tests. */
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

/** Sets a page to a mode, as its own style sheet, or its reader's browser, would. */
export const setPage = ({ scheme, direction, locale, textSize }: Mode, page = document.documentElement): void => {
  page.style.colorScheme = scheme;
  page.style.fontSize = `${textSize}%`;
  page.dir = direction;
  page.lang = locale;
};

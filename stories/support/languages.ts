import type { WordKey } from '../../src/i18n/words.js';

const origins: Readonly<Record<string, string>> = {
  en: 'The source.',
  fr: 'Thirteen of them as the product’s description gives them; the others by machine-assisted authors. Not reviewed by a native speaker.',
  'en-XA': 'No language: made from English by a function, to try the interface with.',
};

/** How the words of a language came to be, and whether a native speaker has read them. */
export const originOf = (language: string): string =>
  origins[language] ?? 'By machine-assisted authors. Not reviewed by a native speaker.';

interface LeftEqual {
  readonly why: string;
  /** The languages, by key. */
  readonly keys: { readonly [K in WordKey]?: string };
}

const EUROPEAN = 'fr de es it pt-BR nl pl tr';
const NOT_FULL_WIDTH = 'de es it pt-BR nl pl tr ar he hi ko en-XA';
const ALL = `${EUROPEAN} ar he hi ja ko zh-Hans en-XA`;

/** The keys that say in another language what they say in English, and why that is right. The tests allow no others. */
export const leftEqual: readonly LeftEqual[] = [
  {
    why: 'Signs and places only: the language writes them so too.',
    keys: {
      countAbove: ALL,
      nameSeparator: `${EUROPEAN} he hi ko en-XA`,
      detailSeparator: ALL,
      writtenMessage: NOT_FULL_WIDTH,
      sayMessage: NOT_FULL_WIDTH,
      sayUrgency: NOT_FULL_WIDTH,
    },
  },
  { why: 'A brand, written in Latin letters there.', keys: { channelWhatsapp: `${EUROPEAN} he hi ja ko zh-Hans` } },
  { why: 'An abbreviation that is used there as it is.', keys: { channelSms: 'fr de es it pt-BR pl tr he hi ja ko' } },
  {
    why: 'The language has the same word, or took it over.',
    keys: {
      chatList: 'fr de es pt-BR nl',
      sayUrgencies: 'es it pt-BR nl',
      channelWeb: 'fr es it pt-BR nl tr',
      channelMobile: 'fr',
      urgencyUrgent: 'fr',
      authorBot: 'de es it nl pl tr',
      authorSystem: 'de pl',
      writtenAgent: 'fr de',
      summaryAgent: 'fr de',
      conversation: 'fr',
      newChatMessages: 'fr',
      endChatArrivedCount: 'fr',
      wrapUpMessages: 'fr',
      messageField: 'fr',
      disposition: 'fr',
      notes: 'fr',
    },
  },
];

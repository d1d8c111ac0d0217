import { isKnownChannel, LARGEST_SHOWN_COUNT, type Channel, type Naming, type Urgency } from '../core/index.js';
import { isTime } from '../core/shape.js';
import { legible } from '../core/unseen.js';
import { directionOf } from './direction.js';
import { english, type PluralText, type WordKey, type WordOverrides, type Words } from './words.js';

/** What fills the places of a text. A number is written as the language writes it; `count` also chooses the plural. */
export type Fillings = Readonly<Record<string, string | number>>;

/** One language's words and ways to write numbers, times and durations. */
export interface Translator {
  /** BCP 47. */
  readonly locale: string;
  /** Which way its sentences run. */
  readonly direction: 'ltr' | 'rtl';
  /** Whether somebody chose the language: tags then run its way, else the way of the page. */
  readonly chosen: boolean;
  readonly words: Words;
  text(key: WordKey, fillings?: Fillings): string;
  number(value: number): string;
  /** A count for a badge: `99+` past 99. */
  badge(count: number): string;
  /** A time of day; `time` in epoch milliseconds. Empty for what is no time. */
  time(time: number): string;
  /** A calendar day. Empty for what is no time. */
  date(time: number): string;
  /** A running time as `m:ss` or `h:mm:ss`; `milliseconds` may be negative. */
  clock(milliseconds: number): string;
  /** A running time in words, such as "1 minute, 24 seconds". */
  duration(milliseconds: number): string;
  /** How long something took, roughly and shortly, in whole minutes: "6 min". */
  length(milliseconds: number): string;
  /** What stands before and after one place of a text, so that what fills it can have an element of its own. */
  around(key: WordKey, place: string): readonly [before: string, after: string];
  channel(channel: Channel): string;
  /** A channel as a heading's first word. */
  channelTitle(channel: Channel): string;
  /** The name to show: name, phone, or a neutral word. */
  name(naming: Naming): string;
  /** Empty for `none`. */
  urgency(urgency: Urgency): string;
}

const fill = (
  text: string,
  fillings: Fillings,
  number: (value: number) => string,
  name: (value: string) => string,
): string =>
  text.replace(/\{(\w+)\}/gu, (whole, key: string) => {
    const value = Object.hasOwn(fillings, key) ? fillings[key] : undefined;
    if (value === undefined) return whole;
    if (typeof value === 'number') return number(value);
    return key === 'name' ? name(value) : value;
  });

/** What may turn a sentence around that runs the other way; in one from right to left also a number's plus. */
const OTHER_WAY = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
  rtl: /[\p{Script=Latin}\d]/u,
};

const channelWords = {
  web: 'channelWeb',
  mobile: 'channelMobile',
  whatsapp: 'channelWhatsapp',
  sms: 'channelSms',
} as const;

const urgencyWords = {
  'on-time': 'urgencyOnTime',
  soon: 'urgencySoon',
  urgent: 'urgencyUrgent',
  missed: 'urgencyMissed',
} as const;

/** Makes something when it is first asked for: `Intl` takes tens of milliseconds to load a language's numbers and dates. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** The same for what is written of each of 0 to 59: times that run ask for it again and again. */
const sixty = (write: (value: number) => string): ((value: number) => string) => {
  const made: string[] = [];
  return (value) => (made[value] ??= write(value));
};

/** Marks a place that is left open; no text has it. */
const OPEN = '\u0000';

/** Whether a value can stand for a key: overrides come from pages that may not know the types. */
const isWord = (key: string, value: unknown): boolean =>
  Object.hasOwn(english, key) &&
  (typeof value === 'string' ||
    (typeof english[key as WordKey] === 'object' && typeof (value as Partial<PluralText> | null)?.other === 'string'));

/** The keys of overrides that are no keys of the catalogue, or whose values are no words. They are left out. */
export const wrongOverrides = (overrides: WordOverrides): readonly string[] =>
  Object.entries(overrides)
    .filter(([key, value]) => !isWord(key, value))
    .map(([key]) => key);

/**
 * Makes a translator for `locale` from whole `words` and some `overrides`. `chosen`: whether somebody chose that language.
 *
 * @throws RangeError where `locale` is no BCP 47 tag.
 */
export const createTranslator = (
  locale: string,
  words: Words = english,
  overrides: WordOverrides = {},
  chosen = true,
): Translator => {
  Intl.getCanonicalLocales(locale);
  const right = Object.fromEntries(Object.entries(overrides).filter(([key, value]) => isWord(key, value)));
  const all = { ...words, ...right } as Words;
  const direction = once(() => directionOf(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const pairs = once(() => new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false }));
  const plurals = once(() => new Intl.PluralRules(locale));
  const times = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
  const dates = once(() => new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }));
  const units = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'long' }));
  const unit = (name: string, unitDisplay: 'long' | 'short' = 'long'): (() => Intl.NumberFormat) =>
    once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }));
  const inHours = unit('hour');
  const inMinutes = unit('minute');
  const inSeconds = unit('second');
  const roughly = unit('minute', 'short');
  const number = (value: number): string => numbers().format(value);
  // Isolated, so that what stands around it stays where it is. Only where need be: these signs are copied with the text.
  const isolated = (name: string): string => (OTHER_WAY[direction()].test(name) ? `\u2068${name}\u2069` : name);
  const short = sixty(number);
  const pair = sixty((value) => pairs().format(value));

  const text = (key: WordKey, fillings: Fillings = {}): string => {
    const word: string | PluralText = all[key];
    if (typeof word === 'string') return fill(word, fillings, number, isolated);
    const count = typeof fillings['count'] === 'number' ? fillings['count'] : 0;
    return fill(word[plurals().select(count)] ?? word.other, fillings, number, isolated);
  };

  const channel = (name: Channel): string => text(isKnownChannel(name) ? channelWords[name] : 'channelOther');

  const parts = (milliseconds: number): { hours: number; minutes: number; seconds: number } => {
    const whole = Math.floor(Math.abs(milliseconds) / 1000);
    return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
  };

  return {
    locale,
    get direction() {
      return direction();
    },
    chosen,
    words: all,
    text,
    number,
    badge: (count) =>
      count > LARGEST_SHOWN_COUNT ? text('countAbove', { count: LARGEST_SHOWN_COUNT }) : number(count),
    time: (time) => (isTime(time) ? times().format(time) : ''),
    date: (time) => (isTime(time) ? dates().format(time) : ''),
    clock: (milliseconds) => {
      const { hours, minutes, seconds } = parts(milliseconds);
      const sign = milliseconds <= -1000 ? '\u2212' : '';
      const head = hours > 0 ? `${number(hours)}:${pair(minutes)}` : short(minutes);
      return `${sign}${head}:${pair(seconds)}`;
    },
    duration: (milliseconds) => {
      const { hours, minutes, seconds } = parts(milliseconds);
      const said = [
        ...(hours > 0 ? [inHours().format(hours)] : []),
        ...(minutes > 0 ? [inMinutes().format(minutes)] : []),
        ...(seconds > 0 || hours + minutes === 0 ? [inSeconds().format(seconds)] : []),
      ];
      return units().format(said);
    },
    length: (milliseconds) => roughly().format(Math.max(1, Math.floor(milliseconds / 60_000))),
    around: (key, place) => {
      const [before = '', after = ''] = text(key, { [place]: OPEN }).split(OPEN);
      return [before, after];
    },
    channel,
    channelTitle: (name) => channel(name).replace(/^./u, (first) => first.toLocaleUpperCase(locale)),
    name: (naming) => (naming.by === 'nothing' ? text('unknownEndUser') : legible(naming.text)),
    urgency: (urgency) => (urgency === 'none' ? '' : text(urgencyWords[urgency])),
  };
};

/** English, ready at once. */
export const englishTranslator: Translator = createTranslator('en', english, {}, false);

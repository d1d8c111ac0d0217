import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTranslator, englishTranslator, wrongOverrides } from '../../src/i18n/translator.js';
import { english, type WordOverrides } from '../../src/i18n/words.js';
import { words as french } from '../../src/i18n/locales/fr.js';

const inFrench = createTranslator('fr', french);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Arabic has six plural forms. */
const inArabic = createTranslator('ar-EG', english, {
  unreadCount: { zero: 'Z', one: 'O', two: 'T', few: 'F{count}', many: 'M{count}', other: 'X{count}' },
});

describe('a text', () => {
  it('is filled at its places', () => {
    expect(englishTranslator.text('typing', { name: 'Ana' })).toBe('Ana is typing…');
  });

  it('keeps a place that nothing fills, and never fills what was filled in', () => {
    expect(englishTranslator.text('typing')).toBe('{name} is typing…');
    expect(englishTranslator.text('sayMessage', { name: '{text}', text: 'Hi' })).toBe('{text}: Hi');
    expect(englishTranslator.text('typing', { name: '$&' })).toBe('$& is typing…');
  });

  it('does not fill a place from what every object has', () => {
    const translator = createTranslator('en', english, { typing: '{constructor} types' });
    expect(translator.text('typing', { name: 'Ana' })).toBe('{constructor} types');
  });

  it('follows the plural rule of its language', () => {
    const counts = [0, 1, 2, 5];
    const texts = (translator: typeof inFrench) => counts.map((count) => translator.text('unreadLine', { count }));
    expect(texts(englishTranslator)).toEqual(['0 new', '1 new', '2 new', '5 new']);
    expect(texts(inFrench)).toEqual(['0 nouveau', '1 nouveau', '2 nouveaux', '5 nouveaux']);
    expect([0, 1, 2, 3, 11, 100].map((count) => inArabic.text('unreadCount', { count }))).toEqual([
      'Z',
      'O',
      'T',
      'F٣',
      'M١١',
      'X١٠٠',
    ]);
  });

  it('uses the general form where a language needs one the words lack', () => {
    expect(inFrench.text('newChatMessages', { count: 1_000_000 })).toMatch(/^1.000.000 messages$/u);
  });

  it('can be split around one of its places', () => {
    expect(englishTranslator.around('endChatText', 'name')).toEqual([
      '',
      ' can no longer write to you in this chat. You wrap it up next.',
    ]);
    expect(inFrench.around('timeLeft', 'duration')).toEqual(['encore ', ' pour terminer']);
    expect(englishTranslator.around('send', 'name')).toEqual(['Send', '']);
  });
});

describe('numbers and times', () => {
  it('writes numbers as the language does', () => {
    expect(englishTranslator.number(12_345)).toBe('12,345');
    expect(inFrench.number(12_345)).toMatch(/^12\s345$/u);
  });

  it.each([
    [0, '0'],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
    [5000, '99+'],
  ])('shows %i in a badge as %s', (count, shown) => {
    expect(englishTranslator.badge(count)).toBe(shown);
    expect(inFrench.badge(count)).toBe(shown);
  });

  it('writes a badge in the digits of the language', () => {
    expect(inArabic.badge(100)).toBe('٩٩+');
  });

  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [SECOND, '0:01'],
    [59_999, '0:59'],
    [MINUTE, '1:00'],
    [HOUR - 1, '59:59'],
    [HOUR, '1:00:00'],
    [HOUR + MINUTE + SECOND, '1:01:01'],
    [1000 * HOUR, '1,000:00:00'],
    [-999, '0:00'],
    [-SECOND, '−0:01'],
    [-90 * SECOND, '−1:30'],
  ])('shows %i ms on the clock as %s', (milliseconds, shown) => {
    expect(englishTranslator.clock(milliseconds)).toBe(shown);
  });

  it('says durations in words', () => {
    expect(englishTranslator.duration(0)).toBe('0 seconds');
    expect(englishTranslator.duration(84 * SECOND)).toBe('1 minute, 24 seconds');
    expect(englishTranslator.duration(2 * HOUR + MINUTE)).toBe('2 hours, 1 minute');
    expect(inFrench.duration(84 * SECOND).replaceAll(/\s/gu, ' ')).toBe('1 minute et 24 secondes');
  });

  it('says lengths roughly and shortly', () => {
    expect(englishTranslator.length(40 * SECOND)).toBe('1 min');
    expect(englishTranslator.length(6 * MINUTE + 40 * SECOND)).toBe('6 min');
    expect(englishTranslator.length(HOUR + 5 * MINUTE)).toBe('65 min');
    expect(inFrench.length(HOUR + 5 * MINUTE).replaceAll(/\s/gu, ' ')).toBe('65 min');
  });

  it('says nothing of what is no time', () => {
    expect([NaN, Infinity, 1e18].map((time) => englishTranslator.time(time) + englishTranslator.date(time))).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('says the time of day as the language does', () => {
    const noon = new Date(2026, 0, 5, 14, 2).getTime();
    expect(inFrench.time(noon)).toBe('14:02');
    expect(englishTranslator.time(noon)).toMatch(/^2:02\sPM$/u);
  });
});

describe('the words of the domain', () => {
  it('names channels, also those it does not know', () => {
    expect(englishTranslator.channel('whatsapp')).toBe('WhatsApp');
    expect(englishTranslator.channel('pigeon')).toBe('other channel');
    expect(englishTranslator.channelTitle('web')).toBe('Web');
    expect(englishTranslator.channelTitle('constructor')).toBe('Other channel');
  });

  it('says a neutral word where nobody may be named', () => {
    expect(englishTranslator.name({ by: 'nothing' })).toBe('Customer');
    expect(inFrench.name({ by: 'nothing' })).toBe('Client');
    expect(inFrench.name({ by: 'phone', text: '+15550100' })).toBe('+15550100');
  });
});

describe('a name in a sentence', () => {
  const inHebrew = createTranslator('he', english);
  const inEnglish = englishTranslator;

  it('is isolated where it may turn the sentence around, and nowhere else', () => {
    expect(inEnglish.text('typing', { name: 'Ana' })).toBe('Ana is typing…');
    expect(inEnglish.text('typing', { name: '+15550100' })).toBe('+15550100 is typing…');
    expect(inEnglish.text('typing', { name: 'سارة' })).toBe('\u2068سارة\u2069 is typing…');
    expect(inHebrew.text('typing', { name: 'סארה' })).toBe('סארה is typing…');
    expect(inHebrew.text('typing', { name: 'Ana' })).toBe('\u2068Ana\u2069 is typing…');
    expect(inHebrew.text('typing', { name: '+15550100' })).toBe('\u2068+15550100\u2069 is typing…');
  });

  it('leaves alone what else is filled in, which is copied', () => {
    expect(inEnglish.text('writtenMessage', { who: 'سارة', text: 'سلام' })).toBe('سارة: سلام');
    expect(inHebrew.around('typing', 'name')).toEqual(['', ' is typing…']);
  });
});

describe('the direction of a translator', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['iw', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
    ['dv', 'rtl'],
    ['ku-Arab', 'rtl'],
    ['ku', 'ltr'],
    ['az', 'ltr'],
    ['pa-PK', 'rtl'],
    ['ja', 'ltr'],
    ['en-XA', 'ltr'],
  ])('is for %s %s', (locale, direction) => {
    expect(createTranslator(locale).direction).toBe(direction);
  });

  it('is nobody’s choice in the English that is there at once', () => {
    expect([englishTranslator.chosen, createTranslator('en').chosen]).toEqual([false, true]);
  });
});

describe('overrides', () => {
  it('replace single keys', () => {
    const translator = createTranslator('fr', french, { send: 'Go' });
    expect([translator.text('send'), translator.text('submit')]).toEqual(['Go', 'Envoyer']);
  });

  it('that are no words are left out and can be named', () => {
    const wrong = { send: undefined, done: 3, unreadCount: { one: 'x' }, noSuchKey: 'x', submit: 'Go' };
    const overrides = wrong as unknown as WordOverrides;
    const translator = createTranslator('en', english, overrides);
    expect(translator.text('send')).toBe('Send');
    expect(translator.text('unreadCount', { count: 2 })).toBe('2 unread');
    expect(translator.text('submit')).toBe('Go');
    expect(wrongOverrides(overrides)).toEqual(['send', 'done', 'unreadCount', 'noSuchKey']);
  });
});

describe('a translator', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('loads what writes numbers and dates when it first writes one, and once', () => {
    const loaded: unknown[] = [];
    const get = (intl: object, name: string): unknown => {
      if (name !== 'getCanonicalLocales') loaded.push(name);
      return Reflect.get(intl, name);
    };
    vi.stubGlobal('Intl', new Proxy(Intl, { get }));
    const translator = createTranslator('en');
    translator.text('send');
    expect(loaded).toEqual([]);
    translator.number(1);
    translator.number(2);
    expect(loaded).toEqual(['NumberFormat']);
  });

  it('is refused at once for what is no language tag', () => {
    expect(() => createTranslator('no tag')).toThrow(RangeError);
  });
});

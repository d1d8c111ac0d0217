import { describe, expect, it } from 'vitest';
import { languageFor, LANGUAGES, loadWords, registerWords, wordsNow } from '../../src/i18n/load-words.js';
import { english } from '../../src/i18n/words.js';

describe('the languages', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['en-XA', 'en-XA'],
    ['fr', 'fr'],
    ['FR-ca', 'fr'],
    ['fr_CA', 'fr'],
    ['fr-Latn-CA', 'fr'],
    ['de-AT-u-nu-latn', 'de'],
    ['iw', 'he'],
    ['iw-IL', 'he'],
    ['ar-EG', 'ar'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
  ])('serve %s with %s', (locale, language) => {
    expect(languageFor(locale)).toBe(language);
  });

  it.each(['sv', 'zh-TW', 'zh-HK', 'zh-Hant', 'hi-Latn', 'f', '', 'constructor', 'toString', 'fr fr'])(
    'do not serve %s, whose readers would not read them',
    (locale) => {
      expect(languageFor(locale)).toBeUndefined();
    },
  );

  it('are English, ready at once, and those that others read', () => {
    expect(LANGUAGES.join(' ')).toBe('en fr de es it pt-BR nl pl tr ar he hi ja ko zh-Hans en-XA');
    expect(wordsNow('en')).toBe(english);
  });

  it('load only when asked for, once', async () => {
    expect(wordsNow('fr')).toBeUndefined();
    const [first, second] = await Promise.all([loadWords('fr'), loadWords('fr')]);
    expect(first).toBe(second);
    expect(wordsNow('fr')).toBe(first);
    expect(wordsNow('de')).toBeUndefined();
    expect(first.send).toBe('Envoyer');
  });

  it.each(['sv', 'toString'])('refuse what there is no file for: %s', async (language) => {
    await expect(loadWords(language)).rejects.toThrow(
      `There are no words for "${language}"; there are ${LANGUAGES.join(', ')}.`,
    );
  });
});

describe('words that a page gives', () => {
  it('are a language like the others', async () => {
    registerWords('nn', async () => ({ words: { ...english, send: 'Send no' } }));
    expect(languageFor('nn-NO')).toBe('nn');
    expect((await loadWords('nn')).send).toBe('Send no');
    expect(LANGUAGES).toContain('nn');
  });

  it('take the place of ours, also where ours were loaded before', async () => {
    await loadWords('it');
    registerWords('it', async () => ({ words: { ...english, send: 'Manda' } }));
    expect((await loadWords('it')).send).toBe('Manda');
    expect(LANGUAGES.filter((language) => language === 'it')).toEqual(['it']);
  });

  it('are refused for what is no language tag', () => {
    expect(() => registerWords('no tag', async () => ({ words: english }))).toThrow(RangeError);
  });
});

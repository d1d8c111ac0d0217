import { describe, expect, it } from 'vitest';
import { languageFor, LANGUAGES, loadWords, wordsNow } from '../../src/i18n/load-words.js';
import { english } from '../../src/i18n/words.js';

describe('the languages', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'fr'],
    ['FR-ca', 'fr'],
    ['fr_CA', 'fr'],
    ['fr-Latn-CA', 'fr'],
    ['de', undefined],
    ['f', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('serve %s with %s', (locale, language) => {
    expect(languageFor(locale)).toBe(language);
  });

  it('are English, ready at once, and French', () => {
    expect(LANGUAGES).toEqual(['en', 'fr']);
    expect(wordsNow('en')).toBe(english);
  });

  it('load only when asked for, once', async () => {
    expect(wordsNow('fr')).toBeUndefined();
    const [first, second] = await Promise.all([loadWords('fr'), loadWords('fr')]);
    expect(first).toBe(second);
    expect(wordsNow('fr')).toBe(first);
    expect(first.send).toBe('Envoyer');
  });

  it.each(['de', 'toString'])('refuse what there is no file for: %s', async (language) => {
    await expect(loadWords(language)).rejects.toThrow(`There are no words for "${language}"; there are en, fr.`);
  });
});

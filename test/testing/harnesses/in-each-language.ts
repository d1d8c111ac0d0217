import { loadWords } from '../../../src/i18n/load-words.js';

/** Makes the same tests for every language: what a harness reads and does never hangs on words. */
export const inEachLanguage = (tests: (locale: string) => void): void => {
  for (const locale of ['en', 'fr'])
    describe(`in ${locale}`, () => {
      before(() => loadWords(locale));
      tests(locale);
    });
};

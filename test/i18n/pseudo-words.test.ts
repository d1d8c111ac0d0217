import { describe, expect, it } from 'vitest';
import { pseudoWords } from '../../src/i18n/pseudo-words.js';
import { english, type PluralText } from '../../src/i18n/words.js';

const pseudo = pseudoWords(english);

const textsOf = (words: typeof pseudo): string[] =>
  Object.values(words).flatMap((word: string | PluralText) =>
    typeof word === 'string' ? [word] : Object.values(word),
  );

const placesOf = (text: string): string[] => text.match(/\{\w+\}/gu) ?? [];

describe('the pseudo-locale', () => {
  it('shows what is translated: in brackets, with accents, its places as they were', () => {
    expect(pseudo.send).toBe('[Šéñð ö]');
    expect(pseudo.typing).toBe('[{name} îš ţýþîñĝ… öñé]');
    expect(pseudo.newChatMessages).toEqual({ one: '[{count} ɱéššåĝé öñ]', other: '[{count} ɱéššåĝéš öñé]' });
  });

  it('leaves alone what has no words', () => {
    expect([pseudo.nameSeparator, pseudo.countAbove, pseudo.sayMessage]).toEqual([', ', '{count}+', '{name}: {text}']);
  });

  it('has no plain letter in any text, and every place of English in its order', () => {
    const texts = textsOf(english);
    for (const [index, text] of textsOf(pseudo).entries()) {
      expect(text.replaceAll(/\{\w+\}/gu, '')).not.toMatch(/[a-z]/iu);
      expect(placesOf(text)).toEqual(placesOf(texts[index] ?? ''));
    }
  });

  it('is about a third longer, and short words never less than two letters', () => {
    const texts = textsOf(english);
    for (const [index, text] of textsOf(pseudo).entries()) {
      const before = texts[index] ?? '';
      if (text === before) continue;
      const own = before.replaceAll(/\{\w+\}/gu, '').length;
      const more = text.length - '[]'.length - before.length;
      expect([text, more >= 2 && more >= own * 0.35 && more <= Math.max(2, own * 0.35 + 1)]).toEqual([text, true]);
    }
  });
});

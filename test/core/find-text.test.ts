import { property, assert, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpans, foldText } from '../../src/core/find-text.js';

/** What is found, as it stands in the text. */
const found = (text: string, query: string): readonly string[] =>
  findSpans(text, foldText(query)).map(({ start, end }) => text.slice(start, end));

describe('finding in a text', () => {
  it('finds every place, none over another', () => {
    expect(findSpans('anananan', 'ana')).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
  });

  it('finds nothing for an empty query, and nothing where it is not', () => {
    expect([found('Hello', ''), found('Hello', 'hallo'), found('', 'a')]).toEqual([[], [], []]);
  });

  it('takes signs literally', () => {
    expect(found('Is it (8.50*2)? \\d', '(8.50*2)?')).toEqual(['(8.50*2)?']);
    expect(found('order 8841', '\\d')).toEqual([]);
  });

  it('counts neither case nor accents, in the query as little as in the text', () => {
    expect(found('Où est le CAFÉ, café, cafe?', 'café')).toEqual(['CAFÉ', 'café', 'cafe']);
    expect(found('Los niños', 'NINOS')).toEqual(['niños']);
    expect(found('Đặng Łódź Ærø', 'dang lodz aero')).toEqual(['Đặng Łódź Ærø']);
  });

  it('takes the four i of Turkish for one letter', () => {
    for (const city of ['İstanbul', 'ISTANBUL', 'istanbul', 'ıstanbul', 'i\u0307stanbul'])
      for (const query of ['istanbul', 'İSTANBUL', 'ISTANBUL', 'ıstanbul']) expect(found(city, query)).toEqual([city]);
  });

  it('takes ß for ss, and never half of it', () => {
    expect(found('Straße, STRASSE, STRAẞE', 'strasse')).toEqual(['Straße', 'STRASSE', 'STRAẞE']);
    expect(found('Masse und Maße', 'maße')).toEqual(['Masse', 'Maße']);
    expect(found('Spaß', 's')).toEqual(['S']);
  });

  it('keeps what follows a longer fold in its place', () => {
    expect(found('ßßß Grüße an Jörg', 'jorg')).toEqual(['Jörg']);
    expect(found('ﬁn… suﬃcient', 'sufficient')).toEqual(['suﬃcient']);
  });

  it('finds with its marks what is written with combining marks', () => {
    expect(found('Cafe\u0301 au lait', 'cafe')).toEqual(['Cafe\u0301']);
    expect(found('Cafe\u0301 au lait', 'café a')).toEqual(['Cafe\u0301 a']);
    expect(found('a\u0323\u0302b', 'ậ')).toEqual(['a\u0323\u0302']);
  });

  it('counts UTF-16 units after emoji, and finds emoji', () => {
    expect(findSpans('👩‍💻🎉 done', foldText('done'))).toEqual([{ start: 8, end: 12 }]);
    expect(found('Thanks 👍🏽! 👍', '👍')).toEqual(['👍🏽', '👍']);
    expect(found('I ❤️ it', '❤')).toEqual(['❤️']);
  });

  it('looks through what cannot be seen, and takes white space for a space', () => {
    expect(found('co\u00adoper\u200bation', 'cooperation')).toEqual(['co\u00adoper\u200bation']);
    expect(found('10\u00a0000 EUR\nplus', '10 000 eur plus')).toEqual(['10\u00a0000 EUR\nplus']);
  });

  it('takes typographic quotes and dashes for plain ones', () => {
    expect(found('It’s “fine” – really', 'it\'s "fine" - really')).toEqual(['It’s “fine” – really']);
  });

  it('counts no points of Hebrew and Arabic, but the signs that make another letter', () => {
    expect(found('שָׁלוֹם', 'שלום')).toEqual(['שָׁלוֹם']);
    expect(found('مُحَمَّد', 'محمد')).toEqual(['مُحَمَّد']);
    expect(found('がか\u3099か', 'か')).toEqual(['か']);
    expect(found('कमकाम', 'काम')).toEqual(['काम']);
  });

  it('takes the two small sigmas for one', () => {
    expect(found('ΟΔΟΣ οδος οδός', 'οδοσ')).toEqual(['ΟΔΟΣ', 'οδος', 'οδός']);
  });

  it('bears halves of characters', () => {
    expect(found('a\ud83db', 'b')).toEqual(['b']);
  });

  it('finds any text in itself, between any others, where it stands', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'grapheme', minLength: 1 }), (before, text) => {
        const whole = `${before} ${text}`;
        const wanted = foldText(text);
        if (wanted === '') return;
        const spans = findSpans(whole, wanted);
        expect(spans.length).toBeGreaterThan(0);
        for (const { start, end } of spans) expect(foldText(whole.slice(start, end))).toBe(wanted);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legible, seenPieces } from '../../src/core/unseen.js';

const codes = (text: string, strict = false) => seenPieces(text, strict).flatMap(({ code }) => code ?? []);

describe('what cannot be seen', () => {
  it.each([
    ['a turn to the left', 'gnp\u202egpj.exe', 'U+202E'],
    ['a turn to the right', 'a\u202db', 'U+202D'],
    ['an embedding', 'a\u202ab', 'U+202A'],
    ['an isolate', 'a\u2067b', 'U+2067'],
    ['its end', 'a\u2069b', 'U+2069'],
    ['a mark of direction among Latin letters', 'a\u200fb', 'U+200F'],
    ['a space of no width', 'pay\u200bpal', 'U+200B'],
    ['a joiner among Latin letters', 'pay\u200dpal', 'U+200D'],
    ['what parts them', 'pay\u200cpal', 'U+200C'],
    ['a word joiner', 'pay\u2060pal', 'U+2060'],
    ['a byte order mark', '\ufeffpaypal', 'U+FEFF'],
    ['a Hangul filler', '\u3164', 'U+3164'],
    ['a letter of a tag', 'a\u{e0061}b', 'U+E0061'],
    ['a look of nothing', 'a \ufe0f', 'U+FE0F'],
    ['a control character', 'a\u001bb', 'U+001B'],
    ['nothing at all', 'a\0b', 'U+0000'],
  ])('is told by its code: %s', (_what, text, code) => {
    expect(codes(text)).toEqual([code]);
    expect(legible(text)).toContain(`[${code}]`);
  });

  it.each([
    ['plain words', 'Hello, world!\n\tTwo lines.\r\n'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['a heart on fire', '❤️‍🔥'],
    ['a nurse with a colour of skin', '👩🏽‍⚕️'],
    ['a flag of many colours', '🏳️‍🌈'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a key', '1️⃣'],
    ['Persian', 'می‌خواهم'],
    ['Arabic', 'مرحبا، كيف حالك؟'],
    ['Arabic with a mark of direction', 'مرحبا\u200f!'],
    ['Hebrew with a mark of direction', 'שלום\u200e (a)'],
    ['Hindi', 'क्‍ष और क्‌ष'],
    ['Sinhala', 'ශ්‍රී'],
    ['Malayalam', 'ന്‍'],
    ['Bengali', 'র‍্য'],
    ['Khmer', 'ភាសា\u200bខ្មែរ'],
    ['Thai', 'ภาษา\u200bไทย'],
    ['a soft hyphen', 'Donau\u00addampf'],
    ['a Han sign in another look', '葛\u{e0100}'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ\u180bᠠ'],
  ])('stays where it is a part of writing: %s', (_what, text) => {
    expect(legible(text)).toBe(text);
    expect(seenPieces(text).length).toBeLessThanOrEqual(1);
  });

  it('is told each time where many stand in a row', () => {
    expect(codes('❤️\ufe01\ufe02')).toEqual(['U+FE01', 'U+FE02']);
    expect(codes('ن\u200c\u200c')).toEqual(['U+200C']);
  });

  it('is told in an address even where writing has a use for it', () => {
    expect(codes('https://\u0645\u200c\u0645.example/\u00ad', true)).toEqual(['U+200C', 'U+00AD']);
    expect(codes('https://\u05d0\u200f.example', true)).toEqual(['U+200F']);
  });

  it('leaves every text whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, strict) => {
        expect(
          seenPieces(text, strict)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

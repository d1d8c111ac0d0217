import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPieces } from '../../src/core/links.js';

/** The links of a text: what is written, where it leads, and the host that is told beside it. */
const links = (text: string) =>
  linkPieces(text).flatMap(({ text: said, href, host }) =>
    href === undefined ? [] : [host === undefined ? [said, href] : [said, href, host]],
  );

const hrefs = (text: string) => links(text).map(([, href]) => href);

describe('a link in a text', () => {
  it.each([
    ['See https://example.com/a?b=c#d.', 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com', 'http://example.com/'],
    ['HTTPS://EXAMPLE.COM/Path', 'HTTPS://EXAMPLE.COM/Path', 'https://example.com/Path'],
    ['www.example.com/x,', 'www.example.com/x', 'https://www.example.com/x'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['见https://example.com/。', 'https://example.com/', 'https://example.com/'],
    ['ana.silva+x@example.co.uk!', 'ana.silva+x@example.co.uk', 'mailto:ana.silva+x@example.co.uk'],
    ['mailto:ana@example.com', 'mailto:ana@example.com', 'mailto:ana@example.com'],
    ['Call +44 (20) 7946-0123 now', '+44 (20) 7946-0123', 'tel:+442079460123'],
    ['tel:112', 'tel:112', 'tel:112'],
  ])('is found in “%s”', (text, said, href) => {
    const [first] = links(text);
    expect(first?.slice(0, 2)).toEqual([said, href]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//http:/',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:abc',
    'intent://scan/#Intent;end',
    'ftp.example.com',
    'http://',
    'https://...',
    'http:example',
    'www.',
    'www.example',
    'readme.md',
    'example.com',
    '@ana',
    'a@b',
    'ana@example.com\u0430',
    'ana@ban\u212a.com',
    '020 7946 0123',
    '+1 234',
    '+1234567890123456',
    'tel:*21*+442079460123#',
    'tel:*#06#',
    'A+12025550143',
    'xhttp://example.com',
  ])('is none in “%s”', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('ends before what ends the sentence, and with a bracket that it opened', () => {
    expect(hrefs('(see https://example.com/a_(b)).')).toEqual(['https://example.com/a_(b)']);
    expect(hrefs('<https://example.com>')).toEqual(['https://example.com/']);
    expect(hrefs('“https://example.com/…”')).toEqual(['https://example.com/']);
  });

  it('takes no headers into a letter', () => {
    expect(hrefs('mailto:ana@example.com?bcc=eve@evil.example&body=x')[0]).toBe('mailto:ana@example.com');
  });

  it.each([
    // Somebody else before an @.
    ['https://bank.com@evil.example/', 'evil.example'],
    ['https://bank.com%2F@evil.example', 'evil.example'],
    ['https://user:bank.com@evil.example:8443/x', 'evil.example:8443'],
    // Scripts in one name, or a name of letters that look like Latin ones.
    ['https://p\u0430ypal.com', 'xn--pypal-4ve.com'],
    ['https://\u0430\u0440\u0440\u04cf\u0435.com', 'xn--80ak6aa92e.com'],
    ['https://\u03bf\u03bf\u03bf.com', 'xn--0xaaa.com'],
    ['https://goo\u0261le.com', 'xn--goole-tmc.com'],
    ['https://\u0131cloud.com', 'xn--cloud-m4a.com'],
    ['https://例a.com', 'xn--a-kb7a.com'],
    ['https://\u0ed0\u0ed1.com', undefined],
    // What a browser makes another host of.
    ['https://ｂａｎｋ.com', 'bank.com'],
    ['https://ban\u00adk.com', 'bank.com'],
    ['https://bank\u3002com', undefined],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['https://paypaI.com', 'paypai.com'],
  ])('says where “%s” leads', (text, host) => {
    const [link] = links(text);
    if (host !== undefined) expect(link?.[2]).toBe(host);
    else expect(link?.[2] ?? link).not.toBe(text);
  });

  it.each([
    'https://münchen.example/straße',
    'https://пример.рф',
    'https://παράδειγμα.gr',
    'https://例え.テスト',
    'https://例子.中国',
    'https://도메인.한국',
    'https://مثال.مصر',
    'https://דוגמה.example',
    'https://उदाहरण.भारत',
    'https://ตัวอย่าง.ไทย',
    'https://xn--80ak6aa92e.com/',
    'Https://Www.Example.com:443/',
    'http://[::1]:8000/',
  ])('says nothing more of “%s”, which looks like itself', (text) => {
    expect(links(text).map((link) => link.length)).toEqual([2]);
  });

  it('leaves every text whole, and leads nowhere else', () => {
    const part = fc.constantFrom(
      ...[
        'http://',
        'https://',
        'www.',
        'mailto:',
        'tel:',
        'javascript:',
        '@',
        '.',
        '/',
        '+',
        '(',
        ')',
        ' ',
        '\n',
        ':',
      ],
      ...['a', 'example', 'com', '12025550143', '\u202e', '\u200b', '\u0430', 'é', '%2F', '#', '?', '\\', '<', '"'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 5 })), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const pieces = linkPieces(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { href } of pieces) if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:)/u);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['letters', 'a'.repeat(100_000)],
    ['a host', `https://${'a.'.repeat(50_000)}`],
    ['brackets', `https://a/${'(a)'.repeat(3000)}`],
    ['an address', `${'a.'.repeat(50_000)}@`],
    ['a name', `https://${'\u0430'.repeat(20_000)}.com`],
    ['a number', `+${'1 '.repeat(50_000)}`],
    ['points', `https://a/${'.'.repeat(50_000)}b`],
  ])('is looked for in a long text once: %s', (_what, text) => {
    expect(
      linkPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

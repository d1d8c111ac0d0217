/** A piece of a text; with an `href` it is a link. */
export interface LinkPiece {
  readonly text: string;
  readonly href?: string;
  /** Where it leads, as the browser writes it; only where the text says or looks otherwise. */
  readonly host?: string;
}

/**
 * Addresses that begin with `http:`, `https:` or `www.`; e-mail addresses; phone numbers with `tel:`, or from abroad: a
 * plus and 8 to 15 digits.
 */
const FOUND =
  /(?<![a-z\d_])(?:https?:\/\/|www\.(?=[^\s./]+\.[^\s.]))[^\s<>"“”«»、。，（）「」『』【】]+|(?<![\p{L}\p{N}_.%+@-])(?:mailto:)?([a-z\d][a-z\d._%+-]*@(?:[a-z\d-]+\.)+[a-z]{2,})(?![\p{L}\p{N}@-])|(?<![\p{L}\p{N}+*#])(tel:\+?\d(?:[ ().\xa0-]{0,2}\d){2,14}|\+\d(?:[ ().\xa0-]{0,2}\d){7,14})(?![\p{L}\p{N}])/giu;

const PROTOCOLS = /^(?:https?|mailto|tel):$/u;

/** What ends a sentence, not an address. */
const AFTER = ".,:;!?'*_~…‘’·،؛؟।";
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const countOf = (text: string, sign: string): number => text.split(sign).length;

/** An address without what follows it: a bracket that opened before it closes after it. From its end, so in one go. */
const trimmed = (address: string): string => {
  const surplus = new Map(
    Object.entries(BRACKETS).map(([closing, opening]) => [
      closing,
      countOf(address, closing) - countOf(address, opening),
    ]),
  );
  let end = address.length;
  for (; end > 0; end -= 1) {
    const sign = address[end - 1] ?? '';
    const left = surplus.get(sign) ?? 0;
    if (left > 0) surplus.set(sign, left - 1);
    else if (!AFTER.includes(sign)) break;
  }
  return address.slice(0, end);
};

/**
 * A name of one script, with plain digits. Latin is what has a plain letter below its accents; Japanese and Korean write
 * with several. Scripts whose letters pass for Latin ones are here only as far as a whole name of theirs does not.
 */
const ONE_SCRIPT =
  /^(?:[a-z\d\xdf-\xf6\xf8-\xff\u0100-\u0130\u0132-\u0137\u0139-\u017e-]+|[\d\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー々-]+|[\d\p{sc=Hani}\p{sc=Hang}-]+|(?=.*[бвгджзийклмнптфцчшщыьэюяїґђљњћџў])[\d\p{sc=Cyrl}-]+|(?=.*[αβδεζθλμξπσςφψω])[\d\p{sc=Grek}-]+|[\d\p{sc=Arab}-]+|[\d\p{sc=Hebr}-]+|[\d\p{sc=Deva}-]+|[\d\p{sc=Beng}-]+|[\d\p{sc=Guru}-]+|[\d\p{sc=Gujr}-]+|[\d\p{sc=Taml}-]+|[\d\p{sc=Telu}-]+|[\d\p{sc=Knda}-]+|[\d\p{sc=Mlym}-]+|[\d\p{sc=Thai}-]+)$/u;

/** Digits that are not the plain ones, some of which look like others of those. */
const OTHER_DIGIT = /(?=\P{ASCII})\p{Nd}/u;

/** Whether the host in an address as it was written is the one it leads to, and looks like no other. */
const isPlain = (written: string, host: string): boolean => {
  const [named = ''] = /^[^/?#\\]*/u.exec(written.replace(/^https?:\/\//iu, '')) ?? [];
  const bare = named.replace(/:\d*$/u, '');
  const told = host.replace(/:\d*$/u, '');
  // A capital I looks like a small L.
  if (bare.toLowerCase() === told && !bare.includes('I')) return true;
  // Only a name of other letters is written otherwise: `münchen.example` is `xn--mnchen-3ya.example`.
  return (
    /xn--/u.test(told) &&
    bare === bare.toLowerCase() &&
    bare === bare.normalize('NFC') &&
    !OTHER_DIGIT.test(bare) &&
    bare.split('.').every((label) => ONE_SCRIPT.test(label))
  );
};

const linkOf = (text: string, mail: string | undefined, phone: string | undefined): LinkPiece => {
  const address =
    mail !== undefined
      ? `mailto:${mail}`
      : phone !== undefined
        ? `tel:${phone.replace(/[^+\d]/gu, '')}`
        : /^www/iu.test(text)
          ? `https://${text}`
          : text;
  // Without case, `k` is also the sign of Kelvin.
  if (!URL.canParse(address) || /\P{ASCII}/u.test(mail ?? '')) return { text };
  const { href, protocol, host } = new URL(address);
  if (!PROTOCOLS.test(protocol)) return { text };
  return host === '' || isPlain(text, host) ? { text, href } : { text, href, host };
};

/** A text in pieces, some of which are links: to `http`, `https`, `mailto` and `tel`. All pieces together are the text. */
export const linkPieces = (text: string): readonly LinkPiece[] => {
  const pieces: LinkPiece[] = [];
  let end = 0;
  for (const { 0: found, 1: mail, 2: phone, index } of text.matchAll(FOUND)) {
    const link = linkOf(mail === undefined && phone === undefined ? trimmed(found) : found, mail, phone);
    if (link.href === undefined) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push(link);
    end = index + link.text.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
};

/** A piece of a text; with a `code`, such as `U+202E`, it is one character that cannot be seen. */
export interface SeenPiece {
  readonly text: string;
  readonly code?: string;
}

/** Whatever cannot be seen: what turns a text around, takes no room, or is no sign at all. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const ANY = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Where it is a part of writing: which, after what, and before what. Soft hyphens; joiners after a letter of the scripts that
 * join theirs and inside an emoji; a space of no width where no other one parts the words; what chooses between two looks of
 * the sign before it. One sign at a time, from its start: engines err where signs of two units are looked for from behind
 * (Safari's), or a few of them at the end of a text (Chromium's and Firefox's).
 */
const WRITING: readonly (readonly [which: RegExp, after: RegExp, before?: RegExp])[] = [
  [/^\xad/u, /^/u],
  [
    /^[\u200c-\u200d\u180e]/u,
    /^[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Adlm}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u,
  ],
  [/^\u200d/u, /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u, /^\p{Extended_Pictographic}/u],
  [/^\u200b/u, /^[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u],
  [/^[\ufe00-\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}]/u, /^[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u],
];

/** The letters of a flag, after its banner and those before them. */
const FLAG = /^[^]*\u{1f3f4}[\u{e0030}-\u{e007f}]{1,7}$/u;

/** The longest thing that is looked behind at, a flag, in units. */
const BEHIND = 16;

const isWriting = (text: string, character: string, index: number): boolean => {
  const behind = text.slice(Math.max(0, index - BEHIND), index);
  const last = [...behind].at(-1) ?? '';
  const next = text.slice(index + character.length, index + character.length + 2);
  return (
    FLAG.test(behind + character) ||
    WRITING.some(([which, after, before]) => which.test(character) && after.test(last) && before?.test(next) !== false)
  );
};

/** Signs of direction that turn no letter around: in a text that runs from right to left they are ordinary. */
const DIRECTION = /[\u061c\u200e\u200f]/u;
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * A text in pieces: what is seen as it is, and each character that cannot be seen and could deceive, by its code. An
 * address (`strict`) has no use for any. All pieces together are the text.
 */
export const seenPieces = (text: string, strict = false): readonly SeenPiece[] => {
  const keepsDirection = !strict && RIGHT_TO_LEFT.test(text);
  const pieces: SeenPiece[] = [];
  let end = 0;
  for (const { 0: character, index } of text.matchAll(ANY)) {
    if (!strict && isWriting(text, character, index)) continue;
    if (keepsDirection && DIRECTION.test(character)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: character, code: codeOf(character) });
    end = index + character.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
};

/** A text for a place that shows nothing but text: `[U+202E]` stands for what cannot be seen and could deceive. */
export const legible = (text: string): string =>
  text.search(ANY) < 0
    ? text
    : seenPieces(text)
        .map(({ text: seen, code }) => (code === undefined ? seen : `[${code}]`))
        .join('');

import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Opaque pixels, four bytes each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A part of a picture, in whole pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const readPng = (png: Buffer): Picture => PNG.sync.read(png);

/** The part of a picture that lies in an area; what lies outside of the picture is white. */
export const cropped = ({ width, height, data }: Picture, area: Area): Picture => {
  const part = new Uint8Array(area.width * area.height * 4).fill(255);
  const columns = Math.max(0, Math.min(area.width, width - area.x));
  for (let row = 0; row < Math.min(area.height, height - area.y); row += 1) {
    const from = ((area.y + row) * width + area.x) * 4;
    part.set(data.subarray(from, from + columns * 4), row * area.width * 4);
  }
  return { width: area.width, height: area.height, data: part };
};

/** A picture with another one in it. */
export const pasted = (under: Picture, over: Picture, x: number, y: number): Picture => {
  const data = Uint8Array.from(under.data);
  for (let row = 0; row < over.height; row += 1)
    data.set(over.data.subarray(row * over.width * 4, (row + 1) * over.width * 4), ((y + row) * under.width + x) * 4);
  return { ...under, data };
};

/** Pictures side by side, with a white line between them. */
export const sideBySide = (...pictures: readonly Picture[]): Picture => {
  const GAP = 8;
  const height = Math.max(...pictures.map((one) => one.height));
  const width = pictures.reduce((sum, one) => sum + one.width + GAP, -GAP);
  const data = new Uint8Array(width * height * 4).fill(255);
  let x = 0;
  for (const one of pictures) {
    for (let row = 0; row < one.height; row += 1)
      data.set(one.data.subarray(row * one.width * 4, (row + 1) * one.width * 4), (row * width + x) * 4);
    x += one.width + GAP;
  }
  return { width, height, data };
};

/** What a PNG's palette can hold. */
const MOST_COLOURS = 256;

/** How many colours are kept as they are, at most: surfaces, lines and whole letters are all among them. */
const MOST_EXACT = 128;

/** The soft edges of letters and corners have a thousand colours: they are kept in steps of so many. */
const STEP = 16;

/** A channel of a soft colour, in the middle of its step. */
const soft = (channel: number): number => channel - (channel % STEP) + STEP / 2;

/** Whether a colour may be one that stands for its whole step. */
export const isSoft = (red: number, green: number, blue: number): boolean =>
  [red, green, blue].every((channel) => channel % STEP === STEP / 2);

/** How far a channel may be from what a soft colour stands for. */
export const SOFTNESS = STEP / 2;

const softened = (colour: number): number =>
  (soft((colour >> 16) & 255) << 16) | (soft((colour >> 8) & 255) << 8) | soft(colour & 255);

/** What each colour of a picture becomes, so that a palette can hold them all. */
const paletteOf = (counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
  const byCount = [...counts].sort(([a, one], [b, other]) => other - one || a - b).map(([colour]) => colour);
  for (let exact = MOST_EXACT; exact >= 0; exact -= 8) {
    const becomes = new Map(byCount.map((colour, place) => [colour, place < exact ? colour : softened(colour)]));
    if (new Set(becomes.values()).size <= MOST_COLOURS) return becomes;
  }
  throw new Error('This picture has too many colours for a palette.');
};

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  let check = 0xffffffff;
  for (const byte of named) check = (CRC[(check ^ byte) & 255] ?? 0) ^ (check >>> 8);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length);
  named.copy(framed, 4);
  framed.writeUInt32BE((check ^ 0xffffffff) >>> 0, named.length + 4);
  return framed;
};

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Writes a picture as a PNG with a palette: a third of the size of one with all its colours. */
export const writePalettePng = ({ width, height, data }: Picture): Buffer => {
  const colourAt = (pixel: number): number =>
    ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0);
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1)
    counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
  const becomes = paletteOf(counts);
  const palette = [...new Set(becomes.values())];
  const places = new Map([...becomes].map(([colour, kept]) => [colour, palette.indexOf(kept)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rows[pixel + Math.floor(pixel / width) + 1] = places.get(colourAt(pixel)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Writes a picture with all its colours. */
export const writePng = ({ width, height, data }: Picture): Buffer => {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png);
};

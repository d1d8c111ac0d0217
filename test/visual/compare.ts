import pixelmatch from 'pixelmatch';
import { isSoft, SOFTNESS, type Picture } from './picture.js';

/**
 * How far a channel may be off, of 255, before its pixel counts as another: what another processor rounds otherwise. To
 * this comes, for the soft edges of letters, what a baseline does not keep of them. Not one pixel may be further off.
 */
const ROUNDING = 2;

/** How one state looks now, against how it was accepted. */
export type Verdict =
  | { readonly is: 'same' }
  | { readonly is: 'new' | 'gone' | 'resized' }
  | { readonly is: 'changed'; readonly pixels: number };

const isSame = (expected: Uint8Array, actual: Uint8Array, at: number): boolean => {
  const [red = 0, green = 0, blue = 0] = expected.subarray(at, at + 3);
  const most = isSoft(red, green, blue) ? SOFTNESS + ROUNDING : ROUNDING;
  return [red, green, blue].every((channel, place) => Math.abs(channel - (actual[at + place] ?? 0)) <= most);
};

/** Which pixels are the same, one byte each. */
const sameness = (expected: Picture, actual: Picture): Uint8Array => {
  const same = new Uint8Array(expected.width * expected.height);
  const [wanted, found] = [expected, actual].map(({ data }) => new DataView(data.buffer, data.byteOffset)) as [
    DataView,
    DataView,
  ];
  for (let pixel = 0; pixel < same.length; pixel += 1)
    if (wanted.getUint32(pixel * 4) === found.getUint32(pixel * 4) || isSame(expected.data, actual.data, pixel * 4))
      same[pixel] = 1;
  return same;
};

/** Compares a state's accepted picture with the one of now. */
export const compare = (expected: Picture | undefined, actual: Picture | undefined): Verdict => {
  if (expected === undefined) return { is: 'new' };
  if (actual === undefined) return { is: 'gone' };
  if (expected.width !== actual.width || expected.height !== actual.height) return { is: 'resized' };
  const pixels = sameness(expected, actual).filter((same) => same === 0).length;
  return pixels === 0 ? { is: 'same' } : { is: 'changed', pixels };
};

/** The accepted picture in grey, with every pixel in red that is another now. */
export const differenceOf = (expected: Picture, actual: Picture): Picture => {
  const { width, height } = expected;
  const data = new Uint8Array(width * height * 4);
  pixelmatch(expected.data, actual.data, data, width, height, {
    threshold: 0,
    includeAA: true,
    ignoreMask: sameness(expected, actual),
  });
  return { width, height, data };
};

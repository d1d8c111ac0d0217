import { describe, expect, it } from 'vitest';
import type { IndexedCell } from './baselines.js';
import { compare, differenceOf } from './compare.js';
import { findingsOf } from './look.js';
import type { PaintedCell } from './page.js';
import { cropped, readPng, writePalettePng, type Picture } from './picture.js';

type Colour = readonly [red: number, green: number, blue: number];

const GROUND: Colour = [250, 251, 252];
const INK: Colour = [23, 27, 34];
const SIZE = { width: 200, height: 100 };

/** A picture in which `at` says what is not ground. */
const painted = (at: (x: number, y: number) => Colour | undefined): Picture => {
  const data = new Uint8Array(SIZE.width * SIZE.height * 4);
  for (let y = 0; y < SIZE.height; y += 1)
    for (let x = 0; x < SIZE.width; x += 1) data.set([...(at(x, y) ?? GROUND), 255], (y * SIZE.width + x) * 4);
  return { ...SIZE, data };
};

const isIn = (x: number, y: number, left: number, top: number, size: number): boolean =>
  x >= left && x < left + size && y >= top && y < top + size;

/** Two buttons, the right one `padding` pixels lower. */
const twoButtons = (padding: number): Picture =>
  painted((x, y) => (isIn(x, y, 20, 20, 40) || isIn(x, y, 120, 20 + padding, 40) ? INK : undefined));

/** What a baseline keeps of a picture. */
const accepted = (picture: Picture): Picture => readPng(writePalettePng(picture));

const cells = ['left', 'right'].map((name, place) => ({
  name,
  x: place * 100,
  y: 0,
  width: 100,
  height: 100,
  figures: {},
})) satisfies readonly IndexedCell[];
const paintedCells: readonly PaintedCell[] = cells.map((cell) => ({ ...cell, beyond: 0, judged: true }));

const of = { tag: 'chat-pane', mode: 'light' };

describe('comparing how states look', () => {
  it('finds what was accepted to be the same, also where a palette cannot hold all its colours', () => {
    const soft = painted((x, y) => [x, x + (y % 7), 255 - x]);
    expect(new Set(new Uint32Array(soft.data.buffer)).size).toBeGreaterThan(1000);
    expect(compare(accepted(soft), soft)).toEqual({ is: 'same' });
  });

  it('sees one pixel', () => {
    const now = painted((x, y) => (x === 50 && y === 50 ? [250, 251, 249] : undefined));
    expect(compare(accepted(painted(() => undefined)), now)).toEqual({ is: 'changed', pixels: 1 });
  });

  it('forgives what another processor rounds otherwise', () => {
    const now = painted(() => [252, 249, 252]);
    expect(compare(accepted(painted(() => undefined)), now)).toEqual({ is: 'same' });
  });

  it('turns one state red for one pixel of padding', () => {
    const before = { picture: accepted(twoButtons(0)), cells };
    const findings = findingsOf(of, before, { picture: twoButtons(1), cells: paintedCells });
    expect(findings.map(({ state, verdict }) => [state, verdict])).toEqual([['right', { is: 'changed', pixels: 80 }]]);
  });

  it('turns no state red because another one came before it', () => {
    const [left, right] = cells as [IndexedCell, IndexedCell];
    const before = { picture: accepted(twoButtons(0)), cells: [{ ...right, name: 'left' }] };
    const moved = paintedCells.map((cell) => ({ ...cell, name: cell.name === 'left' ? 'came' : 'left' }));
    const findings = findingsOf(of, before, { picture: twoButtons(0), cells: moved });
    expect(left.x).not.toBe(right.x);
    expect(findings.map(({ state, verdict }) => [state, verdict.is])).toEqual([['came', 'new']]);
  });

  it('tells a state that is gone, and one whose room has another size', () => {
    const small = cells.map((cell) => ({ ...cell, height: 99 }));
    const before = { picture: accepted(twoButtons(0)), cells: [...small.slice(0, 1), { ...cells[1]!, name: 'gone' }] };
    const findings = findingsOf(of, before, { picture: twoButtons(0), cells: paintedCells.slice(0, 1) });
    expect(findings.map(({ state, verdict }) => [state, verdict.is])).toEqual([
      ['left', 'resized'],
      ['gone', 'gone'],
    ]);
  });

  it.each([
    [{ text: { ratio: 4.49, of: 'Send' } }, 'too little contrast: text "Send" has 4.49:1'],
    [{ graphics: { ratio: 2.99, of: 'drawing' } }, 'too little contrast: graphics "drawing" has 2.99:1'],
  ])('judges contrast, also of what was accepted: %o', (figures, problem) => {
    const before = { picture: accepted(twoButtons(0)), cells };
    const weak = paintedCells.map((cell) => (cell.name === 'right' ? { ...cell, figures } : cell));
    const findings = findingsOf(of, before, { picture: twoButtons(0), cells: weak });
    expect(findings.map((finding) => [finding.state, finding.problem])).toEqual([['right', problem]]);
  });

  it('shows in red exactly what differs', () => {
    const difference = differenceOf(twoButtons(0), twoButtons(1));
    const red = Array.from({ length: SIZE.width * SIZE.height }, (_, pixel) =>
      difference.data.subarray(pixel * 4, pixel * 4 + 3),
    );
    expect(red.filter((colour) => colour.join() === '255,0,0')).toHaveLength(80);
  });

  it('crops beyond the edge of a picture with white', () => {
    const part = cropped(twoButtons(0), { x: 199, y: 99, width: 2, height: 2 });
    expect([...part.data]).toEqual([...GROUND, 255, ...Array<number>(12).fill(255)]);
  });
});

import { expect } from '@open-wc/testing';
import { createRowHeights, type RowHeights } from '../../../src/elements/chat-transcript/row-heights.js';

/** The same by adding up: `0` is not measured. */
const before = (heights: readonly number[], estimate: number, index: number): number =>
  heights.slice(0, index).reduce((sum, height) => sum + (height || estimate), 0);

const at = (heights: readonly number[], estimate: number, distance: number): number => {
  let bottom = 0;
  const index = heights.findIndex((height) => (bottom += height || estimate) > distance);
  return index < 0 ? Math.max(0, heights.length - 1) : index;
};

const expectSame = (rows: RowHeights, heights: readonly number[]): void => {
  expect(rows.length).to.equal(heights.length);
  for (let index = 0; index <= heights.length; index += 13)
    expect(rows.before(index)).to.be.closeTo(before(heights, rows.estimate, index), 1e-6);
  const whole = before(heights, rows.estimate, heights.length);
  for (const part of [-0.1, 0, 0.01, 0.5, 1.2])
    expect(rows.at(whole * part + 0.01)).to.equal(at(heights, rows.estimate, whole * part + 0.01));
};

/** Numbers that are the same in every run. */
const createNumbers = (seed: number) => {
  let state = seed;
  return (below: number): number => (state = (state * 1103515245 + 12345) % 2147483648) % below;
};

describe('row heights', () => {
  it('count as the estimate until they are measured', () => {
    const rows = createRowHeights(50);
    rows.resize(1000);
    rows.measure(10, 80);
    expect(rows.before(10)).to.equal(500);
    expect(rows.before(11)).to.equal(580);
    expect(rows.before(1000)).to.equal(50_030);
    rows.estimate = 20;
    expect(rows.before(1000)).to.equal(20_060);
  });

  it('know their mean only once some were measured', () => {
    const rows = createRowHeights(50);
    rows.resize(3);
    expect(rows.mean()).to.equal(undefined);
    rows.measure(0, 20);
    rows.measure(2, 40);
    expect(rows.mean()).to.equal(30);
  });

  it('have no row at any distance while there is none', () => {
    expect(createRowHeights(50).at(100)).to.equal(0);
  });

  it('are what adding up gives, whatever is measured, added, taken away or put before', () => {
    for (const seed of [1, 2, 3]) {
      const number = createNumbers(seed);
      const rows = createRowHeights(40);
      let heights: number[] = [];
      for (let step = 0; step < 60; step += 1) {
        const kind = number(6);
        if (kind === 0) {
          const length = number(400);
          rows.resize(length);
          heights = Array.from({ length }, (_, index) => heights[index] ?? 0);
        } else if (kind === 1) {
          const count = number(90);
          rows.prepend(count);
          heights = [...Array.from({ length: count }, () => 0), ...heights];
        } else if (kind === 2 && heights.length > 0) {
          const from = number(heights.length);
          rows.forget(from);
          heights = heights.map((height, index) => (index < from ? height : 0));
        } else if (heights.length > 0) {
          const index = number(heights.length);
          const height = number(200) + 1;
          rows.measure(index, height);
          heights[index] = height;
        }
        expectSame(rows, heights);
      }
    }
  });
});

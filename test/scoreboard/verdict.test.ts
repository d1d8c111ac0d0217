import { describe, expect, it } from 'vitest';
import { judge, percentile, total } from './verdict.js';

const written = ['a', 'b', 'c'].map((text) => ({ text, refused: false }));
const good = { written, kept: ['a', 'b', 'c'], shown: ['a', 'b', 'c'] };

describe('the verdict of the scoreboard', () => {
  it('finds nothing where all is as it was written', () => {
    expect(judge(good)).toEqual({ lost: 0, duplicated: 0, outOfOrder: 0, sentTwice: 0 });
  });

  it('counts what is not shown as lost, unless its writer was told', () => {
    const half = [written[0]!, { text: 'b', refused: true }, written[2]!];
    expect(judge({ ...good, shown: ['a', 'b'] }).lost).toBe(1);
    expect(judge({ written: half, kept: ['a', 'c'], shown: ['a', 'c'] }).lost).toBe(0);
  });

  it('counts what is shown twice, and what is kept twice', () => {
    expect(judge({ ...good, shown: ['a', 'b', 'b', 'c'] })).toMatchObject({ duplicated: 1, outOfOrder: 0 });
    expect(judge({ ...good, kept: ['a', 'a', 'b', 'c'] })).toMatchObject({ sentTwice: 1, lost: 0 });
  });

  it('counts what is shown after something later', () => {
    expect(judge({ ...good, shown: ['b', 'a', 'c'] }).outOfOrder).toBe(1);
  });

  it('adds up, and knows the slowest but the last twentieth', () => {
    expect(total([judge(good), judge({ ...good, shown: [] })]).lost).toBe(3);
    expect(percentile([5, 1, 3, 2, 4], 0.95)).toBe(5);
    expect(percentile([...Array(100).keys()], 0.95)).toBe(94);
    expect(percentile([], 0.95)).toBe(0);
  });
});

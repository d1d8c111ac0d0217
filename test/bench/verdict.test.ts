import { describe, expect, it } from 'vitest';
import type { Goal } from '../../bench/goals.js';
import { tableOf, verdictsOf } from '../../bench/verdict.js';

const timed: Goal = { figure: 'cpu', says: 'open', most: 1.6, unit: '×', counted: false };
const counted: Goal = { figure: 'elements', says: 'elements', most: 400, unit: 'elements', counted: true };

const verdicts = (figures: Record<string, number | undefined>, quick = false) =>
  verdictsOf('open', [timed, counted], figures, quick).map(({ verdict }) => verdict);

describe('verdict', () => {
  it('meets a goal at its figure, and misses it above', () => {
    expect(verdicts({ cpu: 1.6, elements: 400 })).to.deep.equal(['met', 'met']);
    expect(verdicts({ cpu: 1.61, elements: 401 })).to.deep.equal(['missed', 'missed']);
  });

  it('misses what could not be measured', () => {
    expect(verdicts({ cpu: undefined, elements: NaN })).to.deep.equal(['missed', 'missed']);
  });

  it('judges only what is counted when it is quick', () => {
    expect(verdicts({ cpu: 9, elements: 401 }, true)).to.deep.equal(['shown', 'missed']);
  });

  it('shows a missed goal so that nobody overlooks it', () => {
    const table = tableOf(verdictsOf('open', [timed, counted], { cpu: 9.123, elements: 75_039 }, false)).split('\n');

    expect(table).to.deep.equal([
      '| work     |            ours |           goal |        |',
      '| -------- | --------------: | -------------: | ------ |',
      '| open     |          9.12 × |       ≤ 1.60 × | MISSED |',
      '| elements | 75,039 elements | ≤ 400 elements | MISSED |',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { droppedFrames, FRAME, largest, middle, quantile, ratio, rotated, type Sample } from '../../bench/figures.js';

const samplesOf = (entrants: Record<string, readonly (Sample | undefined)[]>) =>
  new Map(
    Object.entries(entrants).map(([name, rounds]) => [
      name,
      new Map(rounds.flatMap((sample, round) => (sample === undefined ? [] : [[round, sample] as const]))),
    ]),
  );

/** When frames begin that are so many frames apart. */
const framesApart = (...gaps: readonly number[]): readonly number[] =>
  gaps.reduce<number[]>((times, gap) => [...times, (times.at(-1) ?? 0) + gap * FRAME], [0]);

describe('figures', () => {
  it('compares within each round, so that a slow round slows both sides', () => {
    const samples = samplesOf({
      ours: [{ cpu: 2 }, { cpu: 20 }, { cpu: 3 }],
      window: [{ cpu: 1 }, { cpu: 10 }, { cpu: 2 }],
    });

    expect(ratio(samples, 'ours', 'window', 'cpu')).to.equal(2);
  });

  it('leaves out rounds in which one of both failed', () => {
    const samples = samplesOf({ ours: [{ cpu: 9 }, { cpu: 3 }], window: [undefined, { cpu: 1 }] });

    expect(ratio(samples, 'ours', 'window', 'cpu')).to.equal(3);
  });

  it('gives no ratio to what was not measured, and none to nothing', () => {
    const samples = samplesOf({ ours: [{ cpu: 9 }], window: [{ cpu: 0 }] });

    expect(ratio(samples, 'ours', 'window', 'cpu')).to.equal(undefined);
    expect(ratio(samples, 'ours', 'nobody', 'cpu')).to.equal(undefined);
  });

  it('takes the middle and the largest of all rounds', () => {
    const samples = samplesOf({ ours: [{ cpu: 9 }, { cpu: 1 }, { cpu: 2 }] });

    expect(middle(samples, 'ours', 'cpu')).to.equal(2);
    expect(largest(samples, 'ours', 'cpu')).to.equal(9);
    expect(largest(samples, 'nobody', 'cpu')).to.equal(undefined);
  });

  it('finds a share between two values in proportion', () => {
    expect(quantile([4, 1], 0.5)).to.equal(2.5);
    expect(quantile([3, 1, 2], 1)).to.equal(3);
    expect(quantile([], 0.5)).to.equal(undefined);
  });

  it('counts the frames that are missing', () => {
    expect(droppedFrames(framesApart(1, 1, 3, 1.2))).to.equal(2);
  });

  it('blames a page only for frames that it was too busy for', () => {
    const times = framesApart(1, 3, 3);

    expect(droppedFrames(times, [0, 2, 4, 4 + 1.5 * FRAME])).to.equal(1);
  });

  it('blames a page for no more frames than are missing', () => {
    expect(droppedFrames(framesApart(2), [0, 9 * FRAME])).to.equal(1);
  });

  it('begins each round with another entrant', () => {
    expect(rotated(['a', 'b', 'c'], 1)).to.deep.equal(['b', 'c', 'a']);
    expect(rotated(['a', 'b', 'c'], 3)).to.deep.equal(['a', 'b', 'c']);
  });
});

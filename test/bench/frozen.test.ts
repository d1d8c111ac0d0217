import { describe, expect, it } from 'vitest';
import { changedBaselines, frozenHashes, hashesOfBaselines } from '../../bench/frozen.js';

describe('frozen baselines', () => {
  it('are as they were when the goals were set against them', () => {
    expect(hashesOfBaselines()).to.deep.equal(frozenHashes());
  });

  it('are told by file when one was changed, taken away or added', () => {
    expect(changedBaselines({ a: '1', b: '2', c: '3' }, { a: '1', b: 'x', d: '4' })).to.deep.equal(['b', 'c', 'd']);
  });
});

import { expect } from '@open-wc/testing';
import { readingAfter, readingOf, type Reading } from '../../../src/elements/response-timer/reading.js';

const wait = { since: 1000, target: 60, warnAt: 45, urgentAt: 15, latched: false };

/** What is shown, in whole seconds (of which 0 has no sign), and until when. */
const seen = (reading: Reading | undefined): readonly number[] | undefined =>
  reading && [Math.floor(reading.shown / 1000) + 0, reading.textUntil];

describe('the reading of a timer', () => {
  for (const display of ['elapsed', 'remaining'] as const)
    it(`is the same after a second (${display}), found from the one before or counted anew`, () => {
      for (const now of [1000, 4321.5, 60_400, 70_999]) {
        const before = readingOf(wait, display, now);
        const next = (before?.textUntil ?? NaN) + 300;
        expect(seen(before && readingAfter(before, display, next))).to.deep.equal(seen(readingOf(wait, display, next)));
      }
    });

  it('is not found from one that is right still, nor from one of before a sleep', () => {
    const before = readingOf(wait, 'elapsed', 4500) as Reading;
    expect(before.textUntil).to.equal(5000);
    const found = [4999, 5000, 5999, 6000].map((now) => readingAfter(before, 'elapsed', now) !== undefined);
    expect(found).to.deep.equal([false, true, true, false]);
  });
});

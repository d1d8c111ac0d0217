import { describe, expect, it } from 'vitest';
import {
  compareUrgency,
  elapsedAt,
  hasTarget,
  nextCrossingAt,
  remainingAt,
  untilCrossing,
  untilNextSecond,
  untilNextSecondLeft,
  urgencyAt,
  urgencyOf,
  type Urgency,
  type Wait,
} from '../../src/core/index.js';
import { at, MORNING } from '../support/builders.js';

const aWait = (given: Partial<Wait> = {}): Wait => ({
  since: MORNING,
  target: 120,
  warnAt: 45,
  urgentAt: 15,
  latched: false,
  ...given,
});

/** Every urgency a wait goes through from its start, with the milliseconds since when each begins. */
const course = (wait: Wait): readonly (readonly [Urgency, number])[] => {
  const steps: [Urgency, number][] = [];
  for (let time: number | undefined = MORNING; time !== undefined; time = nextCrossingAt(wait, time))
    steps.push([urgencyAt(wait, time), time - MORNING]);
  return steps;
};

describe('the urgency of a reply', () => {
  it.each<[number, Urgency]>([
    [600, 'on-time'],
    [46, 'on-time'],
    [45.001, 'on-time'],
    [45, 'soon'],
    [44.999, 'soon'],
    [15.001, 'soon'],
    [15, 'soon'],
    [14.999, 'urgent'],
    [14, 'urgent'],
    [0.001, 'urgent'],
    [0, 'missed'],
    [-0.001, 'missed'],
    [-600, 'missed'],
  ])('with %d s left of the target is %s', (left, urgency) => {
    const elapsed = (600 - left) * 1000;

    expect(urgencyOf(Math.round(left * 1000))).toBe(urgency);
    expect(urgencyAt(aWait({ target: 600 }), MORNING + Math.round(elapsed))).toBe(urgency);
  });

  it.each([0.1 + 0.2, 45.1, 45.3, 60.7, 90.05, 1.1 + 44.2])(
    'meets exactly 45 and 15 s left of a target of %d s, whatever binary fractions say',
    (target) => {
      const total = Math.round(target * 1000);
      const urgencies = [45_001, 45_000, 15_000, 14_999, 1, 0]
        .filter((left) => left <= total)
        .map((left) => [left, urgencyAt(aWait({ target }), MORNING + total - left)]);

      const expected = [
        [45_001, 'on-time'],
        [45_000, 'soon'],
        [15_000, 'soon'],
        [14_999, 'urgent'],
        [1, 'urgent'],
        [0, 'missed'],
      ];
      expect(urgencies).toEqual(expected.filter(([left]) => Number(left) <= total));
    },
  );

  it('is not rounded to whole milliseconds', () => {
    expect(urgencyOf(remainingAt(MORNING, 45.0004, MORNING))).toBe('on-time');
    expect(urgencyOf(15_000.4)).toBe('soon');
    expect(urgencyOf(14_999.9)).toBe('urgent');
    expect(urgencyOf(0.2)).toBe('urgent');
  });

  it.each<[number, Urgency]>([
    [46, 'on-time'],
    [45.001, 'on-time'],
    [45, 'soon'],
    [30, 'soon'],
    [15.001, 'soon'],
    [15, 'soon'],
    [14.999, 'urgent'],
    [10, 'urgent'],
    [0.5, 'urgent'],
  ])('with a target of %d s starts as %s, also while the clock is behind the server’s', (target, urgency) => {
    const starts = [MORNING - 5000, MORNING - 1, MORNING].map((now) => urgencyAt(aWait({ target }), now));

    expect(starts).toEqual([urgency, urgency, urgency]);
  });

  it.each<[string, { warnAt?: number; urgentAt?: number }, readonly [number, Urgency][]]>([
    [
      '60 and 30',
      { warnAt: 60, urgentAt: 30 },
      [
        [60_001, 'on-time'],
        [60_000, 'soon'],
        [30_000, 'soon'],
        [29_999, 'urgent'],
        [0, 'missed'],
      ],
    ],
    [
      '30.5 and 0.25',
      { warnAt: 30.5, urgentAt: 0.25 },
      [
        [30_501, 'on-time'],
        [30_500, 'soon'],
        [250, 'soon'],
        [249, 'urgent'],
        [0, 'missed'],
      ],
    ],
    [
      '0.1 + 0.2',
      { warnAt: 1, urgentAt: 0.1 + 0.2 },
      [
        [300, 'soon'],
        [299, 'urgent'],
      ],
    ],
    [
      'warnAt below urgentAt',
      { warnAt: 10, urgentAt: 30 },
      [
        [30_000, 'on-time'],
        [29_999, 'urgent'],
        [10_000, 'urgent'],
        [1, 'urgent'],
        [0, 'missed'],
      ],
    ],
    [
      'both the same',
      { warnAt: 20, urgentAt: 20 },
      [
        [20_001, 'on-time'],
        [20_000, 'soon'],
        [19_999, 'urgent'],
      ],
    ],
    [
      'no warning',
      { warnAt: 0, urgentAt: 15 },
      [
        [15_000, 'on-time'],
        [14_999, 'urgent'],
        [0, 'missed'],
      ],
    ],
    [
      'nothing urgent',
      { warnAt: 45, urgentAt: 0 },
      [
        [45_000, 'soon'],
        [1, 'soon'],
        [0, 'missed'],
      ],
    ],
    [
      'both 0',
      { warnAt: 0, urgentAt: 0 },
      [
        [1, 'on-time'],
        [0, 'missed'],
      ],
    ],
    [
      'only urgentAt',
      { urgentAt: 20 },
      [
        [45_001, 'on-time'],
        [45_000, 'soon'],
        [20_000, 'soon'],
        [19_999, 'urgent'],
      ],
    ],
    [
      'no numbers',
      { warnAt: Number.NaN, urgentAt: Infinity },
      [
        [45_001, 'on-time'],
        [45_000, 'soon'],
        [15_000, 'soon'],
        [14_999, 'urgent'],
      ],
    ],
  ])('follows thresholds of the policy: %s', (_, thresholds, expected) => {
    expect(expected.map(([left]) => [left, urgencyOf(left, thresholds)])).toEqual(expected);
  });

  it('is ordered by how much it hurries', () => {
    const mixed: Urgency[] = ['soon', 'missed', 'none', 'urgent', 'on-time'];

    expect(mixed.sort(compareUrgency)).toEqual(['none', 'on-time', 'soon', 'urgent', 'missed']);
  });

  it('is none without a wait', () => {
    expect(urgencyAt(undefined, MORNING)).toBe('none');
  });

  it('stays missed while the wait is latched, with no crossing ahead', () => {
    const wait = aWait({ latched: true });

    expect([urgencyAt(wait, MORNING), urgencyAt(wait, at(200)), nextCrossingAt(wait, MORNING)]).toEqual([
      'missed',
      'missed',
      undefined,
    ]);
  });
});

describe('time passed and left', () => {
  it('counts from the start', () => {
    expect([elapsedAt(MORNING, at(30)), remainingAt(MORNING, 120, at(30))]).toEqual([30_000, 90_000]);
  });

  it('goes on past the target', () => {
    expect([elapsedAt(MORNING, at(720)), remainingAt(MORNING, 120, at(720))]).toEqual([720_000, -600_000]);
  });

  it('has not begun where the start lies ahead of the clock', () => {
    expect([elapsedAt(at(20), MORNING), remainingAt(at(20), 60, MORNING)]).toEqual([0, 60_000]);
  });

  it.each([
    [0, 1000],
    [1, 999],
    [999, 1],
    [1000, 1000],
    [61_250, 750],
    [-300, 1300],
    [-5000, 6000],
  ])('%i ms after the start, the next whole second is %i ms away', (passed, until) => {
    expect(untilNextSecond(MORNING, MORNING + passed)).toBe(until);
  });

  it('shows each second left, rounded up, from the moment it begins', () => {
    const secondsLeft = (left: number): number => Math.ceil(left / 1000);

    const wrong = [2500, 2001, 2000, 1999, 1000, 1, 0, -1, -999, -1000, -1500].filter((left) => {
      const until = untilNextSecondLeft(left);
      const shown = secondsLeft(left);
      return !(until > 0) || secondsLeft(left - until) !== shown - 1 || secondsLeft(left - until + 1) !== shown;
    });

    expect(wrong).toEqual([]);
  });
});

describe('a target', () => {
  it.each([undefined, 0, -1, -0.001, Number.NaN, Infinity, -Infinity])('of %s means no timer', (target) => {
    expect(hasTarget(target)).toBe(false);
  });

  it.each([0.001, 0.5, 1, 120, 86_400])('of %d s is one', (target) => {
    expect(hasTarget(target)).toBe(true);
  });
});

describe('the next crossing', () => {
  it('leads through all urgencies, each from its first millisecond', () => {
    expect(course(aWait())).toEqual([
      ['on-time', 0],
      ['soon', 75_000],
      ['urgent', 105_001],
      ['missed', 120_000],
    ]);
  });

  it.each<[string, Partial<Wait>, readonly (readonly [Urgency, number])[]]>([
    [
      'short',
      { target: 30 },
      [
        ['soon', 0],
        ['urgent', 15_001],
        ['missed', 30_000],
      ],
    ],
    [
      'very short',
      { target: 10 },
      [
        ['urgent', 0],
        ['missed', 10_000],
      ],
    ],
    [
      'at the warning',
      { target: 45 },
      [
        ['soon', 0],
        ['urgent', 30_001],
        ['missed', 45_000],
      ],
    ],
    [
      'at the urgent mark',
      { target: 15 },
      [
        ['soon', 0],
        ['urgent', 1],
        ['missed', 15_000],
      ],
    ],
    [
      'with warnAt below urgentAt',
      { warnAt: 10, urgentAt: 30 },
      [
        ['on-time', 0],
        ['urgent', 90_001],
        ['missed', 120_000],
      ],
    ],
    [
      'without warnings',
      { warnAt: 0, urgentAt: 0 },
      [
        ['on-time', 0],
        ['missed', 120_000],
      ],
    ],
    [
      'with decimals',
      { target: 0.3, warnAt: 0.1 + 0.1, urgentAt: 0.1 },
      [
        ['on-time', 0],
        ['soon', 100],
        ['urgent', 201],
        ['missed', 300],
      ],
    ],
  ])('skips what does not happen: a wait %s', (_, given, expected) => {
    expect(course(aWait(given))).toEqual(expected);
  });

  it('counts from the start where that lies ahead of the clock', () => {
    const ahead = aWait({ since: at(20), target: 60 });
    const next = nextCrossingAt(ahead, MORNING);

    expect(next).toBe(at(35));
    expect([urgencyAt(ahead, at(35) - 1), urgencyAt(ahead, at(35))]).toEqual(['on-time', 'soon']);
  });

  it('is none once missed', () => {
    expect([untilCrossing(0), untilCrossing(-1), untilCrossing(-600_000)]).toEqual([undefined, undefined, undefined]);
  });

  it('lands exactly at the change for a sweep of times left and thresholds', () => {
    const thresholds = [
      {},
      { warnAt: 60, urgentAt: 30.5 },
      { warnAt: 10, urgentAt: 30 },
      { warnAt: 0 },
      { urgentAt: 0 },
    ];
    const wrong: unknown[] = [];
    for (const given of thresholds)
      for (let left = 1; left <= 70_000; left += left % 500 < 3 || left % 500 > 497 ? 1 : 7) {
        const until = untilCrossing(left, given) ?? Number.NaN;
        const now = urgencyOf(left, given);
        const changes = urgencyOf(left - until, given) !== now;
        const tooLate = urgencyOf(left - until + 1, given) !== now;
        if (!(until > 0) || !changes || tooLate) wrong.push({ left, given, until });
      }

    expect(wrong).toEqual([]);
  });
});

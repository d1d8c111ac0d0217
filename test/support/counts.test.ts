import { describe, expect, it } from 'vitest';
import { countSessions, countVitest } from './counts.mjs';

type Session = Parameters<typeof countSessions>[0][number];

const session = (testFile: string, passed: boolean, tests: readonly [string, boolean, boolean?, string?][]): Session =>
  ({
    testFile: `/here/${testFile}`,
    passed,
    browser: { name: 'Firefox' },
    testResults: {
      name: '',
      tests: [],
      suites: [
        {
          name: 'the list',
          suites: [],
          tests: tests.map(([name, passed, skipped = false, message = '']) => ({
            ...{ name, passed, skipped, error: { message } },
          })),
        },
      ],
    },
  }) as unknown as Session;

describe('the counts of a runner', () => {
  it('say which tests of Vitest failed, of which file and why, and count what was skipped as failed', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a day begins' },
      { status: 'failed', fullName: 'a day ends', failureMessages: ['Error: too early\n    at noon'] },
      { status: 'skipped', fullName: 'a day rests' },
    ];
    const report = { testResults: [{ name: '/here/test/day.test.ts', status: 'failed', assertionResults }] };
    expect(countVitest(report, '/here')).toEqual({
      passed: 1,
      failed: 2,
      names: ['test/day.test.ts: a day ends (Error: too early)', 'test/day.test.ts: a day rests'],
    });
  });

  it('count a file that broke outside its tests once, whatever of it passed', () => {
    const assertionResults = [{ status: 'passed', fullName: 'a day begins' }];
    const report = { testResults: [{ name: '/here/day.test.ts', status: 'failed', assertionResults }] };
    expect(countVitest(report, '/here')).toEqual({ passed: 1, failed: 1, names: ['day.test.ts: outside its tests'] });
  });

  it('say which tests of Web Test Runner failed, why, and in which browser', () => {
    const sessions = [
      session('list.test.ts', false, [
        ['grows', true],
        ['shrinks', false, false, 'expected 3 to equal 2\nand more'],
        ['rests', true, true],
      ]),
      session('broken.test.ts', false, []),
    ];
    expect(countSessions(sessions, '/here')).toEqual({
      passed: 1,
      failed: 3,
      names: [
        'Firefox, list.test.ts: the list shrinks (expected 3 to equal 2)',
        'Firefox, list.test.ts: the list rests',
        'Firefox, broken.test.ts: outside its tests',
      ],
    });
  });
});

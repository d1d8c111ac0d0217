import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */

/**
 * All tests of a suite and of the suites in it.
 * @param {TestSuiteResult | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
const testsOf = (suite) => (suite === undefined ? [] : [...suite.tests, ...suite.suites.flatMap(testsOf)]);

/**
 * A Web Test Runner reporter that writes `{passed, failed}` as JSON to a file, over all test files and browsers.
 * What was skipped counts as failed, and so does a file that broke outside its tests.
 * @param {string} path
 * @returns {import('@web/test-runner').Reporter}
 */
export const countsReporter = (path) => ({
  stop({ sessions }) {
    let passed = 0;
    let failed = 0;
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      const good = tests.filter((test) => test.passed && !test.skipped).length;
      passed += good;
      failed += tests.length - good;
      if (!session.passed && good === tests.length) failed += 1;
    }
    writeFileSync(path, JSON.stringify({ passed, failed }));
  },
});

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */
/** @typedef {import('@web/test-runner').TestSession} TestSession */

/**
 * What a runner found: how many tests passed and failed, and the names of those that failed.
 * @typedef {{passed: number, failed: number, names: readonly string[]}} Counts
 */

/**
 * What of a report by Vitest's JSON reporter is read here.
 * @typedef {object} VitestReport
 * @property {{name: string, status: string, assertionResults: {status: string, fullName: string, failureMessages?:
 *   readonly string[]}[]}[]} testResults one for each file
 */

/** @param {string} file @param {string} root */
const short = (file, root) => file.replaceAll('\\', '/').replace(`${root.replaceAll('\\', '/')}/`, '');

/**
 * Why a test failed, in one line that ends the test's name: who reads it may have nothing else of the log.
 * @param {string | undefined} message
 */
const because = (message) => (message ? ` (${message.split('\n', 1)[0]})` : '');

/**
 * The counts of files of tests: a skipped test counts as failed, and so does a file that broke outside its tests.
 * @param {readonly {file: string, sound: boolean, tests: readonly {name: string, passed: boolean, why?: string | undefined}[]}[]} files
 * @returns {Counts}
 */
const count = (files) => {
  const names = files.flatMap(({ file, sound, tests }) => {
    const failed = tests.filter(({ passed }) => !passed).map(({ name, why }) => `${file}: ${name}${because(why)}`);
    return sound || failed.length > 0 ? failed : [`${file}: outside its tests`];
  });
  const passed = files.flatMap(({ tests }) => tests).filter((test) => test.passed).length;
  return { passed, failed: names.length, names };
};

/**
 * @param {VitestReport} report
 * @param {string} root what the names of files are told without
 */
export const countVitest = ({ testResults }, root) =>
  count(
    testResults.map(({ name, status, assertionResults }) => ({
      file: short(name, root),
      sound: status === 'passed',
      tests: assertionResults.map(({ fullName, status, failureMessages }) => ({
        ...{ name: fullName, passed: status === 'passed', why: failureMessages?.[0] },
      })),
    })),
  );

/**
 * All tests of a suite and of the suites in it, each with the names of those it is in.
 * @param {TestSuiteResult | undefined} suite
 * @returns {{name: string, passed: boolean, why: string | undefined}[]}
 */
const testsOf = (suite) => {
  if (suite === undefined) return [];
  const within = (/** @type {string} */ name) => [suite.name, name].filter(Boolean).join(' ');
  return [
    ...suite.tests.map(({ name, passed, skipped, error }) => ({
      ...{ name: within(name), passed: passed && !skipped, why: error?.message },
    })),
    ...suite.suites.flatMap(testsOf).map((test) => ({ ...test, name: within(test.name) })),
  ];
};

/**
 * @param {readonly Pick<TestSession, 'testFile' | 'passed' | 'testResults' | 'browser'>[]} sessions one for each file
 *   and browser
 * @param {string} root what the names of files are told without
 */
export const countSessions = (sessions, root) =>
  count(
    sessions.map(({ testFile, browser, passed, testResults }) => ({
      file: `${browser.name}, ${short(testFile, root)}`,
      sound: passed === true,
      tests: testsOf(testResults),
    })),
  );

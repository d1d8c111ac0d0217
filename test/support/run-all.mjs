// Runs the groups of tests one after the other, each in its own runner, and ends with one sum over all of them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTop } from './at-top.mjs';
import { ensureChrome } from './find-chrome.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * What of a report by Vitest's JSON reporter is read here.
 * @typedef {object} VitestReport
 * @property {{status: string, assertionResults: {status: string}[]}[]} testResults one for each file
 */

/**
 * The counts of a Vitest report: skipped tests count as failed, and so does a file that broke outside its tests.
 * @param {VitestReport} report
 * @returns {Counts}
 */
const countVitest = ({ testResults }) => {
  let passed = 0;
  let failed = 0;
  for (const file of testResults) {
    const good = file.assertionResults.filter((test) => test.status === 'passed').length;
    passed += good;
    failed += file.assertionResults.length - good;
    if (file.status !== 'passed' && good === file.assertionResults.length) failed += 1;
  }
  return { passed, failed };
};

/** @param {string} group */
const vitest = (group) => ({
  name: group,
  command: (/** @type {string} */ report) => [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    `test/config/vitest.${group}.config.ts`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  count: countVitest,
});

const widgets = {
  name: 'widgets',
  command: () => ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/config/web-test-runner.config.mjs'],
  count: (/** @type {Counts} */ counts) => counts,
};

const groups = [vitest('unit'), vitest('gateway'), widgets, vitest('stories'), vitest('journeys')];

const reports = mkdtempSync(join(tmpdir(), 'agent-chat-adapter-'));

/**
 * Runs a group and returns its counts; a runner that broke, or ran no test, counts as one failed at least.
 * @param {(typeof groups)[number]} group
 * @returns {Counts}
 */
const run = (group) => {
  console.log(`\n── ${group.name} ──`);
  const report = join(reports, `${group.name}.json`);
  const { status } = spawnSync(process.execPath, group.command(report), {
    cwd: atTop(),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, COUNTS_FILE: report },
    timeout: 15 * 60_000,
  });
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0 };
  try {
    if (existsSync(report)) counts = group.count(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.error(`The report of ${group.name} cannot be read:`, error);
  }
  const sound = status === 0 && counts.passed > 0;
  return sound || counts.failed > 0 ? counts : { ...counts, failed: 1 };
};

try {
  process.env.CHROME_PATH = ensureChrome();
} catch (error) {
  // The groups that need no browser still run; the others fail with the same words.
  console.error(error instanceof Error ? error.message : error);
}

const results = groups.map((group) => ({ name: group.name, ...run(group) }));
rmSync(reports, { recursive: true, force: true });

console.log();
for (const { name, passed, failed } of results) console.log(`${name.padEnd(9)} ${passed} passed, ${failed} failed`);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

// Runs the groups of tests one after the other, each in its own runner, and ends with one sum over all of them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTop } from './at-top.mjs';
import { countVitest } from './counts.mjs';
import { ensureChrome } from './find-chrome.mjs';
import { pack } from './pack.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

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
  count: (/** @type {import('./counts.mjs').VitestReport} */ report) => countVitest(report, atTop()),
});

/** @param {string} name @param {string} config */
const webTestRunner = (name, config) => ({
  name,
  command: () => ['node_modules/@web/test-runner/dist/bin.js', '--config', `test/config/${config}`],
  count: (/** @type {Counts} */ counts) => counts,
});

const inChromium = [
  vitest('unit'),
  vitest('packed'),
  vitest('gateway'),
  webTestRunner('widgets', 'web-test-runner.config.mjs'),
  vitest('stories'),
  vitest('journeys'),
];
/** In Firefox and WebKitGTK. */
const widgetsElsewhere = webTestRunner('widgets elsewhere', 'web-test-runner.engines.config.mjs');

// `--engines`: only what runs in all three engines. A machine for development need not have them; CI has.
const onlyEngines = process.argv.includes('--engines');
const everywhere = onlyEngines || process.env.CI !== undefined;
const groups = [...(onlyEngines ? [] : inChromium), ...(everywhere ? [widgetsElsewhere] : []), vitest('engines')];

if (!everywhere) process.env.ENGINES ??= 'chromium';

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
  let counts = { passed: 0, failed: 0, names: [] };
  try {
    if (existsSync(report)) counts = group.count(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.error(`The report of ${group.name} cannot be read:`, error);
  }
  const sound = status === 0 && counts.passed > 0;
  if (sound || counts.failed > 0) return counts;
  return { ...counts, failed: 1, names: [status === 0 ? 'ran no test' : `ended with ${status ?? 'a signal'}`] };
};

try {
  process.env.CHROME_PATH = ensureChrome();
} catch (error) {
  // The groups that need no browser still run; the others fail with the same words.
  console.error(error instanceof Error ? error.message : error);
}

/** @type {readonly ({name: string} & Counts)[]} */
let unpacked = [];
try {
  const { tarball, folder } = pack();
  Object.assign(process.env, { TARBALL: tarball, PACKED: folder, LIBRARY: join(folder, 'dist/cdn') });
} catch (error) {
  console.error(error);
  unpacked = [{ name: 'package', passed: 0, failed: 1, names: ['cannot be built and packed'] }];
}

const results = [...unpacked, ...groups.map((group) => ({ name: group.name, ...run(group) }))];
rmSync(reports, { recursive: true, force: true });

console.log();
// Again, and last: who keeps only the end of a log still reads which they were.
for (const { name, names } of results) for (const test of names) console.log(`FAILED ${name}: ${test}`);
for (const { name, passed, failed } of results) console.log(`${name.padEnd(18)} ${passed} passed, ${failed} failed`);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
if (!everywhere)
  console.log('Not in Firefox and WebKitGTK: npm run test:engines does that, and gets them where it may.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

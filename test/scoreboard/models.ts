// Property tests against models far simpler than the code, more often than every test run: `npm run models [-- --runs=N --seed=S]`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What Vitest writes down of one test. */
interface Tried {
  readonly fullName: string;
  readonly status: string;
  readonly duration?: number;
  readonly failureMessages: readonly string[];
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error('Usage: [--runs=N] [--seed=S]');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'agent-chat-models-'));

/** Runs one group's property tests. */
const tryGroup = async (group: string): Promise<readonly Tried[]> => {
  const outcome = join(folder, `${group}.json`);
  const config = `test/config/vitest.${group}.config.ts`;
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '.property.test.ts'];
  const running = spawn(process.execPath, [...vitest, '--reporter=json', `--outputFile=${outcome}`], {
    env: { ...process.env, PROPERTY_RUNS: String(runs), PROPERTY_SEED: String(seed) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => running.once('exit', resolve));
  const { testResults } = JSON.parse(readFileSync(outcome, 'utf8')) as {
    readonly testResults: readonly { readonly assertionResults: readonly Tried[] }[];
  };
  return testResults.flatMap(({ assertionResults }) => assertionResults);
};

try {
  const tried = [...(await tryGroup('unit')), ...(await tryGroup('gateway'))];
  const failed = tried.filter(({ status }) => status !== 'passed');
  for (const { fullName, status, duration = 0 } of tried)
    console.log(`${status.padEnd(7)} ${runs} runs in ${Math.round(duration / 1000)} s: ${fullName}`);
  for (const { failureMessages } of failed) console.log(failureMessages.join('\n'));
  console.log(JSON.stringify({ runs, properties: tried.length, failed: failed.length, seed }));
  process.exitCode = tried.length > 0 && failed.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// Runs every `check:…` script of package.json, also after one that fails, and ends with what each said.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { atTop } from './at-top.mjs';

/** @type {{scripts: Record<string, string>}} */
const { scripts } = JSON.parse(readFileSync(atTop('package.json'), 'utf8'));

const results = Object.keys(scripts)
  .filter((name) => name.startsWith('check:'))
  .map((name) => {
    console.log(`\n── ${name} ──`);
    const start = Date.now();
    const { status } = spawnSync('npm', ['run', '--silent', name], {
      cwd: atTop(),
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    return { name, good: status === 0, seconds: Math.round((Date.now() - start) / 1000) };
  });

console.log();
for (const { name, good, seconds } of results) console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
process.exitCode = results.every(({ good }) => good) ? 0 : 1;

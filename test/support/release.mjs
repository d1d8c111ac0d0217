// npm run release [-- --publish]: everything that must hold for a release, then `npm publish` with a provenance: as a
// rehearsal, unless it is told to publish, which only CI can (.github/workflows/release.yml), as it vouches for the origin.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { atTop } from './at-top.mjs';
import { releaseProblems } from './release-problems.mjs';

/** @param {string} command @param {string[]} values */
const output = (command, values) => execFileSync(command, values, { cwd: atTop(), encoding: 'utf8' });
/** @param {string[]} values */
const npm = (...values) => void execFileSync('npm', values, { cwd: atTop(), stdio: 'inherit' });

/** @type {{version: string, repository?: string | {url: string}}} */
const { version, repository } = JSON.parse(readFileSync(atTop('package.json'), 'utf8'));
const problems = releaseProblems({
  version,
  repository: typeof repository === 'object' ? repository.url : repository,
  changelog: readFileSync(atTop('CHANGELOG.md'), 'utf8'),
  changes: output('git', ['status', '--porcelain']),
  tag: process.env.GITHUB_REF_TYPE === 'tag' ? process.env.GITHUB_REF_NAME : undefined,
  tags: output('git', ['tag', '--list', 'v*', '--no-contains', 'HEAD']).split('\n'),
});

for (const problem of problems) console.error(`Not released: ${problem}`);
if (problems.length > 0) process.exit(1);

npm('test');
npm('run', 'check');
npm('run', 'build');
if (process.argv.includes('--publish')) npm('publish', '--provenance', '--access=public');
else npm('publish', '--dry-run', '--access=public');

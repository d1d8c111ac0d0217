// Builds the package, packs it as `npm publish` would, and unpacks that where tests can load it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { atTop } from './at-top.mjs';

/** Inside the tree, so that Lit and RxJS are found from there as from a page's own node_modules. */
const FOLDER = atTop('node_modules/.cache/packed');

/**
 * The package of npm as it would be published now.
 * @returns {{tarball: string, folder: string}} the file, and the folder of what is in it
 */
export const pack = () => {
  const run = (/** @type {string} */ command, /** @type {string[]} */ values, cwd = atTop()) =>
    execFileSync(command, values, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  for (const script of ['clean', 'build:modules', 'build:cdn']) run('npm', ['run', '--silent', script]);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', FOLDER]));
  run('tar', ['-xzf', filename], FOLDER);
  return { tarball: join(FOLDER, filename), folder: join(FOLDER, 'package') };
};

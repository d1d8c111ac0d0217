// What a bare Debian machine gets by apt-get, where the tests may.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { env, platform } from 'node:process';

/** @param {string} path */
export const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Whether this is root on a machine with apt-get. */
export const canInstallByApt = () =>
  platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');

/**
 * Throws if apt-get fails.
 * @param {readonly string[]} packages
 */
export const installByApt = (packages) => {
  for (const command of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ])
    execFileSync('apt-get', command, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
};

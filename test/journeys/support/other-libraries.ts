import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';

/** Packages with the versions that a page has of them, exactly: what one asks for of another must be among them. */
export type Versions = Readonly<Record<string, string>>;

/** Outside the repository, so that neither `git clean` nor `npm ci` takes it away. */
const cache = join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'agent-chat-libraries');

/** A folder in which these versions are installed, from where a bundler finds them; fetched if this machine has none. */
export const librariesOf = (versions: Versions): string => {
  const specs = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  const folder = join(cache, specs.join('+').replace(/[^\w.@+-]/g, '-'));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fetching = mkdtempSync(join(cache, '.fetching-'));
  try {
    writeFileSync(join(fetching, 'package.json'), '{ "private": true }\n');
    const quietly = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--silent'];
    execFileSync('npm', ['install', ...quietly, '--save-exact', ...specs], { cwd: fetching, stdio: 'inherit' });
    // A rename is whole or not at all: of two runs that fetch at once, one comes too late and is content.
    if (!existsSync(folder)) renameSync(fetching, folder);
  } finally {
    rmSync(fetching, { recursive: true, force: true });
  }
  return folder;
};

import { cpSync, lstatSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { npmMust } from './command.js';

/** What a developer's machine may have left in an app's folder. */
const LEFTOVERS = new Set(['node_modules', 'dist', '.angular']);

/**
 * Copies an app into an empty folder and installs it there: what its lockfile says, then the package from its tarball.
 * Rejects where the package is a link to somewhere else.
 */
export const install = async (app: string, folder: string, tarball: string): Promise<void> => {
  cpSync(app, folder, { recursive: true, filter: (from) => from === app || !LEFTOVERS.has(basename(from)) });
  await npmMust(folder, 'ci', '--no-audit', '--no-fund');
  await npmMust(folder, 'install', '--no-save', '--no-audit', '--no-fund', tarball);
  const installed = join(folder, 'node_modules', 'agent-chat-adapter');
  const inside = realpathSync(installed).startsWith(realpathSync(folder) + sep);
  if (!inside || lstatSync(installed).isSymbolicLink()) throw new Error(`${installed} is a link, not an installation.`);
};

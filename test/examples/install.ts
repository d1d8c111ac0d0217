import { cpSync, lstatSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { atTop } from '../support/at-top.mjs';
import type { App } from './apps.js';
import { npmMust } from './command.js';

/** What a developer's machine may have left in an app's folder. */
const LEFTOVERS = ['node_modules', 'dist', '.angular'];

/** Puts an app together in an empty folder. */
const copy = ({ source, over, versions, edit }: App, folder: string): void => {
  const stays = versions === undefined ? LEFTOVERS : [...LEFTOVERS, 'package-lock.json'];
  for (const from of [source, ...(over === undefined ? [] : [over])])
    cpSync(atTop(from), folder, { recursive: true, filter: (file) => !stays.includes(basename(file)) });
  if (edit === undefined) return;
  for (const name of readdirSync(join(folder, 'src'))) {
    const file = join(folder, 'src', name);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  }
};

/**
 * Puts an app into an empty folder and installs it there: what its lockfile says, then the package from its tarball.
 * Rejects where the package is a link to somewhere else.
 */
export const install = async (app: App, folder: string, tarball: string): Promise<void> => {
  copy(app, folder);
  if (app.versions === undefined) await npmMust(folder, 'ci', '--no-audit', '--no-fund');
  await npmMust(folder, 'install', '--no-save', '--no-audit', '--no-fund', tarball, ...(app.versions ?? []));
  const installed = join(folder, 'node_modules', 'agent-chat-adapter');
  const inside = realpathSync(installed).startsWith(realpathSync(folder) + sep);
  if (!inside || lstatSync(installed).isSymbolicLink()) throw new Error(`${installed} is a link, not an installation.`);
};

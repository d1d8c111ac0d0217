import { join } from 'node:path';
import { atTop } from '../support/at-top.mjs';
import { npmMust } from './command.js';

/** Builds the package and packs it into a folder, as it would be published; returns the path of the tarball. */
export const pack = async (folder: string): Promise<string> => {
  await npmMust(atTop(), 'run', '--silent', 'build');
  const output = await npmMust(atTop(), 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  const [packed] = JSON.parse(output.slice(output.indexOf('['))) as [{ readonly filename: string }];
  return join(folder, packed.filename);
};

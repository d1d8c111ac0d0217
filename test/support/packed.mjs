// Tests name what they try by the sources. In `npm test` they get in its place what npm would: module for module the
// package has the same. PACKED is its folder; without it, as for a test that is run alone, they get the sources.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atTop } from './at-top.mjs';

const { PACKED } = process.env;
const SOURCES = /^(?:\.{1,2}\/)+src\/(.+\.js)$/;

/** Of Vite's settings: `resolve.alias`. @type {{find: RegExp, replacement: string}[]} */
export const packedAlias = PACKED === undefined ? [] : [{ find: SOURCES, replacement: `${PACKED}/dist/$1` }];

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export const packedModules = () => ({
  name: 'packed modules',
  resolveImport({ source, context }) {
    const [, module] = (context.path.startsWith('/test/') && SOURCES.exec(source)) || [];
    if (PACKED === undefined || module === undefined) return undefined;
    const file = join(PACKED, 'dist', module);
    if (!existsSync(file)) throw new Error(`The package has no ${module}.`);
    return file.slice(atTop().length).replaceAll('\\', '/');
  },
});

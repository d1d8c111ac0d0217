// Runs a TypeScript program of the tests: `node test/support/run-ts.mjs test/scoreboard/scoreboard.ts [arguments]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { atTop } from './at-top.mjs';

const [source, ...rest] = process.argv.slice(2);
if (source === undefined) throw new Error('Which program?');
// Inside the tree, so that packages are found from there.
const folder = mkdtempSync(join(atTop('node_modules'), '.run-ts-'));
const outfile = join(folder, 'program.mjs');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  entryPoints: [source],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  outfile,
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length, outfile, ...rest);
await import(pathToFileURL(outfile).href);

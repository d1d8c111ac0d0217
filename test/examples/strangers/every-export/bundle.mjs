// What is not imported must not be in the page: by three bundlers, judged by the names of tags in what they write.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import webpack from 'webpack';

const entries = {
  'one-tag': `import 'agent-chat-adapter/define/response-timer.js';`,
  'one-function': `import { nameOf } from 'agent-chat-adapter';\nconsole.log(nameOf);`,
  everything: `import 'agent-chat-adapter/define/all.js';`,
};

const DIST = 'node_modules/agent-chat-adapter/dist';

const tags = readdirSync(`${DIST}/elements`).filter((name) => existsSync(`${DIST}/define/${name}.js`));
/** Which tags must be there, by entry, and no others. @type {Record<keyof typeof entries, RegExp>} */
const wanted = { 'one-tag': /^response-timer$/, 'one-function': /^$/, everything: /^/ };

/** @type {Record<string, (entry: string, outfile: string) => Promise<unknown>>} */
const bundlers = {
  esbuild: (entry, outfile) =>
    build({ entryPoints: [entry], outfile, bundle: true, minify: true, format: 'esm', logLevel: 'error' }),
  rollup: async (entry, file) => {
    const bundle = await rollup({ input: entry, plugins: [nodeResolve()] });
    await bundle.write({ file, format: 'es', inlineDynamicImports: true });
  },
  webpack: async (entry, file) => {
    const compiler = webpack({
      mode: 'production',
      entry: resolve(entry),
      output: { path: resolve('dist'), filename: file.replace('dist/', '') },
      performance: false,
      plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    if (stats?.hasErrors()) throw new Error(stats.toString('errors-only'));
  },
};

const problems = [];
for (const [name, source] of Object.entries(entries)) {
  writeFileSync(`src/${name}.mjs`, source);
  for (const [by, bundle] of Object.entries(bundlers)) {
    const file = `dist/${name}-${by}.js`;
    await bundle(`src/${name}.mjs`, file);
    const code = readFileSync(file, 'utf8');
    // A tag's own name as a whole string, as its class has it; in a style or in words it stands among others.
    const there = tags.filter((tag) => new RegExp(`["'\`]${tag}["'\`]`).test(code));
    const expected = tags.filter((tag) => wanted[name].test(tag));
    console.log(`${name} by ${by}: ${code.length} bytes, ${there.join(', ') || 'no tag'}`);
    if (there.join() !== expected.join())
      problems.push(`${name} by ${by}: not ${expected.join(', ') || 'without tags'}.`);
  }
}
if (problems.length > 0) throw new Error(problems.join('\n'));

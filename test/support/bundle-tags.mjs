// What a page loads for one tag by itself, and for the four that it would build a desk of its own from: each as one
// file without the packages it shares with the page, in node_modules/.cache/tags. package.json says how large it may be.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { atTop } from './at-top.mjs';

const FOLDER = atTop('node_modules/.cache/tags');

/** Of the folders beside the tags' there is no module that defines them. */
const tags = readdirSync(atTop('dist/elements')).filter((name) => existsSync(atTop(`dist/define/${name}.js`)));

/**
 * Languages and tools are fetched when they are asked for.
 * @type {import('esbuild').Plugin}
 */
const later = {
  name: 'later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
};

/** @type {(file: string, tags: readonly string[]) => Promise<unknown>} */
const bundle = (file, shown) =>
  build({
    stdin: {
      contents: shown.map((tag) => `import './dist/define/${tag}.js';`).join('\n'),
      resolveDir: atTop(),
    },
    outfile: `${FOLDER}/${file}.js`,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    plugins: [later],
    external: ['lit', '@lit/context', 'rxjs'],
  });

rmSync(FOLDER, { recursive: true, force: true });
await Promise.all([
  ...tags.map((tag) => bundle(tag, [tag])),
  bundle('pane-list-timer-form', ['chat-pane', 'chat-list', 'response-timer', 'wrap-up-form']),
]);

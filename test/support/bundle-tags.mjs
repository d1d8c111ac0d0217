// What a page loads for one tag by itself, and for the four that it would build a desk of its own from: each as one
// file without the packages it shares with the page, in node_modules/.cache/tags. package.json says how large it may be.
import { readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { atTop } from './at-top.mjs';

const FOLDER = atTop('node_modules/.cache/tags');

/** Without the folders of elements that are no tag. */
const tags = readdirSync(atTop('dist/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'icons')
  .map(({ name }) => name);

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
    // What the page shares with it, and what is loaded only when it is asked for.
    external: ['lit', '@lit/context', 'rxjs', './locales/*'],
  });

rmSync(FOLDER, { recursive: true, force: true });
await Promise.all([
  ...tags.map((tag) => bundle(tag, [tag])),
  bundle('pane-list-timer-form', ['chat-pane', 'chat-list', 'response-timer', 'wrap-up-form']),
]);

// No bundler at all: the page's import map leads to the packages' own modules, as they lie in node_modules.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const RXJS = 'node_modules/rxjs/dist/esm';

/** RxJS 7 names its own modules without `.js`, which no server guesses: each of them, and each folder that stands for one. */
const insideRxjs = readdirSync(RXJS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .flatMap((file) => {
    const address = `./${RXJS}/${file}`;
    const without = [address.slice(0, -'.js'.length), address.slice(0, -'/index.js'.length)];
    return without.slice(0, file.endsWith('/index.js') ? 2 : 1).map((name) => [name, address]);
  });

const imports = {
  'agent-chat-adapter/define/': './node_modules/agent-chat-adapter/dist/define/',
  '@lit/context': './node_modules/@lit/context/index.js',
  '@lit/reactive-element': './node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': './node_modules/@lit/reactive-element/',
  lit: './node_modules/lit/index.js',
  'lit/': './node_modules/lit/',
  'lit-element/lit-element.js': './node_modules/lit-element/lit-element.js',
  'lit-html': './node_modules/lit-html/lit-html.js',
  'lit-html/': './node_modules/lit-html/',
  rxjs: `./${RXJS}/index.js`,
  tslib: './node_modules/tslib/tslib.es6.mjs',
  ...Object.fromEntries(insideRxjs),
};

rmSync('dist', { recursive: true, force: true });
cpSync('src', 'dist', { recursive: true, filter: (file) => !file.includes('wrong-use') });
for (const name of ['agent-chat-adapter/dist', '@lit', 'lit', 'lit-element', 'lit-html', 'rxjs/dist/esm', 'tslib'])
  cpSync(`node_modules/${name}`, `dist/node_modules/${name}`, { recursive: true });
const page = readFileSync('src/index.html', 'utf8').replace(
  '<script type="module" src="chat/agent-chat-adapter.js"></script>',
  `<script type="importmap">${JSON.stringify({ imports })}</script>
    <script type="module">
      import 'agent-chat-adapter/define/all.js';
      import 'agent-chat-adapter/define/local.js';
    </script>`,
);
if (!page.includes('importmap')) throw new Error('The page has no such script.');
writeFileSync('dist/index.html', page);

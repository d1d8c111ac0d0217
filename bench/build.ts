import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { atTop } from '../test/support/at-top.mjs';

/** The file that a page loads from a CDN: what is measured, as it is shipped. */
const WHOLE = 'dist/cdn/agent-chat-adapter.js';

/** Our subjects import the package; in the page it is the file from the CDN. */
const fromTheCdn: Plugin = {
  name: 'from-the-cdn',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/src\/index\.js$/ }, () => ({ path: '/agent-chat-adapter.js', external: true })),
};

/** Where each subject's module is. */
const subjects: Readonly<Record<string, string>> = {
  'plain-rows': 'bench/baselines/plain-rows.ts',
  window: 'bench/baselines/window.ts',
  'hand-ticking': 'bench/baselines/hand-ticking.ts',
  'hand-page': 'bench/baselines/hand-page.ts',
  pane: 'bench/subjects/pane.ts',
  'desk-pane': 'bench/subjects/desk-pane.ts',
  adapter: 'bench/subjects/adapter.ts',
  timers: 'bench/subjects/timers.ts',
};

/** Bundles every subject on its own, all with the same settings, and what runs them; gives the files by their address. */
const buildPages = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const entries = Object.entries(subjects).map(([name, path]) => [`subjects/${name}`, atTop(path)] as const);
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries([...entries, ['bench', atTop('bench/page/bench.ts')]]),
    outdir: atTop('bench/page'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
    plugins: [fromTheCdn],
  });
  const folder = atTop('bench/page');
  return new Map(outputFiles.map(({ path, contents }) => [path.slice(folder.length).replaceAll('\\', '/'), contents]));
};

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page, the subjects and the adapter's file from memory, so that no sample waits for a disk. */
export const servePages = async (): Promise<Served> => {
  const files = new Map(await buildPages());
  files.set('/', readFileSync(atTop('bench/page/shell.html')));
  files.set('/agent-chat-adapter.js', readFileSync(atTop(WHOLE)));
  const server = createServer(({ url }, response) => {
    const file = files.get(url ?? '');
    const type = url === '/' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
    response.writeHead(file === undefined ? 404 : 200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const gzipped = (file: Uint8Array): number => gzipSync(file, { level: 9 }).length;

/** The whole adapter from a CDN, in bytes by gzip. */
export const bytesOfWhole = (): number => gzipped(readFileSync(atTop(WHOLE)));

const PARTS = `
  import { registerTags } from './src/define/register-tags.js';
  import { ChatList } from './src/elements/chat-list/chat-list.js';
  import { ChatPane } from './src/elements/chat-pane/chat-pane.js';
  import { ResponseTimer } from './src/elements/response-timer/response-timer.js';
  import { WrapUpForm } from './src/elements/wrap-up-form/wrap-up-form.js';
  registerTags([ChatPane, ChatList, ResponseTimer, WrapUpForm]);
`;

/** Pane, list, timer and form as a page's bundler takes them in, without what the page has anyway; in bytes by gzip. */
export const bytesOfParts = async (): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents: PARTS, resolveDir: atTop(), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    external: ['lit', 'lit/*', '@lit/context', 'rxjs', 'tslib'],
    logLevel: 'warning',
  });
  return gzipped(outputFiles[0]?.contents ?? new Uint8Array());
};

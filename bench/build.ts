import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { atTop } from '../test/support/at-top.mjs';

/** What a page loads from a CDN: what is measured, as it is shipped. */
const CDN = 'dist/cdn';

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

/** Serves the page, the subjects and the adapter's files from memory, so that no sample waits for a disk. */
export const servePages = async (): Promise<Served> => {
  const files = new Map(await buildPages());
  files.set('/', readFileSync(atTop('bench/page/shell.html')));
  for (const file of readdirSync(atTop(CDN)).filter((name) => name.endsWith('.js')))
    files.set(`/${file}`, readFileSync(atTop(`${CDN}/${file}`)));
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

/** What a file is by gzip, in bytes. */
const gzipped = (path: string): number => gzipSync(readFileSync(atTop(path)), { level: 9 }).length;

/** The whole adapter from a CDN. */
export const bytesOfWhole = (): number => gzipped(`${CDN}/agent-chat-adapter.js`);

/** Pane, list, timer and form as a page's bundler takes them in, without what the page has anyway. */
export const bytesOfParts = (): number => gzipped('node_modules/.cache/tags/pane-list-timer-form.js');

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import sirv from 'sirv';
import { forwardToGateway } from '../../../demo/gateway.mjs';
import { atTop } from '../../support/at-top.mjs';

/** The examples of the page on security, by name, as they stand there. */
export const securityExamples: ReadonlyMap<string, string> = new Map(
  [
    ...readFileSync(atTop('stories/docs/security.mdx'), 'utf8').matchAll(
      /```\w+ example=([\w-]+)\n([\s\S]*?)\n```|```js\n\/\/ example: (\w+)\n([\s\S]*?)\n```/g,
    ),
  ].map(([, name, text, jsName, js]) => [name ?? jsName ?? '', text ?? js ?? '']),
);

export const securityExample = (name: string): string => {
  const text = securityExamples.get(name);
  if (text === undefined) throw new Error(`The page on security has no example "${name}".`);
  return text;
};

/** A header of an example. */
export const headerOf = (name: string): readonly [name: string, value: string] => {
  const [, header = '', value = ''] = /^([\w-]+): (.*)$/u.exec(securityExample(name)) ?? [];
  return [header, value];
};

/** What a page's scripts do on its side: what a host does, without anything inline. */
const HOST = `
  const adapter = document.querySelector('chat-adapter');
  adapter.policy = { crm: true, typing: 'preview', summaries: true, response: { target: 120 },
    wrapUp: { disposition: 'optional', notes: 'optional' } };
  adapter.renderMessage = ({ text }) =>
    text === 'CARD' ? Object.assign(document.createElement('article'), { textContent: 'A card of the page' }) : undefined;
`;

/** A host that has Lit of its own, and paints with it. */
const OWN_LIT = `
  import { html, render } from 'lit';
  render(html\`<p>Painted by the page’s own Lit</p>\`, document.body.appendChild(document.createElement('div')));
`;

/** By path: the modules of npm and the page's own, as a bundler writes them. */
const bundled = async (name: string, contents: string): Promise<ReadonlyMap<string, Uint8Array>> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: atTop(), loader: 'ts', sourcefile: 'npm.ts' },
    outdir: '/',
    entryNames: name,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: atTop('tsconfig.json'),
    write: false,
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents: code }) => [path, code]));
};

export interface Answer {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server of strict pages: the page that was put there, the files of the adapter, and the demo's end user. */
export interface StrictPages {
  readonly url: string;
  /** What is served at a path, in place of what is there otherwise. */
  readonly pages: Map<string, Answer>;
  /** What browsers reported. */
  readonly reports: string[];
  close(): Promise<void>;
}

export const sha384 = (body: string | Uint8Array): string =>
  `sha384-${createHash('sha384').update(body).digest('base64')}`;

export const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** `gateway`: the port of one on this machine, once there is one. */
export const serveStrictPages = async (gateway: () => number | undefined = () => undefined): Promise<StrictPages> => {
  const reports: string[] = [];
  const pages = new Map<string, Answer>();
  const script = (body: string | Uint8Array): Answer => ({ body, type: 'text/javascript' });
  pages.set('/host.js', script(HOST));
  const tags = `
    import { define, registerConnector } from ${JSON.stringify(atTop('src/index.ts'))};
    define();
    registerConnector('local', async () =>
      (await import(${JSON.stringify(atTop('src/connectors/local/index.ts'))})).openLocalConnector());
  `;
  const bundles = await Promise.all([bundled('npm', `${tags}${OWN_LIT}`), bundled('own-lit', OWN_LIT)]);
  for (const bundle of bundles) for (const [path, code] of bundle) pages.set(path, script(code));
  const folders = ['dist/cdn', 'demo', 'src/theme'].map((folder) => sirv(atTop(folder), { dev: true }));

  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/csp-report')
      return void readBody(request).then((body) => {
        reports.push(body);
        response.writeHead(204).end();
      });
    const page = pages.get(path);
    if (page !== undefined)
      return void response.writeHead(200, { 'Content-Type': page.type, ...page.headers }).end(page.body);
    if (forward(request, response)) return;
    const [first, ...others] = folders;
    const next = (rest: typeof others): void => {
      const [folder, ...after] = rest;
      if (folder === undefined) return void response.writeHead(404).end();
      folder(request, response, () => next(after));
    };
    first?.(request, response, () => next(others));
  });
  const forward = forwardToGateway(server, gateway);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}`,
    pages,
    reports,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

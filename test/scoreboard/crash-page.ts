import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { issueToken } from '../../gateway/src/tokens.js';
import { atTop } from '../support/at-top.mjs';
import { SECRETS } from './people.js';

/** Where agents' pages are served. */
export interface CrashPages {
  /** One agent's page, whose socket leads to this port. */
  agent(agent: string, port: number): string;
  close(): Promise<void>;
}

/** What a page found in its storage when it came, before anything of the adapter ran. */
export const FOUND = 'foundAtFirst';

/** Under which key a page notes what was in the composer at each Enter, in the task after the one that handled it. */
export const entersOf = (agent: string): string => `enters/${agent}`;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>An agent</title>
    <link rel="icon" href="data:," />
    <script src="page-first.js"></script>
  </head>
  <body>
    <chat-adapter layout="inline"></chat-adapter>
    <script type="module" src="page.js"></script>
  </body>
</html>`;

const FIRST = `
const asked = new URLSearchParams(location.search);
const enters = 'enters/' + asked.get('agent');
globalThis.${FOUND} = { ...localStorage };
addEventListener('keydown', (event) => {
  const [field] = event.composedPath();
  if (event.key !== 'Enter' || !(field instanceof HTMLTextAreaElement) || field.value.trim() === '') return;
  const { value } = field;
  setTimeout(() => {
    localStorage.setItem(enters, JSON.stringify([...JSON.parse(localStorage.getItem(enters) ?? '[]'), value]));
  });
}, true);`;

const THEN = `
import './agent-chat-adapter.js';
import { createWebSocketConnector } from './websocket.js';
document.querySelector('chat-adapter').connector = createWebSocketConnector({
  agent: asked.get('agent'),
  url: 'ws://127.0.0.1:' + asked.get('port') + '/chat',
  getToken: async () => (await fetch('token?agent=' + asked.get('agent'))).text(),
  patience: 1000,
  longestPause: 500,
});`;

/** Serves the adapter as a CDN would, as it is built now, in a page that is nothing else. */
export const serveCrashPages = async (): Promise<CrashPages> => {
  const library = (file: string): Promise<Buffer> => readFile(atTop(`dist/cdn/${file}`));
  const made: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
    '/': ['text/html', PAGE],
    '/page-first.js': ['text/javascript', FIRST],
    '/page.js': ['text/javascript', THEN],
    '/agent-chat-adapter.js': ['text/javascript', await library('agent-chat-adapter.js')],
    '/websocket.js': ['text/javascript', await library('websocket.js')],
  };
  const tokenOf = (sub: string): Promise<string> =>
    issueToken(SECRETS.AGENT_JWT_SECRET, { sub, role: 'agent' }, Date.now() + 3_600_000);
  const answer = async ({ pathname, searchParams }: URL): Promise<readonly [type: string, body: string | Buffer]> =>
    pathname === '/token' ? ['text/plain', await tokenOf(searchParams.get('agent') ?? '')] : made[pathname]!;
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://here')).then(
      ([type, body]) => response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    agent: (agent, socket) => `http://127.0.0.1:${port}/?agent=${agent}&port=${socket}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { atTop } from '../../support/at-top.mjs';
import { headerOf, sha384, type StrictPages } from './strict-pages.js';

const NONCE = 'nonce-b3duLW5vbmNl';

/** A page with one of the policies that the page on security has. */
export interface Variant {
  /** The example of the page on security. */
  readonly example: string;
  readonly scripts: readonly string[];
  /** What is written on the tag of a script. */
  readonly on?: (script: string, body: string | Uint8Array) => string;
  /** An import map with the hashes of the files that are fetched later. */
  readonly map?: string;
}

export const module = (path: string): string => `type="module" src="${path}"`;

export const hashes = JSON.parse(readFileSync(atTop('dist/cdn/integrity.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

/** The files for a CDN, by their addresses. */
const integrity = Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [`/${file}`, hash]));

export const CDN = [module('/agent-chat-adapter.js'), module('/host.js')];

export const variants: Readonly<Record<string, Variant>> = {
  'the module, from its own origin': { example: 'origin', scripts: CDN },
  'the classic script': {
    example: 'origin',
    scripts: ['defer src="/agent-chat-adapter.iife.js"', 'defer src="/host.js"'],
  },
  'the module, by its hash': {
    example: 'hash',
    scripts: CDN,
    map: JSON.stringify({ integrity }),
    on: (_script, body) => `integrity="${sha384(body)}"`,
  },
  'the module, by a nonce': { example: 'nonce', scripts: CDN, on: () => `nonce="${NONCE.slice('nonce-'.length)}"` },
  'no list of policies': { example: 'no-list', scripts: CDN },
  'a page with a Lit of its own': { example: 'own-lit', scripts: [module('/own-lit.js'), ...CDN] },
  'the modules from npm, bundled with the page': { example: 'npm', scripts: [module('/npm.js'), module('/host.js')] },
};

/** Everything on a page that is not as it should be, and all that it asked for. */
export const watch = async (page: Page) => {
  const complaints: string[] = [];
  const asked = new Set<string>();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('request', (request) => asked.add(request.url()));
  page.on('websocket', (socket) => asked.add(socket.url()));
  await page.exposeFunction('complain', (text: string) => void complaints.push(text));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (window as unknown as { complain(text: string): void }).complain(
        `violation: ${violatedDirective} ${blockedURI} ${sample}`,
      );
    }),
  );
  return { complaints, asked: () => [...asked] };
};

const bodyOf = (server: StrictPages, script: string): string | Uint8Array => {
  const path = /src="([^"]+)"/u.exec(script)?.[1] ?? '';
  return server.pages.get(path)?.body ?? readFileSync(atTop(`dist/cdn${path}`));
};

/** Puts a page there, with the policy of the example and more headers. */
export const putStrict = (
  server: StrictPages,
  { example, scripts, on = () => '', map }: Variant,
  headers: Readonly<Record<string, string>> = {},
  changed = (policy: string): string => policy,
): void => {
  const [name, value] = headerOf(example);
  const trusted = [
    ...scripts.map((script) => sha384(bodyOf(server, script))),
    ...(map ? [sha384(map)] : []),
    ...Object.values(hashes),
  ];
  const policy = value.replace("'sha384-…'", trusted.map((hash) => `'${hash}'`).join(' ')).replace('nonce-…', NONCE);
  const importMap = map === undefined ? '' : `<script type="importmap">${map}</script>`;
  const tags = scripts.map((script) => `<script ${script} ${on(script, bodyOf(server, script))}></script>`);
  server.pages.set('/strict.html', {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><title>Strict</title><chat-adapter connect-to="local"></chat-adapter>${importMap}${tags.join('')}`,
    headers: { [name]: `${changed(policy)}; report-uri /csp-report`, ...headers },
  });
};

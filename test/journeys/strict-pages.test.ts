import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { startBrowser } from '../support/browser.js';
import { headerOf, serveStrictPages, sha384, type StrictPages } from './support/strict-pages.js';
import { wholeJourney } from './support/whole-journey.js';

const NONCE = 'nonce-b3duLW5vbmNl';

interface Variant {
  /** The example of the page on security. */
  readonly example: string;
  readonly scripts: readonly string[];
  /** What is written on the tag of a script. */
  readonly on?: (script: string, body: string | Uint8Array) => string;
  /** An import map with the hashes of the files that are fetched later. */
  readonly map?: string;
}

const module = (path: string): string => `type="module" src="${path}"`;

const hashes = JSON.parse(readFileSync(atTop('dist/cdn/integrity.json'), 'utf8')) as Readonly<Record<string, string>>;

/** The files for a CDN, by their addresses. */
const integrity = Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [`/${file}`, hash]));

const CDN = [module('/agent-chat-adapter.js'), module('/host.js')];

const variants: Readonly<Record<string, Variant>> = {
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
const watch = async (page: Page) => {
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

describe('a strict page', () => {
  let browser: Browser;
  let server: StrictPages;
  beforeAll(async () => {
    [browser, server] = await Promise.all([startBrowser(), serveStrictPages()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const bodyOf = (script: string): string | Uint8Array => {
    const path = /src="([^"]+)"/u.exec(script)?.[1] ?? '';
    return server.pages.get(path)?.body ?? readFileSync(atTop(`dist/cdn${path}`));
  };

  /** Puts a page there, with the policy of the example and more headers. */
  const put = (
    { example, scripts, on = () => '', map }: Variant,
    headers: Readonly<Record<string, string>> = {},
    changed = (policy: string): string => policy,
  ): void => {
    const [name, value] = headerOf(example);
    const trusted = [
      ...scripts.map((script) => sha384(bodyOf(script))),
      ...(map ? [sha384(map)] : []),
      ...Object.values(hashes),
    ];
    const policy = value.replace("'sha384-…'", trusted.map((hash) => `'${hash}'`).join(' ')).replace('nonce-…', NONCE);
    const importMap = map === undefined ? '' : `<script type="importmap">${map}</script>`;
    const tags = scripts.map((script) => `<script ${script} ${on(script, bodyOf(script))}></script>`);
    server.pages.set('/strict.html', {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Strict</title><chat-adapter connect-to="local"></chat-adapter>${importMap}${tags.join('')}`,
      headers: { [name]: `${changed(policy)}; report-uri /csp-report`, ...headers },
    });
  };

  const open = async (): Promise<
    { context: BrowserContext; agent: Page; customer: Page } & Awaited<ReturnType<typeof watch>>
  > => {
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    const customer = await context.newPage();
    await customer.goto(`${server.url}/customer.html?channel=web&name=Ana%20Silva`);
    const agent = await context.newPage();
    const watched = await watch(agent);
    await agent.goto(`${server.url}/strict.html`);
    return { context, agent, customer, ...watched };
  };

  it.each(Object.entries(variants))('is not violated, and asked for nothing of others: %s', async (_name, variant) => {
    put(variant);
    const { context, agent, customer, complaints, asked } = await open();
    // What a page complains of says why it did not go on.
    await wholeJourney(agent, customer).catch((error: unknown) => complaints.push(String(error)));
    await context.close();
    expect([...complaints, ...server.reports.splice(0)]).toEqual([]);
    const known = new Set([
      ...Object.keys(hashes),
      ...[...server.pages.keys()].map((path) => path.slice(1)),
      'themes/carbon-like.css',
    ]);
    expect(asked().filter((url) => !url.startsWith(`${server.url}/`))).toEqual([]);
    expect(asked().filter((url) => !known.has(new URL(url).pathname.slice(1)))).toEqual([]);
  });

  it('may deny every permission there is', async () => {
    const [name, value] = headerOf('permissions');
    const context = await browser.newContext();
    const probe = await context.newPage();
    await probe.goto(`${server.url}/customer.html`);
    const features = await probe.evaluate(() =>
      (document as unknown as { featurePolicy: { features(): string[] } }).featurePolicy.features(),
    );
    await context.close();
    const all = [...new Set([...value.split(', '), ...features.map((feature) => `${feature}=()`)])];
    put(variants['the module, from its own origin']!, { [name]: all.join(', ') });
    const opened = await open();
    await wholeJourney(opened.agent, opened.customer).catch((error: unknown) => opened.complaints.push(String(error)));
    await opened.context.close();
    expect(features.length).toBeGreaterThan(20);
    expect(opened.complaints.filter((text) => !text.includes('Permissions-Policy header'))).toEqual([]);
  });

  it.each([
    ['server', false],
    ['origin', true],
  ])('lets a connector reach its server only if it says so (%s)', async (example, isViolated) => {
    const address = `${server.url.replace('http', 'ws')}/chat`;
    server.pages.set('/connect.js', {
      type: 'text/javascript',
      body: `import { createWebSocketConnector } from '/websocket.js';
        document.querySelector('chat-adapter').connector =
          createWebSocketConnector({ url: ${JSON.stringify(address)}, getToken: () => 'token' });`,
    });
    put({ example, scripts: [module('/agent-chat-adapter.js'), module('/connect.js')] }, {}, (policy) =>
      policy.replace('wss://chat.example.com', server.url.replace('http', 'ws')),
    );
    const { context, agent, complaints } = await open();
    const failed = agent.waitForEvent('console', (message) => message.text().includes(address));
    await agent.reload();
    await failed;
    expect(complaints.some((text) => text.startsWith('violation: connect-src'))).toBe(isViolated);
    server.reports.length = 0;
    await context.close();
  });

  it('is told by its reports and its events what would violate it', async () => {
    put({ example: 'origin', scripts: [module('/own-lit.js'), ...CDN] });
    const { context, complaints } = await open();
    await expect.poll(() => server.reports.length).toBeGreaterThan(0);
    expect(complaints.join('\n')).toMatch(/violation: trusted-types/u);
    server.reports.length = 0;
    await context.close();
  });
});

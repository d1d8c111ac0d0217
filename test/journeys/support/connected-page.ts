import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from '../../support/browser.js';
import { serveStrictPages, type StrictPages } from './strict-pages.js';

/** A module that loads the adapter, and gives a test both connectors as globals. */
const CONNECTORS = `
  import '/agent-chat-adapter.js';
  import * as local from '/local.js';
  import * as websocket from '/websocket.js';
  Object.assign(window, { local, websocket, adapter: document.querySelector('chat-adapter') });
`;

/** What such a page has. */
export interface Connected {
  readonly adapter: import('../../../src/index.js').ChatAdapter;
  readonly local: typeof import('../../../src/connectors/local/index.js');
  readonly websocket: typeof import('../../../src/connectors/websocket/index.js');
}

export interface Served {
  readonly browser: Browser;
  readonly server: StrictPages;
}

/** A browser and a server of strict pages for the tests of a `describe`; there once they run. */
export const useStrictPages = (gatewayPort: () => number | undefined = () => undefined): Served => {
  const served = {} as { -readonly [Part in keyof Served]: Served[Part] };
  beforeAll(async () => {
    [served.browser, served.server] = await Promise.all([startBrowser(), serveStrictPages(gatewayPort)]);
  });
  afterAll(async () => {
    await served.browser.close();
    await served.server.close();
  });
  return served;
};

/** A new profile with an English page in it. */
export const newPage = async ({ browser }: Served): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(20_000);
  return { context, page: await context.newPage() };
};

/** Loads the page with a closed adapter and both connectors. No policy of the page's stands in the way of anything. */
export const loadConnected = async ({ server }: Served, page: Page): Promise<void> => {
  server.pages.set('/connected.html', {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><title>Host</title><chat-adapter></chat-adapter>
      <script type="module">${CONNECTORS}</script>`,
  });
  await page.goto(`${server.url}/connected.html`);
};

/** Lets the adapter of the page reach the server at `/chat`. */
export const connectBySocket = (page: Page, token: string): Promise<void> =>
  page.evaluate((given) => {
    const { adapter, websocket } = globalThis as typeof globalThis & Connected;
    adapter.connector = websocket.createWebSocketConnector({
      url: `${location.origin.replace('http', 'ws')}/chat`,
      getToken: () => given,
    });
  }, token);

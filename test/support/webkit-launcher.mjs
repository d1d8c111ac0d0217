import { startWebKit } from './webkit-driver.mjs';

/**
 * Runs widget tests in WebKitGTK. The runner's commands work its pages as they work Puppeteer's.
 * @returns {import('@web/test-runner').BrowserLauncher & {getPage(id: string): unknown}}
 */
export const webkitLauncher = () => {
  /** @type {ReturnType<typeof startWebKit> | undefined} */
  let browser;
  /** @type {import('./webkit-driver.mjs').WebKitPage[]} */
  const idle = [];
  /** @type {Map<string, import('./webkit-driver.mjs').WebKitPage>} */
  const active = new Map();
  const pageOf = (/** @type {string} */ id) => {
    const page = active.get(id);
    if (page === undefined) throw new Error(`WebKit has no page for ${id}.`);
    return page;
  };

  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1,
    getPage: pageOf,
    async startSession(id, url) {
      browser ??= startWebKit();
      const page = idle.pop() ?? (await (await browser).newPage());
      active.set(id, page);
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => pageOf(id).url(),
    async stopSession(id) {
      const page = pageOf(id);
      await page.mouse.reset();
      await page.goto('about:blank');
      active.delete(id);
      idle.push(page);
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKit has no debug session here.');
    },
    stop: async () => (await browser)?.close(),
  };
};

// A page of a real browser that shows the sheets, with nothing that moves.
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { PNG } from 'pngjs';
import { atTop } from '../support/at-top.mjs';

const ORIGIN = 'http://look.test';

/**
 * What stands around the tags: room, and the ground of the page. Whatever else the page says, this stays: what is
 * important in a layer is stronger than what is important outside of one.
 */
const SCAFFOLD = `
  :root { color-scheme: light dark; }
  head { display: none; }
  body { display: block; margin: 0; background: Canvas; }
  main { display: block; padding: 16px; }
  .look-row { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 0 16px; }
  .look-whole { display: block; block-size: 640px; }
  chat-pane { inline-size: 400px; block-size: 560px; }
  wrap-up-form { inline-size: 400px; }
  chat-list { block-size: 420px; }
  chat-list[orientation='horizontal'] { block-size: auto; inline-size: 420px; }
  chat-transcript { block-size: 560px; }
`.replaceAll(';', ' !important;');

/** The page, with styles of its own. */
export const pageWith = (styles: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Look</title><style>@layer scaffold {${SCAFFOLD}}</style><style>${styles}</style></head><body><main></main><script type="module" src="/look.js"></script></body></html>`;

/** The script of the page. */
export const bundleLook = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [atTop('test/look/page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: atTop('tsconfig.json'),
    conditions: ['production'],
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
};

export interface LookOptions {
  readonly script: string;
  /** Default: a page that says nothing about the tags. */
  readonly page?: string;
  readonly context?: BrowserContextOptions;
}

/** Opens the page; whoever opens it closes its context. */
export const openLook = async (
  browser: Browser,
  { script, page: html = pageWith(''), context }: LookOptions,
): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context })).newPage();
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/look.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    return pathname === '/' ? route.fulfill({ contentType: 'text/html', body: html }) : route.fulfill({ status: 404 });
  });
  await page.clock.setFixedTime(Date.UTC(2026, 2, 2, 14, 2));
  await page.goto(ORIGIN);
  await page.waitForFunction(() => 'showSheet' in window);
  return page;
};

/** Shows a sheet, from the beginning. */
export const showSheet = async (page: Page, name: string): Promise<void> => {
  await page.reload();
  await page.waitForFunction(() => 'showSheet' in window);
  await page.evaluate((sheet) => window.showSheet(sheet), name);
};

/** What is seen, once two looks in a row are the same: a conversation is painted after what stands around it. */
export const steadyShot = async (page: Page): Promise<PNG> => {
  let last = await page.screenshot({ animations: 'disabled' });
  for (let looks = 0; looks < 20; looks += 1) {
    const now = await page.screenshot({ animations: 'disabled' });
    if (now.equals(last)) return PNG.sync.read(now);
    last = now;
  }
  throw new Error('The page does not come to rest.');
};

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import type { Figures } from '../../stories/state-sheet/contrast.js';
import { NOW } from '../../stories/support/samples.js';
import { atTop } from '../support/at-top.mjs';
import { declaredStates } from './declared-states.js';
import type { PaintedCell, SheetPage } from './page.js';
import { pasted, readPng, type Picture } from './picture.js';

declare const sheetPage: SheetPage;

/** Nobody answers at this address: every file comes from memory. */
const ADDRESS = 'http://sheet.test/';

/** Wide enough for two of the widest rooms side by side. */
const SIZE = { width: 1640, height: 800 };

const bundle = async (): Promise<ReadonlyMap<string, Buffer>> => {
  const { outputFiles } = await build({
    entryPoints: [atTop('test/visual/page.ts')],
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['es2015', 'production'],
    write: false,
    logLevel: 'warning',
    tsconfig: atTop('tsconfig.json'),
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)]));
};

/** The picture of a tag in a mode, and where its states stand in it. */
export interface Taken {
  readonly picture: Picture;
  readonly cells: readonly PaintedCell[];
  /** Those of {@link declaredStates} that are to be seen in it. */
  readonly seen: readonly string[];
}

/** Pages of the pinned browser that show the state sheet. */
export interface SheetPages {
  take(tag: string, mode: string): Promise<Taken>;
}

const screenshotOf = async (page: Page, fullPage: boolean): Promise<Picture> => {
  // A caret blinks, and where colours are forced no style hides it.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  return readPng(await page.screenshot({ fullPage, scale: 'css' }));
};

/** A dialog, or what has the focus, is photographed in a page that it has for itself. */
const takeAlone = async (
  page: Page,
  tag: string,
  mode: string,
  seen: string[],
): Promise<ReadonlyMap<string, { readonly picture: Picture; readonly figures: Figures }>> => {
  const alone = new Map<string, { picture: Picture; figures: Figures }>();
  const states = await page.evaluate(([one, how]) => sheetPage.aloneStatesOf(one, how), [tag, mode] as const);
  for (const { name, width, height } of states) {
    await page.setViewportSize({ width, height });
    await page.goto(ADDRESS);
    const asked = [tag, mode, name] as const;
    const figures = await page.evaluate(([one, how, state]) => sheetPage.showAlone(one, how, state), asked);
    seen.push(...(await page.evaluate((all) => sheetPage.seen(all), declaredStates)));
    alone.set(name, { picture: await screenshotOf(page, false), figures });
  }
  return alone;
};

const takeAll = async (page: Page, tag: string, mode: string): Promise<Taken> => {
  await page.emulateMedia({ forcedColors: mode === 'forced-colours' ? 'active' : 'none' });
  const seen: string[] = [];
  const alone = await takeAlone(page, tag, mode, seen);
  await page.setViewportSize(SIZE);
  await page.goto(ADDRESS);
  const figures = Object.fromEntries([...alone].map(([name, one]) => [name, one.figures]));
  const cells = await page.evaluate(([one, how, known]) => sheetPage.show(one, how, known), [
    tag,
    mode,
    figures,
  ] as const);
  seen.push(...(await page.evaluate((all) => sheetPage.seen(all), declaredStates)));
  let picture = await screenshotOf(page, true);
  for (const { name, x, y } of cells) {
    const own = alone.get(name)?.picture;
    if (own) picture = pasted(picture, own, x, y);
  }
  return { picture, cells, seen };
};

/** Opens so many pages; what they are asked for waits until one of them is free. */
export const openSheetPages = async (browser: Browser, count: number): Promise<SheetPages> => {
  const files = await bundle();
  const shell = readFileSync(atTop('test/visual/shell.html'));
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: SIZE, locale: 'en-US', timezoneId: 'UTC' });
    await context.clock.setFixedTime(NOW);
    const page = await context.newPage();
    await page.route(`${ADDRESS}**`, (route) => {
      const file = files.get(new URL(route.request().url()).pathname);
      return route.fulfill(
        file ? { body: file, contentType: 'text/javascript' } : { body: shell, contentType: 'text/html' },
      );
    });
    await page.goto(ADDRESS);
    return page;
  };
  const free: Page[] = await Promise.all(Array.from({ length: count }, open));
  const waiting: ((page: Page) => void)[] = [];
  const withPage = async <T>(use: (page: Page) => Promise<T>): Promise<T> => {
    const page = free.pop() ?? (await new Promise<Page>((resolve) => waiting.push(resolve)));
    try {
      return await use(page);
    } finally {
      const next = waiting.shift();
      if (next) next(page);
      else free.push(page);
    }
  };
  return {
    take: (tag, mode) => withPage((page) => takeAll(page, tag, mode)),
  };
};

import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import { entriesOf, inTurn, visit, type Entry } from './entries.js';
import { openWatched } from './watched-page.js';

const home = inject('storybookUrl');

/** How many pages load at a time: each keeps a core busy. */
const LANES = 3;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it('loads every story and every page of documentation without an error, and asks nobody else for anything', async () => {
  const entries = inTurn(await entriesOf(home));
  const troubled: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const { page, takeTroubles } = await openWatched(context, home);
    for (let entry: Entry | undefined = entries[next++]; entry; entry = entries[next++]) {
      const wrong = await visit(page, home, entry).catch(String);
      const troubles = [...(wrong === undefined ? [] : [wrong]), ...takeTroubles()];
      troubled.push(...troubles.map((trouble) => `${entry?.id ?? ''}: ${trouble}`));
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(entries.length).toBeGreaterThan(0);
  expect(troubled).toEqual([]);
});

it('opens as a whole, with its menu and toolbar, below any folder', async () => {
  const context = await browser.newContext();
  const { page, takeTroubles } = await openWatched(context, home);
  await page.goto(home);
  await page.frameLocator('#storybook-preview-iframe').getByRole('heading', { name: 'Agent chat adapter' }).waitFor();
  await page.getByRole('button', { name: 'Theme No theme' }).waitFor();
  expect(takeTroubles()).toEqual([]);
  await context.close();
});

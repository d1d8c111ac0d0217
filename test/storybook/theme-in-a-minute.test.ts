import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import { openWatched } from './watched-page.js';

const home = inject('storybookUrl');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it('leads a designer from the introduction to a theme in a file, by the steps that are written there', async () => {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1400, height: 900 } });
  const { page, takeTroubles } = await openWatched(context, home);
  const inside = page.frameLocator('#storybook-preview-iframe');
  await page.goto(home);

  await inside.getByRole('link', { name: 'Theme in a minute' }).click();
  await inside.getByRole('link', { name: 'theme builder' }).first().click();
  await inside.getByLabel('Start from').selectOption('carbon-like');
  for (const [scheme, color] of [
    ['light', '#7a1fa2'],
    ['dark', '#e3b5f5'],
  ] as const) {
    await inside.getByLabel(`--chat-color-accent ${scheme}`, { exact: true }).fill(color);
    await inside.getByLabel(`--chat-color-accent ${scheme}`, { exact: true }).press('Enter');
  }
  await inside.getByRole('heading', { name: 'Contrast: good in light and dark' }).waitFor();
  const downloading = page.waitForEvent('download');
  await inside.getByRole('button', { name: 'Download theme.css' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('theme.css');
  const css = await readFile(await download.path(), 'utf8');
  expect(css).toContain('--chat-color-accent: light-dark(#7a1fa2, #e3b5f5);');
  expect(css).toContain('--chat-radius: 0;');

  // What a page gets that loads the file.
  await page.goto(`${home}iframe.html?id=tags-chat-launcher--waiting&viewMode=story`);
  await page.addStyleTag({ content: css });
  const launcher = page.locator('chat-launcher').getByRole('button');
  await expect
    .poll(() => launcher.evaluate((button) => getComputedStyle(button).backgroundColor))
    .toBe('rgb(122, 31, 162)');
  expect(takeTroubles()).toEqual([]);
  await context.close();
});

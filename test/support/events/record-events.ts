import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright';
import { contract } from './contract.js';
import { recordInPage, TELL, type FiredEvent } from './record-in-page.js';

/**
 * Makes a browser write down, in `folder`, every event that our tags dispatch in any of its pages, from the first script
 * on. Each process has a file of its own there.
 */
export const recordEvents = (browser: Browser, folder: string): Browser => {
  const file = join(folder, `${process.pid}.jsonl`);
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options): Promise<BrowserContext> => {
    const context = await newContext(options);
    await context.exposeBinding(TELL, (_source, fired: FiredEvent) =>
      appendFileSync(file, `${JSON.stringify(fired)}\n`),
    );
    await context.addInitScript(recordInPage, { tags: contract.tags, tell: TELL });
    return context;
  };
  return browser;
};

import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { demoUrl, startBrowser } from '../../support/browser.js';

/** One browser whose pages share their storage: agents' and end users' pages are its tabs. */
export interface Shift {
  readonly context: BrowserContext;
  /** A new tab with the host page; `query` sets the demo's settings, such as `locale=fr`. */
  agent(query?: string): Promise<Page>;
  /** A new tab with an end user's phone. */
  customer(who?: Partial<Record<'channel' | 'name' | 'phone' | 'queue' | 'connector', string>>): Promise<Page>;
  /** What the pages complained of: errors, and violations of their content security policy. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Starts a browser with a fresh profile. `at`: where the pages are; `keepsPages`: as `startBrowser`. */
export const startShift = async (
  viewport = { width: 1280, height: 900 },
  at = demoUrl(),
  keepsPages = false,
): Promise<Shift> => {
  const browser: Browser = await startBrowser(keepsPages);
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Paris' });
  const complaints: string[] = [];
  context.setDefaultTimeout(10_000);
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${at}${path}`);
    return page;
  };
  return {
    context,
    complaints,
    agent: (query = '') => open(`/?${query}`),
    customer: (who = { channel: 'web', name: 'Ana Silva' }) =>
      open(`/customer.html?${new URLSearchParams(who).toString()}`),
    close: () => browser.close(),
  };
};

/** Writes messages on an end user's phone, one after the other. */
export const write = async (customer: Page, ...texts: readonly string[]): Promise<void> => {
  const field = customer.getByRole('textbox', { name: 'Message' });
  for (const text of texts) {
    await field.fill(text);
    await field.press('Enter');
    await customer.getByRole('listitem').filter({ hasText: text }).first().waitFor();
  }
};

/** The adapter of a host page. */
export const adapterOf = (page: Page): Locator => page.locator('chat-adapter');

/** Opens the adapter. */
export const openAdapter = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Open chat adapter|Ouvrir)/ }).click();
};

/** Waits until `read` gives `wanted`; says what it gave last if it never does. */
export const eventually = async <T>(read: () => T | Promise<T>, wanted: T, within = 5000): Promise<void> => {
  await expect.poll(read, { timeout: within, interval: 25 }).toEqual(wanted);
};

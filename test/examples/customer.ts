import type { BrowserContext, Page } from 'playwright';
import type { createLocalEndUser, LocalEndUser } from '../../src/connectors/local/index.js';

export const PHONE = '+351210000000';

/** Somebody who writes by SMS. */
export interface Customer {
  write(text: string): Promise<void>;
  /** Resolves once their phone shows these messages and no others. */
  sees(texts: readonly string[]): Promise<void>;
}

interface CustomersWindow {
  customer: LocalEndUser;
}

/** Opens a customer's page beside an app that is served by `serveApp`. */
export const openCustomer = async (context: BrowserContext, url: string): Promise<Customer> => {
  const page: Page = await context.newPage();
  await page.goto(`${url}/~customer/`);
  await page.evaluate(async (phone) => {
    // Not a literal: the test is bundled, and this is the address of a file in the page.
    const address = '/~customer/local.js';
    const local = (await import(address)) as { createLocalEndUser: typeof createLocalEndUser };
    const customer = local.createLocalEndUser({ channel: 'sms', phone });
    Object.assign(window, { customer });
    await customer.ready;
  }, PHONE);
  return {
    async write(text) {
      await page.evaluate((words) => (window as unknown as CustomersWindow).customer.send(words), text);
    },
    async sees(texts) {
      const there = (wanted: string): boolean =>
        JSON.stringify((window as unknown as CustomersWindow).customer.value.messages.map(({ text }) => text)) ===
        wanted;
      await page.waitForFunction(there, JSON.stringify(texts));
    },
  };
};

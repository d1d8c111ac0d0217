import type { BrowserContext, Page } from 'playwright';
import { expect as expectOf } from 'playwright/test';
import { openCustomer, PHONE } from './customer.js';

/** Installing beside it keeps a machine busy: what comes late is no fault. */
const expect = expectOf.configure({ timeout: 30_000 });

/** What each app lists of what it was told, in this order; an app may list more. */
const TOLD = ['chat-requested sms', `chat-accepted ${PHONE}`, 'chat-ended agent', 'wrap-up-done Sent again.'];

/** Opens an app's page; what goes wrong in it is added to `complaints`. */
export const openApp = async (context: BrowserContext, url: string, complaints: string[]): Promise<Page> => {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(url);
  return page;
};

/** An agent's whole way through one chat in an app: see examples/README.md for what each app shows. */
export const walkThrough = async (context: BrowserContext, url: string): Promise<void> => {
  const complaints: string[] = [];
  const page = await openApp(context, url, complaints);
  const adapter = page.locator('chat-adapter');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const field = page.getByRole('textbox', { name: 'Message…' });

  const customer = await openCustomer(context, url);
  await customer.write('Where is my order?');
  await expect(page.locator('output#waiting')).toHaveText('1 waiting');
  await button('Open chat adapter').click();
  await button('New chat, 1 message, SMS').click();
  // The page's own heading, not the conversation's.
  await expect(page.locator('css:light=:is(h1, h2, h3)').filter({ hasText: PHONE })).toBeVisible();
  await expect(page.locator('output#waiting')).toHaveText('0 waiting');
  // Only a policy with a target has a timer.
  await expect(button(new RegExp(`^\\${PHONE}, SMS, on time`))).toBeVisible();

  await field.fill('It comes tomorrow.');
  await field.press('Enter');
  await customer.sees(['Where is my order?', 'It comes tomorrow.']);

  await field.fill('What is your password?');
  await field.press('Enter');
  await expect(adapter.getByText('Never ask for a password.', { exact: true })).toBeVisible();
  await expect(field).toHaveValue('What is your password?');

  await field.fill('Shall I send it again?');
  await button('Hide chat').click();
  await expect(adapter).toHaveCount(0);
  await button('Show chat').click();
  // The page may have kept the adapter's state, or not: then it is closed again.
  const opens = button('Open chat adapter');
  await expect(opens.or(field)).toBeVisible();
  if (await opens.isVisible()) await opens.click();
  await expect(field).toHaveValue('Shall I send it again?');
  await field.press('Enter');
  await customer.sees(['Where is my order?', 'It comes tomorrow.', 'Shall I send it again?']);

  await button('End chat').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('Sent again.');
  await button('Submit').click();
  await button('Done').click();
  const told = page
    .locator('ol#told > li')
    .filter({ hasText: new RegExp(`^(?:${TOLD.map((line) => line.split(' ')[0]).join('|')})`) });
  await expect(told).toHaveText(TOLD);
  expect(complaints).toEqual([]);
};

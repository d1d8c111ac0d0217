import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startNetwork, type Network } from './support/network.js';
import { adapterOf, eventually, openAdapter, write } from './support/shift.js';

/** A tab takes over what another one left after ten seconds without a word of it. */
const TAKEN_OVER_WITHIN = 30_000;

describe('one agent in two tabs', () => {
  let network: Network;
  const pages: Page[] = [];
  beforeAll(async () => void (network = await startNetwork()));
  afterEach(async () => {
    await network.context.setOffline(false);
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => network.close());

  const customerNamed = async (name: string): Promise<Page> => {
    const customer = await network.customer({ connector: 'websocket', channel: 'web', name });
    pages.push(customer);
    await write(customer, `This is ${name}.`);
    return customer;
  };

  const partsOf = (page: Page) => {
    const adapter = adapterOf(page);
    return {
      page,
      adapter,
      field: adapter.getByRole('textbox', { name: 'Message…' }),
      log: adapter.getByRole('log'),
      indicator: (name: string): Locator => adapter.getByRole('button', { name: new RegExp(`^${name}, web`) }),
    };
  };

  /** An agent who has answered these customers, and opened the page a second time. */
  const twoTabs = async (...names: readonly string[]) => {
    const customers: Page[] = [];
    for (const name of names) customers.push(await customerNamed(name));
    const page = await network.agent(`connector=websocket&agent=${encodeURIComponent(names.join())}`);
    await openAdapter(page);
    const one = partsOf(page);
    for (const name of names) {
      await one.adapter
        .getByRole('button', { name: /^New chat/ })
        .first()
        .click();
      await one.indicator(name).waitFor();
    }
    const opened = page.waitForEvent('popup');
    // As "Duplicate" in a browser's menu: the tab knows who sits at it.
    await page.evaluate(() => void window.open(location.href));
    const other = partsOf(await opened);
    await openAdapter(other.page);
    await other.indicator(names.at(-1) ?? '').click();
    pages.push(page, other.page);
    return { one, other, customers };
  };

  /** From now on nothing that this tab sends arrives, and the browser does not know. */
  const muteTab = (page: Page): Promise<void> =>
    page.evaluate(() => {
      WebSocket.prototype.send = () => undefined;
    });

  it('is told of the same unread messages in both, and what is read in one is read in the other', async () => {
    const { one, other, customers } = await twoTabs('Ana Silva', 'Ben Okafor');
    for (const { indicator } of [one, other]) await indicator('Ana Silva').click();
    await write(customers[1]!, 'Are you there?');
    const unread = ({ adapter }: typeof one) =>
      adapter.getByRole('button', { name: /^Ben Okafor, web, 1 unread/ }).count();
    await eventually(() => unread(one), 1);
    await eventually(() => unread(other), 1);
    await one.indicator('Ben Okafor').click();
    await eventually(() => unread(one), 0);
    await eventually(() => unread(other), 0);
  });

  it('goes on in one tab with what was begun in the other', async () => {
    const { one, other } = await twoTabs('Chloé Martin');
    // A field that is being typed in is left alone; two tabs of a browser are not both typed in, as they are here.
    await other.field.blur();
    await one.field.pressSequentially('Your order left');
    await eventually(() => other.field.inputValue(), 'Your order left');
    await one.field.blur();
    await other.field.press('End');
    await other.field.pressSequentially(' today.');
    await other.field.press('Enter');
    await other.log.getByText('Your order left today.').waitFor();
    await eventually(() => one.field.inputValue(), '');
    await one.log.getByText('Your order left today.').waitFor();
  });

  it('has what a tab without a network sent brought out by the other, once, and both say so', async () => {
    const { one, other, customers } = await twoTabs('Dara Kim');
    await muteTab(one.page);
    await one.field.fill('It left today.');
    await one.field.press('Enter');
    for (const { log } of [one, other]) await log.getByText('It left today.').waitFor();
    await customers[0]!.locator('#messages li').getByText('It left today.').waitFor({ timeout: TAKEN_OVER_WITHIN });
    for (const { adapter } of [one, other]) await eventually(() => adapter.locator('.delivery.sent').count(), 1);
    expect(await customers[0]!.getByText('It left today.').count()).toBe(1);
  });

  it('is asked about a message that its chat’s end overtook, with the words to copy', async () => {
    const { one, other, customers } = await twoTabs('Eli Novak');
    await muteTab(one.page);
    await one.field.fill('The parcel is at your neighbour’s.');
    await one.field.press('Enter');
    await one.log.getByText('The parcel is at').waitFor();
    await one.page.close();
    await other.adapter.getByRole('button', { name: 'End chat', exact: true }).click();
    await other.adapter.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    const left = other.adapter.getByRole('textbox', { name: 'Message to Eli Novak that was not sent' });
    await left.waitFor({ timeout: TAKEN_OVER_WITHIN });
    expect(await left.inputValue()).toBe('The parcel is at your neighbour’s.');
    await other.adapter.getByText('The chat with Eli Novak is over. This was not sent:').waitFor();
    await other.adapter.getByRole('button', { name: 'Discard' }).click();
    await eventually(() => left.count(), 0);
    expect(await customers[0]!.getByText('The parcel is at').count()).toBe(0);
  });

  it('is told the truth about the connection: none, coming back, there again', async () => {
    const { one, other } = await twoTabs('Fay Osei');
    const says = async (words: string): Promise<void> => {
      for (const { adapter } of [one, other])
        await adapter.locator('[part~="notices"]').getByText(words).waitFor({ timeout: 20_000 });
    };
    await network.context.setOffline(true);
    await says('No connection. What you send waits until it is back.');
    await one.field.fill('I look into it.');
    await one.field.press('Enter');
    await says('1 message waits to be sent.');
    await network.kill();
    await network.context.setOffline(false);
    await says('Connecting…');
    await network.start();
    await says('Connected again.');
    for (const { adapter } of [one, other])
      await eventually(() => adapter.locator('.delivery.sent').count(), 1, TAKEN_OVER_WITHIN);
  });
});

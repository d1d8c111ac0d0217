import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { startNetwork } from './support/network.js';
import { adapterOf, eventually, openAdapter, startShift, write, type Shift } from './support/shift.js';

/** A page in the browser's memory stands still, but time does not: the clock is this much later when it comes back. */
const AWAY = 65_000;

declare global {
  interface Window {
    cameBack: boolean;
  }
}

const goOnWhileAway = (away: number): void => {
  const { now } = Date;
  let gone = 0;
  Date.now = () => now() + gone;
  addEventListener('pagehide', () => (gone = away));
  addEventListener('pageshow', ({ persisted }) => (window.cameBack = persisted));
};

/** The demo's server says that nothing may be stored, and then browsers keep no page either: here it does not say so. */
const mayBeKept = async ({ context }: Shift): Promise<void> => {
  // A page that is answered here is not of this machine to the browser.
  await context.grantPermissions(['local-network-access']);
  await context.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const { 'cache-control': _never, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    },
  );
};

/** How far what the timer shows, in seconds, is from what has gone by. */
const wrongBy = (timer: Locator): Promise<number> =>
  timer.evaluate((element) => {
    const { since, shadowRoot } = element as HTMLElement & { since: number };
    const shown = shadowRoot?.querySelector('[role=timer]')?.textContent ?? '';
    const [seconds = NaN, minutes = 0] = (/\d+(?::\d+)*/.exec(shown)?.[0] ?? '').split(':').map(Number).reverse();
    return Math.abs(minutes * 60 + seconds - Math.floor((Date.now() - since) / 1000));
  });

/** The agent is in the middle of a sentence when the page is left; the customer writes meanwhile; then the agent comes back. */
const leaveAndComeBack = async (shift: Shift, agent: Page, customer: Page): Promise<void> => {
  const adapter = adapterOf(agent);
  const field = adapter.getByRole('textbox', { name: 'Message…' });
  await write(customer, 'Hello?');
  await agent.bringToFront();
  await openAdapter(agent);
  await adapter
    .getByRole('button', { name: /^New chat/ })
    .first()
    .click();
  await field.fill('Good morning.');
  await field.press('Enter');
  await customer.getByText('Good morning.').waitFor();
  await write(customer, 'My order is late.');
  await agent.bringToFront();
  await adapter.getByRole('log').getByText('My order is late.').waitFor();
  await field.fill('Half a sentence');
  await agent.goto(new URL('/icon.svg', agent.url()).href);
  await write(customer, 'Are you there?', 'It is urgent.');
  await agent.bringToFront();
  await agent.goBack({ waitUntil: 'commit' });
  await eventually(() => agent.evaluate(() => window.cameBack), true);

  const written = ['Hello?', 'Good morning.', 'My order is late.', 'Are you there?', 'It is urgent.'];
  const timesIn = async (list: Locator, texts: readonly string[]): Promise<readonly number[]> => {
    const all = await list.getByRole('listitem').allInnerTexts();
    return texts.map((text) => all.filter((one) => one.includes(text)).length);
  };
  const once = (texts: readonly string[]): readonly number[] => texts.map(() => 1);
  await eventually(async () => (await wrongBy(adapter.locator('chat-pane response-timer'))) <= 1, true);
  await eventually(() => timesIn(adapter.getByRole('log'), written), once(written));
  expect(await field.inputValue()).toBe('Half a sentence');
  await field.press('Enter');
  await customer.getByText('Half a sentence').waitFor();
  const all = [...written, 'Half a sentence'];
  await eventually(() => timesIn(adapter.getByRole('log'), all), once(all));
  expect(await timesIn(customer.locator('#messages'), all)).toEqual(once(all));
  // That its socket was closed is the browser's own remark.
  expect(shift.complaints.filter((text) => !text.includes('Back-Forward Cache'))).toEqual([]);
};

describe('a page that comes back from the browser’s memory goes on as it was: draft, timer, each message once', () => {
  it('with the local contact centre', async () => {
    const shift = await startShift(undefined, undefined, true);
    await mayBeKept(shift);
    await shift.context.addInitScript(goOnWhileAway, AWAY);
    await leaveAndComeBack(shift, await shift.agent(), await shift.customer());
    await shift.close();
  });

  it('over a network', async () => {
    const network = await startNetwork();
    // The same gateway, seen from a browser that keeps pages.
    const { origin } = new URL((await network.agent()).url());
    const shift = await startShift(undefined, origin, true);
    await mayBeKept(shift);
    await shift.context.addInitScript(goOnWhileAway, AWAY);
    const agent = await shift.agent('connector=websocket&agent=back');
    await leaveAndComeBack(shift, agent, await shift.customer({ connector: 'websocket', name: 'Ana Silva' }));
    await shift.close();
    await network.close();
  }, 120_000);
});

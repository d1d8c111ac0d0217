import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUrl } from '../support/browser.js';
import { openPage, plainPage, servesAChat } from './support/any-page.js';
import { smallBackEnd } from './support/small-back-end.js';
import { eventually, startShift, write, type Shift } from './support/shift.js';

describe('an adapter in a frame', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  it('of the same origin, by srcdoc, serves a chat', async () => {
    const inner = plainPage(
      `<script type="module" src="agent-chat-adapter.js"></script><chat-adapter connect-to="local" layout="inline" style="block-size: 560px"></chat-adapter>`,
    );
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        `<iframe title="Chats" style="inline-size: 100%; block-size: 640px" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`,
      ),
    });
    const customer = await shift.customer();
    await write(customer, 'Hello?');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    await frame.getByRole('textbox', { name: 'Message…' }).fill('Good morning.');
    await page.keyboard.press('Enter');
    await customer.getByText('Good morning.').waitFor();
    expect(errors).toEqual([]);
  });

  /** A frame without an origin: no storage, no database, no locks. */
  const sandboxed = (connector: string, script: string): string => {
    const at = demoUrl();
    const inner = plainPage(
      `<script type="module">${script}</script>
       <script type="module" src="${at}/agent-chat-adapter.js"></script>
       <chat-adapter connect-to="${connector}" layout="inline" style="block-size: 560px"></chat-adapter>`,
    );
    return plainPage(
      `<iframe title="Chats" sandbox="allow-scripts" style="inline-size: 100%; block-size: 640px" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`,
    );
  };

  /** What a CDN says: scripts for pages of any origin. */
  const openToAll = (): Promise<void> =>
    shift.context.route(/\.js(\?.*)?$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        headers: { ...answer.headers(), 'access-control-allow-origin': '*' },
      });
    });

  it('that is sandboxed works with a back end of the page’s own: drafts are kept for as long as it lives', async () => {
    await openToAll();
    const { page, errors, warnings } = await openPage(shift, { html: sandboxed('small', smallBackEnd(`${demoUrl()}/agent-chat-adapter.js`)) });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    const field = frame.getByRole('textbox', { name: 'Message…' });
    await field.fill('Good morning.');
    await field.press('Enter');
    await frame.getByRole('log').getByText('Good morning.').waitFor();
    await field.fill('Half a sentence');
    await frame.locator('chat-adapter').evaluate(async (adapter) => {
      const place = adapter.parentElement as Element;
      adapter.remove();
      place.append(adapter);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await eventually(() => field.inputValue(), 'Half a sentence');
    expect([errors, warnings]).toEqual([[], []]);
  });

  it('that is sandboxed cannot have the local contact centre, and says so: no error, one event', async () => {
    await openToAll();
    const heard = `addEventListener('chat-error', ({ detail }) => console.log('heard', detail.code));`;
    const { page, errors } = await openPage(shift, { html: sandboxed('local', heard) });
    const frame = page.frameLocator('iframe');
    await frame.getByText(/The local contact centre cannot be used|offline|connection/i).first().waitFor();
    expect(errors).toEqual([]);
  });
});

describe('a page that comes back from the browser’s memory', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  it('has its draft and serves the chat on', async () => {
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        `<script type="module" src="agent-chat-adapter.js"></script><chat-adapter connect-to="local"></chat-adapter>`,
      ),
    });
    const customer = await shift.customer();
    await write(customer, 'Hello?');
    await page.getByRole('button', { name: 'Open chat adapter' }).click();
    await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    const field = page.getByRole('textbox', { name: 'Message…' });
    await field.fill('Half a sentence');
    await page.goto(`${demoUrl()}/icon.svg`);
    await page.goBack();
    const closed = page.getByRole('button', { name: 'Open chat adapter' });
    if (await closed.isVisible()) await closed.click();
    await eventually(() => field.inputValue(), 'Half a sentence');
    await field.press('Enter');
    await customer.getByText('Half a sentence').waitFor();
    expect(errors).toEqual([]);
    await customer.close();
    await servesAChat(shift, page, 'Bo Lund');
  });
});

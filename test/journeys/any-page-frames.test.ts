import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../demo/serve.mjs';
import { openPage, plainPage } from './support/any-page.js';
import { smallBackEnd } from './support/small-back-end.js';
import { eventually, startShift, write, type Shift } from './support/shift.js';

describe('an adapter in a frame', () => {
  let shift: Shift;
  /** As from a CDN: scripts for pages of any origin. */
  let cdn: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => void (cdn = await serve({ headers: { 'Access-Control-Allow-Origin': '*' } })));
  afterAll(() => cdn.close());
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
    const at = cdn.url;
    const inner = plainPage(
      `<script type="module">${script}</script>
       <script type="module" src="${at}/agent-chat-adapter.js"></script>
       <chat-adapter connect-to="${connector}" layout="inline" style="block-size: 560px"></chat-adapter>`,
    );
    return plainPage(
      `<iframe title="Chats" sandbox="allow-scripts" style="inline-size: 100%; block-size: 640px" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`,
    );
  };

  /** A sandboxed frame with a back end of the page's own, whose chat is answered. */
  const answeredInSandbox = async () => {
    await shift.context.grantPermissions(['local-network-access']);
    const opened = await openPage(shift, {
      html: sandboxed('small', smallBackEnd(`${cdn.url}/agent-chat-adapter.js`)),
    });
    const frame = opened.page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    return { ...opened, frame };
  };

  it('that is sandboxed works with a back end of the page’s own: drafts are kept for as long as it lives', async () => {
    const { errors, warnings, frame } = await answeredInSandbox();
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

  it('that is sandboxed cannot have the local contact centre: it is offline and says why, once in the console too, and nothing throws', async () => {
    await shift.context.grantPermissions(['local-network-access']);
    const { page, errors, warnings } = await openPage(shift, { html: sandboxed('local', '') });
    const frame = page.frameLocator('iframe');
    await frame
      .getByText(/The local contact centre cannot be used: .*allow site data/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      expect.stringMatching(/agent-chat-adapter: the connector local\/default is offline\. .*allow site data/u),
    ]);
  });

  it('of the same origin prints the whole conversation, and nothing else changes', async () => {
    const texts = Array.from({ length: 120 }, (_, at) => `Message number ${at + 1}.`);
    const inner = plainPage(
      `<script type="module">${smallBackEnd('./agent-chat-adapter.js', texts)}</script>
       <chat-adapter connect-to="small" layout="inline" style="block-size: 560px"></chat-adapter>`,
    );
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        `<iframe title="Chats" style="inline-size: 100%; block-size: 640px" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`,
      ),
    });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'New chat, 120 messages, web' }).click();
    const field = frame.getByRole('textbox', { name: 'Message…' });
    await field.fill('Half a sentence');
    // The browser's own dialog would stay; what is asked to be printed is looked at as it is on paper.
    await shift.context.addInitScript(() => {
      window.print = () => void (document.documentElement.dataset['asked'] = 'true');
    });
    await frame.getByRole('button', { name: 'More' }).click();
    await frame.getByRole('menuitem', { name: 'Print…' }).click();
    const paper = frame.frameLocator('iframe.paper');
    await paper.locator('html[data-asked]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const printed = await paper
      .locator('.text')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
    expect(printed).toEqual(texts);
    await page.emulateMedia({ media: null });
    await paper.locator('html').evaluate(() => void setTimeout(() => dispatchEvent(new Event('afterprint'))));
    await frame.locator('iframe.paper').waitFor({ state: 'detached' });
    expect([await field.inputValue(), errors]).toEqual(['Half a sentence', []]);
  });

  it('that is sandboxed cannot print, and says so', async () => {
    const { errors, warnings, frame } = await answeredInSandbox();
    await frame.getByRole('button', { name: 'More' }).click();
    await frame.getByRole('menuitem', { name: 'Print…' }).click();
    await frame.getByText('The conversation could not be printed.').waitFor();
    expect(await frame.locator('iframe').count()).toBe(0);
    expect([errors, warnings]).toEqual([[], []]);
  });
});

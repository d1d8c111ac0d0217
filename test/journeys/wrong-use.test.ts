import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUrl } from '../support/browser.js';
import { eventually, startShift, write, type Shift } from './support/shift.js';

describe('wrong use gives one clear warning that names the fix, and the rest works', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  /** Opens a page with `body` beside the library, and collects what it warns of. */
  const open = async (body: string): Promise<{ page: Page; warnings: string[] }> => {
    const page = await shift.context.newPage();
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    page.on('pageerror', (error) => shift.complaints.push(String(error)));
    await page.route('**/wrong.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Wrong</title><body>
          <script type="module" src="agent-chat-adapter.js"></script>${body}`,
      }),
    );
    await page.goto(`${demoUrl()}/wrong.html`);
    return { page, warnings };
  };

  const answers = async (page: Page): Promise<void> => {
    await write(await shift.customer({ channel: 'sms', phone: '+12025550143' }), 'Hello?');
    await page.getByRole('button', { name: 'Open chat adapter' }).last().click();
    await page.getByRole('button', { name: 'New chat, 1 message, SMS' }).click();
    await page.getByRole('button', { name: /^\+12025550143, SMS/ }).waitFor();
    expect(shift.complaints).toEqual([]);
  };

  it('a connector that nobody registered', async () => {
    const { page, warnings } = await open(
      '<chat-provider connect-to="lokal"></chat-provider><chat-adapter connect-to="local"></chat-adapter>',
    );
    await eventually(() => Promise.resolve(warnings.length), 1);
    expect(warnings[0]).toMatch(/<chat-provider>.*"lokal".*registerConnector.*"local"/);
    await answers(page);
    expect(warnings).toHaveLength(1);
  });

  it('a target that is no number', async () => {
    const { page, warnings } = await open(
      '<response-timer since="1" target="abc"></response-timer><chat-adapter connect-to="local"></chat-adapter>',
    );
    await eventually(() => Promise.resolve(warnings.length), 1);
    expect(warnings[0]).toMatch(/<response-timer>.*target="abc".*target="120"/);
    expect(await page.locator('response-timer').first().getAttribute('urgency')).toBe('none');
    await answers(page);
    expect(warnings).toHaveLength(1);
  });

  it('a target in the policy that is no number', async () => {
    const { page, warnings } = await open(
      `<chat-adapter connect-to="local"></chat-adapter>
       <script type="module">document.querySelector('chat-adapter').policy = { response: { target: 'abc' } };</script>`,
    );
    await eventually(() => Promise.resolve(warnings.length), 1);
    expect(warnings[0]).toMatch(/response\.target/);
    await answers(page);
    expect(warnings).toHaveLength(1);
  });

  it('a tag with no desk', async () => {
    const { page, warnings } = await open(
      '<chat-indicator chat-id="7" state="new"></chat-indicator><chat-adapter connect-to="local"></chat-adapter>',
    );
    const alone = page.locator('body > chat-indicator').getByRole('button');
    await alone.click();
    await alone.click();
    await eventually(() => Promise.resolve(warnings.length), 1);
    expect(warnings[0]).toMatch(/<chat-indicator>.*<chat-provider/);
    await answers(page);
    expect(warnings).toHaveLength(1);
  });

  it('an adapter that nobody connected', async () => {
    const { page, warnings } = await open(
      '<chat-adapter></chat-adapter><chat-adapter connect-to="local"></chat-adapter>',
    );
    expect(warnings).toEqual([]);
    await page.getByRole('button', { name: 'Open chat adapter' }).first().dispatchEvent('click');
    await eventually(() => Promise.resolve(warnings.length), 1);
    expect(warnings[0]).toMatch(/<chat-adapter> has no desk.*connect-to/);
    await answers(page);
    expect(warnings).toHaveLength(1);
  });

  it('a disposition tree with a loop', async () => {
    const { page, warnings } = await open(
      `<chat-adapter connect-to="local"></chat-adapter>
       <script type="module">
         const loop = { id: 'loop', name: 'Loop', children: [] };
         loop.children.push(loop);
         const dispositions = [loop, { id: 'fine', name: 'Fine' }];
         document.querySelector('chat-adapter').policy = { wrapUp: { disposition: 'optional', dispositions } };
       </script>`,
    );
    await answers(page);
    await page.getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('combobox', { name: 'Disposition' }).click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Fine']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/wrapUp\.dispositions.*(loop|Loop)/);
  });
});

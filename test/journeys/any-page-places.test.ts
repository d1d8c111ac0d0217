import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, plainPage, servesAChat, type PageParts } from './support/any-page.js';
import { eventually, startShift, write, type Shift } from './support/shift.js';

const SCRIPT = '<script type="module" src="agent-chat-adapter.js"></script>';
const ADAPTER = '<chat-adapter connect-to="local"></chat-adapter>';

const documents: readonly (readonly [name: string, page: PageParts])[] = [
  ['a page with no doctype, in quirks mode', { html: `<title>Old</title><body>${SCRIPT}${ADAPTER}` }],
  [
    'a page whose base is elsewhere',
    { html: plainPage(SCRIPT.replace('src="', 'src="/') + ADAPTER, '<base href="/nowhere/at/all/" target="_blank">') },
  ],
  [
    'a page that writes the tags while it loads',
    { html: plainPage(`${SCRIPT}<script>document.write('<div>' + ${JSON.stringify(ADAPTER)} + '</div>');</script>`) },
  ],
  [
    'a page that was written anew after it had loaded',
    {
      html: plainPage(
        `<script>addEventListener('load', () => setTimeout(() => {
           document.open();
           document.write(${JSON.stringify(plainPage(SCRIPT + ADAPTER)).replaceAll('</', '<\\/')});
           document.close();
         }));</script>`,
      ),
    },
  ],
  [
    'closed shadow roots in one another',
    {
      html: plainPage(`${SCRIPT}<div id="place"></div><script>
        let root = document.getElementById('place');
        for (const mode of ['closed', 'open', 'closed']) {
          const inner = document.createElement('div');
          root.attachShadow({ mode }).append(inner);
          root = inner;
        }
        root.innerHTML = ${JSON.stringify(ADAPTER)};</script>`),
    },
  ],
  [
    'a dialog of the page',
    {
      html: plainPage(
        `${SCRIPT}<dialog>${ADAPTER}</dialog><script>document.querySelector('dialog').showModal();</script>`,
      ),
    },
  ],
  [
    'a popover of the page',
    {
      html: plainPage(
        `${SCRIPT}<div popover="manual" style="inline-size: 100%; block-size: 100%">${ADAPTER}</div>
         <script>document.querySelector('[popover]').showPopover();</script>`,
      ),
    },
  ],
];

describe('an adapter in', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  // Closed roots are closed to Playwright as well.
  it.each(documents.filter(([name]) => !name.startsWith('closed')))('%s serves a chat', async (_name, parts) => {
    const { page, errors, warnings } = await openPage(shift, parts);
    await servesAChat(shift, page);
    expect([errors, warnings]).toEqual([[], []]);
  });

  it('closed shadow roots in one another serves a chat, by keys alone', async () => {
    const { page, errors } = await openPage(shift, documents.find(([name]) => name.startsWith('closed'))![1]);
    const customer = await shift.customer();
    await page.bringToFront();
    await page.evaluate(() => customElements.whenDefined('chat-adapter'));
    await write(customer, 'Hello?');
    await page.bringToFront();
    // What nobody sees from outside, the browser's own tree for screen readers tells.
    const cdp = await page.context().newCDPSession(page);
    const names = async (): Promise<readonly string[]> => {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree');
      return nodes.map(({ name }) => String(name?.value ?? ''));
    };
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(async () => (await names()).some((name) => name.startsWith('New chat, 1 message')), true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(async () => (await names()).includes('Message…'), true);
    await eventually(
      () =>
        page.evaluate(async () => {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          return document.activeElement?.id;
        }),
      'place',
    );
    await page.keyboard.type('Good morning.');
    await page.keyboard.press('Enter');
    await customer.getByText('Good morning.').waitFor();
    expect(errors).toEqual([]);
  });

  it('a dialog of the page opens its own over it, which Escape closes alone, and speaks inside', async () => {
    const { page, errors } = await openPage(shift, documents.find(([name]) => name === 'a dialog of the page')![1]);
    const customer = await shift.customer();
    await write(customer, 'Hello?');
    await page.getByRole('button', { name: 'Open chat adapter' }).click();
    await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    await page.getByRole('button', { name: 'End chat', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'End chat?' });
    await dialog.waitFor();
    await write(customer, 'One more thing');
    // Said where it can be heard: everything outside the topmost modal is inert.
    await dialog
      .getByText(/One more thing/)
      .first()
      .waitFor();
    const spoken = () =>
      dialog.evaluate((element) =>
        [...element.querySelectorAll('[aria-live] p')].map((said) => said.textContent).join(' '),
      );
    await eventually(async () => (await spoken()).includes('One more thing'), true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' }).catch(() => dialog.waitFor({ state: 'hidden' }));
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    await page.getByRole('textbox', { name: 'Message…' }).click();
    expect(errors).toEqual([]);
  });
});

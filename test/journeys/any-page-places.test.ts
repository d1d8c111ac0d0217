import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, plainPage, servesAChat, type PageParts } from './support/any-page.js';
import { smallBackEnd } from './support/small-back-end.js';
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
    'a page that is written anew while the adapter is there',
    {
      html: plainPage(
        `${SCRIPT}${ADAPTER}<script type="module">
           const adapter = document.querySelector('chat-adapter');
           await customElements.whenDefined('chat-adapter');
           while (!adapter.currentDesk) await new Promise(requestAnimationFrame);
           document.open();
           document.write(${JSON.stringify(plainPage(SCRIPT + ADAPTER)).replaceAll('</', '<\\/')});
           document.close();
         </script>`,
      ),
    },
  ],
  ['a page that is zoomed', { html: plainPage(SCRIPT + ADAPTER, '<style>html { zoom: 1.5; }</style>') }],
  [
    'elements that have no box',
    { html: plainPage(`${SCRIPT}<div style="display: contents"><p style="display: contents">${ADAPTER}</p></div>`) },
  ],
  [
    'a form that is locked, of a page that would leave at a submit',
    {
      html: plainPage(
        `${SCRIPT}<form action="/elsewhere"><fieldset disabled>${ADAPTER}<input name="case"></fieldset><button>Save</button></form>`,
      ),
    },
  ],
  [
    'a page that clones it from a template',
    {
      html: plainPage(
        `${SCRIPT}<template>${ADAPTER}</template><main></main><script type="module">
           await customElements.whenDefined('chat-adapter');
           const { content } = document.querySelector('template');
           document.querySelector('main').append(content.cloneNode(true));
         </script>`,
      ),
    },
  ],
  [
    'a page that adopts it from a document of another parser',
    {
      html: plainPage(
        `${SCRIPT}<main></main><script type="module">
           await customElements.whenDefined('chat-adapter');
           const { body } = new DOMParser().parseFromString(${JSON.stringify(ADAPTER)}, 'text/html');
           document.querySelector('main').append(document.adoptNode(body.firstElementChild));
         </script>`,
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

  it('a page whose base is elsewhere has its words from beside its script, also the classic one', async () => {
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        '<script src="/agent-chat-adapter.iife.js"></script><chat-adapter locale="fr" connect-to="local"></chat-adapter>',
        '<base href="/nowhere/at/all/">',
      ),
    });
    await page.getByRole('button', { name: /^Ouvrir/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it('a part of the page that is inert does nothing by its keys and waits with its words until it can be heard', async () => {
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        `<main><button>Case</button><chat-adapter connect-to="small" layout="inline" style="block-size: 480px"></chat-adapter></main>
         <script type="module">${smallBackEnd()}</script>`,
      ),
    });
    await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    await page.getByRole('textbox', { name: 'Message…' }).waitFor();
    const setInert = (inert: boolean): Promise<void> =>
      page.evaluate((is) => void (document.querySelector('main')!.inert = is), inert);
    const spoken = (): Promise<boolean> =>
      page.locator('chat-adapter [part=spoken]').evaluate((region) => region.textContent.includes('Are you there?'));
    await setInert(true);
    await page.evaluate(() => window.backEnd.say('Are you there?'));
    await page.locator('chat-message, [part~=message]').getByText('Are you there?').first().waitFor();
    await page.keyboard.press('Alt+Shift+Slash');
    expect(await spoken()).toBe(false);
    await setInert(false);
    await page.getByRole('button', { name: 'Case' }).focus();
    await eventually(spoken, true);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

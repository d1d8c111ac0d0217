import type { Page } from 'playwright';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle, openPage, plainPage, servesAChat } from './support/any-page.js';
import { startShift, type Shift } from './support/shift.js';

const LIBRARY = `export * from './src/index.ts'; import './src/define/local.ts';`;

/** Defines all tags in a registry of their own, and shows an adapter that is of it. */
const inItsOwn = (library: string, place: string): string => `
  import { define } from './${library}';
  const registry = new CustomElementRegistry();
  define({ registry });
  const root = document.querySelector('${place}').attachShadow({ mode: 'open', customElementRegistry: registry });
  root.innerHTML = '<chat-adapter connect-to="local"></chat-adapter>';`;

/** Our tags on a page, through all shadow roots, by version; those that did not come to life have none. */
const tagsOn = (page: Page): Promise<Readonly<Record<string, readonly string[]>>> =>
  page.evaluate(() => {
    const found: Record<string, string[]> = {};
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const { localName, shadowRoot, constructor } = element as Element & { constructor: { version?: string } };
        if (/^(?:chat|channel|response|typing|end-chat|wrap-up)-/.test(localName)) {
          const tags = (found[constructor.version ?? 'none'] ??= []);
          if (!tags.includes(localName)) tags.push(localName);
        }
        if (shadowRoot) look(shadowRoot);
      }
    };
    look(document);
    return found;
  });

const TAGS = [
  ...['channel-icon', 'chat-adapter', 'chat-composer', 'chat-indicator', 'chat-launcher', 'chat-list', 'chat-message'],
  ...['chat-pane', 'chat-provider', 'chat-transcript', 'end-chat-dialog', 'response-timer', 'typing-indicator'],
  'wrap-up-form',
];

const globallyDefined = (page: Page): Promise<readonly string[]> =>
  page.evaluate((tags) => tags.filter((tag) => customElements.get(tag) !== undefined), TAGS);

describe('a registry of one’s own', () => {
  let shift: Shift;
  let files: Readonly<Record<string, string>>;
  beforeAll(async () => {
    files = { 'library.js': await bundle(LIBRARY), 'newer.js': await bundle(LIBRARY, { version: '9.9.9' }) };
  });
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  it('has all tags, also those inside others, and a chat is served with none in the page’s', async () => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(`<div id="place"></div><script type="module">${inItsOwn('library.js', '#place')}</script>`),
      files,
    });
    await servesAChat(shift, page);
    expect(await globallyDefined(page)).toEqual([]);
    expect([errors, warnings]).toEqual([[], []]);
  });

  it('brings every tag that an open conversation shows to life', async () => {
    const { page } = await openPage(shift, {
      html: plainPage(
        `<div id="place"></div><script type="module">${inItsOwn('library.js', '#place')}
           root.firstChild.layout = 'inline'; root.firstChild.policy = { response: { target: 120 } };</script>`,
      ),
      files,
    });
    const customer = await shift.customer();
    await customer.getByRole('textbox', { name: 'Message' }).fill('Hello?');
    await customer.keyboard.press('Enter');
    await page.getByRole('button', { name: /^New chat/ }).click();
    await page.getByText('Hello?').first().waitFor();
    await page.getByRole('timer').first().waitFor();
    const { none, ...versions } = await tagsOn(page);
    expect(none).toBeUndefined();
    expect(Object.values(versions)[0]).toEqual(
      expect.arrayContaining(['chat-indicator', 'channel-icon', 'response-timer', 'chat-composer', 'end-chat-dialog']),
    );
    await page.getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('button', { name: 'Submit', exact: true }).waitFor();
    expect((await tagsOn(page))['none']).toBeUndefined();
  });

  it('lets two versions live on one page, each in its own, and neither warns', async () => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(
        `<div id="one"></div><div id="other"></div>
         <script type="module">${inItsOwn('library.js', '#one')}</script>
         <script type="module">${inItsOwn('newer.js', '#other')}</script>`,
      ),
      files,
    });
    await page.locator('#other chat-adapter chat-launcher').waitFor();
    await page.locator('#one chat-adapter chat-launcher').waitFor();
    const { none, ...versions } = await tagsOn(page);
    expect([none, Object.keys(versions).length]).toEqual([undefined, 2]);
    expect([errors, warnings]).toEqual([[], []]);
  });

  it('stands beside the page’s, which has the tags too', async () => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(
        `<div id="one"></div><script type="module">${inItsOwn('library.js', '#one')} define();</script>
         <channel-icon channel="sms"></channel-icon>`,
      ),
      files,
    });
    await page.locator('#one chat-adapter chat-launcher').waitFor();
    await page.locator('body > channel-icon svg').waitFor();
    expect(await globallyDefined(page)).toHaveLength(TAGS.length);
    expect([errors, warnings]).toEqual([[], []]);
  });
});

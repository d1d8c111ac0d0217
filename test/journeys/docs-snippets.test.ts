import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { english } from '../../src/i18n/words.js';
import { atTop } from '../support/at-top.mjs';
import { codeOf } from '../support/code-blocks.js';
import { bundle, openPage, plainPage, servesAChat } from './support/any-page.js';
import { eventually, startShift, type Shift } from './support/shift.js';

const doc = (page: string, name: string): string => codeOf(`stories/docs/${page}.mdx`, name);

const sheet = (name: string): string => readFileSync(atTop(`src/theme/${name}.css`), 'utf8');

/** All words, with the adapter's name in another language. */
const named = (adapterName: string): string => JSON.stringify({ ...english, adapterName });

/** The adapter of a CDN's page, under its name in npm. */
const MAP = `<script type="importmap">${JSON.stringify({
  imports: Object.fromEntries(
    ['', '/define/all.js', '/define/local.js'].map((path) => [`agent-chat-adapter${path}`, './library.js']),
  ),
})}</script>`;
const SCRIPT = '<script type="module" src="agent-chat-adapter.js"></script>';

describe('the code of a document', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const open = (body: string, files: Readonly<Record<string, string>> = {}, head = '') =>
    openPage(shift, { html: plainPage(body, head), files });

  /** The first adapter of a page, once it has come to life. */
  const adapterIn = async (page: Page) => {
    await page.waitForFunction(() => document.querySelector('chat-adapter')?.shadowRoot?.querySelector('section'));
    return page.locator('chat-adapter');
  };

  it('“Any page”: a registry of one’s own serves a chat, with nothing in the page’s', async () => {
    const library = await bundle(`export * from './src/index.ts'; import './src/define/local.ts';`);
    const { page, errors } = await open(`${MAP}${doc('any-page', 'registry')}`, { 'library.js': library });
    await servesAChat(shift, page);
    expect(await page.evaluate(() => customElements.get('chat-adapter') === undefined)).toBe(true);
    expect(errors).toEqual([]);
  });

  it('“Any page”: what a server writes comes to life as it stands there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'any-page-'));
    const places: Readonly<Record<string, string>> = {
      '@lit-labs/ssr': atTop('node_modules/@lit-labs/ssr/index.js'),
      '@lit-labs/ssr/lib/render-result.js': atTop('node_modules/@lit-labs/ssr/lib/render-result.js'),
      lit: atTop('node_modules/lit/index.js'),
      'agent-chat-adapter/define/all.js': atTop('src/define/all.ts'),
    };
    const placed = doc('any-page', 'server').replace(
      /(from|import) '([^']+)'/gu,
      (_all, word: string, from: string) => `${word} ${JSON.stringify(places[from])}`,
    );
    writeFileSync(join(folder, 'server.js'), placed);
    const { adapter } = (await import(join(folder, 'server.js'))) as { adapter: () => Promise<string> };
    const html = await adapter();
    rmSync(folder, { recursive: true });
    expect(html).toContain('shadowrootmode="open"');

    const hydrate = doc('any-page', 'hydrate');
    const client = await bundle(
      /<script type="module">([\s\S]*)<\/script>/u
        .exec(hydrate)?.[1]
        ?.replace('agent-chat-adapter/define/all.js', './src/define/all.ts') ?? '',
    );
    const { page, errors } = await open(
      `${html}<script>globalThis.written = document.querySelector('chat-adapter').shadowRoot.querySelector('section');</script>`,
      { 'library.js': client, 'first-paint.css': sheet('first-paint') },
      hydrate
        .replace('node_modules/agent-chat-adapter/dist/themes/', '')
        .replace(/<script type="module">[\s\S]*<\/script>/u, '<script type="module" src="library.js"></script>'),
    );
    await adapterIn(page);
    await eventually(
      () =>
        page.evaluate(() => {
          const { written } = globalThis as unknown as { written: Element };
          const tag = document.querySelector('chat-adapter');
          return [
            tag?.shadowRoot?.querySelector('section') === written,
            tag instanceof (customElements.get('chat-adapter') ?? Object),
          ];
        }),
      [true, true],
    );
    expect(errors).toEqual([]);
  });

  it('“Introduction”: one tag and one script are enough', async () => {
    const body = doc('introduction', '<script type="module">').replace('https://your.host', '.');
    const { page, errors } = await open(body);
    await servesAChat(shift, page);
    expect(errors).toEqual([]);
  });

  it('“Languages”: a language, a direction, own words and a language of the page’s', async () => {
    const german = doc('languages', '<chat-adapter locale="de-AT" connect-to="acme"></chat-adapter>').replace(
      'acme',
      'local',
    );
    const { page, errors } = await open(`${SCRIPT}${german}`);
    await page
      .getByRole('button', { name: 'Chat-Adapter öffnen' })
      .or(page.locator('section[lang="de"], section[lang="de-AT"]'))
      .first()
      .waitFor({ state: 'attached' });
    expect(await page.locator('chat-adapter section').first().getAttribute('lang')).toMatch(/^de/u);

    const arabic = await open(`${SCRIPT}${doc('languages', '<chat-adapter locale="ar" dir="ltr"></chat-adapter>')}`);
    await arabic.page.locator('section[lang="ar"]').waitFor({ state: 'attached' });
    expect(await arabic.page.locator('section[lang="ar"]').evaluate((panel) => getComputedStyle(panel).direction)).toBe(
      'ltr',
    );

    await page.evaluate(
      `const adapter = document.querySelector('chat-adapter'); ${doc('languages', 'adapter.strings = {')}`,
    );
    expect(await page.evaluate(() => document.querySelector('chat-adapter')?.strings?.['endChat'])).toBe('Close case');

    const library = `export * from './agent-chat-adapter.js';`;
    const swedish = await open(
      `${MAP}<chat-adapter locale="sv"></chat-adapter><script type="module">${doc('languages', "import { registerWords } from 'agent-chat-adapter';")}</script>`,
      { 'library.js': library, 'sv.js': `export const words = ${named('Svarsplats')};` },
    );
    await swedish.page.locator('section[aria-label="Svarsplats"]').waitFor({ state: 'attached' });

    const classic = doc('languages', "AgentChatAdapter.registerWords('fr', async () => ({ words: { … } }));");
    const french = await open(
      `<script src="agent-chat-adapter.iife.js"></script><script>${classic.replace('{ … }', named('Les chats'))}</script><chat-adapter locale="fr"></chat-adapter>`,
    );
    await french.page.locator('section[aria-label="Les chats"]').waitFor({ state: 'attached' });
    expect([errors, arabic.errors, swedish.errors, french.errors]).toEqual([[], [], [], []]);
  });

  it('“Accessibility”: other keys, and another level of headings', async () => {
    const { page, errors } = await open(
      `${SCRIPT}${doc('accessibility', '<chat-adapter heading-level="3"></chat-adapter>')}`,
    );
    const adapter = await adapterIn(page);
    const keys = doc(
      'accessibility',
      '// One action gets another key, one gets none; what is not named keeps its default.',
    );
    await page.evaluate(`const adapter = document.querySelector('chat-adapter'); ${keys}`);
    expect(await adapter.evaluate((tag) => (tag as import('../../src/index.js').ChatAdapter).keys)).toEqual({
      ...{ answer: 'Mod+Enter', end: null },
    });
    expect(await adapter.evaluate((tag) => (tag as import('../../src/index.js').ChatAdapter).headingLevel)).toBe(3);
    expect(errors).toEqual([]);
  });

  it('“Theming” and “Theme in a minute”: tokens in a page’s own sheet, and sheets that are linked', async () => {
    const link = doc(
      'theming',
      '<link rel="stylesheet" href="node_modules/agent-chat-adapter/dist/themes/carbon-like.css" />',
    );
    const own = doc('theme-in-a-minute', '<link rel="stylesheet" href="theme.css" />');
    const css = doc('theming', ':root {');
    const { page, errors } = await open(`${SCRIPT}<chat-adapter></chat-adapter>`, { 'theme.css': css }, own);
    const adapter = await adapterIn(page);
    const value = (name: string): Promise<string> =>
      adapter.evaluate((tag, token) => getComputedStyle(tag).getPropertyValue(token), name);
    expect([await value('--chat-palette-accent-600'), await value('--chat-radius-control')]).toEqual([
      '#00695c',
      '4px',
    ]);
    const served = await open(
      `${SCRIPT}<chat-adapter></chat-adapter>`,
      { 'carbon-like.css': sheet('themes/carbon-like') },
      link.replace('node_modules/agent-chat-adapter/dist/themes/', ''),
    );
    const themed = await adapterIn(served.page);
    expect(await themed.evaluate((tag) => getComputedStyle(tag).getPropertyValue('--chat-radius'))).toBe('0');
    expect([errors, served.errors]).toEqual([[], []]);
  });
});

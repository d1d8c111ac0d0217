import { readFileSync } from 'node:fs';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { unsafeStatic, html } from 'lit/static-html.js';
import { parse, type DocumentFragment, type Node } from 'parse5';
import type { Page } from 'playwright';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { define } from '../../src/define/define.js';
import { atTop } from '../support/at-top.mjs';
import { bundle, openPage, plainPage } from './support/any-page.js';
import { smallBackEnd } from './support/small-back-end.js';
import { startShift, type Shift } from './support/shift.js';

const { PACKED } = process.env;
/** All tags, from where the server has them: the package's templates are smaller than the sources', and both sides' must be the same. */
const ALL = PACKED === undefined ? './src/define/all.ts' : `${PACKED}/dist/define/all.js`;

const NOW = Date.UTC(2026, 2, 2, 14, 2);

/** What a server may write: each tag, as a page that has nothing to tell it yet would. */
const MARKUP: readonly string[] = [
  '<chat-adapter connect-to="later"></chat-adapter>',
  '<chat-adapter connect-to="later" open></chat-adapter>',
  '<chat-adapter layout="inline"></chat-adapter>',
  '<chat-provider connect-to="later"><p>In it</p><chat-list></chat-list></chat-provider>',
  '<chat-launcher></chat-launcher>',
  '<chat-list></chat-list>',
  '<chat-list expanded></chat-list>',
  '<chat-indicator state="new" channel="whatsapp"></chat-indicator>',
  '<chat-indicator state="active" channel="sms" unread="3" urgency="soon" selected></chat-indicator>',
  `<response-timer since="${NOW - 100_000}" target="120"></response-timer>`,
  `<response-timer since="${NOW - 3_700_000}" target="120" display="remaining"></response-timer>`,
  '<response-timer></response-timer>',
  '<channel-icon channel="mobile"></channel-icon>',
  '<channel-icon channel="whatsapp" left></channel-icon>',
  '<chat-pane></chat-pane>',
  '<chat-pane chat-id="chat-1"><h2 slot="header">Case 7</h2></chat-pane>',
  '<chat-transcript chat-id="chat-1"></chat-transcript>',
  '<chat-message></chat-message>',
  '<typing-indicator typing></typing-indicator>',
  '<typing-indicator typing preview="I have an old"></typing-indicator>',
  '<chat-composer></chat-composer>',
  '<chat-composer locked-because="The customer has left."></chat-composer>',
  '<end-chat-dialog></end-chat-dialog>',
  '<wrap-up-form></wrap-up-form>',
];

const rendered = (markup: string): Promise<string> => collectResult(render(html`${unsafeStatic(markup)}`));

const VOID = /^(?:br|hr|img|input|link|meta)$/;

/** What a parser finds wrong in a page, or mends in silence: elements out of place; ids that are there twice in one tree. */
const mistakesIn = (page: string): readonly string[] => {
  const wrong: string[] = [];
  const lookFor = (node: Node, ids: Set<string>): void => {
    const id = 'attrs' in node ? node.attrs.find(({ name }) => name === 'id')?.value : undefined;
    if (id !== undefined && ids.size === ids.add(id).size) wrong.push(`twice: ${id}`);
    if ('tagName' in node && !VOID.test(node.tagName)) {
      const { startTag, endTag, startOffset = 0, endOffset } = node.sourceCodeLocation ?? {};
      const closesItself = page.slice(startOffset, endOffset).endsWith('/>');
      if (!(closesItself || (startTag && endTag))) wrong.push(`not closed where it is opened: ${node.tagName}`);
    }
    if ('content' in node) lookFor(node.content as DocumentFragment, new Set());
    if ('childNodes' in node) for (const child of node.childNodes) lookFor(child, ids);
  };
  const options = {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startOffset }: { readonly code: string; readonly startOffset: number }) =>
      wrong.push(`${code}: ${page.slice(startOffset - 40, startOffset + 40)}`),
  };
  lookFor(parse(page, options), new Set());
  return wrong;
};

describe('what a server writes', () => {
  it('is valid HTML, each tag with a shadow root of its own', async () => {
    define();
    const wrong = mistakesIn(plainPage('<p id="a"><div id="a" id="b"></div></p>'));
    for (const mistake of [/^duplicate-attribute/, /^twice: a/, /^not closed .*: p/])
      expect(wrong).toContainEqual(expect.stringMatching(mistake));
    for (const markup of MARKUP) {
      // Where a template ends in a value, Lit writes this, which every browser takes for a comment.
      const written = (await rendered(markup)).replaceAll('<?>', '<!---->');
      expect([markup, mistakesIn(plainPage(written))]).toEqual([markup, []]);
      expect(written).toMatch(/<template shadowroot="open" shadowrootmode="open"/);
    }
  });
});

describe('a tag that a server rendered', () => {
  let shift: Shift;
  let client: string;
  beforeAll(async () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    define();
    client = await bundle(
      `import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; import '${ALL}'; globalThis.ran = true;`,
    );
  });
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  /** Opens a page whose script waits until it is let go. */
  const open = async (markup: string, script: string, more = '', files: Readonly<Record<string, string>> = {}) => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await shift.context.clock.setFixedTime(NOW);
    await shift.context.route('**/client.js', async (route) => {
      await held;
      await route.fulfill({ contentType: 'text/javascript', body: script });
    });
    const body = await rendered(markup);
    const head = `<link rel="stylesheet" href="first-paint.css"><script async type="module" src="client.js"></script>`;
    const opened = await openPage(
      shift,
      {
        html: plainPage(body + more, head),
        files: { ...files, 'first-paint.css': readFileSync(atTop('src/theme/first-paint.css'), 'utf8') },
      },
      'commit',
    );
    await opened.page.emulateMedia({ reducedMotion: 'reduce' });
    await opened.page.locator('body > *').first().waitFor({ state: 'attached' });
    return { ...opened, letGo };
  };

  const hydrated = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      while (!('ran' in globalThis)) await new Promise((resolve) => setTimeout(resolve, 10));
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
      for (let turns = 0; turns < 3; turns += 1)
        for (const one of all(document)) await (one as Element & { updateComplete?: Promise<unknown> }).updateComplete;
    });

  it('was made where there is no document', () => {
    expect([typeof document, typeof window]).toEqual(['undefined', 'undefined']);
  });

  it.each(MARKUP)(
    '%s has its shadow root in the HTML, and comes to life as it is: no flash, nothing made anew',
    async (markup) => {
      const { page, errors, warnings, letGo } = await open(markup, client);
      const tag = /<([\w-]+)/.exec(markup)![1]!;
      await page.evaluate((name) => {
        const all = (root: ParentNode): Element[] =>
          [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
        Object.assign(globalThis, { before: all(document.body), tag: name });
      }, tag);
      const first = await page.screenshot({ animations: 'disabled' });
      letGo();
      await hydrated(page);
      const second = await page.screenshot({ animations: 'disabled' });
      const gone = await page.evaluate(() =>
        (globalThis as unknown as { before: Element[] }).before
          .filter((one) => !one.isConnected)
          .map((one) => one.outerHTML),
      );
      expect([errors, warnings.filter((text) => /hydrat|mismatch/i.test(text)), gone]).toEqual([[], [], []]);
      expect(await page.locator('[defer-hydration]').count()).toBe(0);
      expect(second.equals(first)).toBe(true);
    },
  );

  it('takes over what stands there although its desk, with a chat in it, is there already; then it shows the chat', async () => {
    const script = `<script type="module">${smallBackEnd('./register.js')}</script>`;
    const { page, errors, letGo } = await open('<chat-adapter layout="inline"></chat-adapter>', client, script, {
      'register.js': `export const registerConnector = (name, make) => { document.querySelector('chat-adapter').connector = make(); };`,
    });
    await page.waitForFunction(() => 'backEnd' in window);
    const log = await page.locator('chat-list').elementHandle();
    letGo();
    await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    await page.getByRole('log').getByText('Hello?').waitFor();
    expect([errors, await log?.evaluate((one) => one.isConnected)]).toEqual([[], true]);
  });
});

import { transform } from 'esbuild';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import { entriesOf, inTurn, visit } from './entries.js';
import { openWatched } from './watched-page.js';

const home = inject('storybookUrl');

/** What a page of documentation offers to copy for one story. */
interface Offered {
  readonly story: string;
  readonly codes: Readonly<Record<string, string>>;
  /** What the HTML makes that the story does not have, or the other way round; empty where they agree. */
  readonly differs: readonly string[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Reads the snippets of the page that is open, and renders the HTML of each beside its story. */
const readOffered = (): readonly Offered[] => {
  const boxes = [...document.querySelectorAll('story-code')] as unknown as readonly {
    readonly snippets: readonly { readonly title: string; readonly code: string }[];
    readonly context: {
      readonly id: string;
      readonly component: string;
      readonly parameters: { readonly sample?: unknown };
    };
  }[];
  return boxes.map(({ snippets, context: { id, component, parameters } }) => {
    const codes = Object.fromEntries(snippets.map(({ title, code }) => [title, code]));
    const made = new DOMParser().parseFromString(codes['HTML'] ?? '', 'text/html').querySelector(component);
    const shown = document.querySelector(`[id^="story--${id}"] ${component}`);
    const differs = made === null ? [`there is no <${component}> in it`] : [];
    // What a page of one's own would write instead of the story's markup is another thing on purpose.
    if (made && shown && parameters.sample === undefined)
      for (const { name, value } of made.attributes)
        if (shown.getAttribute(name) !== value)
          differs.push(`${name}=${value}, not ${String(shown.getAttribute(name))}`);
    return { story: id, codes, differs };
  });
};

/** Parses each as its own language; a snippet with a mistake throws. */
const parse = async ({ HTML = '', React = '', Vue = '', Angular = '' }: Offered['codes']): Promise<void> => {
  const scriptIn = (code: string): string => /<script[^>]*>([^]*)<\/script>/.exec(code)?.[1] ?? '';
  await transform(scriptIn(HTML), { loader: 'js' });
  await transform(React, { loader: 'jsx' });
  await transform(scriptIn(Vue), { loader: 'js' });
  await transform(Angular, { loader: 'ts', tsconfigRaw: { compilerOptions: { experimentalDecorators: true } } });
};

it('offers snippets that are right: the HTML makes what the story shows, and the others are no broken code', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const { page } = await openWatched(context, home);
  const pages = (await entriesOf(home)).filter(({ type, title }) => type === 'docs' && title.startsWith('Tags/'));
  for (const entry of inTurn(pages)) {
    await visit(page, home, entry);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('story-code')].every(
        (box) => (box as unknown as { snippets: readonly unknown[] }).snippets.length === 4,
      ),
    );
    const offered = await page.evaluate(readOffered);
    expect(offered.length).toBeGreaterThan(0);
    for (const { story, codes, differs } of offered) {
      expect(differs, story).toEqual([]);
      await expect(parse(codes), `${story}: ${JSON.stringify(codes)}`).resolves.toBeUndefined();
      const tag = /^<([\w-]+)/.exec(codes['HTML'] ?? '')?.[1] ?? '?';
      for (const code of Object.values(codes)) expect(code, story).toContain(`<${tag}`);
    }
  }
  await context.close();
});

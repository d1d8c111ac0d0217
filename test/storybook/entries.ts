import type { Page } from 'playwright';
import { dayOf } from '../support/day-of.mjs';

/** What Storybook's index says of a story or a page of documentation. */
export interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
}

export const entriesOf = async (home: string): Promise<readonly Entry[]> => {
  const index = (await (await fetch(`${home}index.json`)).json()) as { readonly entries: Record<string, Entry> };
  return Object.values(index.entries);
};

/**
 * The part of a list whose turn it is, of so many parts: `PART_OF=6` takes every sixth, tomorrow those after them. Without
 * it, all.
 */
export const inTurn = <T>(all: readonly T[], parts = Number(process.env['PART_OF'] ?? 1), now = Date.now()) =>
  all.filter((_, place) => place % parts === dayOf(now) % parts);

/** What Storybook's preview keeps on its window. */
interface Preview {
  readonly currentRender?: { readonly id: string; readonly phase?: string };
}

/** How wide a page of documentation must be at least, in pixels, not to scroll sideways. */
const NARROW_DOCS = 800;

/** What is wrong with a page of documentation, as whoever reads it sees it. */
const mistakeIn = async (page: Page, home: string): Promise<string | undefined> => {
  const known = (await entriesOf(home)).map(({ id }) => id);
  // Links in the shadow roots of the page's own pieces are among these. Those in a story are the story's.
  const links = await page
    .locator('#storybook-docs a[href]')
    .evaluateAll((all) =>
      all.flatMap((link) => (link.closest('[id^="story--"]') ? [] : [link.getAttribute('href') ?? ''])),
    );
  const anchors = await page.locator('#storybook-docs [id]').evaluateAll((all) => all.map(({ id }) => id));
  const dead = links.filter((link) => {
    const path = /[?](?:path=\/\w+\/|id=)([\w-]+)$/.exec(link)?.[1];
    if (path !== undefined) return !known.includes(path);
    return link.startsWith('#') ? !anchors.includes(decodeURIComponent(link.slice(1))) : !link.startsWith('https://');
  });
  if (dead.length > 0) return `Its links lead nowhere: ${dead.join(', ')}.`;
  if ((await page.locator('#storybook-docs p', { hasText: /^\|/ }).count()) > 0)
    return 'It shows a table as plain text.';
  const isTooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });
  return isTooWide ? `It scrolls sideways at ${NARROW_DOCS} pixels.` : undefined;
};

/** Opens a story or a page of documentation, and waits until it has come to its end; tells what went wrong there. */
export const visit = async (page: Page, home: string, { id, type }: Entry): Promise<string | undefined> => {
  // Only Storybook's own frame gives a story the page it is meant for; alone in a window it has the window.
  const width = id.endsWith('--narrow-page') ? 320 : type === 'docs' ? NARROW_DOCS : 1280;
  await page.setViewportSize({ width, height: width === 320 ? 568 : 720 });
  await page.goto(`${home}iframe.html?id=${id}&viewMode=${type}`);
  if (type === 'docs') {
    await page.locator('#storybook-docs h1').first().waitFor({ timeout: 60_000 });
    // Each story of the page is there, in the page or in a frame of its own.
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('[id^="story--"][id$="-inner"]')].every(
          (story) => story.querySelector('iframe') !== null || story.childElementCount > 0,
        ),
      undefined,
      { timeout: 60_000 },
    );
    return mistakeIn(page, home);
  }
  const phase = await page.waitForFunction(
    () => {
      const preview = (window as unknown as { __STORYBOOK_PREVIEW__?: Preview }).__STORYBOOK_PREVIEW__;
      const phase = preview?.currentRender?.phase ?? '';
      return ['finished', 'errored', 'aborted'].includes(phase) && phase;
    },
    undefined,
    { timeout: 180_000 },
  );
  if ((await phase.jsonValue()) === 'finished') return undefined;
  return (await page.locator('#error-message').textContent()) ?? 'It did not finish.';
};

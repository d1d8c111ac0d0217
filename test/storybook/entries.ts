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

/** Opens a story or a page of documentation, and waits until it has come to its end; tells what went wrong there. */
export const visit = async (page: Page, home: string, { id, type }: Entry): Promise<string | undefined> => {
  // Only Storybook's own frame gives a story the page it is meant for; alone in a window it has the window.
  await page.setViewportSize(id.endsWith('--narrow-page') ? { width: 320, height: 568 } : { width: 1280, height: 720 });
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
    return undefined;
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

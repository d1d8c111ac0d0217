import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import sirv from 'sirv';
import { atTop } from '../support/at-top.mjs';
import type { AuditMode } from './modes.js';

const FOLDER = atTop('storybook-static');

/** The ids of all stories of the static Storybook. Throws where it has not been built. */
export const storyIds = (): readonly string[] => {
  const index = `${FOLDER}/index.json`;
  if (!existsSync(index)) throw new Error('There is no storybook-static. Run `npm run build-storybook` first.');
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
    entries: Record<string, { id: string; type: string }>;
  };
  return Object.values(entries)
    .filter(({ type }) => type === 'story')
    .map(({ id }) => id);
};

/** Serves the static Storybook on a free port. */
export const serveStories = async (): Promise<{ readonly url: string; close(): void }> => {
  const server = createServer(sirv(FOLDER, { etag: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
};

/** What Storybook puts into its page. */
interface StoryWindow {
  readonly __STORYBOOK_PREVIEW__?: { readonly currentRender?: { readonly phase?: string } };
}

const PATIENCE = 60_000;

/** Opens a story, and waits until what it plays has been played. Throws where that fails. */
export const openStory = async (page: Page, url: string, id: string): Promise<void> => {
  // Storybook's own axe would look a second time.
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  const phase = await page.waitForFunction(
    () => {
      const now = (globalThis as StoryWindow).__STORYBOOK_PREVIEW__?.currentRender?.phase;
      return now !== undefined && ['finished', 'errored', 'aborted'].includes(now) && now;
    },
    undefined,
    { timeout: PATIENCE },
  );
  if ((await phase.jsonValue()) !== 'finished') throw new Error(`The story ${id} fails.`);
};

/** Shows an open story in a mode, as a host page of that kind would, without loading it again. */
export const showIn = async (page: Page, { scheme, direction, forcedColors, width }: AuditMode): Promise<void> => {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ forcedColors, colorScheme: scheme, reducedMotion: 'reduce' });
  await page.evaluate(
    async ([colours, reading]) => {
      const { documentElement: root } = document;
      root.style.colorScheme = colours;
      root.dir = reading;
      const runs = (one: Document | ShadowRoot): boolean =>
        one.getAnimations().some(({ playState }) => playState === 'running') ||
        [...one.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && runs(shadowRoot));
      // Colours on their way have no contrast to speak of; one that is inherited sets out when its parent's has arrived.
      for (let calm = 0; calm < 5; calm = runs(document) ? 0 : calm + 1) await new Promise(requestAnimationFrame);
    },
    [scheme, direction] as const,
  );
};

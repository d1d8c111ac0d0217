import type { BrowserContext, Page } from 'playwright';

/** A page of Storybook, and all that should not have happened in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors that were logged or thrown, and requests that failed or were for somebody else. Forgets them. */
  takeTroubles(): readonly string[];
}

/** Opens a page from which no request leaves the origin of `home`: who tries is told of, and gets no answer. */
export const openWatched = async (context: BrowserContext, home: string): Promise<WatchedPage> => {
  const page = await context.newPage();
  const { origin } = new URL(home);
  let troubles: string[] = [];
  const tell = (text: string): void => void troubles.push(text);
  await page.route('**/*', (route) => {
    const { href, origin: asked } = new URL(route.request().url());
    if (asked === origin) return route.continue();
    tell(`A request left the origin: ${href}`);
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') tell(`console.error: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => tell(`Uncaught: ${message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) tell(`${response.status()}: ${response.url()}`);
  });
  return {
    page,
    takeTroubles() {
      const taken = troubles;
      troubles = [];
      return taken;
    },
  };
};

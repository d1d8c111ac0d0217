import { chromium, type Browser } from 'playwright';
import { inject } from 'vitest';
import { recordEvents } from './events/record-events.js';
import { chromeArguments } from './find-chrome.mjs';

/** Where the demo is served during the journeys, without a slash at the end. */
export const demoUrl = (): string => inject('demoUrl');

/**
 * Starts a browser for a journey; whoever starts it closes it. What our tags dispatch in it is compared with the manifest.
 * `keepsPages`: a page that is left stays in memory as it is, and goes on when one comes back, as people's browsers do.
 */
export const startBrowser = async (keepsPages = false): Promise<Browser> => {
  const browser = await chromium.launch({
    executablePath: inject('chromePath'),
    args: [...chromeArguments],
    ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [],
  });
  // Only the journeys are watched, not the catalogue's pages.
  const folder = inject('eventsFolder') as string | undefined;
  return folder === undefined ? browser : recordEvents(browser, folder);
};

import { chromium, type Browser } from 'playwright';
import { inject } from 'vitest';
import { chromeArguments } from './find-chrome.mjs';

/** Where the demo is served during the journeys, without a slash at the end. */
export const demoUrl = (): string => inject('demoUrl');

/** Starts a browser for a journey; whoever starts it closes it. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromePath'), args: [...chromeArguments] });

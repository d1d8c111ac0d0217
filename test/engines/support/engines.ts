import { launch, type Browser } from 'puppeteer-core';
import { startFirefox } from '../../support/firefox.mjs';
import { chromeArguments, ensureChrome } from '../../support/find-chrome.mjs';
import { startWebKit } from '../../support/webkit-driver.mjs';
import type { EnginePage } from './tab.js';

/** A browser with an empty profile. */
export interface Engine {
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
}

/** A page of Puppeteer's runs an expression given as text. Each has a window: of two tabs in one, one is not seen. */
const worked = (browser: Browser): Engine => ({
  newPage: () => browser.newPage({ type: 'window' }),
  close: () => browser.close(),
});

const all: Readonly<Record<string, () => Promise<Engine>>> = {
  Chromium: async () => worked(await launch({ executablePath: ensureChrome(), args: [...chromeArguments] })),
  Firefox: async () => worked(await startFirefox()),
  WebKit: startWebKit,
};
const { ENGINES } = process.env;

/** All three, or those that ENGINES names. */
export const engines = Object.entries(all).filter(([name]) => ENGINES?.split(',').includes(name.toLowerCase()) ?? true);

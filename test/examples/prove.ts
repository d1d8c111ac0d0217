import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright';
import { atTop } from '../support/at-top.mjs';
import type { App } from './apps.js';
import { checkTypes } from './check-types.js';
import { npmMust } from './command.js';
import { lookEverywhere } from './everywhere.js';
import { install } from './install.js';
import { walkThrough } from './journey.js';
import { serveApp } from './serve-app.js';

/** What came of an app: how long each step took, in seconds, and what stopped it. */
export interface Proof {
  readonly name: string;
  readonly seconds: Readonly<Record<string, number>>;
  /** Absent where all is well. */
  readonly failed?: { readonly step: string; readonly why: string };
}

type Visit = (context: BrowserContext, url: string) => Promise<void>;

/** Serves what was built, and visits it with a fresh profile. */
const inBrowser = async (browser: Browser, folder: string, visit: Visit): Promise<void> => {
  const served = await serveApp(folder);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(30_000);
  try {
    await visit(context, served.url);
  } finally {
    await context.close();
    served.close();
  }
};

const hasEverywhere = (folder: string): boolean =>
  readdirSync(join(folder, 'src')).some((file) => /^everywhere\./i.test(file));

/** Takes an app through all that is asked of it, until something fails. `home` is a folder outside of the repository. */
export const prove = async (app: App, home: string, tarball: string, browser: Browser): Promise<Proof> => {
  const { name, source, pageless = false } = app;
  const folder = join(home, name);
  mkdirSync(folder);
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    install: () => install(app, folder, tarball),
    types: () => checkTypes(folder),
    build: () => npmMust(folder, 'run', '--silent', 'build'),
    ...(!pageless && { journey: () => inBrowser(browser, folder, walkThrough) }),
    ...(hasEverywhere(atTop(source)) && {
      everywhere: () => inBrowser(browser, folder, lookEverywhere(name, basename(source))),
    }),
  };
  const seconds: Record<string, number> = {};
  for (const [step, run] of Object.entries(steps)) {
    const begun = performance.now();
    try {
      await run();
    } catch (error) {
      return { name, seconds, failed: { step, why: error instanceof Error ? error.message : String(error) } };
    } finally {
      seconds[step] = Math.round((performance.now() - begun) / 100) / 10;
    }
  }
  return { name, seconds };
};

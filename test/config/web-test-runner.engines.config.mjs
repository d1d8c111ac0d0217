// All widget tests in Firefox and WebKitGTK: `npm run test:engines`, and in CI. In Chromium `npm test` runs them.
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { firefoxOptions, newFirefoxPage } from '../support/firefox.mjs';
import { webkitLauncher } from '../support/webkit-launcher.mjs';
import base from './web-test-runner.config.mjs';

const firefoxLauncher = () => {
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: 1,
    createPage: ({ browser }) => newFirefoxPage(browser),
    launchOptions: firefoxOptions(),
  });
  launcher.name = 'Firefox';
  return launcher;
};

/** @type {Readonly<Record<string, () => import('@web/test-runner').BrowserLauncher>>} */
const launchers = { firefox: firefoxLauncher, webkit: webkitLauncher };
const wanted = process.env.ENGINES?.split(',') ?? Object.keys(launchers);

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...base,
  // Two browsers at once, of which each takes longer for what axe asks.
  testFramework: { config: { timeout: '30000', forbidOnly: true } },
  browserStartTimeout: 2 * 60_000,
  testsFinishTimeout: 5 * 60_000,
  browsers: wanted.flatMap((name) => launchers[name]?.() ?? []),
};

// What depends on how a browser lays out and scrolls, in all three engines: `npm run test:engines`.
import { existsSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { webkitLauncher } from '../support/webkit-launcher.mjs';
import base from './web-test-runner.config.mjs';

const firefox = process.env.FIREFOX_PATH ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
if (firefox === undefined)
  throw new Error('There is no Firefox on this machine (Debian: apt-get install firefox-esr); FIREFOX_PATH names one.');

const firefoxLauncher = () => {
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath: firefox },
  });
  launcher.name = 'Firefox';
  return launcher;
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...base,
  files: [
    'test/elements/chat-transcript/anchoring.test.ts',
    'test/elements/chat-tools/engines.test.ts',
    'test/elements/chat-adapter/by-keyboard.test.ts',
  ],
  browsers: [...(base.browsers ?? []), firefoxLauncher(), webkitLauncher()],
};

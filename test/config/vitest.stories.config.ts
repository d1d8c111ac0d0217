import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';

export default defineConfig({
  root: atTop(),
  plugins: [storybookTest({ configDir: atTop('stories/.storybook') })],
  test: {
    name: 'stories',
    allowOnly: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: ensureChrome(), args: [...chromeArguments] } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

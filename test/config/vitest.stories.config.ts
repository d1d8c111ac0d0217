import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What Storybook's toolbar would be set to; its add-on reads it by this name, and does not declare it. */
    'storybook/test-initial-globals': { scheme: string };
  }
}

export default defineConfig({
  root: atTop(),
  plugins: [storybookTest({ configDir: atTop('stories/.storybook') })],
  test: {
    name: 'stories',
    // Pages of documentation have no stories to try; Storybook's add-on lists them all the same.
    exclude: ['**/*.mdx', '**/node_modules/**'],
    allowOnly: false,
    // Twenty minutes of ten chats are played in one of them.
    testTimeout: 120_000,
    // All in one page, as in Storybook itself.
    isolate: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: ensureChrome(), args: [...chromeArguments] },
        // What is half way through a transition has other colours than axe should measure.
        contextOptions: { reducedMotion: 'reduce' },
      }),
      instances: [
        { browser: 'chromium', name: 'light', provide: { 'storybook/test-initial-globals': { scheme: 'light' } } },
        { browser: 'chromium', name: 'dark', provide: { 'storybook/test-initial-globals': { scheme: 'dark' } } },
      ],
    },
  },
});

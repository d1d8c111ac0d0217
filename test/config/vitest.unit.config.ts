import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';
import { packedAlias } from '../support/packed.mjs';

// Each group of tests has a file of its own: Vitest loads every project's plugins first, and Storybook's take seconds.
export default defineConfig({
  root: atTop(),
  resolve: { alias: packedAlias },
  test: {
    name: 'unit',
    environment: 'node',
    include: [
      'test/{bench,core,desk,devtools,i18n,package,stories,support,testing,wire,scoreboard,visual,accessible,examples,connectors/websocket}/**/*.test.ts',
    ],
    // They run in a browser, by the widgets' runner.
    exclude: ['test/testing/harnesses/**', 'test/devtools/page/**'],
    allowOnly: false,
  },
});

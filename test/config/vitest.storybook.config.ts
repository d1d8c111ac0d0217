import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';

export default defineConfig({
  root: atTop(),
  test: {
    name: 'storybook',
    environment: 'node',
    include: ['test/storybook/**/*.test.ts'],
    globalSetup: [atTop('test/storybook/serve-storybook.ts')],
    testTimeout: 15 * 60_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    allowOnly: false,
  },
});

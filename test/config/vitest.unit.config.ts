import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';

// Each group of tests has a file of its own: Vitest loads every project's plugins first, and Storybook's take seconds.
export default defineConfig({
  root: atTop(),
  test: {
    name: 'unit',
    environment: 'node',
    include: ['test/{core,desk,i18n,package,support,wire}/**/*.test.ts'],
    allowOnly: false,
  },
});

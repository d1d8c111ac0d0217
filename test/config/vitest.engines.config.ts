import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';
import { packedAlias } from '../support/packed.mjs';

export default defineConfig({
  root: atTop(),
  resolve: { alias: packedAlias },
  test: {
    name: 'engines',
    environment: 'node',
    include: ['test/engines/**/*.test.ts'],
    globalSetup: [atTop('test/support/serve-demo.ts')],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
    allowOnly: false,
  },
});

import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';
import { packedAlias } from '../support/packed.mjs';

export default defineConfig({
  root: atTop(),
  resolve: { alias: packedAlias },
  test: {
    name: 'gateway',
    environment: 'node',
    include: ['test/gateway/**/*.test.ts'],
    // PGlite's first start takes seconds; a machine without PostgreSQL gets it first.
    testTimeout: 30_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    allowOnly: false,
  },
});

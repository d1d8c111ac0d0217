import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';
import { packedAlias } from '../support/packed.mjs';

export default defineConfig({
  root: atTop(),
  resolve: { alias: packedAlias },
  test: {
    name: 'journeys',
    environment: 'node',
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: [atTop('test/support/watch-events.ts'), atTop('test/support/serve-demo.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a browser of its own, and a browser keeps two cores busy.
    maxWorkers: 1,
    allowOnly: false,
  },
});

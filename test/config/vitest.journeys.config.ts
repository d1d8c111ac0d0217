import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { atTop } from '../support/at-top.mjs';
import { dayOf } from '../support/day-of.mjs';
import { packedAlias } from '../support/packed.mjs';

/** What is tried of any page takes eight minutes: CI tries another fifth of it each day. */
const ofAnotherDay = readdirSync(atTop('test/journeys'))
  .filter((file) => file.startsWith('any-page-'))
  .sort()
  .filter((_file, index) => process.env['CI'] !== undefined && index % 5 !== dayOf() % 5)
  .map((file) => `test/journeys/${file}`);

export default defineConfig({
  root: atTop(),
  resolve: { alias: packedAlias },
  test: {
    name: 'journeys',
    environment: 'node',
    include: ['test/journeys/**/*.test.ts'],
    exclude: ofAnotherDay,
    globalSetup: [atTop('test/support/watch-events.ts'), atTop('test/support/serve-demo.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a browser of its own, which waits for another half of the time.
    maxWorkers: 2,
    allowOnly: false,
  },
});

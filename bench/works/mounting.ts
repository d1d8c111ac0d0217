// Opens and closes a pane of 1,000 messages again and again, and looks at what is left.
import { middle } from '../figures.js';
import type { Work } from './work.js';

const MESSAGES = 1000;
const LIMIT = 10_000;
/** Cycles that fill caches before anything is counted. */
const WARM = 10;
/** How many cycles are done at once, and the longest that all together may take, in milliseconds. */
const BATCH = 5;
const ALTOGETHER = 40_000;

const subjects: Readonly<Record<string, string>> = { ours: 'pane', window: 'window' };

export const mounting: Work = {
  name: 'mounting',
  rounds: () => 1,
  entrants: [{ name: 'ours' }, { name: 'window' }],
  sample: (stage, entrant, { quick }) =>
    stage.onPage(ALTOGETHER * 2 + LIMIT, async ({ page, quiet, kept }) => {
      const subject = subjects[entrant] ?? '';
      const cycle = async (count: number): Promise<void> => {
        const good = await page.evaluate(
          ([name, times, limit]) => window.bench.conversations.cycle(name, times, limit),
          [subject, count, LIMIT] as const,
        );
        if (!good) throw new Error('The newest message was not painted.');
      };
      await page.evaluate((name) => window.bench.load(name), subject);
      await page.evaluate((messages) => window.bench.conversations.prepare(messages), MESSAGES);
      await cycle(WARM);
      await quiet();
      const before = await kept();
      const end = Date.now() + ALTOGETHER;
      let cycles = 0;
      while (cycles < (quick ? 20 : 100) && Date.now() < end) {
        await cycle(BATCH);
        cycles += BATCH;
      }
      await quiet();
      const after = await kept();
      return {
        cycles,
        bytes: (after.bytes - before.bytes) / cycles,
        nodes: after.nodes - before.nodes,
        listeners: after.listeners - before.listeners,
      };
    }),
  figures: (samples) => ({
    bytes: middle(samples, 'ours', 'bytes'),
    nodes: middle(samples, 'ours', 'nodes'),
    listeners: middle(samples, 'ours', 'listeners'),
  }),
};

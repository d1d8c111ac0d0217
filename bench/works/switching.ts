// Goes from one long conversation to another and back, in the whole adapter.
import { FRAME, middle } from '../figures.js';
import type { Work } from './work.js';

const MESSAGES = 10_000;
const LIMIT = 30_000;
const SWITCH_LIMIT = 8000;
/** How long all switches of a sample may take, in milliseconds. */
const BUDGET = 15_000;

export const switching: Work = {
  name: 'switching',
  rounds: ({ quick }) => (quick ? 1 : 3),
  entrants: [{ name: 'ours' }],
  sample: (stage, _entrant, { quick }) =>
    stage.onPage(LIMIT * 2, async ({ page, during, quiet }) => {
      await page.evaluate(() => window.bench.load('adapter'));
      const opened = await page.evaluate(([count, limit]) => window.bench.adapters.open(2, count, limit), [
        MESSAGES,
        LIMIT,
      ] as const);
      if (!opened.seen) throw new Error('The open chat was not painted.');
      const change = (times: number) =>
        page.evaluate(([count, limit, budget]) => window.bench.adapters.switchChats(count, limit, budget), [
          times,
          SWITCH_LIMIT,
          BUDGET,
        ] as const);
      await change(2);
      await quiet();
      const times = quick ? 4 : 12;
      const idle = await during(() => page.evaluate((count) => window.bench.adapters.rest(count), times));
      let painted: Awaited<ReturnType<typeof change>> = [];
      const cpu = await during(async () => {
        painted = await change(times);
      });
      if (painted.some(({ seen }) => !seen)) throw new Error('A chat was not painted.');
      const each = cpu / painted.length - idle / times;
      if (each <= 0) throw new Error('A switch cost no more than frames without one.');
      return { cpu: each, frames: each / FRAME, painted: Math.max(...painted.map(({ frames }) => frames)) };
    }),
  figures: (samples) => ({ frames: middle(samples, 'ours', 'frames') }),
};

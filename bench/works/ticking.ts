// Two hundred running timers on a page that does nothing else.
import { ratio } from '../figures.js';
import type { Work } from './work.js';

const TIMERS = 200;
const LIMIT = 60_000;
/** High enough for all timers side by side, in pixels. */
const TALL = 2400;

const entrants: Readonly<Record<string, { readonly subject: string; readonly all: boolean }>> = {
  'one loop': { subject: 'hand-ticking', all: true },
  ours: { subject: 'timers', all: true },
  'one loop, scrolled away': { subject: 'hand-ticking', all: false },
  'ours, scrolled away': { subject: 'timers', all: false },
};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const ticking: Work = {
  name: 'ticking',
  rounds: ({ quick }) => (quick ? 1 : 3),
  entrants: Object.keys(entrants).map((name) => ({ name })),
  sample: (stage, entrant, { quick }) =>
    stage.onPage(LIMIT, async ({ page, during, quiet }) => {
      const { subject, all } = entrants[entrant] ?? { subject: '', all: false };
      if (all) await page.setViewportSize({ width: 1000, height: TALL });
      await page.evaluate((name) => window.bench.load(name), subject);
      await page.evaluate(([name, count, side]) => window.bench.timers.open(name, count, side), [
        subject,
        TIMERS,
        all,
      ] as const);
      await quiet();
      const before = await page.evaluate(() => window.bench.timers.shown());
      const seconds = quick ? 3 : 5;
      const cpu = await during(() => sleep(seconds * 1000));
      if (before === '' || before === (await page.evaluate(() => window.bench.timers.shown())))
        throw new Error('The timers stand still.');
      return { cpu: cpu / seconds };
    }),
  figures: (samples) => ({
    all: ratio(samples, 'ours', 'one loop', 'cpu'),
    scrolled: ratio(samples, 'ours, scrolled away', 'one loop, scrolled away', 'cpu'),
  }),
};

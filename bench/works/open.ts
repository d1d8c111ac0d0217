// Opens a conversation. Both sides get the same list of messages, as a property or an argument.
import { largest, ratio, type Sample } from '../figures.js';
import type { Stage } from '../stage.js';
import type { Work } from './work.js';

/** How long a conversation may take to be painted, in milliseconds. */
const LIMIT = 30_000;
/** Who takes longer than this with 10,000 messages is not asked to open 100,000. */
const SLOW = 15_000;
/** How many looks tell what one costs. */
const LOOKS = 10;

const entrants: Readonly<Record<string, { readonly subject: string; readonly count: number }>> = {
  window: { subject: 'window', count: 10_000 },
  'ours, 10': { subject: 'pane', count: 10 },
  'ours, 10,000': { subject: 'pane', count: 10_000 },
  'ours, 100,000': { subject: 'pane', count: 100_000 },
  'window, 100,000': { subject: 'window', count: 100_000 },
  'plain rows': { subject: 'plain-rows', count: 10_000 },
};

const sample = (stage: Stage, entrant: string): Promise<Sample> =>
  stage.onPage(LIMIT + 10_000, async ({ page, during, quiet }) => {
    const { subject, count } = entrants[entrant] ?? { subject: '', count: 0 };
    await page.evaluate((name) => window.bench.load(name), subject);
    await page.evaluate((messages) => window.bench.conversations.prepare(messages), count);
    await quiet();
    let time = NaN;
    const cpu = await during(async () => {
      const painted = await page.evaluate(([name, limit]) => window.bench.conversations.open(name, limit), [
        subject,
        LIMIT,
      ] as const);
      if (!painted.seen) throw new Error('The newest message was not painted.');
      time = painted.time;
      await quiet();
    });
    // As many looks as there were are the bench's own.
    const looks = await page.evaluate(() => window.bench.looksSoFar());
    const look = (await during(() => page.evaluate((times) => window.bench.conversations.look(times), LOOKS))) / LOOKS;
    return {
      cpu: cpu - looks * look,
      time,
      elements: await page.evaluate(() => window.bench.conversations.elements()),
    };
  });

export const open: Work = {
  name: 'open',
  rounds: ({ quick }) => (quick ? 2 : 7),
  entrants: [
    { name: 'window' },
    { name: 'ours, 10', rounds: 1 },
    { name: 'ours, 10,000' },
    { name: 'ours, 100,000', unlessSlow: { entrant: 'ours, 10,000', limit: SLOW } },
    { name: 'window, 100,000', rounds: 2 },
    { name: 'plain rows', rounds: 2 },
  ],
  sample,
  figures: (samples) => {
    const counts = ['ours, 10', 'ours, 10,000', 'ours, 100,000'].map((entrant) =>
      largest(samples, entrant, 'elements'),
    );
    return {
      cpu: ratio(samples, 'ours, 10,000', 'window', 'cpu'),
      length: ratio(samples, 'ours, 100,000', 'ours, 10,000', 'cpu'),
      elements: counts.includes(undefined) ? undefined : Math.max(...counts.map(Number)),
    };
  },
};

// Appends messages one by one: ours come over a connector and through the desk, the baselines' by a call.
import { largest, quantile, ratio, type Sample } from '../figures.js';
import type { Stage } from '../stage.js';
import type { Amount, Work } from './work.js';

/** How long a conversation may take to be painted, and one more message, in milliseconds. */
const LIMIT = 30_000;
const APPEND_LIMIT = 8000;
/** How long all appends of a sample may take, in milliseconds. */
const BUDGET = 10_000;
/** Who takes longer than this with 10,000 messages is not asked for 100,000. */
const SLOW = 25_000;

const entrants: Readonly<Record<string, { readonly subject: string; readonly count: number }>> = {
  window: { subject: 'window', count: 10_000 },
  'ours, 100': { subject: 'desk-pane', count: 100 },
  'ours, 10,000': { subject: 'desk-pane', count: 10_000 },
  'ours, 100,000': { subject: 'desk-pane', count: 100_000 },
  'ours without a desk, 10,000': { subject: 'pane', count: 10_000 },
  'plain rows': { subject: 'plain-rows', count: 10_000 },
};

const sample = (stage: Stage, entrant: string, { quick }: Amount): Promise<Sample> =>
  stage.onPage(LIMIT * 2, async ({ page, during, quiet }) => {
    const { subject, count } = entrants[entrant] ?? { subject: '', count: 0 };
    await page.evaluate((name) => window.bench.load(name), subject);
    await page.evaluate((messages) => window.bench.conversations.prepare(messages), count);
    const { seen } = await page.evaluate(([name, limit]) => window.bench.conversations.open(name, limit), [
      subject,
      LIMIT,
    ] as const);
    if (!seen) throw new Error('The newest message was not painted.');
    await quiet();
    const append = (times: number) =>
      page.evaluate(
        ([name, messages, limit, budget]) => window.bench.conversations.append(name, messages, limit, budget),
        [subject, times, APPEND_LIMIT, BUDGET] as const,
      );
    await append(2);
    await quiet();
    const times = quick ? 15 : 40;
    const idle = await during(() => page.evaluate((count) => window.bench.conversations.rest(count), times));
    let painted: Awaited<ReturnType<typeof append>> = [];
    const cpu = await during(async () => {
      painted = await append(times);
    });
    if (painted.some(({ seen }) => !seen)) throw new Error('An appended message was not painted.');
    const each = cpu / painted.length - idle / times;
    if (each <= 0) throw new Error('An append cost no more than frames without one.');
    return {
      cpu: each,
      frames: Math.max(...painted.map(({ frames }) => frames)),
      time:
        quantile(
          painted.map(({ time }) => time),
          0.5,
        ) ?? NaN,
    };
  });

export const append: Work = {
  name: 'append',
  rounds: ({ quick }) => (quick ? 2 : 5),
  entrants: [
    { name: 'window' },
    { name: 'ours, 100' },
    { name: 'ours, 10,000' },
    { name: 'ours, 100,000', unlessSlow: { entrant: 'ours, 10,000', limit: SLOW } },
    { name: 'ours without a desk, 10,000', rounds: 2 },
    { name: 'plain rows', rounds: 1 },
  ],
  sample,
  figures: (samples) => ({
    cpu: ratio(samples, 'ours, 10,000', 'window', 'cpu'),
    frames: largest(samples, 'ours, 10,000', 'frames'),
    length: ratio(samples, 'ours, 100,000', 'ours, 100', 'cpu'),
  }),
};

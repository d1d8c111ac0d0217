// From the request of a page's script to the first frame that says that there is no chat.
import { ratio } from '../figures.js';
import type { Work } from './work.js';

const LIMIT = 10_000;

interface Scripts {
  readonly subject: string;
  readonly beside: readonly string[];
}

const entrants: Readonly<Record<string, Scripts>> = {
  'hand page': { subject: 'hand-page', beside: [] },
  ours: { subject: 'adapter', beside: ['/agent-chat-adapter.js'] },
};

export const empty: Work = {
  name: 'empty',
  rounds: ({ quick }) => (quick ? 3 : 11),
  entrants: [{ name: 'hand page' }, { name: 'ours' }],
  sample: (stage, entrant) =>
    stage.onPage(LIMIT * 2, async ({ page, during, quiet }) => {
      await quiet();
      const { subject, beside } = entrants[entrant] ?? { subject: '', beside: [] };
      let time = NaN;
      const cpu = await during(async () => {
        const painted = await page.evaluate(([name, others, limit]) => window.bench.empty.open(name, others, limit), [
          subject,
          beside,
          LIMIT,
        ] as const);
        if (!painted.seen) throw new Error('The empty page was not painted.');
        time = painted.time;
      });
      return { time, cpu };
    }),
  figures: (samples) => ({ time: ratio(samples, 'ours', 'hand page', 'time') }),
};

// Chats that come, are answered, used, ended, wrapped up and let go: what of them is left in the adapter.
import { middle } from '../figures.js';
import type { Kept } from '../stage.js';
import type { Work } from './work.js';

const MESSAGES = 100;
/** Chats that fill caches, and the log that a desk keeps, before anything is counted. */
const WARM = 60;
const BATCH = 20;
const ALTOGETHER = 150_000;
const LIMIT = 20_000;

export const closing: Work = {
  name: 'closing',
  rounds: () => 1,
  entrants: [{ name: 'ours' }],
  sample: (stage, _entrant, { quick }) =>
    stage.onPage(ALTOGETHER + LIMIT * 2, async ({ page, quiet, kept }) => {
      await page.evaluate(() => window.bench.load('adapter'));
      await page.evaluate((limit) => window.bench.adapters.open(0, 0, limit), LIMIT);
      const use = (from: number, chats: number) =>
        page.evaluate(([first, number, count]) => window.bench.adapters.useChats(first, number, count), [
          from,
          chats,
          MESSAGES,
        ] as const);
      await use(0, WARM);
      await quiet();
      /** Nodes that are nowhere in the document; some are always the browser's own. */
      const detached = async ({ nodes }: Kept): Promise<number> =>
        nodes - (await page.evaluate(() => window.bench.adapters.nodes()));
      const before = await kept();
      const detachedBefore = await detached(before);
      const end = Date.now() + ALTOGETHER;
      let chats = 0;
      while (chats < (quick ? 100 : 1000) && Date.now() < end) {
        await use(WARM + chats, BATCH);
        chats += BATCH;
      }
      await quiet();
      const after = await kept();
      if ((await page.evaluate(() => window.bench.adapters.chatsLeft())) > 0) throw new Error('A chat did not close.');
      return {
        chats,
        bytes: (after.bytes - before.bytes) / chats,
        nodes: (await detached(after)) - detachedBefore,
        listeners: after.listeners - before.listeners,
      };
    }),
  figures: (samples) => ({
    bytes: middle(samples, 'ours', 'bytes'),
    nodes: middle(samples, 'ours', 'nodes'),
    listeners: middle(samples, 'ours', 'listeners'),
  }),
};

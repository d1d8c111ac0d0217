// Finds, copies and prints in a conversation of which only a few rows are in the document, by keys and the pane's menu.
import { largest } from '../figures.js';
import type { Work } from './work.js';

const LIMIT = 60_000;
/** Paper for so many messages takes its time. */
const ALTOGETHER = 300_000;
const MESSAGES = 100_000;

export const whole: Work = {
  name: 'whole',
  rounds: () => 1,
  entrants: [{ name: 'ours' }],
  sample: (stage, _entrant, { quick }) =>
    stage.onPage(ALTOGETHER, async ({ page, quiet }) => {
      const count = quick ? MESSAGES / 10 : MESSAGES;
      await page.evaluate(() => window.bench.load('pane'));
      await page.evaluate((messages) => window.bench.conversations.prepare(messages), count);
      const { seen } = await page.evaluate((limit) => window.bench.conversations.open('pane', limit), LIMIT);
      if (!seen) throw new Error('The newest message was not painted.');
      const times: number[] = [];
      const timed = async <T>(work: () => Promise<T>): Promise<T> => {
        const begin = Date.now();
        const done = await work();
        times.push(Date.now() - begin);
        return done;
      };
      const log = page.getByRole('log');

      await log.click({ position: { x: 4, y: 4 } });
      await page.keyboard.press('Control+f');
      const field = page.locator('[part~=find-field]');
      const said = page.locator('[part~=find-bar] [role=status]').filter({ hasText: /\d/ });
      await timed(async () => {
        await field.fill('[chat-1/');
        await said.waitFor({ state: 'attached', timeout: LIMIT });
      });
      const found = Number(/[\d,]+$/.exec((await said.innerText()).trim())?.[0].replaceAll(',', ''));
      await field.press('Escape');
      await quiet();

      await page.evaluate(() => window.bench.whole.expect('copied'));
      await log.click({ position: { x: 4, y: 4 } });
      await page.keyboard.press('Control+a');
      const copied = await timed(async () => {
        await page.keyboard.press('Control+c');
        return page.evaluate(() => window.bench.whole.came('copied'));
      });

      await page.evaluate(() => window.bench.whole.expect('printed'));
      await page.locator('[part~=more-button]').click();
      const printed = await timed(async () => {
        await page.locator('[part~=print-item]').click();
        return page.evaluate(() => window.bench.whole.came('printed'));
      });
      const [findTime = NaN, copyTime = NaN, printTime = NaN] = times;
      return { findTime, copyTime, printTime, found: count - found, copied: count - copied, printed: count - printed };
    }),
  figures: (samples) => ({
    found: largest(samples, 'ours', 'found'),
    copied: largest(samples, 'ours', 'copied'),
    printed: largest(samples, 'ours', 'printed'),
  }),
};

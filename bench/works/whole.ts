// Finds, copies and prints in a conversation of which only a few rows are in the document, by keys and the pane's menu.
import { largest } from '../figures.js';
import type { Work } from './work.js';

const LIMIT = 60_000;
const MESSAGES = 100_000;

export const whole: Work = {
  name: 'whole',
  rounds: () => 1,
  entrants: [{ name: 'ours' }],
  sample: (stage, _entrant, { quick }) =>
    stage.onPage(LIMIT * 2, async ({ page, quiet }) => {
      const count = quick ? MESSAGES / 5 : MESSAGES;
      await page.evaluate(() => window.bench.load('pane'));
      await page.evaluate((messages) => window.bench.conversations.prepare(messages), count);
      const { seen } = await page.evaluate((limit) => window.bench.conversations.open('pane', limit), LIMIT);
      if (!seen) throw new Error('The newest message was not painted.');
      const log = page.getByRole('log');

      await log.click({ position: { x: 4, y: 4 } });
      await page.keyboard.press('Control+f');
      const field = page.locator('[part~=find-field]');
      await field.fill('[chat-1/');
      const said = page.locator('[part~=find-bar] [role=status]').filter({ hasText: /\d/ });
      await said.waitFor({ timeout: LIMIT });
      const found = Number(/[\d,]+$/.exec((await said.innerText()).trim())?.[0].replaceAll(',', ''));
      await field.press('Escape');
      await quiet();

      await page.evaluate(() => window.bench.whole.expect('copied'));
      await log.click({ position: { x: 4, y: 4 } });
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+c');
      const copied = await page.evaluate(() => window.bench.whole.came('copied'));

      await page.evaluate(() => window.bench.whole.expect('printed'));
      await page.locator('[part~=more-button]').click();
      await page.locator('[part~=print-item]').click();
      const printed = await page.evaluate(() => window.bench.whole.came('printed'));
      return { found: count - found, copied: count - copied, printed: count - printed };
    }),
  figures: (samples) => ({
    found: largest(samples, 'ours', 'found'),
    copied: largest(samples, 'ours', 'copied'),
    printed: largest(samples, 'ours', 'printed'),
  }),
};

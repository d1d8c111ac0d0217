// Messages arrive over many chats while real keys go into the composer of one of them.
import { droppedFrames, largest, quantile, ratio, type Sample } from '../figures.js';
import type { BenchPage, Stage } from '../stage.js';
import type { Amount, Work } from './work.js';

const CHATS = 20;
const RATE = 1000;
/** How many messages each chat has before. */
const BEFORE = 200;
const LIMIT = 30_000;
/** Milliseconds between two keys. */
const PACE = 97;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Presses keys until told to stop, whether or not the page keeps up. */
const typeOn = ({ cdp }: BenchPage): (() => void) => {
  let pressed = 0;
  const timer = setInterval(() => {
    const key = LETTERS[pressed++ % LETTERS.length] ?? 'a';
    const code = key.toUpperCase();
    const pressedKey = { key, code: `Key${code}`, windowsVirtualKeyCode: code.charCodeAt(0) };
    // A page that is gone by now needs no more keys.
    cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...pressedKey }).catch(() => {});
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressedKey }).catch(() => {});
  }, PACE);
  return () => clearInterval(timer);
};

const sample = (stage: Stage, entrant: string, { quick }: Amount): Promise<Sample> =>
  stage.onPage(LIMIT * 2, async (benchPage) => {
    const { page, quiet, marks } = benchPage;
    const seconds = quick ? 3 : 10;
    await page.evaluate(() => window.bench.load('adapter'));
    const { seen } = await page.evaluate(([chats, count, limit]) => window.bench.adapters.open(chats, count, limit), [
      CHATS,
      BEFORE,
      LIMIT,
    ] as const);
    if (!seen) throw new Error('The open chat was not painted.');
    await page.getByRole('textbox', { name: 'Message…' }).click();
    await quiet();
    const stop = typeOn(benchPage);
    const { result, used } = await marks('bench-frame', () =>
      page
        .evaluate(([rate, chats, time, heard]) => window.bench.adapters.watch(rate, chats, time, heard), [
          entrant === 'idle' ? 0 : RATE,
          CHATS,
          seconds,
          entrant === 'ours',
        ] as const)
        .finally(stop),
    );
    const { keys, frames, lost, kept } = result;
    if (keys.length === 0) throw new Error('No key reached the composer.');
    if (used.length !== frames.length) throw new Error('The timeline has not one mark for each frame.');
    return {
      dropped: droppedFrames(frames, used),
      late: droppedFrames(frames),
      keys: quantile(keys, 0.95) ?? NaN,
      lost,
      missing: entrant === 'ours' ? RATE * seconds - kept : 0,
    };
  });

export const stream: Work = {
  name: 'stream',
  rounds: ({ quick }) => (quick ? 1 : 3),
  // `unheard`: the same page and the same worker, and nobody is told.
  entrants: [{ name: 'idle' }, { name: 'ours' }, { name: 'unheard', rounds: 1 }],
  sample,
  figures: (samples) => ({
    dropped: largest(samples, 'ours', 'dropped'),
    keys: ratio(samples, 'ours', 'idle', 'keys'),
    lost: largest(samples, 'ours', 'lost'),
    missing: largest(samples, 'ours', 'missing'),
  }),
};

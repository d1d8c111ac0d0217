// Photographs every state of every tag in every mode, and compares it with how it was accepted. `--update` accepts how it
// looks now; `--only=chat-pane,dark` looks at some tags and modes.
import { readBaseline, readIndex, removeBaseline, writeBaseline, writeIndex, type BaselineIndex } from './baselines.js';
import { findingsOf } from './look.js';
import type { Picture } from './picture.js';
import { hasPinnedBrowser, startPinnedBrowser } from './pinned-browser.js';
import { wordsOf, writeReport, type Finding } from './report.js';
import { openSheetPages } from './sheet-pages.js';
import type { PaintedCell } from './page.js';

/** Pages that are photographed at a time: two keep two cores busy. */
const AT_A_TIME = 2;

const given = process.argv.slice(2);
const isUpdate = given.includes('--update');
const only = given
  .find((one) => one.startsWith('--only='))
  ?.slice(7)
  .split(',');

interface Looked {
  readonly key: string;
  readonly picture: Picture;
  readonly cells: readonly PaintedCell[];
  readonly findings: readonly Finding[];
}

const keyOf = (tag: string, mode: string): string => `${tag}.${mode}`;

/** Keeps how it looks now, and what was looked at before stays as it was. */
const accept = (index: BaselineIndex, looked: readonly Looked[], pictures: readonly string[]): void => {
  const kept = Object.fromEntries(Object.entries(index).filter(([key]) => pictures.includes(key)));
  for (const key of Object.keys(index)) if (!pictures.includes(key)) removeBaseline(key);
  for (const { key, picture, cells, findings } of looked) {
    if (findings.some(({ verdict }) => verdict.is !== 'same')) writeBaseline(key, picture);
    kept[key] = cells.map(({ name, x, y, width, height, figures }) => ({ name, x, y, width, height, figures }));
  }
  writeIndex(kept);
};

const run = async (): Promise<boolean> => {
  const index = readIndex();
  const browser = await startPinnedBrowser();
  try {
    const { pictures, take } = await openSheetPages(browser, AT_A_TIME);
    const asked = pictures.filter(([tag, mode]) => only === undefined || only.includes(tag) || only.includes(mode));
    const looked = await Promise.all(
      asked.map(async ([tag, mode]): Promise<Looked> => {
        const { picture, cells } = await take(tag, mode, []);
        const key = keyOf(tag, mode);
        const before = { picture: readBaseline(key), cells: index[key] ?? [] };
        return { key, picture, cells, findings: findingsOf({ tag, mode }, before, { picture, cells }) };
      }),
    );
    const findings = looked.flatMap((one) => one.findings);
    const count = looked.reduce((sum, { cells }) => sum + cells.length, 0);
    const told = findings.filter(({ problem }) => !isUpdate || problem !== undefined);
    for (const finding of told) console.log(`${finding.tag} · ${finding.state} · ${finding.mode}: ${wordsOf(finding)}`);
    if (isUpdate) {
      accept(
        index,
        looked,
        pictures.map(([tag, mode]) => keyOf(tag, mode)),
      );
      console.log(`Accepted: ${count} states in ${looked.length} pictures.`);
    } else if (findings.length > 0) console.log(`Side by side: ${writeReport(findings)}`);
    console.log(`looks: ${count - told.length} passed, ${told.length} failed, 0 skipped`);
    return told.length === 0;
  } finally {
    await browser.close();
  }
};

if (hasPinnedBrowser()) process.exitCode = (await run()) ? 0 : 1;
else {
  console.log(`Skipped: the pinned browser is for Linux on x64, and this is ${process.platform} on ${process.arch}.`);
  console.log(`looks: 0 passed, 0 failed, ${Object.values(readIndex()).flat().length} skipped`);
}

// Photographs every state of every tag in every mode, and compares it with how it was accepted. `--update` accepts how it
// looks now; `--only=chat-pane,dark` looks at some tags or modes.
import { modes } from '../../stories/state-sheet/modes.js';
import { sheet } from '../../stories/state-sheet/states.js';
import { readBaseline, readIndex, removeBaseline, writeBaseline, writeIndex, type BaselineIndex } from './baselines.js';
import { declaredStates, declaredTags } from './declared-states.js';
import { findingsOf } from './look.js';
import { writePalettePng } from './picture.js';
import { hasPinnedBrowser, startPinnedBrowser } from './pinned-browser.js';
import { wordsOf, writeReport, type Finding } from './report.js';
import { openSheetPages, type Taken } from './sheet-pages.js';

/** Pages that are photographed at a time: two keep two cores busy. */
const AT_A_TIME = 2;

const given = process.argv.slice(2);
const isUpdate = given.includes('--update');
const only = given
  .find((one) => one.startsWith('--only='))
  ?.slice(7)
  .split(',');

const pictures = sheet.flatMap(({ tag }) => modes.map((mode) => ({ tag, mode, key: `${tag}.${mode.id}` })));
type Wanted = (typeof pictures)[number];

interface Looked extends Pick<Taken, 'cells' | 'seen'> {
  readonly key: string;
  readonly findings: readonly Finding[];
  /** To be accepted, where it is another than before: as it is kept, for all pictures would fill the memory. */
  readonly png?: Buffer;
}

/** Takes the pictures that one setting of the browser is needed for. */
const lookAt = async (
  wanted: readonly Wanted[],
  textSize: number,
  index: BaselineIndex,
): Promise<readonly Looked[]> => {
  const tasks = wanted.filter(({ mode }) => mode.textSize === textSize);
  if (tasks.length === 0) return [];
  const browser = await startPinnedBrowser(textSize);
  try {
    const { take } = await openSheetPages(browser, AT_A_TIME);
    return await Promise.all(
      tasks.map(async ({ tag, mode: { id: mode }, key }) => {
        const taken = await take(tag, mode);
        const before = { picture: readBaseline(key), cells: index[key] ?? [] };
        const findings = findingsOf({ tag, mode }, before, taken);
        const isNew = findings.some(({ verdict }) => verdict.is !== 'same');
        return {
          key,
          cells: taken.cells,
          seen: taken.seen,
          // Where all is accepted, only what is wrong by itself is told, in words.
          findings: isUpdate ? findings.map(({ expected: _before, actual: _now, ...words }) => words) : findings,
          ...(isUpdate && isNew && { png: writePalettePng(taken.picture) }),
        };
      }),
    );
  } finally {
    await browser.close();
  }
};

/** Keeps how it looks now; what was not looked at stays as it was. */
const accept = (index: BaselineIndex, looked: readonly Looked[]): void => {
  const isWanted = (key: string): boolean => pictures.some((one) => one.key === key);
  const kept = Object.fromEntries(Object.entries(index).filter(([key]) => isWanted(key)));
  for (const key of Object.keys(index)) if (!isWanted(key)) removeBaseline(key);
  for (const { key, png, cells } of looked) {
    if (png) writeBaseline(key, png);
    kept[key] = cells.map(({ name, x, y, width, height, figures }) => ({ name, x, y, width, height, figures }));
  }
  writeIndex(kept);
};

/** What the manifest tells of and no cell shows. */
const missingIn = (looked: readonly Looked[]): readonly string[] => {
  const seen = new Set(looked.flatMap((one) => one.seen));
  const tags = declaredTags.filter((tag) => !sheet.some((one) => one.tag === tag));
  return [...tags, ...declaredStates.filter((state) => !seen.has(state))];
};

const run = async (): Promise<boolean> => {
  const index = readIndex();
  const wanted = pictures.filter(({ tag, mode }) => only === undefined || only.includes(tag) || only.includes(mode.id));
  const looked: Looked[] = [];
  for (const textSize of new Set(modes.map((mode) => mode.textSize)))
    looked.push(...(await lookAt(wanted, textSize, index)));
  const findings = looked.flatMap((one) => one.findings).filter(({ problem }) => !isUpdate || problem !== undefined);
  const missing = only === undefined ? missingIn(looked) : [];
  for (const finding of findings)
    console.log(`${finding.tag} · ${finding.state} · ${finding.mode}: ${wordsOf(finding)}`);
  for (const one of missing) console.log(`${one}: in no state of the sheet`);
  if (isUpdate) accept(index, looked);
  else if (findings.length > 0) console.log(`Side by side: ${writeReport(findings)}`);
  const failed = findings.length + missing.length;
  const count = looked.reduce((sum, { cells }) => sum + cells.length, 0);
  console.log(`looks: ${count - findings.length} passed, ${failed} failed, 0 skipped`);
  return failed === 0;
};

if (hasPinnedBrowser()) process.exitCode = (await run()) ? 0 : 1;
else {
  console.log(`Skipped: the pinned browser is for Linux on x64, and this is ${process.platform} on ${process.arch}.`);
  console.log(`looks: 0 passed, 0 failed, ${pictures.length} pictures skipped`);
}

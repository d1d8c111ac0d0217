// Measures the contrast of every tag's main states, from rendered pixels, in every theme, light and dark.
// npm run contrast -- [--themes=default,neutral] [--sheets=small,panes] [--sample=7]
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { atTop } from '../support/at-top.mjs';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';
import { measure, measureFocus, type Finding } from './measure.js';
import { bundleLook, openLook, pageWith, showSheet } from './stage.js';

const SHEETS = [
  ...['small', 'lists', 'messages', 'transcript', 'panes', 'unavailable', 'find', 'menu', 'forms', 'choosing'],
  ...['dialog', 'adapter', 'previews', 'notices', 'popover'],
];
const SCALE = 2;

interface Look {
  readonly theme: string;
  readonly scheme: 'light' | 'dark';
  readonly contrast: 'no-preference' | 'more';
}

const themes = readdirSync(atTop('src/theme/themes'))
  .filter((file) => file.endsWith('.css'))
  .map((file) => file.slice(0, -'.css'.length));

const { values } = parseArgs({
  options: {
    themes: { type: 'string', default: ['default', ...themes].join(',') },
    sheets: { type: 'string', default: SHEETS.join(',') },
    // Any number: one look and a third of the sheets, others for the next number.
    sample: { type: 'string' },
  },
});

const looks: readonly Look[] = values.themes
  .split(',')
  .flatMap((theme) =>
    (['light', 'dark'] as const).flatMap((scheme): readonly Look[] => [
      { theme, scheme, contrast: 'no-preference' },
      ...(theme === 'default' ? [{ theme, scheme, contrast: 'more' } as const] : []),
    ]),
  );
const sample = values.sample === undefined ? undefined : Number(values.sample);
const chosen = sample === undefined ? looks : looks.filter((_, index) => index === sample % looks.length);
const sheets = values.sheets.split(',').filter((_, index) => sample === undefined || index % 3 === sample % 3);

const inWords = ({ kind, name, contrast, least }: Finding): string =>
  `${kind} ${name}: ${contrast.toFixed(2)}, at least ${least}`;

const begin = Date.now();
const script = await bundleLook();
const browser = await chromium.launch({ executablePath: ensureChrome(), args: [...chromeArguments] });
const results = [];
for (const look of chosen) {
  const { theme, scheme, contrast } = look;
  const styles = theme === 'default' ? '' : readFileSync(atTop(`src/theme/themes/${theme}.css`), 'utf8');
  const page = await openLook(browser, {
    script,
    page: pageWith(styles),
    context: { colorScheme: scheme, contrast, reducedMotion: 'reduce', deviceScaleFactor: SCALE },
  });
  const findings: Finding[] = [];
  const weak: string[] = [];
  for (const sheet of sheets) {
    await showSheet(page, sheet);
    const found = [...(await measure(page, SCALE)), ...(await measureFocus(page, SCALE))];
    findings.push(...found);
    weak.push(...found.filter((each) => each.contrast < each.least).map((each) => `${sheet}: ${inWords(each)}`));
  }
  await page.context().close();
  const lowest = Object.fromEntries(
    (['text', 'icon', 'edge', 'focus'] as const).map((kind) => {
      const all = findings.filter((each) => each.kind === kind).map((each) => each.contrast);
      return [kind, { count: all.length, lowest: Number(Math.min(...all).toFixed(2)) }];
    }),
  );
  const name = `${theme}, ${scheme}${contrast === 'more' ? ', more contrast' : ''}`;
  const figures = Object.entries(lowest).map(([kind, { count, lowest }]) => `${kind} ${lowest} (${count})`);
  console.log(`${weak.length === 0 ? 'ok    ' : 'FAILED'} ${name}: lowest ${figures.join(', ')}`);
  for (const each of weak) console.log(`         ${each}`);
  results.push({ ...look, ...lowest, weak });
}
await browser.close();
const failed = results.reduce((sum, { weak }) => sum + weak.length, 0);
console.log(JSON.stringify({ seconds: Math.round((Date.now() - begin) / 1000), failed, sheets, looks: results }));
if (failed > 0) process.exitCode = 1;

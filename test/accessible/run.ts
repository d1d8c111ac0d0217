// Lets axe and IBM's engine look at every story of the static Storybook in every mode. `--sample=day/41` looks at a part,
// each day at another; `--only=chat-pane` at the stories whose id has that in it.
import { chromium, type Browser } from 'playwright';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';
import { inParallel } from '../support/in-parallel.js';
import { auditPage, bringEngines } from './audit.js';
import { exceptionFor, exceptions, type Exception } from './exceptions.js';
import { grouped, type Audit, type Violation } from './finding.js';
import { nameOf, readSample, sampled, type AuditMode } from './modes.js';
import { openStory, serveStories, showIn, storyIds } from './story-pages.js';

/** Pages that are looked at together: two keep two cores busy. */
const AT_A_TIME = 2;

const optionOf = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

interface Looked {
  readonly story: string;
  readonly mode: string;
  readonly audit: Audit;
}

/** Looks at one story in its modes. A story that cannot be looked at is told, and the others go on. */
const lookAt = async (
  browser: Browser,
  url: string,
  story: string,
  modes: readonly AuditMode[],
): Promise<readonly Looked[]> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await openStory(page, url, story);
    await bringEngines(page);
    const looked: Looked[] = [];
    for (const mode of modes) {
      await showIn(page, mode);
      looked.push({ story, mode: nameOf(mode), audit: await auditPage(page, '#storybook-root') });
    }
    return looked;
  } finally {
    await context.close();
  }
};

const oneLine = (text: string, most: number): string => text.replace(/\s+/gu, ' ').trim().slice(0, most);

const run = async (): Promise<boolean> => {
  const only = optionOf('only');
  const sample = optionOf('sample');
  const stories = storyIds().filter((id) => only === undefined || id.includes(only));
  const tasks = sampled(stories, sample === undefined ? { part: 0, of: 1 } : readSample(sample, Date.now()));
  const server = await serveStories();
  const browser = await chromium.launch({ executablePath: ensureChrome(), args: [...chromeArguments] });
  const broken: string[] = [];
  const used = new Set<Exception>();
  const isMeant = (violation: Violation, place: string): boolean => {
    const exception = exceptionFor(violation, place);
    if (exception) used.add(exception);
    return exception === undefined;
  };
  const foundIn = (all: readonly Looked[]): readonly (Omit<Looked, 'audit'> & { readonly violation: Violation })[] =>
    all.flatMap(({ story, mode, audit }) =>
      audit.violations
        .filter((one) => isMeant(one, `${story} · ${mode}`))
        .map((violation) => ({ story, mode, violation })),
    );
  /** All of it takes long: what is found in a story is told as soon as it has been looked at. */
  const tell = (all: readonly Looked[]): readonly Looked[] => {
    for (const { story, modes, violation } of grouped(foundIn(all)))
      console.log(
        `${violation.engine} ${violation.rule} in ${story} (${modes.length} modes: ${modes[0]} …)\n  ${oneLine(violation.message, 200)}\n  ${oneLine(violation.snippet, 200)}`,
      );
    return all;
  };
  const looked = (
    await inParallel(tasks, AT_A_TIME, ({ story, modes }) =>
      lookAt(browser, server.url, story, modes)
        .then(tell)
        .catch((error: unknown): readonly Looked[] => {
          broken.push(`${story}: ${oneLine(String(error), 300)}`);
          return [];
        }),
    )
  ).flat();
  await browser.close();
  server.close();

  const found = foundIn(looked);
  // A part need not need every exception.
  const idle = only === undefined && sample === undefined ? exceptions.filter((one) => !used.has(one)) : [];
  for (const line of broken) console.log(`Not looked at: ${line}`);
  for (const { engine, rule, where } of idle) console.log(`Not needed any more: ${engine} ${rule} ${where}`);
  const count = (engine: Violation['engine']): object => ({
    violations: found.filter(({ violation }) => violation.engine === engine).length,
    unsure: looked.reduce((sum, { audit }) => sum + audit.unsure[engine], 0),
  });
  console.log(
    JSON.stringify({
      stories: new Set(looked.map(({ story }) => story)).size,
      looks: looked.length,
      axe: count('axe'),
      ibm: count('ibm'),
      exceptions: used.size,
      idleExceptions: idle.length,
      broken: broken.length,
    }),
  );
  return looked.length > 0 && found.length + broken.length + idle.length === 0;
};

process.exitCode = (await run()) ? 0 : 1;

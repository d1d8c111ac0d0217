// Proves the apps in examples/ as their authors would meet the package: packed, and installed into an empty folder. A line
// for each, then one of JSON. `--only=vue,svelte` proves some; `--sample=day/5` a fifth of them, each day another;
// `--oldest` takes the oldest frameworks that the package is for; `--chromium=126.0.0` an older browser;
// `--tarball=/path/to.tgz` a package that is packed already.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { readSample } from '../accessible/modes.js';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';
import { inParallel } from '../support/in-parallel.js';
import { apps, oldest } from './apps.js';
import { choose } from './choose.js';
import { getOldChromium } from './old-chromium.js';
import { pack } from './pack.js';
import { prove, type Proof } from './prove.js';

/** Apps that are proven together: two keep two cores busy. */
const AT_A_TIME = 2;

const optionOf = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

const tell = ({ name, seconds, failed }: Proof): void => {
  const steps = Object.entries(seconds).map(([step, took]) => `${step} ${took} s`);
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name.padEnd(10)} ${steps.join(', ')}`);
  if (failed) console.log(`${failed.step}: ${failed.why}\n`);
};

/** The machine's own Chromium, or the one that is asked for. */
const startBrowser = async (home: string): Promise<Browser> => {
  const version = optionOf('chromium');
  const start = version === undefined ? { executablePath: ensureChrome() } : await getOldChromium(version, home);
  return chromium.launch({ ...start, args: [...chromeArguments] });
};

const run = async (): Promise<boolean> => {
  const all = process.argv.includes('--oldest') ? oldest : apps;
  const sample = optionOf('sample');
  const names = choose(
    all.map(({ name }) => name),
    {
      only: optionOf('only')?.split(','),
      sample: sample === undefined ? undefined : readSample(sample, Date.now()),
    },
  );
  const chosen = all.filter(({ name }) => names.includes(name));
  const home = mkdtempSync(join(tmpdir(), 'agent-chat-examples-'));
  let browser: Browser | undefined;
  try {
    const started = await startBrowser(home);
    browser = started;
    console.log(`In Chromium ${started.version()}.`);
    const begun = performance.now();
    const tarball = optionOf('tarball') ?? (await pack(home));
    const packing = Math.round((performance.now() - begun) / 1000);
    const proofs = await inParallel(chosen, AT_A_TIME, async (app) => {
      const proof = await prove(app, home, tarball, started);
      tell(proof);
      return proof;
    });
    const failed = proofs.filter((proof) => proof.failed).map(({ name }) => name);
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(JSON.stringify({ apps: proofs.length, of: all.length, failed, packing, seconds }));
    return proofs.length > 0 && failed.length === 0;
  } finally {
    await browser?.close();
    rmSync(home, { recursive: true, force: true });
  }
};

process.exitCode = (await run()) ? 0 : 1;

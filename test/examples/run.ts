// Proves the apps in examples/ as their authors would meet the package: packed, and installed into an empty folder. A line
// for each, then one of JSON. `--only=vue,svelte` proves some; `--sample=day/4` a quarter of them, each day another;
// `--tarball=/path/to.tgz` takes a package that is packed already.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { readSample } from '../accessible/modes.js';
import { atTop } from '../support/at-top.mjs';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';
import { inParallel } from '../support/in-parallel.js';
import { choose } from './choose.js';
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

const run = async (): Promise<boolean> => {
  const all = readdirSync(atTop('examples')).filter((name) => existsSync(atTop(`examples/${name}/package.json`)));
  const sample = optionOf('sample');
  const names = choose(all, {
    only: optionOf('only')?.split(','),
    sample: sample === undefined ? undefined : readSample(sample, Date.now()),
  });
  const home = mkdtempSync(join(tmpdir(), 'agent-chat-examples-'));
  const browser = await chromium.launch({ executablePath: ensureChrome(), args: [...chromeArguments] });
  try {
    const begun = performance.now();
    const tarball = optionOf('tarball') ?? (await pack(home));
    const packing = Math.round((performance.now() - begun) / 1000);
    const proofs = await inParallel(names, AT_A_TIME, async (name) => {
      const proof = await prove(name, home, tarball, browser);
      tell(proof);
      return proof;
    });
    const failed = proofs.filter((proof) => proof.failed).map(({ name }) => name);
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(JSON.stringify({ apps: proofs.length, of: all.length, failed, packing, seconds }));
    return proofs.length > 0 && failed.length === 0;
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
};

process.exitCode = (await run()) ? 0 : 1;

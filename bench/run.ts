// Measures the adapter against baselines that are written by hand, in one run.
// npm run bench -- [--only=open,append] [--rounds=7] [--quick] [--json=file]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { servePages } from './build.js';
import { median, rotated, type Sample, type Samples } from './figures.js';
import { changedBaselines, frozenHashes, hashesOfBaselines } from './frozen.js';
import { goals } from './goals.js';
import { startStage, type Stage } from './stage.js';
import { inWords, tableOf, verdictsOf, type Verdict } from './verdict.js';
import { append } from './works/append.js';
import { closing } from './works/closing.js';
import { empty } from './works/empty.js';
import { mounting } from './works/mounting.js';
import { open } from './works/open.js';
import { size } from './works/size.js';
import { stream } from './works/stream.js';
import { switching } from './works/switching.js';
import { ticking } from './works/ticking.js';
import { whole } from './works/whole.js';
import type { Amount, Entrant, Work } from './works/work.js';

const works: readonly Work[] = [open, append, empty, stream, ticking, mounting, closing, switching, size, whole];

/** A sample that takes longer than this, in milliseconds, is the last of its entrant. */
const TOO_SLOW = 20_000;

interface Measured {
  readonly samples: Samples;
  /** Why an entrant has no sample, or no more of them. */
  readonly failures: readonly string[];
}

/** All rounds of a work; in each round all entrants, in another order each time. */
const measure = async (stage: Stage, work: Work, rounds: number, amount: Amount): Promise<Measured> => {
  const samples = new Map<string, Map<number, Sample>>();
  const failures = new Map<string, string>();
  const took = new Map<string, number>();

  const takePart = async ({ name, unlessSlow, rounds: most = Infinity }: Entrant, round: number): Promise<void> => {
    if (round >= most || failures.has(name) || (took.get(name) ?? 0) > TOO_SLOW) return;
    if (unlessSlow !== undefined && (took.get(unlessSlow.entrant) ?? Infinity) > unlessSlow.limit) {
      failures.set(name, `not tried: ${unlessSlow.entrant} took too long`);
      return;
    }
    const begin = Date.now();
    try {
      const sample = await work.sample(stage, name, amount);
      samples.set(name, (samples.get(name) ?? new Map<number, Sample>()).set(round, sample));
      console.error(`  ${work.name} ${round + 1}/${rounds}  ${name}: ${inWords(sample)}`);
    } catch (error) {
      failures.set(name, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
      console.error(`  ${work.name} ${round + 1}/${rounds}  ${name} FAILED: ${failures.get(name) ?? ''}`);
    }
    took.set(name, Date.now() - begin);
  };

  for (let round = 0; round < rounds; round += 1)
    for (const entrant of rotated(work.entrants, round)) await takePart(entrant, round);
  return { samples, failures: [...failures].map(([name, why]) => `${work.name}, ${name}: ${why}`) };
};

/** The medians of everything that was measured, by entrant. */
const mediansOf = (samples: Samples): Record<string, Record<string, number>> => {
  const medians: Record<string, Record<string, number>> = {};
  for (const [name, rounds] of samples) {
    const all = [...rounds.values()];
    const figures = Object.keys(all[0] ?? {});
    medians[name] = Object.fromEntries(
      figures.map((figure) => [figure, Number((median(all.map((each) => each[figure] ?? NaN)) ?? NaN).toFixed(3))]),
    );
  }
  return medians;
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const only = values.only?.split(',') ?? works.map(({ name }) => name);
const unknown = only.filter((name) => !works.some((work) => work.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${works.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const changed = changedBaselines(frozenHashes(), hashesOfBaselines());
if (changed.length > 0) {
  console.error(`The baseline was changed: its figures cannot be compared (${changed.join(', ')}).`);
  process.exit(1);
}

const { quick } = values;
const begin = Date.now();
const served = await servePages();
const stage = await startStage(served.url);
const verdicts: Verdict[] = [];
const failures: string[] = [];
const medians: Record<string, unknown> = {};
try {
  for (const work of works.filter(({ name }) => only.includes(name))) {
    const rounds = Math.min(work.rounds({ quick }), Number(values.rounds ?? Infinity));
    const measured = await measure(stage, work, rounds, { quick });
    const figures = work.figures(measured.samples);
    failures.push(...measured.failures);
    verdicts.push(...verdictsOf(work.name, goals[work.name] ?? [], figures, quick));
    medians[work.name] = mediansOf(measured.samples);
  }
} finally {
  await stage.close();
  await served.close();
}

const missed = verdicts.filter(({ verdict }) => verdict === 'missed');
console.log(tableOf(verdicts));
for (const failure of failures) console.log(`Not measured: ${failure}`);
console.log('Anchoring, in three browsers: npm run test:engines.');
const summary = {
  quick,
  seconds: Math.round((Date.now() - begin) / 1000),
  chromium: stage.version,
  cores: cpus().length,
  missed: missed.length,
  goals: verdicts,
  medians,
  failures,
};
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
console.log(JSON.stringify(summary));
process.exitCode = missed.length === 0 ? 0 : 1;

// Proves delivery: `npm run scoreboard -- --engine=pglite|postgres|jetstream [--quick] [--seed=N | --seeds=a..b]`.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENGINES, startEngine, type EngineName } from './engines.js';
import { runSeed, type Load, type SeedResult } from './run-seed.js';
import { percentile, total } from './verdict.js';

const FULL: Load = { in: 10_000, out: 2000, cuts: 200, chats: 20, agents: 4 };
const QUICK: Load = { in: 500, out: 100, cuts: 18, chats: 5, agents: 2 };

/** One line of the file that shards append to. */
interface Line extends SeedResult {
  readonly engine: EngineName;
  readonly serverVersion: string;
  readonly seed: number;
}

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'pglite' },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1..20' },
    /** Takes the de-duplication out: the run must then fail. */
    'without-deduplication': { type: 'boolean', default: false },
    /** Where each seed's line is added, so that shards come together. */
    append: { type: 'string' },
  },
});

const engineName = ENGINES.find((name) => name === values.engine);
const seedsText = values.seed ?? (values.quick ? '1' : values.seeds);
const [first = NaN, last = first] = seedsText.split('..').map(Number);
if (engineName === undefined || !(first <= last)) {
  console.error('Usage: --engine=pglite|postgres|jetstream [--quick] [--seed=N | --seeds=a..b] [--append=file]');
  process.exit(2);
}

const load = values.quick ? QUICK : FULL;
const lines: Line[] = [];
if (values.append !== undefined)
  try {
    const before = readFileSync(values.append, 'utf8').trim().split('\n').filter(Boolean);
    lines.push(...before.map((line) => JSON.parse(line) as Line).filter(({ engine }) => engine === engineName));
  } catch {
    // The first shard begins the file.
  }

const engine = await startEngine(engineName);
try {
  for (let seed = first; seed <= last; seed += 1) {
    const began = Date.now();
    const result = await runSeed(engine, seed, load, values['without-deduplication']);
    const line: Line = { engine: engineName, serverVersion: await engine.serverVersion(), seed, ...result };
    lines.push(line);
    if (values.append !== undefined) writeFileSync(values.append, `${JSON.stringify(line)}\n`, { flag: 'a' });
    const { lost, duplicated, outOfOrder, sentTwice } = result.verdict;
    console.log(
      `seed ${seed}: ${result.in} in, ${result.out} out, ${result.killed.length} gateways killed, ` +
        `lost ${lost}, duplicated ${duplicated}, out of order ${outOfOrder}, sent twice ${sentTwice}, ` +
        `refused ${result.refused}, recovery p95 ${Math.round(percentile(result.recoveries, 0.95))} ms, ` +
        `${Math.round((Date.now() - began) / 1000)} s`,
    );
  }
} finally {
  await engine.remove();
}

const verdict = total(lines.map((line) => line.verdict));
const recoveryP95Ms = Math.round(
  percentile(
    lines.flatMap(({ recoveries }) => recoveries),
    0.95,
  ),
);
const cuts: Record<string, number> = {};
for (const line of lines) for (const [kind, count] of Object.entries(line.cuts)) cuts[kind] = (cuts[kind] ?? 0) + count;
const sum = (of: (line: Line) => number): number => lines.reduce((all, line) => all + of(line), 0);
console.log(
  JSON.stringify({
    engine: engineName,
    serverVersion: lines[0]?.serverVersion,
    seeds: lines.map(({ seed }) => seed),
    in: sum((line) => line.in),
    out: sum((line) => line.out),
    cuts,
    killed: lines.flatMap(({ killed }) => killed),
    refused: sum(({ refused }) => refused),
    ...verdict,
    recoveryP95Ms,
  }),
);
process.exit(Object.values(verdict).every((count) => count === 0) ? 0 : 1);

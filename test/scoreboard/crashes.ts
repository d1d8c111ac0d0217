// Proves that a page which dies in the middle of a send loses nothing, in a real browser over a real gateway:
// `npm run crashes -- [--cuts=500] [--seed=N] [--engine=pglite|postgres|jetstream] [--quick] [--lanes=5]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { seededRandom } from '../../src/testing/faults/seeded-random.js';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';
import { openLane, type Company, type Cut, type CutKind, type Outcome, type Trouble } from './crash-lane.js';
import { serveCrashPages } from './crash-page.js';
import type { Fate } from './crash-verdict.js';
import { ENGINES, startEngine } from './engines.js';
import { startGateway } from './gateways.js';
import { SECRETS } from './people.js';

const KINDS: readonly CutKind[] = ['reload', 'crash', 'close'];

/** How often each happens, of a hundred. */
const TROUBLES: Readonly<Record<Trouble, number>> = {
  none: 20,
  'late-answers': 36,
  'half-open': 18,
  'no-network': 14,
  'gateway-killed': 4,
  ended: 4,
  done: 4,
};
const COMPANIES: Readonly<Record<Company, number>> = { alone: 76, 'another-tab': 18, 'taken-over': 6 };
/** How long after the last Enter at most: at once, before the next painting, about when the answer comes, later. */
const MOMENTS = [0, 8, 40, 400];

const { values } = parseArgs({
  options: {
    cuts: { type: 'string' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'pglite' },
    quick: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '5' },
  },
});
const engineName = ENGINES.find((name) => name === values.engine);
const seed = Number(values.seed);
const wanted = Number(values.cuts ?? (values.quick ? 24 : 500));
const lanes = Number(values.lanes);
if (engineName === undefined || !Number.isInteger(seed) || !(wanted > 0) || !(lanes > 0)) {
  console.error('Usage: [--cuts=500] [--seed=N] [--engine=pglite|postgres|jetstream] [--quick] [--lanes=5]');
  process.exit(2);
}

const random = seededRandom(seed);
const below = (most: number): number => Math.floor(random() * most);
const pick = <T extends string>(shares: Readonly<Record<T, number>>): T => {
  let left = below(100);
  const all = Object.entries(shares) as [T, number][];
  return (all.find(([, share]) => (left -= share) < 0) ?? all[0])![0];
};
const cuts: readonly Cut[] = Array.from({ length: wanted }, (_, nth) => ({
  kind: KINDS[nth % KINDS.length]!,
  trouble: pick(TROUBLES),
  company: pick(COMPANIES),
  texts: 1 + below(3),
  before: [0, 0, 300, 600][below(4)]!,
  after: below(MOMENTS[below(MOMENTS.length)]! + 1),
  late: 60 + below(300),
}));

const began = Date.now();
const profile = mkdtempSync(join(tmpdir(), 'agent-chat-crashes-'));
const engine = await startEngine(engineName);
const gateway = await startGateway({
  ...(await engine.settings('crashes')),
  ...SECRETS,
  ORIGINS: '*',
  END_USER_GRACE: '300',
  FRAMES_PER_SECOND: '1000',
  FRAME_BURST: '2000',
  LOG_LEVEL: 'error',
  PEERS: 'none',
});
const pages = await serveCrashPages();
const context = await chromium.launchPersistentContext(profile, {
  executablePath: ensureChrome(),
  args: [...chromeArguments],
  // Whoever stops this command means all of it.
  handleSIGTERM: false,
});
context.setDefaultTimeout(60_000);

let killing = Promise.resolve();
const killed: number[] = [];
const killGateway = (): Promise<void> =>
  (killing = killing.then(async () => void killed.push(await gateway.killAndRestart())));

const outcomes: Outcome[] = [];
let unsettled = 0;
const runLane = async (nth: number): Promise<void> => {
  const lane = await openLane(nth, context, pages, gateway, killGateway);
  for (const [place, cut] of cuts.entries()) {
    if (place % lanes !== nth) continue;
    await lane.cut(cut).catch((error: unknown) => {
      unsettled += 1;
      console.log(`cut ${place} ${JSON.stringify(cut)}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  outcomes.push(...(await lane.finish()));
  await lane.close();
};
const version = engine.serverVersion();
try {
  await Promise.all(Array.from({ length: lanes }, (_, nth) => runLane(nth)));
  await version;
} finally {
  await context.close();
  await pages.close();
  await gateway.stop();
  await engine.remove();
  rmSync(profile, { recursive: true, force: true });
}

const count = (fate: Fate): number =>
  outcomes.reduce((sum, { fates }) => sum + fates.filter((one) => one.fate === fate).length, 0);
const tally = <T extends string>(of: (cut: Cut) => T): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const { cut } of outcomes) all[of(cut)] = (all[of(cut)] ?? 0) + 1;
  return all;
};
for (const { cut, fates, draft, outOfOrder } of outcomes)
  if (outOfOrder > 0 || fates.some(({ fate }) => fate === 'lost' || fate === 'doubled'))
    console.log(JSON.stringify({ cut, fates, draft, outOfOrder }));

const figures = {
  engine: engineName,
  serverVersion: await version,
  seed,
  cuts: tally(({ kind }) => kind),
  troubles: tally(({ trouble }) => trouble),
  companies: tally(({ company }) => company),
  killed: killed.length,
  beforeAck: outcomes.filter(({ beforeAck }) => beforeAck).length,
  sentOnce: count('sentOnce'),
  shownUnsent: count('shownUnsent'),
  stillDraft: count('stillDraft'),
  lost: count('lost'),
  doubled: count('doubled'),
  outOfOrder: outcomes.reduce((sum, one) => sum + one.outOfOrder, 0),
  unsettled,
  tookMs: Date.now() - began,
};
console.log(
  `${outcomes.length} pages went away in the middle of a send, ${figures.beforeAck} of them before the answer: ` +
    `${figures.sentOnce} messages sent once, ${figures.shownUnsent} shown as not sent, ${figures.stillDraft} still in ` +
    `the composer, ${figures.lost} lost, ${figures.doubled} doubled, ${figures.outOfOrder} out of order.`,
);
console.log(JSON.stringify(figures));
process.exit(figures.lost + figures.doubled + figures.outOfOrder + figures.unsettled === 0 ? 0 : 1);

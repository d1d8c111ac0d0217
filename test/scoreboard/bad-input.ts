// Bad input at either end: `npm run bad-input [-- --frames=10000 --seed=N --engine=pglite|postgres|jetstream]`.
import { parseArgs } from 'node:util';
import { casesAtClients, fuzzAgent, fuzzEndUser } from './bad-input/at-clients.js';
import { callWitnesses, casesAtGateway, fuzzGateway } from './bad-input/at-gateway.js';
import { isGood, type Fuzzed, type Outcome } from './bad-input/outcome.js';
import { ENGINES, startEngine } from './engines.js';
import { startGateway } from './gateways.js';
import { SECRETS } from './people.js';

const BURST = 100;

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'pglite' },
    frames: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const engineName = ENGINES.find((name) => name === values.engine);
const [frames, seed] = [Number(values.frames), Number(values.seed)];
if (engineName === undefined || !(frames > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: [--frames=10000] [--seed=N] [--engine=pglite|postgres|jetstream]');
  process.exit(2);
}

/** What nobody caught, here: of the clients' ends. */
const unhandled: string[] = [];
const note = (error: unknown): void => void unhandled.push(error instanceof Error ? error.message : String(error));
process.on('uncaughtException', note);
process.on('unhandledRejection', note);

const outcomes: Outcome[] = [];
let crashes = 0;
let gatewayFuzzed: Fuzzed;

const engine = await startEngine(engineName);
try {
  const gateway = await startGateway({
    ...(await engine.settings('bad-input')),
    ...SECRETS,
    FRAMES_PER_SECOND: '200',
    FRAME_BURST: String(BURST),
    LOG_LEVEL: 'warn',
    PEERS: 'none',
  });
  try {
    const witnesses = await callWitnesses(gateway);
    outcomes.push(...(await casesAtGateway(witnesses, BURST)));
    gatewayFuzzed = await fuzzGateway(witnesses, frames, seed);
    if (!gateway.alive) crashes += 1;
    // What is logged as a warning is trouble with the engine, or an error that only the outermost catch caught.
    unhandled.push(...gateway.words.split('\n').filter((line) => line !== ''));
    const closes = await (await fetch(`${gateway.url}/metrics`)).text();
    const gaveUp = /agent_chat_closes_total\{[^}]*code="1011"[^}]*\} (\d+)/u.exec(closes);
    if (gaveUp !== null) unhandled.push(`The gateway closed ${gaveUp[1]} sockets with 1011.`);
    witnesses.close();
  } finally {
    await gateway.stop();
  }
} finally {
  await engine.remove();
}
outcomes.push(...(await casesAtClients()));
const agentFuzzed = await fuzzAgent(frames, seed);
const endUserFuzzed = await fuzzEndUser(frames, seed + 1);

const wide = (text: string, width: number): string => text.padEnd(width).slice(0, Math.max(width, text.length));
for (const outcome of outcomes)
  console.log(
    `${isGood(outcome) ? ' ' : '!'} ${wide(outcome.end, 16)} ${wide(outcome.case, 50)} ${wide(outcome.refusedAs, 34)} ` +
      `${outcome.alive ? 'alive' : 'NOT ALIVE'}${outcome.refusedAs === outcome.wants ? '' : `, wants ${outcome.wants}`}`,
  );
const fuzzed = { gateway: gatewayFuzzed, connector: agentFuzzed, endUser: endUserFuzzed };
for (const [end, { frames: count, refused, hurt }] of Object.entries(fuzzed)) {
  const most = Object.entries(refused).sort(([, one], [, other]) => other - one);
  const names = most.slice(0, 6).map(([name, times]) => `${name} ${times}`);
  console.log(
    `${count} fuzzed frames to the ${end}: ${names.join(', ')}${most.length > 6 ? ' …' : ''}; hurt: ${hurt.join('; ') || 'nothing'}`,
  );
}
for (const words of unhandled) console.log(`Unhandled: ${words}`);
const cases = outcomes.map(({ end, case: what, refusedAs, alive }) => ({ end, case: what, refusedAs, alive }));
console.log(
  JSON.stringify({
    engine: engineName,
    seed,
    cases,
    fuzzed: { gateway: frames, connector: frames, endUser: frames },
    hurt: Object.values(fuzzed).flatMap(({ hurt }) => hurt),
    crashes,
    unhandled: unhandled.length,
  }),
);
const good = outcomes.every(isGood) && Object.values(fuzzed).every(({ hurt }) => hurt.length === 0);
process.exit(good && crashes === 0 && unhandled.length === 0 ? 0 : 1);

// What a gateway can do, and what it costs: `npm run load -- --engine=postgres --agents=50 --chats=10 --rate=100,200,400`.
// Each number of agents is held in turn, and each rate is tried with them. All on this machine, which must be Linux.
import { parseArgs } from 'node:util';
import { seededRandom } from '../../src/testing/faults/seeded-random.js';
import { ENGINES, startEngine } from './engines.js';
import { startGateway, type RunningGateway } from './gateways.js';
import { createHolding } from './held-chats.js';
import { SECRETS } from './people.js';
import { machineTime, processorTime, residentMegabytes } from './processor-time.js';
import { createTraffic } from './traffic.js';
import { percentile } from './verdict.js';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'postgres' },
    gateways: { type: 'string', default: '1' },
    agents: { type: 'string', default: '50' },
    /** Of each agent. */
    chats: { type: 'string', default: '10' },
    /** Messages per second, of all together. */
    rate: { type: 'string', default: '100,200,400' },
    /** How long each rate is measured. */
    seconds: { type: 'string', default: '20' },
  },
});

const numbers = (text: string): readonly number[] => text.split(',').map(Number);
const engineName = ENGINES.find((name) => name === values.engine);
const [gatewayCount = NaN, chatsOfEach = NaN, seconds = NaN] = [values.gateways, values.chats, values.seconds].map(
  Number,
);
const agentCounts = numbers(values.agents);
const rates = numbers(values.rate);
if (engineName === undefined || ![gatewayCount, chatsOfEach, seconds, ...agentCounts, ...rates].every((it) => it > 0)) {
  console.error(
    'Usage: --engine=pglite|postgres|jetstream --gateways=1 --agents=10,50 --chats=10 --rate=100,200 --seconds=20',
  );
  process.exit(2);
}

/** Written before anything is measured, and before each step: a program that has just started costs twice as much. */
const WARM_UP = { perSecond: 400, seconds: 10 };
const STEP_WARM_UP = 3;

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);

/** How many commits a gateway has made, and how long all of them took together, in milliseconds. */
const readCommits = async ({ url }: RunningGateway): Promise<{ readonly count: number; readonly ms: number }> => {
  const text = await (await fetch(`${url}/metrics`, { headers: { Connection: 'close' } })).text();
  const read = (name: string): number =>
    Number(new RegExp(`^agent_chat_commit_seconds_${name}\\S* (\\S+)`, 'mu').exec(text)?.[1] ?? 0);
  return { count: read('count'), ms: read('sum') * 1000 };
};

const engine = await startEngine(engineName);
const serverVersion = await engine.serverVersion();
const gateways: RunningGateway[] = [];
const traffic = createTraffic(seededRandom(1));
const steps: Readonly<Record<string, number | null>>[] = [];
try {
  const settings = {
    ...(await engine.settings('load')),
    ...SECRETS,
    // An agent with many chats writes more here than a person can.
    FRAMES_PER_SECOND: '1000',
    FRAME_BURST: '2000',
    PEERS: 'none',
  };
  while (gateways.length < gatewayCount) gateways.push(await startGateway(settings));
  const holding = createHolding({ gateways, chatsOfEach, onHeard: (id) => traffic.hear(id) });

  const look = async () => {
    const { user, system } = process.cpuUsage();
    const commits = await Promise.all(gateways.map(readCommits));
    return {
      time: performance.now(),
      commits: sumOf(commits, ({ count }) => count),
      commitMs: sumOf(commits, ({ ms }) => ms),
      all: machineTime(),
      gateway: processorTime(gateways.map(({ pid }) => pid)),
      engine: engine.pids === undefined ? null : processorTime(engine.pids()),
      generator: (user + system) / 1000,
      written: traffic.written,
      heard: traffic.heard,
    };
  };

  let lost = 0;
  for (const agents of agentCounts) {
    await holding.grow(agents);
    if (steps.length === 0) {
      await traffic.write(holding.chats, WARM_UP.perSecond, WARM_UP.seconds);
      lost += await traffic.settle();
    }
    for (const rate of rates) {
      await traffic.write(holding.chats, rate, STEP_WARM_UP);
      traffic.mark();
      const before = await look();
      await traffic.write(holding.chats, rate, seconds);
      const after = await look();
      lost += await traffic.settle();

      const lasted = (after.time - before.time) / 1000;
      const done = after.heard - before.heard;
      const engineMs = after.engine === null || before.engine === null ? null : after.engine - before.engine;
      const gatewayMs = after.gateway - before.gateway;
      const generatorMs = after.generator - before.generator;
      const othersMs = after.all - before.all - gatewayMs - (engineMs ?? 0) - generatorMs;
      const perMessage = (time: number | null): number | null =>
        time === null || done === 0 ? null : rounded(time / done, 3);
      const cores = (time: number): number => rounded(time / 1000 / lasted);
      const step = {
        agents,
        chats: holding.chats.length,
        offeredPerSecond: rounded((after.written - before.written) / lasted, 1),
        donePerSecond: rounded(done / lasted, 1),
        p50Ms: rounded(percentile(traffic.took, 0.5)),
        p95Ms: rounded(percentile(traffic.took, 0.95)),
        p99Ms: rounded(percentile(traffic.took, 0.99)),
        commitMs: rounded((after.commitMs - before.commitMs) / (after.commits - before.commits)),
        gatewayCpuMsPerMessage: perMessage(gatewayMs),
        engineCpuMsPerMessage: perMessage(engineMs),
        generatorCpuMsPerMessage: perMessage(generatorMs),
        engineShare: engineMs === null ? null : rounded(engineMs / (engineMs + gatewayMs)),
        gatewayCores: cores(gatewayMs),
        othersCores: cores(othersMs),
        gatewayMb: Math.round(sumOf(gateways, ({ pid }) => residentMegabytes(pid))),
        lost,
      };
      lost = 0;
      steps.push(step);
      console.log(
        `${agents} agents, ${step.chats} chats, ${step.offeredPerSecond}/s: ${step.donePerSecond}/s done, ` +
          `p50 ${step.p50Ms} ms, p95 ${step.p95Ms} ms, p99 ${step.p99Ms} ms, a commit ${step.commitMs} ms; CPU per message: ` +
          `gateway ${step.gatewayCpuMsPerMessage} ms, engine ${step.engineCpuMsPerMessage ?? '(within)'} ms, ` +
          `generator ${step.generatorCpuMsPerMessage} ms; gateway ${step.gatewayCores} cores, ${step.gatewayMb} MB, ` +
          `others on this machine ${step.othersCores} cores; lost ${step.lost}`,
      );
    }
  }
  holding.close();
} finally {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await engine.remove();
}

console.log(JSON.stringify({ engine: engineName, serverVersion, gateways: gatewayCount, steps }));
process.exit(steps.every(({ lost }) => lost === 0) ? 0 : 1);

// Claims each request by two agents at once, at two gateways where the engine takes two, and says how many won it.
// npm run races -- --engine=pglite|postgres|jetstream --races=300
import { parseArgs } from 'node:util';
import { issueToken } from '../../gateway/src/tokens.js';
import { ENGINES, startEngine } from './engines.js';
import { startGateway, type RunningGateway } from './gateways.js';
import { SECRETS } from './people.js';
import { race } from './race.js';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'pglite' },
    races: { type: 'string', default: '300' },
    together: { type: 'string', default: '10' },
  },
});

const engineName = ENGINES.find((name) => name === values.engine);
if (engineName === undefined) {
  console.error('Usage: --engine=pglite|postgres|jetstream [--races=300] [--together=10]');
  process.exit(2);
}

const inAnHour = (): number => Date.now() + 3_600_000;

const engine = await startEngine(engineName);
const gateways: RunningGateway[] = [];
try {
  const serverVersion = await engine.serverVersion();
  const settings = {
    ...(await engine.settings('races')),
    ...SECRETS,
    ...{ LOG_LEVEL: 'error', FRAMES_PER_SECOND: '100000', FRAME_BURST: '100000' },
  };
  while (gateways.length < engine.gateways) gateways.push(await startGateway(settings));
  const outcome = await race({
    urls: gateways.map(({ socketUrl }) => socketUrl),
    races: Number(values.races),
    together: Number(values.together),
    tokenOf: (role, sub) =>
      role === 'agent'
        ? issueToken(SECRETS.AGENT_JWT_SECRET, { sub, role }, inAnHour())
        : issueToken(SECRETS.END_USER_JWT_SECRET, { sub, role, channel: 'web' }, inAnHour()),
  });
  console.log(`${outcome.races} requests claimed by two agents at once: ${outcome.doubleWinners} won by both.`);
  console.log(JSON.stringify({ engine: engineName, serverVersion, gateways: gateways.length, ...outcome }));
  process.exitCode = outcome.doubleWinners === 0 && outcome.noWinner === 0 && outcome.others === 0 ? 0 : 1;
} finally {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await engine.remove();
}

import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createGateway } from '../../gateway/src/create-gateway.js';
import { openPostgresEngine } from '../../gateway/src/engines/sql/postgres.js';
import { createTokens, issueToken } from '../../gateway/src/tokens.js';
import { race } from '../scoreboard/race.js';
import { startPostgres } from '../support/start-postgres.mjs';
import { AGENT_SECRET, END_USER_SECRET } from './support/setup.js';

it('two gateways on one PostgreSQL never give a request to two agents', async () => {
  const server = await startPostgres();
  onTestFinished(() => server.remove());
  const url = await server.database('races');
  const tokens = createTokens({
    agents: { secret: AGENT_SECRET },
    endUserSecret: END_USER_SECRET,
    now: () => Date.now(),
  });
  const open = async (): Promise<string> => {
    const engine = await openPostgresEngine({ url });
    const limits = { framesPerSecond: 1e5, burst: 1e5 };
    const log = pino({ level: 'silent' });
    const gateway = await createGateway({ engine, tokens, log, limits, host: '127.0.0.1' });
    onTestFinished(async () => {
      await gateway.close();
      await engine.close();
    });
    return `ws://127.0.0.1:${gateway.port}/chat`;
  };
  const outcome = await race({
    urls: [await open(), await open()],
    races: 40,
    tokenOf: (role, sub) =>
      issueToken(
        role === 'agent' ? AGENT_SECRET : END_USER_SECRET,
        { role, sub, channel: 'web' },
        Date.now() + 600_000,
      ),
  });
  expect(outcome).toMatchObject({ races: 40, doubleWinners: 0, noWinner: 0, refused: 40, others: 0 });
});

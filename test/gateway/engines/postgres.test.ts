import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresEngine } from '../../../gateway/src/engines/sql/postgres.js';
import { startPostgres } from '../../support/start-postgres.mjs';
import { describeEngine } from '../engine-suite.js';
import { chatIn } from '../support/builders.js';

let server: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => server.remove());

describeEngine('PostgreSQL', async () => {
  const url = await server.database('suite');
  // Both at once: the first start makes the tables.
  const engines = await Promise.all([openPostgresEngine({ url }), openPostgresEngine({ url })]);
  return { engines, close: async () => void (await Promise.all(engines.map((engine) => engine.close()))) };
});

describe('a gateway that dies between its commit and its word', () => {
  it('leaves nothing unheard: others find what changed, and what is over', async () => {
    const url = await server.database('silent');
    const engine = await openPostgresEngine({ url, recheckEvery: 50 });
    const told: string[] = [];
    const open = chatIn('active', { version: 1, count: 0 });
    await engine.commit(open);
    const stop = await engine.watch(
      (chatId, version) => void told.push(`${chatId} ${version ?? 'over'}`),
      () => undefined,
    );
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('UPDATE agent_chat.chats SET version = 2');
    await expect.poll(() => told).toContain(`${open.id} 2`);
    await client.query(`UPDATE agent_chat.chats SET version = 3, state = 'done'`);
    await expect.poll(() => told).toContain(`${open.id} over`);
    await client.end();
    stop();
    await engine.close();
  });
});

describe('PostgreSQL that goes away', () => {
  it('loses nothing, says that it is not there, and after it is back that word may have been missed', async () => {
    // Looking for what was left unsaid may tell a thing again: here only words are told.
    const engine = await openPostgresEngine({ url: await server.database('restart'), recheckEvery: 3_600_000 });
    let gaps = 0;
    const told: string[] = [];
    const stop = await engine.watch(
      (chatId) => void told.push(chatId),
      () => void (gaps += 1),
    );
    const chat = chatIn('waiting', { version: 1, count: 0 });
    expect(await engine.commit(chat)).toBe(true);
    await expect.poll(() => told).toEqual([chat.id]);

    await server.stop('immediate');
    expect(await engine.healthy()).toBe(false);
    await expect(engine.commit({ ...chat, version: 2 })).rejects.toThrow();

    await server.start();
    await expect.poll(() => gaps, { timeout: 15_000 }).toBe(1);
    expect(await engine.healthy()).toBe(true);
    expect(await engine.find(chat.id)).toEqual(chat);
    told.length = 0;
    expect(await engine.commit({ ...chat, version: 2 })).toBe(true);
    await expect.poll(() => told).toEqual([chat.id]);
    stop();
    await engine.close();
  });
});

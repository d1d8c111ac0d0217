import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, KeptMessage, StoredChat } from '../../../gateway/src/engine.js';
import { jetStreamSettings, openJetStream } from '../../../gateway/src/engines/jetstream/index.js';
import { openLink } from '../../../gateway/src/engines/jetstream/link.js';
import { startNats } from '../../support/start-nats.mjs';
import { describeEngine } from '../engine-suite.js';
import { chatIn, NOW } from '../support/builders.js';

let nats: Awaited<ReturnType<typeof startNats>>;

beforeAll(async () => {
  nats = await startNats({ nodes: 3 });
});
afterAll(async () => nats.remove());

const openTwo = async (prefix: string) => {
  const settings = jetStreamSettings({ NATS_URL: nats.servers.join(), NATS_PREFIX: prefix, NATS_REPLICAS: '3' });
  const engines = await Promise.all([openJetStream(settings), openJetStream(settings)]);
  return { engines, close: async () => void (await Promise.all(engines.map((engine) => engine.close()))) };
};

describeEngine('JetStream, three nodes', async () => {
  const opened = await openTwo('suite');
  // Streams that were made just now are still being copied.
  await nats.whole();
  return opened;
});

const newChat = (id: string): StoredChat =>
  chatIn('waiting', { id, version: 1, count: 0, endUser: { id: `of ${id}` } });

/** Writes one message as a gateway does: looks, commits, and looks again if somebody was quicker. */
const write = async (engine: Engine, chatId: string, id: string): Promise<void> => {
  for (;;) {
    // A command that cannot be answered is asked again by its client, with the same id.
    const done = await (async () => {
      if ((await engine.messageOf(chatId, id)) !== undefined) return true;
      const chat = await engine.find(chatId);
      const seq = chat!.count + 1;
      const message: KeptMessage = { id, author: 'agent', kind: 'text', text: `Text ${id}`, time: NOW, seq };
      return engine.commit({ ...chat!, version: chat!.version + 1, count: seq }, [message]);
    })().catch(() => false);
    if (done) return;
  }
};

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('a cluster of three', () => {
  it('has one winner in each of 300 claims by two gateways', async () => {
    const { engines, close } = await openTwo('races');
    let winners = 0;
    for (const race of upTo(300)) {
      const chat = newChat(`race-${race}`);
      expect(await engines[race % 2]!.commit(chat)).toBe(true);
      const won = await Promise.all(
        ['ada', 'grace'].map((agent, index) =>
          engines[index]!.commit({ ...chat, version: 2, state: 'active', agent, acceptedAt: NOW }),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await engines[0].find(chat.id))?.agent).toBe(won[0] === true ? 'ada' : 'grace');
      winners += won.filter(Boolean).length;
    }
    expect(winners).toBe(300);
    await close();
  });

  it('loses nothing and keeps nothing twice when the leader is killed amid 500 messages', async () => {
    const { engines, close } = await openTwo('kill');
    const chat = newChat('killed');
    await engines[0].commit(chat);
    const told: number[] = [];
    const gaps: string[] = [];
    await engines[1].watch(
      (_chatId, version) => void told.push(version!),
      () => void gaps.push('gap'),
    );
    const leader = await nats.leaderOf('KILLS');
    let killed: Promise<void> | undefined;
    const writer = async (name: string, engine: Engine): Promise<void> => {
      for (const number of upTo(250)) {
        if (name === 'a' && number === 100) killed = nats.kill(leader);
        await write(engine, chat.id, `${name}-${number}`);
      }
    };
    await Promise.all([writer('a', engines[0]), writer('b', engines[1])]);
    await killed;

    for (const engine of engines) {
      const messages = await engine.messages(chat.id, 0);
      expect(messages.map(({ seq }) => seq)).toEqual(upTo(500));
      expect(new Set(messages.map(({ id }) => id)).size).toBe(500);
      for (const name of ['a', 'b']) {
        const own = messages.filter(({ id }) => id.startsWith(name));
        expect(own.map(({ id }) => id)).toEqual(upTo(250).map((number) => `${name}-${number}`));
      }
    }
    await expect.poll(() => told.at(-1), { timeout: 15_000 }).toBe(501);
    expect(told).toEqual(upTo(501).slice(1));
    expect(gaps).toEqual([]);

    await nats.start(leader);
    await nats.whole();
    await close();
  }, 90_000);

  it('goes on hearing when the node is killed that reads the log to it', async () => {
    const settings = { NATS_PREFIX: 'deaf', NATS_REPLICAS: '3' };
    // One on each node: whichever node reads to them, for two it is not the one they are connected to.
    const engines = await Promise.all(
      nats.servers.map((server) => openJetStream(jetStreamSettings({ ...settings, NATS_URL: server }))),
    );
    const link = await openLink({ servers: nats.servers });
    const readers: number[] = [];
    for await (const { cluster } of link.jsm.consumers.list('DEAFS')) {
      readers.push(Number(cluster?.leader?.slice('node-'.length)));
    }
    expect(readers).toHaveLength(3);
    const told = engines.map(() => new Set<string>());
    for (const [index, engine] of engines.entries()) {
      await engine.watch(
        (chatId) => void told[index]!.add(chatId),
        () => undefined,
      );
    }
    const reader = readers[0]!;
    await nats.kill(reader);
    const survivor = engines[(reader + 1) % 3]!;
    expect(await survivor.commit(newChat('heard'))).toBe(true);
    await expect.poll(() => told.filter((chats) => chats.has('heard')).length, { timeout: 20_000 }).toBe(3);
    await nats.start(reader);
    await nats.whole();
    await Promise.all([...engines.map((engine) => engine.close()), link.close()]);
  }, 60_000);

  // Servers of 2.10 acknowledge a second try with one `Nats-Msg-Id` before the first is kept.
  it('takes nothing as kept before a majority has it, however often it is tried', async () => {
    const { engines, close } = await openTwo('held');
    const chat = newChat('held');
    await engines[0].commit(chat);
    const leader = await nats.leaderOf('HELDS');
    const others = [0, 1, 2].filter((node) => node !== leader);
    const settings = { NATS_URL: nats.servers[leader]!, NATS_PREFIX: 'held', NATS_REPLICAS: '3' };
    const engine = await openJetStream(jetStreamSettings(settings));

    await Promise.all(others.map((node) => nats.freeze(node)));
    let outcome: unknown = 'none yet';
    const committed = engine.commit({ ...chat, version: 2, state: 'withdrawn' });
    committed.then(
      (won) => (outcome = won),
      (error: unknown) => (outcome = error),
    );
    await new Promise((resolve) => setTimeout(resolve, 2500));
    others.forEach((node) => nats.thaw(node));
    expect(outcome).toBe('none yet');

    expect(await committed).toBe(true);
    expect((await engines[1].find('held'))?.version).toBe(2);
    await engine.close();
    await close();
  }, 60_000);

  it('goes on while a node is restarted, and tells the truth while there is no majority', async () => {
    const { engines, close } = await openTwo('restart');
    const chat = newChat('restarted');
    await engines[0].commit(chat);
    const leader = await nats.leaderOf('RESTARTS');
    const others = [0, 1, 2].filter((node) => node !== leader);

    await nats.kill(others[0]!, 'SIGTERM');
    await write(engines[0], chat.id, 'with two');
    await nats.kill(others[1]!, 'SIGTERM');
    expect(await engines[0].healthy()).toBe(false);

    await Promise.all(others.map((node) => nats.start(node)));
    await nats.whole();
    await expect.poll(() => engines[0].healthy(), { timeout: 20_000 }).toBe(true);
    await write(engines[1], chat.id, 'with three');
    expect((await engines[0].messages(chat.id, 0)).map(({ id }) => id)).toEqual(['with two', 'with three']);
    await close();
  }, 90_000);
});

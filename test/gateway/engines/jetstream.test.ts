import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeptMessage, StoredChat } from '../../../gateway/src/engine.js';
import {
  type JetStreamOptions,
  jetStreamSettings,
  openJetStream,
} from '../../../gateway/src/engines/jetstream/index.js';
import { type Link, openLink } from '../../../gateway/src/engines/jetstream/link.js';
import { createLog } from '../../../gateway/src/engines/jetstream/log.js';
import { namesFor } from '../../../gateway/src/engines/jetstream/names.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { startNats } from '../../support/start-nats.mjs';
import { describeEngine } from '../engine-suite.js';
import { chatIn, NOW } from '../support/builders.js';

let nats: Awaited<ReturnType<typeof startNats>>;

beforeAll(async () => {
  nats = await startNats();
});
afterAll(async () => nats.remove());

const settings = (prefix: string) => jetStreamSettings({ NATS_URL: nats.servers.join(), NATS_PREFIX: prefix });

describeEngine('JetStream, one node', async () => {
  // Both at once: the first start makes the streams.
  const engines = await Promise.all([openJetStream(settings('suite')), openJetStream(settings('suite'))]);
  return { engines, close: async () => void (await Promise.all(engines.map((engine) => engine.close()))) };
});

/** Engines over data of their own, with a link of the test's to look at the streams. */
const setup = async (prefix: string, options: Partial<JetStreamOptions> = {}) => {
  const open = () => openJetStream({ ...settings(prefix), ...options });
  const engine = await open();
  const link = await openLink(settings(prefix));
  const names = namesFor(prefix);
  const records = async (stream: string) => (await link.jsm.streams.info(stream)).state.messages;
  const close = async () => void (await Promise.all([engine.close(), link.close()]));
  return { engine, open, link, names, records, close };
};

const message = (seq: number, id = `m-${seq}`): KeptMessage => ({
  id,
  author: 'end-user',
  kind: 'text',
  text: `Text ${seq}`,
  time: NOW,
  seq,
});

const newChat = (id: string, more: Partial<StoredChat> = {}): StoredChat =>
  chatIn('waiting', { id, endUser: { id: `of ${id}` }, version: 1, count: 1, ...more });

const next = (chat: StoredChat, more: Partial<StoredChat> = {}): StoredChat => ({
  ...chat,
  version: chat.version + 1,
  ...more,
});

describe('appending to the log', () => {
  type Publish = Link['js']['publish'];
  const append = async (prefix: string, publish: (real: Publish) => Publish) => {
    const { link, names, close } = await setup(prefix);
    const js = { ...link.js, publish: publish((...given) => link.js.publish(...given)) };
    const log = createLog({ ...link, js }, names.log);
    return { log, real: createLog(link, names.log), subject: names.chat('a'), close };
  };
  const data = new TextEncoder().encode('{}');

  it('finds its own record when the acknowledgement was lost, and does not write it twice', async () => {
    let lost = 0;
    const { log, real, subject, close } = await append('lost', (publish) => async (...given) => {
      const ack = await publish(...given);
      if ((lost += 1) < 3) throw new Error('The acknowledgement was lost.');
      return ack;
    });
    const place = await log.append(subject, data, 0);
    expect(place).toBe((await real.newest(subject))?.seq);
    expect(await real.next(subject, place! + 1)).toBeUndefined();
    await close();
  });

  it('knows that it lost when another’s record stands there, though that one says the same', async () => {
    let tries = 0;
    const { log, real, subject, close } = await append('other', (publish) => async (...given) => {
      if ((tries += 1) > 1) return publish(...given);
      await real.append(subject, data, 0);
      throw new Error('The connection was cut before anything was sent.');
    });
    expect(await log.append(subject, data, 0)).toBeUndefined();
    expect(tries).toBe(2);
    await close();
  });

  it('finds its own record below later ones', async () => {
    let tries = 0;
    const { log, real, subject, close } = await append('below', (publish) => async (...given) => {
      const ack = await publish(...given);
      if ((tries += 1) > 1) return ack;
      await real.append(subject, data, ack.seq);
      throw new Error('The acknowledgement was lost.');
    });
    const place = await log.append(subject, data, 0);
    expect((await real.newest(subject))?.seq).toBeGreaterThan(place!);
    await close();
  });

  it('refuses at once what is more than the server takes', async () => {
    const { engine, close } = await setup('large');
    const text = 'x'.repeat(1_100_000);
    await expect(engine.commit(newChat('large'), [{ ...message(1), text }])).rejects.toThrow(/max_payload/u);
    expect(await engine.find('large')).toBeUndefined();
    await close();
  });
});

describe('a gateway that starts late', () => {
  it('knows all that is open, and refuses a message that any gateway kept before', async () => {
    const { engine, open, close } = await setup('late');
    const chat = newChat('early');
    await engine.commit(chat, [message(1)]);
    await engine.commit(next(chat, { state: 'active', agent: 'ada' }));
    const late = await open();
    expect((await late.ofAgent('ada')).map(({ id }) => id)).toEqual(['early']);
    expect(await late.commit(next(chat, { version: 3, count: 2 }), [message(2, 'm-1')])).toBe(false);
    expect(await late.messages('early', 0)).toEqual([message(1)]);
    await late.close();
    await close();
  });
});

describe('a finished chat', () => {
  const finished = async (prefix: string) => {
    const clock = createManualClock(NOW);
    const all = await setup(prefix, { clock, grace: 1000 });
    const chat = newChat('over', { count: 400 });
    const messages = Array.from({ length: 400 }, (_, index) => ({ ...message(index + 1), text: 'é'.repeat(1000) }));
    await all.engine.commit({ ...chat, count: 200 }, messages.slice(0, 200));
    await all.engine.commit(next(chat, { count: 400 }), messages.slice(200));
    const over = next(chat, { version: 3, state: 'done', submitted: {} });
    await all.engine.commit(over);
    expect(await all.records(all.names.log)).toBe(3);
    await clock.advanceAsync(1000);
    await expect.poll(() => all.records(all.names.log)).toBe(0);
    return { ...all, clock, over, messages };
  };

  it('leaves the log, and can still be read, whole, by every gateway', async () => {
    const { engine, open, over, messages, close } = await finished('past');
    const late = await open();
    for (const gateway of [engine, late]) {
      expect(await gateway.find('over')).toEqual(over);
      expect(await gateway.latestOf('of over')).toEqual(over);
      expect(await gateway.messages('over', 0)).toEqual(messages);
      expect(await gateway.messages('over', 398)).toEqual(messages.slice(398));
      expect(await gateway.messageOf('over', 'm-300')).toEqual(messages[299]);
    }
    await late.close();
    await close();
  });

  it('cannot begin again, nor go on', async () => {
    const { engine, over, close } = await finished('again');
    expect(await engine.commit(newChat('over'), [message(1)])).toBe(false);
    expect(await engine.commit(next(over))).toBe(false);
    await close();
  });

  it('gives way to the person’s later chat, and comes back as the newest only if it is', async () => {
    const { engine, clock, over, close } = await finished('later');
    const later = newChat('later', { visit: 2, endUser: over.endUser });
    await engine.commit(later, [message(1)]);
    expect(await engine.latestOf('of over')).toEqual(later);
    const withdrawn = next(later, { state: 'withdrawn' });
    await engine.commit(withdrawn);
    await clock.advanceAsync(1000);
    await expect.poll(() => engine.latestOf('of over')).toEqual(withdrawn);
    await close();
  });

  it('is put away by another gateway when the one that ended it is gone', async () => {
    const clock = createManualClock(NOW);
    const { engine, open, names, records, close } = await setup('orphan', { clock, grace: 1000 });
    const chat = newChat('orphan', { count: 1 });
    await engine.commit(chat, [message(1)]);
    await engine.commit(next(chat, { state: 'withdrawn' }));
    await engine.close();
    const other = await open();
    await clock.advanceAsync(3000);
    await expect.poll(() => records(names.log)).toBe(0);
    expect((await other.find('orphan'))?.state).toBe('withdrawn');
    await other.close();
    await close();
  });
});

describe('typing', () => {
  it('is heard by other gateways, and kept nowhere', async () => {
    const { engine, open, records, names, close } = await setup('whisper');
    const other = await open();
    const heard: string[] = [];
    const stop = other.onWhisper!((text) => void heard.push(text));
    // Once the server knows that somebody listens.
    await other.healthy();
    engine.whisper!('ada types');
    await expect.poll(() => heard).toEqual(['ada types']);
    expect(await records(names.log)).toBe(0);
    stop();
    await other.close();
    await close();
  });
});

describe('a server that does not suit', () => {
  it('is refused at once: one node cannot keep three copies', async () => {
    await expect(openJetStream({ ...settings('three'), replicas: 3 })).rejects.toThrow(/NATS_REPLICAS=3/u);
  });

  it('is refused when it is not there', async () => {
    const nowhere = { ...settings('nowhere'), servers: ['127.0.0.1:1'], patience: 100 };
    await expect(openJetStream(nowhere)).rejects.toThrow();
  });
});

describe('a server that goes away', () => {
  it('is told of truthfully, and after it is back all goes on', async () => {
    const { engine, close } = await setup('away');
    const told: string[] = [];
    await engine.watch(
      (chatId) => void told.push(chatId),
      () => undefined,
    );
    const chat = newChat('kept');
    await engine.commit(chat, [message(1)]);
    await nats.kill(0);
    expect(await engine.healthy()).toBe(false);
    // Under way while there is no server: it waits, and is kept once.
    const committed = engine.commit(next(chat, { count: 2 }), [message(2)]);
    await nats.start(0);
    expect(await committed).toBe(true);
    await expect.poll(() => engine.healthy(), { timeout: 5000 }).toBe(true);
    expect(await engine.messages('kept', 0)).toEqual([message(1), message(2)]);
    expect(told).toEqual(['kept', 'kept']);
    await close();
  });
});

describe('what happens unheard', () => {
  const watched = async (prefix: string) => {
    const clock = createManualClock(NOW);
    const all = await setup(prefix, { clock, grace: 1000 });
    const told: string[] = [];
    let gaps = 0;
    await all.engine.watch(
      (chatId) => void told.push(chatId),
      () => void (gaps += 1),
    );
    return { ...all, clock, told, gaps: () => gaps };
  };

  it('is found out: a chat that left the log before its end was heard is forgotten, and told of', async () => {
    const { engine, link, names, clock, told, close } = await watched('unheard');
    const chat = newChat('gone');
    await engine.commit(chat, [message(1)]);
    expect((await engine.waiting()).map(({ id }) => id)).toEqual(['gone']);
    await link.jsm.streams.purge(names.log, { filter: names.chat('gone') });
    await clock.advanceAsync(1000);
    await expect.poll(() => told).toEqual(['gone', 'gone']);
    expect(await engine.waiting()).toEqual([]);
    await close();
  });

  it('makes everybody look again when the log is another one', async () => {
    const { engine, open, link, names, clock, gaps, close } = await watched('another');
    await engine.commit(newChat('before'), [message(1)]);
    await link.jsm.streams.delete(names.log);
    const other = await open();
    await other.commit(newChat('after'), [message(1)]);
    await expect.poll(() => engine.find('after'), { timeout: 10_000 }).toBeDefined();
    expect(await engine.find('before')).toBeUndefined();
    await clock.advanceAsync(1000);
    await expect.poll(gaps).toBe(1);
    await other.close();
    await close();
  });

  it('leaves a record alone that no gateway wrote', async () => {
    const { engine, link, names, close } = await watched('foreign');
    await link.js.publish(names.chat('foreign'), 'not JSON');
    await link.js.publish(names.chat('foreign'), '{"a":1}');
    expect(await engine.find('foreign')).toBeUndefined();
    expect(await engine.commit(newChat('ours'), [message(1)])).toBe(true);
    await close();
  });
});

import { describe, expect, it } from 'vitest';
import { createSweeper, partsOf } from '../../../gateway/src/engines/jetstream/archive.js';
import { createModel } from '../../../gateway/src/engines/jetstream/model.js';
import { namesFor, tokenOf } from '../../../gateway/src/engines/jetstream/names.js';
import { jetStreamSettings } from '../../../gateway/src/engines/jetstream/settings.js';
import { isAtLeast, refusalOf } from '../../../gateway/src/engines/jetstream/version.js';
import type { KeptMessage } from '../../../gateway/src/engine.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { chatIn, NOW } from '../support/builders.js';

const message = (seq: number, text = ''): KeptMessage => ({
  id: `m-${seq}`,
  author: 'end-user',
  kind: 'text',
  text,
  time: NOW,
  seq,
});

describe('the version of a nats-server', () => {
  it.each([
    ['2.10.23', '2.10.23', true],
    ['2.10.22', '2.10.23', false],
    ['2.9.30', '2.10.23', false],
    ['2.11.0', '2.10.23', true],
    ['3.0.0', '2.10.23', true],
    ['2.11.0-RC.1', '2.10.23', true],
    ['', '2.10.23', false],
    ['unknown', '2.10.23', false],
  ])('%s is at least %s: %s', (version, least, answer) => {
    expect(isAtLeast(version, least)).toBe(answer);
  });

  it('is refused for three replicas below 2.10.23, and told why', () => {
    expect(refusalOf('2.10.22', 3)).toMatch(/2\.10\.22 lets two agents win one chat.*#?4320/u);
    expect(refusalOf('2.10.23', 3)).toBeUndefined();
  });

  it('may be older with one replica, but not older than all that works', () => {
    expect(refusalOf('2.9.10', 1)).toBeUndefined();
    expect(refusalOf('2.8.4', 1)).toMatch(/too old/u);
  });
});

describe('a subject', () => {
  it('has one token for an id, whatever is in it', () => {
    const ids = ['', '%', 'a.b', 'a b', 'a*b', 'a>b', 'a%2Eb', 'ünï\u{1f469}', 'Plain-id_7', "!'()~"];
    const tokens = ids.map(tokenOf);
    for (const token of tokens) expect(token).toMatch(/^[^\s.*>]+$/u);
    expect(new Set(tokens).size).toBe(ids.length);
    expect(tokenOf('Plain-id_7')).toBe('Plain-id_7');
  });

  it('begins with what the fleet is called, and with nothing that means more to NATS', () => {
    expect(namesFor('shop-2').chat('x')).toBe('shop-2.x');
    expect(() => namesFor('a.b')).toThrow(/NATS_PREFIX/u);
  });
});

describe('the settings', () => {
  it('suit one server on this machine where nothing is said', () => {
    expect(jetStreamSettings({})).toEqual({
      servers: ['nats://127.0.0.1:4222'],
      replicas: 1,
      prefix: 'chat',
      keep: 0,
    });
  });

  it('take all that the environment says', () => {
    expect(
      jetStreamSettings({
        NATS_URL: 'tls://a:4222, tls://b:4222',
        NATS_REPLICAS: '3',
        NATS_PREFIX: 'shop',
        NATS_KEEP_DAYS: '2',
        NATS_USER: 'u',
        NATS_PASSWORD: 'p',
        NATS_TLS_CA: '/ca.pem',
      }),
    ).toEqual({
      servers: ['tls://a:4222', 'tls://b:4222'],
      replicas: 3,
      prefix: 'shop',
      keep: 172_800_000,
      user: 'u',
      password: 'p',
      tls: { ca: '/ca.pem' },
    });
  });

  it.each([
    ['NATS_REPLICAS', '2'],
    ['NATS_REPLICAS', 'three'],
    ['NATS_KEEP_DAYS', '-1'],
    ['NATS_KEEP_DAYS', 'long'],
  ])('name what makes no sense: %s=%s', (name, value) => {
    expect(() => jetStreamSettings({ [name]: value })).toThrow(name);
  });
});

describe('the model of the log', () => {
  const chat = chatIn('active', { version: 1, count: 1 });

  it('takes each version once, whichever way it came', () => {
    const model = createModel();
    expect(model.take({ chat, messages: [message(1)] }, 10)).toBe(true);
    expect(model.take({ chat, messages: [message(1)] }, 10)).toBe(false);
    expect(model.take({ chat: { ...chat, version: 2 }, messages: [message(2)] }, 12)).toBe(true);
    expect(model.take({ chat, messages: [message(1)] }, 10)).toBe(false);
    expect(model.find(chat.id)).toMatchObject({ place: 12, messages: [message(1), message(2)] });
  });

  it('takes nothing of a chat whose beginning is gone', () => {
    const model = createModel();
    expect(model.take({ chat: { ...chat, version: 3 }, messages: [] }, 10)).toBe(false);
    expect(model.find(chat.id)).toBeUndefined();
  });
});

describe('a finished conversation', () => {
  it('is cut into parts that fit, with every message in order', () => {
    const messages = Array.from({ length: 10 }, (_, index) => message(index + 1, 'é'.repeat(100)));
    const parts = partsOf(messages, 1000);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(1000);
    expect(parts.flat()).toEqual(messages);
  });

  it('has one part when it is empty, and a part for a message that is longer than a part', () => {
    expect(partsOf([], 10)).toEqual([[]]);
    expect(partsOf([message(1), message(2)], 10)).toEqual([[message(1)], [message(2)]]);
  });
});

describe('putting away', () => {
  const setup = (putAway: (chatId: string) => Promise<void> = async () => undefined) => {
    const clock = createManualClock(NOW);
    const done: string[] = [];
    const trouble: unknown[] = [];
    const run = async (chatId: string): Promise<void> => {
      await putAway(chatId);
      done.push(chatId);
    };
    const sweeper = createSweeper(clock, 1000, run, (error) => void trouble.push(error));
    return { sweeper, done, trouble, pass: clock.advanceAsync };
  };

  it('happens to what is over, some time after, and to nothing else', async () => {
    const { sweeper, done, pass } = setup();
    sweeper.notice(chatIn('done', { id: 'over' }), true);
    sweeper.notice(chatIn('active', { id: 'open' }), true);
    await pass(999);
    expect(done).toEqual([]);
    await pass(1);
    expect(done).toEqual(['over']);
    await pass(10_000);
    expect(done).toEqual(['over']);
  });

  it('is left to the gateway that ended the chat, for twice the time', async () => {
    const { sweeper, done, pass } = setup();
    sweeper.notice(chatIn('withdrawn', { id: 'of another' }), false);
    await pass(1999);
    expect(done).toEqual([]);
    await pass(1001);
    expect(done).toEqual(['of another']);
  });

  it('is not left to others by the gateway that read of its own commit before it was acknowledged', async () => {
    const { sweeper, done, pass } = setup();
    sweeper.notice(chatIn('done', { id: 'own' }), false);
    sweeper.notice(chatIn('done', { id: 'own' }), true);
    await pass(1000);
    expect(done).toEqual(['own']);
  });

  it('is tried again when it failed, and an administrator is told', async () => {
    let fails = 1;
    const { sweeper, done, trouble, pass } = setup(async () => {
      if (fails-- > 0) throw new Error('No leader.');
    });
    sweeper.notice(chatIn('done', { id: 'over' }), true);
    await pass(1000);
    expect(done).toEqual([]);
    expect(trouble).toEqual([expect.objectContaining({ cause: new Error('No leader.') })]);
    await pass(1000);
    expect(done).toEqual(['over']);
  });

  it('stops with the gateway', async () => {
    const { sweeper, done, pass } = setup();
    sweeper.notice(chatIn('done'), true);
    sweeper.close();
    await pass(10_000);
    expect(done).toEqual([]);
  });
});

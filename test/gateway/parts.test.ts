import { describe, expect, it } from 'vitest';
import { inParts, snapshotFrames } from '../../gateway/src/frame-size.js';
import { isAllowedOrigin } from '../../gateway/src/origins.js';
import { createTokenBucket } from '../../gateway/src/rate-limit.js';
import { readSettings } from '../../gateway/src/settings.js';
import { createTurns } from '../../gateway/src/turns.js';
import { chatAsTold } from '../../gateway/src/picture.js';
import { chatIn, NOW } from './support/builders.js';

describe('a rate limit', () => {
  it('lets a burst through, then so many a second', () => {
    let now = 0;
    const bucket = createTokenBucket(2, 3, () => now);
    expect([1, 2, 3, 4, 5].map(() => bucket.take())).toEqual([0, 0, 0, 500, 500]);
    now = 499;
    expect(bucket.take()).toBe(1);
    now = 500;
    expect(bucket.take()).toBe(0);
    now = 100_000;
    expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([0, 0, 0, 500]);
  });

  it('gives nothing for a clock that was set back', () => {
    let now = 10_000;
    const bucket = createTokenBucket(1, 1, () => now);
    expect(bucket.take()).toBe(0);
    now = 0;
    expect(bucket.take()).toBe(1000);
    now = 1000;
    expect(bucket.take()).toBe(0);
  });
});

describe('turns', () => {
  it('come one after the other for a key, beside each other for different ones, also after one that failed', async () => {
    const turns = createTurns();
    const order: string[] = [];
    let release = (): void => undefined;
    const first = turns.take('a', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      order.push('a1');
      throw new Error('It failed.');
    });
    const second = turns.take('a', async () => order.push('a2'));
    await turns.take('b', async () => order.push('b1'));
    release();
    await expect(first).rejects.toThrow('It failed.');
    await second;
    await turns.idle();
    expect(order).toEqual(['b1', 'a1', 'a2']);
    expect(turns.size).toBe(0);
  });
});

describe('frames that would be too long', () => {
  const message = (seq: number, length: number) => ({
    ...{ id: `m-${seq}`, author: 'agent' as const, kind: 'text', text: 'é'.repeat(length), time: NOW, seq },
  });

  it('are told in parts, in order', () => {
    const all = [1, 2, 3, 4, 5].map((seq) => message(seq, 1000));
    const parts = inParts(all, 2048 + 5000);
    expect(parts.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(parts.flat()).toEqual(all);
    expect(inParts([], 100)).toEqual([[]]);
  });

  it('of a snapshot end with the last one only', () => {
    const chats = Array.from({ length: 50 }, (_, index) => chatAsTold(chatIn('waiting', { id: `c-${index}` })));
    const frames = snapshotFrames(chats, new Map(), { serverTime: NOW, resumed: false }, 2048 + 2000);
    expect(frames.length).toBeGreaterThan(3);
    expect(frames.map((frame) => frame.type === 'snapshot' && frame.last)).toEqual([
      ...frames.slice(1).map(() => false),
      true,
    ]);
    for (const frame of frames) expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThanOrEqual(4048);
    expect(snapshotFrames([], new Map(), { serverTime: NOW, resumed: true }, 4000)).toHaveLength(1);
  });

  it('of a snapshot hold a chat that is called as no object may be', () => {
    const conversations = new Map([['__proto__', [message(1, 5), message(2, 5)]]]);
    const frames = snapshotFrames([], conversations, { serverTime: NOW, resumed: false }, 65_536);
    expect(JSON.stringify(frames)).toContain(
      `"messages":{"__proto__":${JSON.stringify([message(1, 5), message(2, 5)])}}`,
    );
  });
});

describe('origins', () => {
  it('are those on the list, or those served from here', () => {
    expect(isAllowedOrigin(['https://a.example'], 'https://a.example', 'b')).toBe(true);
    expect(isAllowedOrigin(['https://a.example'], 'https://a.example.evil', 'b')).toBe(false);
    expect(isAllowedOrigin('same', 'http://localhost:8000', 'localhost:8000')).toBe(true);
    expect(isAllowedOrigin('same', 'http://localhost:8000', 'localhost:8001')).toBe(false);
    expect(isAllowedOrigin('same', 'null', undefined)).toBe(false);
    expect(isAllowedOrigin('any', 'https://a.example', undefined)).toBe(true);
  });
});

describe('settings', () => {
  const secret = 'x'.repeat(32);

  it('need a key for agents, or a demo, which makes one up', () => {
    expect(() => readSettings({})).toThrow('AGENT_JWT_SECRET');
    const { agents, endUserSecret, host } = readSettings({ DEMO: '1' });
    expect(agents.secret?.length).toBeGreaterThanOrEqual(32);
    expect(endUserSecret).not.toBe(agents.secret);
    expect(host).toBe('127.0.0.1');
  });

  it.each([
    ['AGENT_JWT_SECRET', { AGENT_JWT_SECRET: 'short' }],
    ['GATEWAY_PORT', { AGENT_JWT_SECRET: secret, GATEWAY_PORT: 'x' }],
    ['PEER_SECRET', { AGENT_JWT_SECRET: secret, PEERS: 'ws://b:8001' }],
    ['one', { AGENT_JWT_SECRET: secret, AGENT_JWKS_URL: 'https://a.example/jwks' }],
    ['DATABASE_URL', { AGENT_JWT_SECRET: secret, DATABASE_URL: 'postgres://a', NATS_URL: 'nats://b' }],
  ])('name what is wrong: %s', (name, env) => {
    expect(() => readSettings(env)).toThrow(name);
  });

  it('choose the engine by what is there', () => {
    expect(readSettings({ AGENT_JWT_SECRET: secret }).engine).toEqual({ name: 'pglite', folder: 'agent-chat-data' });
    expect(readSettings({ AGENT_JWT_SECRET: secret, GATEWAY_DATA: 'memory' }).engine).toEqual({ name: 'pglite' });
    expect(readSettings({ AGENT_JWT_SECRET: secret, DATABASE_URL: 'postgres://a' }).engine).toMatchObject({
      name: 'postgres',
    });
  });
});

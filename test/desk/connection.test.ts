import { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { ConnectorEvent } from '../../src/core/index.js';
import { createChatDesk } from '../../src/desk/index.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { aChat, at, MORNING } from '../support/builders.js';
import { createFakeConnector } from './support/fake-connector.js';
import { anActive, said, settled, setup, snapshotOf } from './support/setup.js';

describe('the connection', () => {
  it('is connecting until the first snapshot, then online, and follows what the connector says', () => {
    const { connector, desk, told } = setup({ chats: null });
    expect(desk.connection$.value).toBe('connecting');
    connector.emit(snapshotOf([]));
    expect(desk.connection$.value).toBe('online');
    connector.emit({ type: 'connection', state: 'offline', reason: 'no network' });
    expect(desk.connection$.value).toBe('offline');
    expect(told('connection-change').map(({ detail }) => detail)).toEqual([
      { state: 'online' },
      { state: 'offline', reason: 'no network' },
    ]);
  });

  it('is opened again after it broke, later each time up to half a minute, from where each chat stood', () => {
    const { clock, connector, desk, told } = setup({
      chats: [anActive(), aChat({ id: 'chat-2' })],
      messages: { 'chat-1': [said(1), said(2)] },
    });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(3), said(5)] });
    connector.fail();
    expect(desk.connection$.value).toBe('offline');
    expect(told('connection-change').at(-1)?.detail).toEqual({
      state: 'offline',
      reason: 'It broke and is tried again.',
    });
    const pauses: number[] = [];
    for (let opened = 1; opened < 8; opened += 1) {
      const from = clock.now();
      while (connector.sessions.length === opened) clock.advance(500);
      pauses.push(clock.now() - from);
      expect(desk.connection$.value).toBe('connecting');
      connector.fail();
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect([...(connector.sessions[0]?.cursors ?? [])]).toEqual([]);
    expect([...(connector.sessions[1]?.cursors ?? [])]).toEqual([['chat-1', 3]]);
  });

  it('is online again when events flow, and the next pause is short again', () => {
    const { clock, connector, desk } = setup({ chats: [anActive()] });
    connector.fail();
    clock.advance(1000);
    connector.fail();
    clock.advance(2000);
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    expect(desk.connection$.value).toBe('online');
    connector.fail();
    clock.advance(1000);
    expect(connector.sessions).toHaveLength(4);
  });

  it('is closed when the connector says it is over, and stays so', () => {
    const { clock, connector, desk, told } = setup();
    connector.complete();
    expect(desk.connection$.value).toBe('closed');
    expect(told('connection-change').at(-1)?.detail).toEqual({ state: 'closed', reason: 'The back end closed it.' });
    clock.advance(600_000);
    expect(connector.sessions).toHaveLength(1);
  });

  it('that cannot be opened is tried again, and warned of once', () => {
    const warnings: string[] = [];
    const clock = createManualClock(MORNING);
    let opened = 0;
    const connector = {
      ...createFakeConnector(),
      open: () => {
        opened += 1;
        throw new Error('no');
      },
    };
    const desk = createChatDesk({ connector, clock, warn: (text) => void warnings.push(text) });
    expect(desk.connection$.value).toBe('offline');
    clock.advance(1000);
    expect(opened).toBe(2);
    expect(warnings.map((text) => text.includes('did not open (Error: no)'))).toEqual([true]);
    desk.dispose();
    expect(clock.pending).toBe(0);
  });

  it('that says something while it is being opened is heard, also by who listens only then', async () => {
    const connector = createFakeConnector({ opening: [snapshotOf([aChat()])] });
    const desk = createChatDesk({ connector, clock: createManualClock(MORNING) });
    expect(desk.chats$.value).toHaveLength(1);
    const told: string[] = [];
    desk.happenings$.subscribe(({ type }) => void told.push(type));
    await settled();
    expect(told).toEqual(['connection-change', 'chat-requested']);
  });
});

describe('the source of events', () => {
  const over = (open: () => unknown, warnings: string[] = []) => {
    const clock = createManualClock(MORNING);
    const desk = createChatDesk({
      connector: { ...createFakeConnector(), open: open as never },
      clock,
      warn: (text) => void warnings.push(text),
    });
    return { clock, desk };
  };

  it('may be an Observable', () => {
    const { desk } = over(() => new Observable<ConnectorEvent>((subscriber) => subscriber.next(snapshotOf([aChat()]))));
    expect(desk.chats$.value).toHaveLength(1);
  });

  const event = snapshotOf([aChat()]);
  const interop = { '@@observable': () => new Observable((subscriber) => subscriber.next(event)) };
  it.each([
    ['a promise', () => Promise.resolve(event)],
    ['an array', () => [event]],
    ['an iterable of promises', () => new Set([Promise.resolve(event)])],
    ['what another library makes an Observable of', () => interop],
  ])('may be %s', async (_what, open) => {
    const { desk } = over(open);
    await settled();
    expect(desk.chats$.value).toHaveLength(1);
    desk.dispose();
  });

  it('may be a promise that fails: that is a broken connection', async () => {
    const { desk } = over(() => Promise.reject(new Error('no')));
    await settled();
    expect(desk.connection$.value).toBe('offline');
  });

  it('that is none is warned of once, with what to do, and tried again as a broken connection', () => {
    const warnings: string[] = [];
    for (const none of [undefined, 5, {}]) {
      const { clock, desk } = over(() => none, warnings);
      expect(desk.connection$.value).toBe('offline');
      clock.advance(1000);
      expect(desk.connection$.value).toBe('offline');
    }
    expect(warnings).toHaveLength(3);
    for (const warning of warnings) expect(warning).toMatch(/"fake".*open\(\) must return an Observable/);
  });

  it('may break, or end, at once', () => {
    const broken = over(() => new Observable((subscriber) => subscriber.error(new Error('no'))));
    expect(broken.desk.connection$.value).toBe('offline');
    const ended = over(() => new Observable((subscriber) => subscriber.complete()));
    expect(ended.desk.connection$.value).toBe('closed');
  });

  it('may be an async iterable, which is ended with the desk', async () => {
    let returned = false;
    let tell: (event: ConnectorEvent) => void = () => undefined;
    const iterable = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise((resolve) => (tell = (value) => resolve({ done: false, value }))),
        return: async () => {
          returned = true;
          return { done: true, value: undefined };
        },
      }),
    };
    const { desk } = over(() => iterable);
    tell(snapshotOf([aChat()]));
    await settled();
    expect(desk.chats$.value).toHaveLength(1);
    desk.dispose();
    expect(returned).toBe(true);
  });

  it('may be an async generator that throws', async () => {
    const { desk } = over(async function* () {
      yield snapshotOf([aChat()]);
      throw new Error('no');
    });
    await settled();
    expect(desk.chats$.value).toHaveLength(1);
    expect(desk.connection$.value).toBe('offline');
  });
});

describe('bad input from the wire', () => {
  it('is told as an error and warned of once, without what stood there, and the rest lives', () => {
    const { connector, texts, told, warnings } = setup({ chats: [anActive()] });
    const bad = {
      type: 'messages',
      chatId: 'chat-1',
      messages: [said(1, { text: 'good' }), { id: 'secret', text: 'secret' }],
    };
    connector.emit(bad);
    connector.emit(bad);
    connector.emit(undefined);
    connector.emit({ type: 'dance' });
    expect(texts()).toEqual(['good']);
    expect(told('chat-error').map(({ detail }) => detail.code)).toEqual(Array(4).fill('bad-wire-input'));
    expect(told('chat-error')[0]?.detail.message).toContain('messages[1]');
    expect(JSON.stringify([told('chat-error'), warnings])).not.toContain('secret');
    expect(warnings).toHaveLength(1);
  });

  it.each([
    { type: 'left', chatId: 'chat-9', time: at(1) },
    { type: 'returned', chatId: 'chat-1', time: at(1) },
    { type: 'withdrawn', chatId: 'chat-1', reason: 'withdrawn' },
    { type: 'done', chatId: 'chat-9' },
    { type: 'typing', chatId: 'chat-9', typing: true },
    { type: 'chat', chat: anActive({ id: 'chat-9', state: 'done' }) },
  ])('that makes no sense here changes nothing ($type)', (event) => {
    const { connector, desk, happenings } = setup({ chats: [anActive()] });
    const before = [desk.chats$.value, happenings.length];
    connector.emit(event);
    expect([desk.chats$.value, happenings.length]).toEqual(before);
    expect(desk.chats$.value).toBe(before[0]);
  });

  it('does not bring a chat back that is done', () => {
    const { connector, desk } = setup({ chats: [anActive()] });
    connector.emit({ type: 'done', chatId: 'chat-1' });
    connector.emit({ type: 'chat', chat: anActive() });
    expect(desk.chats$.value).toEqual([]);
  });
});

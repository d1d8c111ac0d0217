import { describe, expect, it } from 'vitest';
import { createWebSocketConnector } from '../../../src/connectors/websocket/index.js';
import { aChat } from '../../support/builders.js';
import { createNetwork, numbered, setup, setupOnline } from './support.js';

type All = Awaited<ReturnType<typeof setupOnline>>;

/** Answers the newest request with what an `ok` may bring. */
const answer = (all: All, type: string, brings: object = {}): void =>
  all.server.tell({ type: 'ok', id: String(all.server.last(type)['id']), ...brings });

describe('a command', () => {
  const labels = { automatic: 'Automatic', endUser: 'Customer', agent: 'Agent' };

  it.each([
    ['accept', (all: All) => all.connector.accept('chat-1'), { type: 'accept', chatId: 'chat-1' }],
    ['end', (all: All) => all.connector.end('chat-1'), { type: 'end', chatId: 'chat-1' }],
    ['done', (all: All) => all.connector.done('chat-1'), { type: 'done', chatId: 'chat-1' }],
    [
      'submit',
      (all: All) => all.connector.submitWrapUp('chat-1', { notes: 'Fine.' }, 'timeout'),
      { type: 'submit', chatId: 'chat-1', values: { notes: 'Fine.' }, reason: 'timeout' },
    ],
  ] as const)('%s is sent as described, and settles with nothing', async (type, run, frame) => {
    const all = await setupOnline();
    const outcome = run(all);
    expect(all.server.last(type)).toEqual({ ...frame, id: '1' });
    answer(all, type);
    expect(await outcome).toBeUndefined();
  });

  it('send settles with the message as the server keeps it, and the desk is told of it first', async () => {
    const all = await setupOnline({ snapshot: { chats: [aChat({ state: 'active' })] } });
    const message = { id: 'm-1', text: 'Hello', time: 5 };
    const outcome = all.connector.send('chat-1', message);
    expect(all.server.last('send')).toEqual({ type: 'send', id: '1', chatId: 'chat-1', message });
    answer(all, 'send', { message: numbered(1)[0] });
    expect(await outcome).toEqual(numbered(1)[0]);
    expect(all.told('messages')).toEqual([{ type: 'messages', chatId: 'chat-1', messages: numbered(1) }]);
  });

  it('send with an id that is on its way asks nothing more, and has the same outcome', async () => {
    const all = await setupOnline({ snapshot: { chats: [aChat({ state: 'active' })] } });
    const message = { id: 'm-1', text: 'Hello', time: 5 };
    const outcomes = [all.connector.send('chat-1', message), all.connector.send('chat-1', message)];
    await all.pass();
    expect(all.server.count('send')).toBe(1);
    answer(all, 'send', { message: numbered(1)[0] });
    expect(await Promise.all(outcomes)).toEqual([numbered(1)[0], numbered(1)[0]]);
    expect(all.told('messages')).toHaveLength(1);
  });

  it('send asks anew once it is settled, and for the same id in another chat', async () => {
    const all = await setupOnline();
    const message = { id: 'm-1', text: 'Hello', time: 5 };
    const first = all.connector.send('chat-1', message);
    void all.connector.send('chat-2', message);
    expect(all.server.count('send')).toBe(2);
    all.server.tell({ type: 'refused', id: '1', code: 'gone', message: 'It has ended.' });
    await expect(first).rejects.toMatchObject({ code: 'gone' });
    void all.connector.send('chat-1', message);
    expect(all.server.count('send')).toBe(3);
  });

  it('history brings all pages', async () => {
    const all = await setupOnline();
    const outcome = all.connector.history!('chat-1', 0, 5);
    answer(all, 'history', { messages: numbered(1, 2, 3), more: true });
    await all.pass();
    expect(all.server.last('history')).toMatchObject({ after: 3, upTo: 5 });
    answer(all, 'history', { messages: numbered(4, 5), more: false });
    expect(await outcome).toEqual(numbered(1, 2, 3, 4, 5));
  });

  it('history does not go round in circles with a server that says more and brings none', async () => {
    const all = await setupOnline();
    const outcome = all.connector.history!('chat-1', 3);
    answer(all, 'history', { messages: [], more: true });
    expect(await outcome).toEqual([]);
  });

  it('dispositions and summarize bring what was asked for', async () => {
    const all = await setupOnline();
    const tree = [{ id: 'sold', name: 'Sold', full_path: 'Sold' }];
    const dispositions = all.connector.dispositions!('billing');
    expect(all.server.last('dispositions')).toMatchObject({ queue: 'billing' });
    answer(all, 'dispositions', { dispositions: tree });
    expect(await dispositions).toEqual(tree);
    void all.connector.dispositions!(undefined);
    expect(all.server.last('dispositions')).not.toHaveProperty('queue');
    const summary = all.connector.summarize!('chat-1', { locale: 'fr', labels });
    expect(all.server.last('summarize')).toMatchObject({ chatId: 'chat-1', locale: 'fr', labels });
    answer(all, 'summarize', { summary: { text: 'All is well.', automatic: true } });
    expect(await summary).toEqual({ text: 'All is well.', automatic: true });
  });

  it('is refused while nobody has opened the connector', async () => {
    const connector = createWebSocketConnector({ url: 'wss://chat.test', getToken: () => '', ...createNetwork() });
    await expect(connector.accept('chat-1')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('that the agent types', () => {
  it('is told at most every two seconds, that they stopped always', async () => {
    const all = await setupOnline();
    const { setTyping } = all.connector;
    setTyping!('chat-1', true);
    await all.pass(1999);
    setTyping!('chat-1', true);
    setTyping!('chat-2', true);
    expect(all.server.count('typing')).toBe(2);
    await all.pass(1);
    setTyping!('chat-1', true);
    setTyping!('chat-1', false);
    setTyping!('chat-1', true);
    expect(all.server.frames.filter(({ type }) => type === 'typing').map(({ typing }) => typing)).toEqual([
      ...[true, true, true, false, true],
    ]);
  });

  it('is dropped while there is no connection, and where it would have to wait', async () => {
    const limits = { frameBytes: 65_536, framesPerSecond: 10, burst: 10, textLength: 1000 };
    const all = await setup();
    all.connector.setTyping!('chat-1', true);
    const other = await setupOnline({ welcome: { limits } });
    for (let number = 0; number < 10; number += 1) void other.connector.end(`chat-${number}`);
    other.connector.setTyping!('chat-1', true);
    await other.pass(4000);
    expect([all.server.count('typing'), other.server.count('typing')]).toEqual([0, 0]);
  });
});

describe('the welcome', () => {
  it('brings what channels can do, and the policy', async () => {
    const all = await setupOnline({ welcome: { abilities: { sms: { typing: false } }, policy: { summaries: true } } });
    expect(all.connector.abilities).toEqual({ sms: { typing: false } });
    all.server.tell({ type: 'policy', policy: { summaries: false } });
    expect(all.told('policy').map(({ policy }) => policy)).toEqual([{ summaries: true }, { summaries: false }]);
  });

  it('for somebody else than the connector was made for is told to the page', async () => {
    expect((await setupOnline({ agent: 'ana' })).complaints).toEqual([]);
    expect((await setupOnline({ agent: 'bob' })).complaints).toEqual([
      'welcome.agent: the agent that the connector was made for',
    ]);
  });
});

describe('two desks on one connector', () => {
  it('have a connection each, and commands go over the newest that is open', async () => {
    const all = await setupOnline();
    const source = all.connector.open({ cursors: new Map() });
    if (!('subscribe' in source)) throw new Error('It is an Observable.');
    const second = source.subscribe({ next: () => undefined, error: () => undefined, complete: () => undefined });
    second.unsubscribe();
    void all.connector.end('chat-1');
    expect(all.sockets[0]!.count('end')).toBe(1);
  });
});

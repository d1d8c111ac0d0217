import { describe, expect, it, vi } from 'vitest';
import type { ConnectorEvent } from '../../../src/core/index.js';
import type { AgentHears } from '../../../src/wire/index.js';
import { createWebSocketConnector } from '../../../src/connectors/websocket/index.js';
import { aChat, MORNING } from '../../support/builders.js';
import { numbered, setup, setupOnline, snapshot, welcome } from './support.js';

const own = aChat({ state: 'active' });
const messages = (...places: number[]): AgentHears => ({
  type: 'messages',
  chatId: 'chat-1',
  messages: numbered(...places),
});

/** The places of the messages that a desk was told, in the order it was told them. */
const places = (events: readonly ConnectorEvent[]): (number | undefined)[] =>
  events.flatMap((event) => {
    if (event.type === 'messages') return event.messages.map(({ seq }) => seq);
    return event.type === 'snapshot' ? (event.messages['chat-1'] ?? []).map(({ seq }) => seq) : [];
  });

/** Online, with an own chat of three messages. */
const setupChat = () => setupOnline({ snapshot: { chats: [own], messages: { 'chat-1': numbered(1, 2, 3) } } });

type All = Awaited<ReturnType<typeof setupChat>>;
const answerHistory = async ({ server, pass }: All, found: number[], more = false): Promise<void> => {
  const { id } = server.last('history');
  server.tell({ type: 'ok', id: String(id), messages: numbered(...found), more });
  await pass();
};
const comeBack = async (all: All): Promise<void> => {
  all.server.close();
  await all.pass(1000);
  all.server.open();
};

describe('a connection that came back', () => {
  it('says up to where each conversation was passed on', async () => {
    const all = await setupChat();
    all.server.tell(messages(4));
    await comeBack(all);
    expect(all.server.last('hello')['cursors']).toEqual({ 'chat-1': 4 });
  });

  it('begins from what the desk has', async () => {
    const all = await setup({ cursors: new Map([['chat-1', 7]]) });
    all.server.open();
    expect(all.server.last('hello')['cursors']).toEqual({ 'chat-1': 7 });
    all.server.tell(welcome(), snapshot({ resumed: true, chats: [own], messages: { 'chat-1': numbered(8, 9) } }));
    expect(places(all.events)).toEqual([8, 9]);
    expect(all.told('snapshot')[0]).toMatchObject({ resumed: true });
  });

  it('passes on what it is told from there, without what was told already', async () => {
    const all = await setupChat();
    await comeBack(all);
    all.server.tell(welcome(), snapshot({ resumed: true, chats: [own], messages: { 'chat-1': numbered(3, 4, 5) } }));
    expect(all.told('snapshot')[1]!.messages).toEqual({ 'chat-1': numbered(4, 5) });
    all.server.tell(messages(5), messages(6));
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('passes a whole snapshot on as such where it cannot go on', async () => {
    const all = await setupChat();
    await comeBack(all);
    all.server.tell(welcome(), snapshot({ chats: [own], messages: { 'chat-1': numbered(1, 2, 3, 4) } }));
    expect(all.told('snapshot')[1]).toEqual({
      type: 'snapshot',
      serverTime: MORNING,
      chats: [own],
      messages: { 'chat-1': numbered(1, 2, 3, 4) },
    });
  });

  it('is brought about when the snapshot does not come', async () => {
    const all = await setup();
    all.server.open();
    all.server.tell(welcome());
    for (let second = 0; second < 14; second += 1) {
      await all.pass(1000);
      all.server.tell({ type: 'pong', serverTime: MORNING });
    }
    expect(all.sockets).toHaveLength(1);
    await all.pass(2000);
    expect(all.sockets).toHaveLength(2);
  });
});

describe('a gap', () => {
  it('is asked for, and what came after it waits', async () => {
    const all = await setupChat();
    all.server.tell(messages(6, 7));
    expect(all.server.last('history')).toMatchObject({ chatId: 'chat-1', after: 3, upTo: 5 });
    expect(places(all.events)).toEqual([1, 2, 3]);
    await answerHistory(all, [4, 5]);
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is asked for once, however much comes after it', async () => {
    const all = await setupChat();
    all.server.tell(messages(5), messages(6), messages(8));
    expect(all.server.count('history')).toBe(1);
    await answerHistory(all, [4]);
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(all.server.last('history')).toMatchObject({ after: 6, upTo: 7 });
    await answerHistory(all, [7]);
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is asked for page by page', async () => {
    const all = await setupChat();
    all.server.tell(messages(9));
    await answerHistory(all, [4, 5, 6], true);
    expect(all.server.last('history')).toMatchObject({ after: 6, upTo: 8 });
    await answerHistory(all, [7, 8]);
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('closes by itself where the messages only came out of order', async () => {
    const all = await setupChat();
    all.server.tell(messages(5), messages(4));
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5]);
    await answerHistory(all, [4]);
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5]);
  });

  it('that even the server cannot close is left, and not waited for', async () => {
    const all = await setupChat();
    all.server.tell(messages(6));
    await answerHistory(all, [5]);
    expect(places(all.events)).toEqual([1, 2, 3, 5, 6]);
    expect(all.server.count('history')).toBe(1);
  });

  it('whose messages the server refuses is closed by a whole snapshot', async () => {
    const all = await setupChat();
    all.server.tell(messages(6));
    const { id } = all.server.last('history');
    all.server.tell({ type: 'refused', id: String(id), code: 'unavailable', message: 'Not now.' });
    await all.pass();
    expect(all.server.count('refetch')).toBe(1);
    all.server.tell(snapshot({ chats: [own], messages: { 'chat-1': numbered(1, 2, 3, 4, 5, 6) } }), messages(7));
    expect(places(all.events.slice(-3))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('in what a connection goes on from is asked for too', async () => {
    const all = await setupChat();
    await comeBack(all);
    all.server.tell(welcome(), snapshot({ resumed: true, chats: [own], messages: { 'chat-1': numbered(5) } }));
    await answerHistory(all, [4]);
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5]);
  });

  it('before the own message in an answer is asked for, and the answer settles at once', async () => {
    const all = await setupChat();
    const sent = all.connector.send('chat-1', { id: 'm-5', text: 'Text 5', time: 1 });
    const { id } = all.server.last('send');
    all.server.tell({ type: 'ok', id: String(id), message: numbered(5)[0]! });
    expect(await sent).toMatchObject({ id: 'm-5', seq: 5 });
    await all.pass();
    expect(all.server.last('history')).toMatchObject({ after: 3, upTo: 4 });
    await answerHistory(all, [4]);
    all.server.tell(messages(5));
    expect(places(all.events)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a message', () => {
  it('that is told twice is passed on once', async () => {
    const all = await setupChat();
    all.server.tell(messages(3), messages(4), messages(4), messages(2, 3, 4, 5));
    expect([places(all.events), all.server.count('history')]).toEqual([[1, 2, 3, 4, 5], 0]);
  });

  it('of a chat that nobody told of makes it look at everything again', async () => {
    const all = await setupOnline();
    all.server.tell(messages(1), messages(2));
    expect(all.server.count('refetch')).toBe(1);
    all.server.tell(snapshot({ chats: [own], messages: { 'chat-1': numbered(1, 2) } }));
    expect(places(all.events)).toEqual([1, 2]);
  });

  it('of a request that was answered follows the word of that', async () => {
    const all = await setupOnline({ snapshot: { chats: [aChat()] } });
    all.server.tell({ type: 'chat', chat: own }, messages(1, 2));
    expect(all.events.slice(-2).map(({ type }) => type)).toEqual(['chat', 'messages']);
    expect(all.server.count('history')).toBe(0);
  });

  it('that comes late, after its chat is done, does not bring the chat back', async () => {
    const all = await setupChat();
    all.server.tell({ type: 'done', chatId: 'chat-1' }, messages(4));
    expect(places(all.events)).toEqual([1, 2, 3]);
  });
});

describe('a snapshot', () => {
  const chats = [own, aChat({ id: 'chat-2', state: 'active' })];

  it('is put together of its parts before it is told', async () => {
    const all = await setup();
    all.server.open();
    all.server.tell(
      welcome(),
      snapshot({ part: 0, last: false, chats: [chats[0]!], messages: { 'chat-1': numbered(1, 2) } }),
    );
    expect(all.told('snapshot')).toEqual([]);
    all.server.tell(snapshot({ part: 1, chats: [chats[1]!], messages: { 'chat-1': numbered(3) } }));
    expect(all.told('snapshot')).toMatchObject([{ chats, messages: { 'chat-1': numbered(1, 2, 3) } }]);
  });

  it('may number its parts, and then they may come in any order, and twice', async () => {
    const all = await setup();
    const parts = [0, 1, 2].map((part) =>
      snapshot({
        part,
        last: part === 2,
        chats: chats.slice(part, part + 1),
        messages: { 'chat-1': numbered(part + 1) },
      }),
    );
    all.server.open();
    all.server.tell(welcome(), parts[2]!, parts[0]!, parts[0]!);
    expect(all.told('snapshot')).toEqual([]);
    all.server.tell(parts[1]!, parts[1]!, parts[2]!);
    expect(all.told('snapshot')).toMatchObject([{ chats, messages: { 'chat-1': numbered(1, 2, 3) } }]);
  });

  it('comes before what was told between its parts', async () => {
    const all = await setup();
    all.server.open();
    all.server.tell(
      welcome(),
      snapshot({ last: false, chats: [own], messages: { 'chat-1': numbered(1) } }),
      { type: 'left', chatId: 'chat-1', time: 5 },
      messages(2),
      snapshot(),
    );
    expect(all.events.slice(-4).map(({ type }) => type)).toEqual(['snapshot', 'connection', 'left', 'messages']);
  });

  it('that nobody asked for is an old one, and takes nothing back', async () => {
    const all = await setupChat();
    all.server.tell(messages(4), snapshot({ chats: [own], messages: { 'chat-1': numbered(1, 2, 3) } }), messages(5));
    expect([places(all.events), all.server.count('history')]).toEqual([[1, 2, 3, 4, 5], 0]);
  });

  it('is asked for whole when history was lost, in the place of the one that goes on', async () => {
    const all = await setupChat();
    await comeBack(all);
    all.server.tell(welcome(), { type: 'lost', chatId: 'chat-1' });
    expect(all.server.count('refetch')).toBe(1);
    all.server.tell(snapshot({ chats: [own], messages: { 'chat-1': numbered(5, 6) } }), messages(7));
    expect(all.told('snapshot')[1]!.resumed).toBeUndefined();
    expect(places(all.events)).toEqual([1, 2, 3, 5, 6, 7]);
    expect(all.states().at(-1)).toBe('online');
  });

  it('that goes on, after word of a loss, is not taken for the whole one', async () => {
    const all = await setupChat();
    await comeBack(all);
    all.server.tell(welcome(), { type: 'lost', chatId: 'chat-1' });
    all.server.tell(snapshot({ resumed: true, chats: [own] }));
    all.server.tell(snapshot({ chats: [own], messages: { 'chat-1': numbered(6) } }));
    expect(all.told('snapshot')).toHaveLength(3);
  });

  it('keeps a chat that is called as no object may be', async () => {
    const odd = { ...own, id: '__proto__' };
    const all = await setup();
    all.server.open();
    all.server.tell(welcome());
    all.server.say(
      JSON.stringify(snapshot({ chats: [odd] })).replace(
        '"messages":{}',
        `"messages":{"__proto__":${JSON.stringify(numbered(1))}}`,
      ),
    );
    expect(Object.entries(all.told('snapshot')[0]!.messages)).toEqual([['__proto__', numbered(1)]]);
    all.server.close();
    await all.pass(1000);
    all.server.open();
    expect(Object.entries(all.server.last('hello')['cursors'] as object)).toEqual([['__proto__', 1]]);
  });
});

describe('how far the life of a chat has come', () => {
  const left = (version?: number): AgentHears => ({ type: 'left', chatId: 'chat-1', time: 5, version: version! });
  const returned = (version: number): AgentHears => ({ type: 'returned', chatId: 'chat-1', time: 6, version });
  /** The types told after the snapshot, without connection and time. */
  const lived = ({ events }: All): string[] =>
    events.map(({ type }) => type).filter((type) => !['connection', 'server-time', 'snapshot'].includes(type));
  const setupVersion = (version: number) => setupOnline({ snapshot: { chats: [{ ...own, version }] } });

  it('lets each step through once', async () => {
    const all = await setupVersion(3);
    all.server.tell(left(3), left(4), left(4), returned(7), left(9));
    expect([lived(all), all.server.count('refetch')]).toEqual([['left', 'returned', 'left'], 0]);
  });

  it('shows that two steps were swapped: the older one is dropped, and a whole snapshot asked for', async () => {
    const all = await setupVersion(3);
    all.server.tell(returned(5), left(4));
    expect([lived(all), all.server.count('refetch')]).toEqual([['returned'], 1]);
    all.server.tell(snapshot({ chats: [{ ...own, version: 5 }] }), left(6));
    expect(lived(all)).toEqual(['returned', 'left']);
  });

  it('shows that the word which made a chat the agent’s came after one of its steps', async () => {
    const all = await setupOnline();
    all.server.tell(left(4), { type: 'chat', chat: { ...own, version: 3 } });
    expect([lived(all), all.server.count('refetch')]).toEqual([['left'], 1]);
  });

  it('keeps a chat that is done from being brought back by older word of it', async () => {
    const all = await setupVersion(3);
    all.server.tell({ type: 'done', chatId: 'chat-1', version: 5 }, { type: 'chat', chat: { ...own, version: 4 } });
    expect(lived(all)).toEqual(['done']);
  });

  it('is begun anew with each connection, and where a server has lost something', async () => {
    const all = await setupVersion(3);
    all.server.tell({ type: 'lost', chatId: 'chat-1' }, snapshot({ chats: [{ ...own, version: 1 }] }), left(2));
    await comeBack(all);
    all.server.tell(welcome(), snapshot({ chats: [] }), { type: 'chat', chat: { ...own, version: 1 } });
    expect([lived(all), all.server.count('refetch')]).toEqual([['left', 'chat'], 0]);
  });

  it('doubts a snapshot that is older than what was told, but no more than three in a row', async () => {
    const all = await setupVersion(3);
    const anew = snapshot({ chats: [{ ...own, version: 1 }] });
    all.server.tell(returned(5), left(4), anew, anew, anew);
    expect(all.server.count('refetch')).toBe(4);
    all.server.tell(anew, left(2));
    expect([lived(all), all.server.count('refetch')]).toEqual([['returned', 'left'], 4]);
  });

  it('need not be told by a server', async () => {
    const all = await setupVersion(3);
    const { version: _version, ...bare } = left() as Extract<AgentHears, { type: 'left' }>;
    all.server.tell(bare, bare);
    expect([lived(all), all.server.count('refetch')]).toEqual([['left', 'left'], 0]);
  });
});

describe('the time of the server', () => {
  it('is told at the welcome and with each sign of life, half the way of the answer added', async () => {
    const all = await setup();
    all.server.open();
    await all.pass(400);
    all.server.tell(welcome({ serverTime: MORNING + 600_000 }), snapshot({ serverTime: 0 }));
    expect(all.told('server-time')).toEqual([{ type: 'server-time', serverTime: MORNING + 600_200 }]);
    expect(all.told('snapshot')[0]!.serverTime).toBe(MORNING + 600_200);
    await all.pass(20_000);
    await all.pass(1000);
    all.server.tell({ type: 'pong', serverTime: MORNING - 600_000 });
    expect(all.told('server-time').at(-1)!.serverTime).toBe(MORNING - 599_500);
  });

  it('is not learnt from a sign of life that is told twice', async () => {
    const all = await setupOnline();
    await all.pass(20_000);
    all.server.tell({ type: 'pong', serverTime: MORNING + 20_000 });
    await all.pass(3000);
    all.server.tell({ type: 'pong', serverTime: MORNING + 20_000 });
    expect(all.told('server-time').at(-1)!.serverTime).toBe(MORNING + 23_000);
  });

  it('stands while an answer that was long on its way agrees', async () => {
    const all = await setupOnline();
    await all.pass(20_000);
    await all.pass(2000);
    // The server read its clock as it answered, and not half way.
    all.server.tell({ type: 'pong', serverTime: MORNING + 22_000 });
    expect(all.told('server-time').at(-1)!.serverTime).toBe(MORNING + 22_000);
  });

  it('is asked for again at once where the welcome took its time', async () => {
    const all = await setup();
    all.server.open();
    await all.pass(3000);
    all.server.tell(welcome({ serverTime: MORNING - 600_000 }), snapshot());
    expect(all.told('server-time').at(-1)!.serverTime).toBe(MORNING - 598_500);
    expect(all.server.count('ping')).toBe(1);
    await all.pass(100);
    all.server.tell({ type: 'pong', serverTime: MORNING - 600_000 + 50 });
    expect(all.told('server-time').at(-1)!.serverTime).toBe(MORNING - 600_000 + 100);
  });

  it('is not asked for again where the welcome came soon', async () => {
    const all = await setupOnline();
    expect(all.server.count('ping')).toBe(0);
  });

  it('is asked for again at once where the clock was set while the answer was on its way', async () => {
    const all = await setupOnline();
    await all.pass(20_000);
    expect(all.server.count('ping')).toBe(1);
    all.nap(10_000);
    all.server.tell({ type: 'pong', serverTime: MORNING + 20_000 });
    expect(all.server.count('ping')).toBe(2);
    all.server.tell({ type: 'pong', serverTime: MORNING + 20_100 });
    expect(all.told('server-time').at(-1)!.serverTime).toBe(MORNING + 20_100);
  });

  it('is counted on by a clock that the machine’s does not take back when it is set', async () => {
    const { clock } = createWebSocketConnector({ url: 'wss://chat.test/chat', getToken: () => 'token' });
    const before = clock!.now();
    const set = vi.spyOn(Date, 'now').mockReturnValue(before - 600_000);
    expect(clock!.now()).toBeGreaterThanOrEqual(before);
    set.mockRestore();
  });
});

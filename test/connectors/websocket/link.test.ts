import { describe, expect, it, vi } from 'vitest';
import { aChat } from '../../support/builders.js';
import { numbered, setup, setupOnline, snapshot, welcome } from './support.js';

const own = aChat({ state: 'active' });
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (reason: unknown) => (reason as { readonly code: string }).code,
  );

type All = Awaited<ReturnType<typeof setupOnline>>;

/** Refuses the first command that was asked for. */
const refuse = (server: All['server'], code: string): void => {
  const { id } = server.frames.find(({ type }) => type === 'end')!;
  server.say(JSON.stringify({ type: 'refused', id, code, message: 'Not now.' }));
};

/** Lets time pass on a server that gives signs of life and no answers. */
const passAlive = async ({ server, pass }: All, seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    await pass(1000);
    server.tell({ type: 'pong', serverTime: 0 });
  }
};

describe('a connection', () => {
  it('begins with hello, whose token is fetched for it and stands in no address', async () => {
    const { server } = await setup();
    expect(server).toMatchObject({ url: 'wss://chat.test/chat', protocol: 'agent-chat.v1', frames: [] });
    server.open();
    expect(server.frames).toEqual([{ type: 'hello', version: 1, token: 'token-1', cursors: {} }]);
  });

  it('is online when it was welcomed and has its snapshot, not before', async () => {
    const { server, states } = await setup();
    server.open();
    server.tell(welcome());
    expect(states()).toEqual(['connecting']);
    server.tell(snapshot());
    expect(states()).toEqual(['connecting', 'online']);
  });

  it('takes what came before the welcome after it', async () => {
    const { server, told, states } = await setup();
    server.open();
    server.tell(snapshot({ chats: [own] }), welcome());
    expect([told('snapshot').length, states().at(-1)]).toEqual([1, 'online']);
  });

  it('tries again when there is no token, when the socket does not open and when nobody answers', async () => {
    let tokens = 0;
    const all = await setup({
      getToken: () => ((tokens += 1) === 1 ? Promise.reject(new Error('No network')) : 'token'),
    });
    expect(all.sockets).toHaveLength(0);
    await all.pass(250);
    expect(all.sockets).toHaveLength(1);
    await all.pass(15_000);
    expect(all.server.let).toBe(true);
    await all.pass(500);
    expect(all.sockets).toHaveLength(2);
    all.server.open();
    await all.pass(5000 + 1000);
    expect(all.sockets).toHaveLength(3);
    expect(all.states()).not.toContain('offline');
  });

  it('gives an address up that is none', async () => {
    const all = await setup({
      WebSocket: class {
        constructor() {
          throw new SyntaxError('The URL is invalid.');
        }
        send = () => undefined;
        close = () => undefined;
        addEventListener = () => undefined;
      },
    });
    await all.pass(100_000);
    expect(all.told('connection').at(-1)).toMatchObject({ state: 'offline', reason: /address/ as never });
  });

  it('does not hear what an earlier socket still says', async () => {
    const { server, sockets, pass, told, states } = await setupOnline();
    server.close();
    await pass(1000);
    sockets[0]!.tell({ type: 'chat', chat: own });
    sockets[0]!.close(4403);
    expect([told('chat'), sockets.length, states().at(-1)]).toEqual([[], 2, 'connecting']);
  });

  it('leaves nothing behind when it is closed', async () => {
    const { server, close, clock, signals, connector, pass } = await setupOnline();
    const accepted = refusal(connector.accept('chat-1'));
    close();
    await pass();
    expect([server.let, clock.pending, signals.watchers, await accepted]).toEqual([true, 0, 0, 'unavailable']);
    expect(await refusal(connector.accept('chat-1'))).toBe('unavailable');
  });
});

describe('the sign of life', () => {
  it('is asked for when nothing else was sent for a heartbeat', async () => {
    const { server, pass } = await setupOnline();
    await pass(19_999);
    expect(server.count('ping')).toBe(0);
    await pass(1);
    expect(server.count('ping')).toBe(1);
    server.tell({ type: 'pong', serverTime: 0 });
    await pass(20_000);
    expect(server.count('ping')).toBe(2);
  });

  it('is asked for when nothing is heard, however much is sent', async () => {
    const { server, connector, pass } = await setupOnline({ welcome: { heartbeat: 4 }, patience: 100_000 });
    for (let second = 0; second < 3; second += 1) {
      await pass(1000);
      connector.setTyping!('chat-1', second % 2 === 0);
    }
    expect(server.count('typing')).toBe(3);
    await pass(1000);
    expect(server.count('ping')).toBe(1);
  });

  it('finds a half-open socket: nothing was heard within the bound after something was asked', async () => {
    const { server, sockets, connector, pass, states } = await setupOnline({ snapshot: { chats: [own] } });
    void connector.end('chat-1');
    await pass(4999);
    expect(states().at(-1)).toBe('online');
    await pass(1);
    expect([states().at(-1), server.let]).toEqual(['connecting', true]);
    await pass(500);
    expect(sockets).toHaveLength(2);
  });

  it('is any frame: a server that takes its time over one answer keeps its socket', async () => {
    const { server, sockets, connector, pass } = await setupOnline();
    void connector.summarize!('chat-1', { locale: 'en', labels: { automatic: '', endUser: '', agent: '' } });
    for (let half = 0; half < 10; half += 1) {
      await pass(2500);
      server.tell({ type: 'pong', serverTime: 0 });
    }
    expect(server.count('ping')).toBe(10);
    expect(sockets).toHaveLength(1);
  });

  it('must come sooner where the heartbeat is short', async () => {
    const { server, pass } = await setupOnline({ welcome: { heartbeat: 1 } });
    await pass(1000 + 499);
    expect(server.let).toBe(false);
    await pass(1);
    expect(server.let).toBe(true);
  });

  it('is given by what comes in where the timers of a hidden page sleep', async () => {
    const { server, nap } = await setupOnline({ snapshot: { chats: [own] } });
    nap(21_000);
    server.tell({ type: 'messages', chatId: 'chat-1', messages: numbered(1) });
    expect(server.count('ping')).toBe(1);
  });

  it('is asked for at once by a machine that slept, as soon as its timers run', async () => {
    vi.useFakeTimers();
    try {
      let slept = 0;
      const all = await setupOnline({ clock: { now: () => Date.now() + slept } });
      await vi.advanceTimersByTimeAsync(2000);
      slept = 3_600_000;
      await vi.advanceTimersByTimeAsync(1000);
      expect([all.server.count('ping'), all.server.let]).toEqual([1, false]);
      all.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is asked for anew by a machine that slept over the answer, before it judges', async () => {
    const { server, nap, pass } = await setupOnline();
    await pass(20_000);
    nap(3_600_000);
    await pass(2500);
    expect([server.count('ping'), server.let]).toEqual([2, false]);
    await pass(2500);
    expect(server.let).toBe(true);
  });
});

describe('coming back', () => {
  it('waits any time up to a bound that doubles, and starts over after a welcome that lasted', async () => {
    const all = await setupOnline();
    const pauses: number[] = [];
    const cut = async (): Promise<void> => {
      const before = all.sockets.length;
      const since = all.clock.now();
      all.server.close();
      while (all.sockets.length === before) await all.pass(10);
      pauses.push(all.clock.now() - since);
    };
    await all.pass(2000);
    for (let time = 0; time < 9; time += 1) await cut();
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    all.server.open();
    all.server.tell(welcome(), snapshot());
    await all.pass(2000);
    pauses.length = 0;
    await cut();
    expect(pauses).toEqual([250]);
  });

  it('waits longer and longer where it is thrown out as soon as it is in', async () => {
    const all = await setupOnline();
    for (let time = 0; time < 6; time += 1) {
      all.server.close();
      await all.pass(20_000);
      all.server.open();
      all.server.tell(welcome());
    }
    const before = all.sockets.length;
    all.server.close();
    await all.pass(10_000);
    expect(all.sockets).toHaveLength(before);
  });

  it('fetches a new token once after 4401, and then gives up with a reason', async () => {
    const all = await setupOnline();
    all.server.close(4401);
    await all.pass(500);
    all.server.open();
    expect(all.server.last('hello')).toMatchObject({ token: 'token-2' });
    all.server.close(4401);
    await all.pass(600_000);
    expect(all.sockets).toHaveLength(2);
    expect(all.told('connection').at(-1)).toEqual({
      type: 'connection',
      state: 'offline',
      reason: 'The server closed the connection: unauthorized (4401).',
    });
  });

  it('takes each token that expires in its time for another first one', async () => {
    const all = await setupOnline();
    for (let time = 0; time < 3; time += 1) {
      await all.pass(2000);
      all.server.close(4401);
      await all.pass(500);
      all.server.open();
      all.server.tell(welcome(), snapshot());
    }
    expect([all.sockets.length, all.states().at(-1)]).toEqual([4, 'online']);
  });

  it.each([1008, 1009, 4400, 4403, 4406])(
    'is useless after %i: offline with a reason, and no more sockets',
    async (code) => {
      const all = await setupOnline();
      const sent = refusal(all.connector.end('chat-1'));
      all.server.close(code);
      expect([await sent, await refusal(all.connector.end('chat-1'))]).toEqual(['unavailable', 'unavailable']);
      await all.pass(600_000);
      expect(all.sockets).toHaveLength(1);
      expect(all.told('connection').at(-1)).toMatchObject({ state: 'offline' });
    },
  );

  it.each(['the network comes back', 'somebody asks for it'])('after it was given up begins when %s', async (how) => {
    const all = await setupOnline();
    all.server.close(4403);
    if (how === 'the network comes back') all.signals.give('online');
    else all.connector.reconnect();
    await all.pass();
    expect([all.sockets.length, all.states().at(-1)]).toEqual([2, 'connecting']);
  });

  it('waits a while after 4429, and as long as the server said', async () => {
    const all = await setupOnline();
    all.server.tell({ type: 'trouble', code: 'too-many', message: 'Slower.', retryAfter: 7000 });
    all.server.close(4429);
    await all.pass(8999);
    expect(all.sockets).toHaveLength(1);
    await all.pass(5000);
    expect(all.sockets).toHaveLength(2);
  });

  it('waits as long as a server that goes away said, and some of a moment more', async () => {
    const all = await setupOnline();
    all.server.tell({ type: 'going', retryAfter: 3000 });
    await all.pass(1000);
    all.server.close(1012);
    await all.pass(2249);
    expect(all.sockets).toHaveLength(1);
    await all.pass(1);
    expect(all.sockets).toHaveLength(2);
  });

  it('does not wait for a server that was going and did not close', async () => {
    const all = await setupOnline();
    all.server.tell({ type: 'going', retryAfter: 3000 });
    await all.pass(3250);
    expect([all.sockets[0]!.let, all.sockets.length]).toEqual([true, 2]);
  });
});

describe('what the browser says', () => {
  it('no network: the socket is asked for life, and is offline once it is lost', async () => {
    const all = await setupOnline();
    all.signals.give('offline');
    expect(all.server.count('ping')).toBe(1);
    expect(all.states().at(-1)).toBe('online');
    await all.pass(5000);
    expect(all.states().at(-1)).toBe('offline');
  });

  it('a network again: it is tried at once, without the rest of the pause', async () => {
    const all = await setupOnline();
    all.signals.give('offline');
    all.server.close();
    for (let time = 0; time < 6; time += 1) {
      await all.pass(30_000);
      all.server.close();
    }
    const before = all.sockets.length;
    all.signals.give('online');
    await all.pass();
    expect([all.sockets.length, all.states().at(-1)]).toEqual([before + 1, 'connecting']);
  });

  it('the page is awake: an open socket is asked for life at once, a pause is cut short', async () => {
    const all = await setupOnline();
    all.signals.give('awake');
    expect(all.server.count('ping')).toBe(1);
    all.server.close();
    all.signals.give('awake');
    await all.pass();
    expect(all.sockets).toHaveLength(2);
  });

  it('the page is awake: what was given up stays so', async () => {
    const all = await setupOnline();
    all.server.close(4403);
    all.signals.give('awake');
    await all.pass(60_000);
    expect(all.sockets).toHaveLength(1);
  });
});

describe('what is asked', () => {
  it('settles on the word of the server, not on the socket', async () => {
    const { server, connector, pass } = await setupOnline();
    const outcomes: string[] = [];
    void connector.accept('chat-1').then(() => outcomes.push('accepted'));
    void refusal(connector.accept('chat-2')).then((code) => outcomes.push(code));
    await pass();
    expect(outcomes).toEqual([]);
    const [first, second] = server.frames.filter(({ type }) => type === 'accept');
    server.tell({ type: 'refused', id: String(second!['id']), code: 'taken', message: 'Too late.' });
    await pass();
    server.tell({ type: 'ok', id: String(first!['id']) });
    await pass();
    expect(outcomes).toEqual(['taken', 'accepted']);
  });

  it('waits for the first welcome', async () => {
    const { server, connector } = await setup();
    void connector.accept('chat-1');
    server.open();
    expect(server.count('accept')).toBe(0);
    server.tell(welcome());
    expect(server.count('accept')).toBe(1);
  });

  it('is asked again in order, as it was, after a broken connection, until it is settled', async () => {
    const all = await setupOnline();
    const outcomes: string[] = [];
    void all.connector.end('chat-1').then(() => outcomes.push('ended'));
    void all.connector.send('chat-2', { id: 'm-1', text: 'Hello', time: 1 }).then(({ id }) => outcomes.push(id));
    const asked = all.server.frames.slice(-2);
    for (let time = 0; time < 2; time += 1) {
      all.server.close();
      await all.pass(1000);
      all.server.open();
      all.server.tell(welcome(), snapshot());
      expect(all.server.frames.slice(1)).toEqual(asked);
    }
    all.server.tell({ type: 'ok', id: String(asked[0]!['id']) });
    all.server.close();
    await all.pass(2000);
    all.server.open();
    all.server.tell(welcome(), snapshot());
    expect(all.server.frames.slice(1)).toEqual([asked[1]]);
    all.server.tell({ type: 'ok', id: String(asked[1]!['id']), message: { ...numbered(1)[0]!, author: 'agent' } });
    await all.pass();
    expect(outcomes).toEqual(['ended', 'm-1']);
  });

  it('is refused as unavailable when there is no answer in time, and not asked again then', async () => {
    const all = await setupOnline();
    const sent = refusal(all.connector.send('chat-1', { id: 'm-1', text: 'Hello', time: 1 }));
    await all.pass(30_000);
    expect(await sent).toBe('unavailable');
    all.server.open();
    all.server.tell(welcome());
    expect(all.server.count('send')).toBe(0);
  });

  it('is refused when the answer cannot be used, and nothing else is', async () => {
    const all = await setupOnline();
    const [first, second] = [refusal(all.connector.history!('chat-1', 0)), refusal(all.connector.end('chat-2'))];
    const ids = all.server.frames.slice(-2).map(({ id }) => id);
    all.server.say(JSON.stringify({ type: 'refused', id: ids[0], code: 'because' }));
    all.server.say(JSON.stringify({ type: 'ok', id: ids[1] }));
    expect([await first, await second]).toEqual(['invalid', 'done']);
    expect(all.complaints).toHaveLength(1);
    expect(all.states().at(-1)).toBe('online');
  });

  it('and has no answer in time: the connection is told as lost before that, and other requests are asked again', async () => {
    const all = await setupOnline();
    const order: string[] = [];
    void refusal(all.connector.end('chat-1')).then((code) => order.push(code, ...all.states().slice(-1)));
    await all.pass(1000);
    const other = refusal(all.connector.end('chat-2'));
    await passAlive(all, 29);
    await all.pass(500);
    expect(order).toEqual(['unavailable', 'connecting']);
    all.server.open();
    all.server.tell(welcome(), snapshot());
    expect(all.server.last('end')).toMatchObject({ chatId: 'chat-2' });
    all.server.tell({ type: 'ok', id: String(all.server.last('end')['id']) });
    expect(await other).toBe('done');
  });

  it.each([
    ['is refused as unavailable', 'unavailable', 'unavailable'],
    ['has an answer that cannot be used', 'because', 'invalid'],
  ])('and %s: the connection stays, for all that goes over it', async (_how, told, code) => {
    const all = await setupOnline();
    const ended = refusal(all.connector.end('chat-1'));
    refuse(all.server, told);
    expect([await ended, all.states().at(-1)]).toEqual([code, 'online']);
  });

  it.each([
    ['bad-frame', 'invalid'],
    ['unknown-frame', 'unsupported'],
  ] as const)('is refused when the server finds the frame a %s, and the page hears of it', async (code, outcome) => {
    const all = await setupOnline();
    const ended = refusal(all.connector.end('chat-1'));
    const { id } = all.server.last('end');
    all.server.tell({ type: 'trouble', code, message: '/chatId wants type.', path: '/chatId', id: String(id) });
    expect(await ended).toBe(outcome);
    expect(all.complaints).toEqual(['/chatId: The server cannot use what it was sent: /chatId wants type.']);
  });
});

describe('the limits', () => {
  it('of a frame are counted in bytes: what is longer is refused and never sent', async () => {
    const limits = { frameBytes: 1024, framesPerSecond: 10, burst: 10, textLength: 1000 };
    const { server, connector } = await setupOnline({ welcome: { limits } });
    expect(await refusal(connector.send('chat-1', { id: 'm-1', text: 'é'.repeat(500), time: 1 }))).toBe('invalid');
    void connector.send('chat-1', { id: 'm-2', text: 'e'.repeat(500), time: 1 });
    expect(server.frames.filter(({ type }) => type === 'send')).toMatchObject([{ message: { id: 'm-2' } }]);
  });

  it('of what comes in hold too: a frame that is longer is refused by name', async () => {
    const all = await setupOnline();
    all.server.say(JSON.stringify({ type: 'chat', chat: own, filler: 'x'.repeat(1_000_000) }));
    all.server.tell({ type: 'chat', chat: own });
    expect(all.complaints).toEqual(['bad-frame: A frame wants at most 65536 bytes.']);
    expect(all.told('chat')).toHaveLength(1);
  });

  it('of the rate are kept: what is too much waits in order and none is lost', async () => {
    const limits = { frameBytes: 65_536, framesPerSecond: 10, burst: 10, textLength: 1000 };
    const { server, connector, pass } = await setupOnline({ welcome: { limits } });
    for (let number = 0; number < 50; number += 1) void connector.end(`chat-${number}`);
    expect(server.count('end')).toBe(7);
    const told = [];
    for (let second = 0; second < 6; second += 1) {
      await pass(1000);
      server.tell({ type: 'pong', serverTime: 0 });
      told.push(server.count('end') + server.count('ping'));
    }
    // 8 a second: a fifth is left for what bunches on the way.
    expect(told[0]).toBeLessThanOrEqual(16);
    expect(told[1]! - told[0]!).toBeLessThanOrEqual(9);
    expect(server.frames.filter(({ type }) => type === 'end').map(({ chatId }) => chatId)).toEqual(
      Array.from({ length: 50 }, (_, number) => `chat-${number}`),
    );
  });

  it('that were passed all the same: nothing is sent for as long as the server says, then all of it again', async () => {
    const { server, connector, pass } = await setupOnline();
    void connector.end('chat-1');
    server.tell({ type: 'trouble', code: 'too-many', message: 'Slower.', retryAfter: 1500 });
    void connector.end('chat-2');
    await pass(1499);
    expect(server.count('end')).toBe(1);
    await pass(1);
    expect(server.frames.filter(({ type }) => type === 'end').map(({ chatId }) => chatId)).toEqual([
      'chat-1',
      'chat-1',
      'chat-2',
    ]);
  });
});

import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket as RealWebSocket, WebSocketServer, type WebSocket as ServerSocket } from 'ws';
import {
  createFaultPlan,
  createFaultySocket,
  createManualClock,
  type FaultRule,
  type ManualClock,
} from '../../src/testing/index.js';

const servers: WebSocketServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.clients.forEach((client) => client.terminate());
    server.close();
  }
});

/** A few turns of the machine: what is on its way has come. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => void setTimeout(resolve, 2));
};

/** A server that notes what it hears, and one socket to it on which things go wrong. */
const setup = async (rules: readonly FaultRule[] = [], { open = true, seed = 1 } = {}) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  servers.push(server);
  const heard: string[] = [];
  let there: ServerSocket | undefined;
  let serverSawClose: number | undefined;
  server.on('connection', (socket) => {
    there = socket;
    socket.on('message', (data: Buffer) => void heard.push(data.toString()));
    socket.on('close', (code) => (serverSawClose = code));
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const clock: ManualClock = createManualClock(1000);
  const plan = createFaultPlan({ rules, clock, seed });
  const Faulty = createFaultySocket(RealWebSocket, plan);
  const connect = () => {
    const events: string[] = [];
    const socket = new Faulty(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    socket.onopen = () => void events.push('open');
    socket.onmessage = ({ data }) => void events.push(String(data));
    socket.onerror = () => void events.push('error');
    socket.onclose = ({ code, reason, wasClean }) =>
      void events.push(['close', code, reason, wasClean].filter((part) => part !== '').join(' '));
    return { socket, events };
  };
  const one = connect();
  if (open) {
    await new Promise((resolve) => one.socket.addEventListener('open', resolve));
    one.events.length = 0;
  }
  return {
    ...one,
    heard,
    clock,
    plan,
    connect,
    say: async (...texts: readonly string[]) => {
      for (const text of texts) there?.send(text);
      await settled();
    },
    send: async (...texts: readonly string[]) => {
      for (const text of texts) one.socket.send(text);
      await settled();
    },
    serverCloses: async (code: number, reason: string) => {
      there?.close(code, reason);
      await settled();
    },
    serverSawClose: () => serverSawClose,
  };
};

const frame = (n: number): string => JSON.stringify({ n });
const second: Pick<FaultRule, 'match'> = { match: (it) => (it as { n?: number } | undefined)?.n === 2 };
const three = [frame(1), frame(2), frame(3)];

describe('a faulty socket', () => {
  it('is a WebSocket: states, address, handlers and listeners, and the server’s close', async () => {
    const { socket, events, heard, say, send, serverCloses } = await setup([], { open: false });
    expect([socket.readyState, socket.CONNECTING, socket.url.slice(0, 5)]).toEqual([0, 0, 'ws://']);
    expect(() => socket.send('too early')).toThrow(/connecting/i);
    await settled();
    expect([socket.readyState, socket.OPEN]).toEqual([1, 1]);
    await send('up');
    await say('down');
    await serverCloses(4401, 'no token');
    expect(heard).toEqual(['up']);
    expect(events).toEqual(['open', 'down', 'close 4401 no token true']);
    expect(socket.readyState).toBe(3);
  });

  it('closes as it is asked to', async () => {
    const { socket, events, plan, serverSawClose } = await setup();
    socket.close(4000, 'bye');
    expect(socket.readyState).toBe(2);
    await settled();
    expect([events, serverSawClose(), plan.sockets]).toEqual([['close 4000 bye true'], 4000, 0]);
  });

  it('lets everything pass as it is, at once, without rules', async () => {
    const { events, heard, say, send, plan } = await setup();
    await say(...three, 'no JSON');
    await send(...three, 'no JSON');
    expect([events, heard]).toEqual([
      [...three, 'no JSON'],
      [...three, 'no JSON'],
    ]);
    expect([plan.passed, Object.values(plan.counts)]).toEqual([8, [0, 0, 0, 0, 0, 0, 0, 0]]);
  });

  it('suppresses the frames that match, and no other', async () => {
    const { events, heard, say, send, plan } = await setup([{ do: 'suppress', way: 'in', ...second }]);
    await say(...three);
    await send(...three);
    expect([events, heard]).toEqual([[frame(1), frame(3)], three]);
    expect([plan.counts.suppress, plan.passed]).toEqual([1, 5]);
  });

  it('takes only the nth that matches, counted over all sockets', async () => {
    const { events, say, connect } = await setup([{ do: 'suppress', way: 'in', nth: 2 }]);
    await say('a');
    const other = connect();
    await settled();
    await say('b', 'c');
    expect([events, other.events]).toEqual([['a'], ['open', 'c']]);
  });

  it('delays a frame by the plan’s clock, and what follows waits behind it', async () => {
    const { events, heard, say, send, clock } = await setup([{ do: 'delay', ms: 300, way: 'in', ...second }]);
    await say(...three);
    await send(...three);
    expect([events, heard]).toEqual([[frame(1)], three]);
    clock.advance(299);
    expect(events).toEqual([frame(1)]);
    clock.advance(1);
    expect(events).toEqual(three);
    await say('later');
    expect(events.at(-1)).toBe('later');
  });

  it('delays what is sent, and a close behind it', async () => {
    const { socket, heard, send, clock, serverSawClose } = await setup([{ do: 'delay', ms: 300, way: 'out' }]);
    await send('late');
    socket.close(1000);
    await settled();
    expect([heard, serverSawClose()]).toEqual([[], undefined]);
    clock.advance(300);
    await settled();
    expect([heard, serverSawClose()]).toEqual([['late'], 1000]);
  });

  it('duplicates a frame', async () => {
    const { events, heard, say, send } = await setup([{ do: 'duplicate', way: 'out', ...second }]);
    await say(...three);
    await send(...three);
    expect([events, heard]).toEqual([three, [frame(1), frame(2), frame(2), frame(3)]]);
  });

  it('reorders a frame with the next one of its way', async () => {
    const { events, heard, say, send } = await setup([{ do: 'reorder', way: 'in', ...second }]);
    await say(frame(1), frame(2));
    await send(frame(4));
    expect(events).toEqual([frame(1)]);
    await say(frame(3));
    expect([events, heard]).toEqual([[frame(1), frame(3), frame(2)], [frame(4)]]);
  });

  it('lets a frame go by itself when none comes to be reordered with', async () => {
    const { events, say, clock } = await setup([{ do: 'reorder', way: 'in', ...second }]);
    await say(frame(2));
    clock.advance(999);
    expect(events).toEqual([]);
    clock.advance(1);
    expect(events).toEqual([frame(2)]);
  });

  it('replaces a frame by text or by an object', async () => {
    const { heard, events, say, send } = await setup([
      { do: 'replace', way: 'out', with: (it) => ({ ...(it as object), extra: true }), ...second },
      { do: 'replace', way: 'in', with: (_it, text) => `{{${text}`, ...second },
    ]);
    await send(frame(2));
    await say(frame(2));
    expect([heard, events]).toEqual([['{"n":2,"extra":true}'], ['{{{"n":2}']]);
  });

  it('closes with a code in place of a frame', async () => {
    const { events, say, socket } = await setup([{ do: 'close', code: 4429, reason: 'slowly', way: 'in', ...second }]);
    await say(...three);
    expect([events, socket.readyState]).toEqual([[frame(1), 'close 4429 slowly true'], 3]);
  });

  it('resets in place of a frame: 1006 on both sides, at once', async () => {
    const { socket, events, heard, send, serverSawClose, plan } = await setup([{ do: 'reset', way: 'out', ...second }]);
    await send(...three);
    expect([events, heard]).toEqual([['error', 'close 1006 false'], [frame(1)]]);
    expect([socket.readyState, serverSawClose(), plan.sockets]).toEqual([3, 1006, 0]);
  });

  it('swallows everything both ways from a frame on, and stays open', async () => {
    const { socket, events, heard, say, send, serverSawClose, serverCloses } = await setup([
      { do: 'black-hole', way: 'out', ...second },
    ]);
    await send(...three);
    await say('lost');
    expect([events, heard, socket.readyState]).toEqual([[], [frame(1)], 1]);
    expect(socket.bufferedAmount).toBe(frame(3).length);
    expect(serverSawClose()).toBe(undefined);
    await serverCloses(1001, 'going');
    expect([events, socket.readyState]).toEqual([[], 1]);
  });

  it('closes a half-open socket only after waiting for an answer that cannot come', async () => {
    const { socket, events, plan, clock } = await setup();
    plan.cut('black-hole');
    socket.close();
    clock.advance(1999);
    expect([events, socket.readyState]).toEqual([[], 2]);
    clock.advance(1);
    expect([events, socket.readyState]).toEqual([['close 1006 false'], 3]);
  });

  it('cuts every socket at once, and new ones until the network is restored', async () => {
    const { events, plan, connect, clock } = await setup();
    const { events: other } = connect();
    await settled();
    plan.cut('reset');
    const during = connect();
    clock.advance(0);
    await settled();
    plan.restore();
    const after = connect();
    await settled();
    expect([events, other]).toEqual([
      ['error', 'close 1006 false'],
      ['open', 'error', 'close 1006 false'],
    ]);
    expect([during.events, after.events, plan.sockets]).toEqual([['error', 'close 1006 false'], ['open'], 1]);
  });

  it('never lets a socket connect that was made in a black hole', async () => {
    const { plan, connect } = await setup();
    plan.cut('black-hole');
    const { socket, events } = connect();
    plan.restore();
    await settled();
    expect([events, socket.readyState]).toEqual([[], 0]);
  });

  it('goes on without a rule that was taken away', async () => {
    const { events, say, plan } = await setup();
    const remove = plan.add({ do: 'suppress' });
    await say('a');
    remove();
    await say('b');
    expect(events).toEqual(['b']);
  });

  it('has the same luck for the same seed, and about as much as was asked for', async () => {
    const texts = Array.from({ length: 200 }, (_, n) => frame(n));
    const lost = async (seed: number) => {
      const { heard, send, plan } = await setup([{ do: 'suppress', way: 'out', chance: 0.25 }], { seed });
      await send(...texts);
      expect(heard.length + plan.counts.suppress).toBe(200);
      return heard;
    };
    const [once, again, other] = [await lost(7), await lost(7), await lost(8)];
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
    expect(once.length).toBeGreaterThan(130);
    expect(once.length).toBeLessThan(170);
  });

  it('draws a random delay between two times, and keeps the order', async () => {
    const { events, say, clock } = await setup([{ do: 'delay', ms: [100, 200], way: 'in' }]);
    await say(...three);
    clock.advance(99);
    expect(events).toEqual([]);
    clock.advance(101);
    expect(events).toEqual(three);
  });
});

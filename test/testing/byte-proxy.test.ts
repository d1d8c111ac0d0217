import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createByteProxy, type ByteProxy, type ByteRule } from '../../src/testing/byte-proxy.js';
import { createManualClock } from '../../src/testing/index.js';

const open: { proxy: ByteProxy; server: Server; sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { proxy, server, sockets } of open.splice(0)) {
    await proxy.close();
    sockets.forEach((socket) => socket.destroy());
    server.close();
  }
});

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => void setTimeout(resolve, 2));
};

/** One end of a connection, and what happened to it. */
const noted = (socket: Socket) => {
  const end = { socket, text: '', over: '' };
  socket.on('data', (chunk) => (end.text += chunk.toString()));
  socket.on('end', () => (end.over ||= 'ended'));
  socket.on('error', ({ message }) => (end.over = /ECONNRESET|EPIPE/.test(message) ? 'reset' : message));
  return end;
};

const setup = async (...plan: readonly ByteRule[]) => {
  const there: ReturnType<typeof noted>[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    there.push(noted(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clock = createManualClock(1000);
  const proxy = await createByteProxy({ target: { port: (server.address() as AddressInfo).port }, plan, clock });
  open.push({ proxy, server, sockets });
  const dial = async () => {
    const here = noted(connect(proxy.port, proxy.host));
    sockets.add(here.socket);
    await settled();
    return { here, there: there.at(-1)! };
  };
  return { ...(await dial()), proxy, clock, dial, accepted: there };
};

describe('a byte proxy', () => {
  it('passes bytes and ends as they are, without rules', async () => {
    const { here, there, proxy } = await setup();
    here.socket.write('up');
    there.socket.write('down');
    await settled();
    expect([there.text, here.text, proxy.bytes]).toEqual(['up', 'down', { in: 4, out: 2 }]);
    here.socket.end('bye');
    await settled();
    expect([there.text, there.over, here.over, proxy.connections]).toEqual(['upbye', 'ended', 'ended', 0]);
    expect(Object.values(proxy.counts)).toEqual([0, 0, 0, 0, 0]);
  });

  it('passes a reset on', async () => {
    const { here, there, proxy } = await setup();
    here.socket.resetAndDestroy();
    await settled();
    expect([there.over, proxy.connections]).toEqual(['reset', 0]);
  });

  it('delays one way by the clock, and not the other', async () => {
    const { here, there, clock } = await setup({ do: 'delay', ms: 300, way: 'out' });
    here.socket.write('up');
    there.socket.write('down');
    await settled();
    expect([there.text, here.text]).toEqual(['', 'down']);
    clock.advance(299);
    await settled();
    expect(there.text).toBe('');
    clock.advance(1);
    await settled();
    expect(there.text).toBe('up');
  });

  it('cuts after so many bytes, of which each arrives', async () => {
    const { here, there, proxy } = await setup({ do: 'cut', after: 5, way: 'in' });
    there.socket.write('123');
    await settled();
    expect([here.text, here.over]).toEqual(['123', '']);
    there.socket.write('456789');
    await settled();
    expect([here.text, here.over, there.over, proxy.counts.cut]).toEqual(['12345', 'ended', 'reset', 1]);
  });

  it('resets the nth connection, and no other', async () => {
    const { here, dial, proxy } = await setup({ do: 'reset', nth: 2 });
    const second = await dial();
    const third = await dial();
    expect([here.over, second.here.over, third.here.over]).toEqual(['', 'reset', '']);
    expect([proxy.counts.reset, proxy.connections]).toEqual([1, 2]);
  });

  it('swallows everything after so many bytes, and stays open', async () => {
    const { here, there, proxy } = await setup({ do: 'black-hole', after: 3, way: 'out' });
    here.socket.write('12345');
    await settled();
    there.socket.write('lost');
    here.socket.write('lost');
    await settled();
    expect([there.text, here.text, here.over, there.over]).toEqual(['123', '', '', '']);
    here.socket.end();
    await settled();
    expect([there.over, proxy.counts['black-hole'], proxy.connections]).toEqual(['', 1, 1]);
  });

  it('throttles to so many bytes a second', async () => {
    const { here, there, clock } = await setup({ do: 'throttle', bytesPerSecond: 100, way: 'out' });
    here.socket.write('x'.repeat(100));
    await settled();
    clock.advance(500);
    await settled();
    expect(there.text.length).toBe(50);
    clock.advance(500);
    await settled();
    expect(there.text.length).toBe(100);
  });

  it('cuts all connections at once, or one of them', async () => {
    const { here, there, dial, proxy } = await setup();
    const second = await dial();
    proxy.cut(2);
    await settled();
    expect([here.over, second.here.over]).toEqual(['', 'reset']);
    proxy.cut('all', 'black-hole');
    here.socket.write('lost');
    await settled();
    expect([here.over, there.text]).toEqual(['', '']);
    proxy.cut('all');
    await settled();
    expect([here.over, there.over, proxy.connections]).toEqual(['reset', 'reset', 0]);
  });

  it('refuses new connections while it is told to', async () => {
    const { dial, proxy, accepted } = await setup();
    proxy.refuse(true);
    const refused = await dial();
    proxy.refuse(false);
    const taken = await dial();
    expect([refused.here.over, taken.here.over, accepted.length]).toEqual(['reset', '', 2]);
  });

  it('resets where the target cannot be reached', async () => {
    const { proxy: dead } = await setup();
    await dead.close();
    const proxy = await createByteProxy({ target: { port: dead.port } });
    const here = noted(connect(proxy.port, proxy.host));
    await settled();
    expect([here.over, proxy.connections]).toEqual(['reset', 0]);
    await proxy.close();
  });
});

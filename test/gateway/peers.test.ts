import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { createPeers, type Peers } from '../../gateway/src/peers.js';

const SECRET = 'a secret that all gateways share, long enough';

const listen = async (peers: () => Peers, port = 0) => {
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    if (!peers().upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { server, port: (server.address() as AddressInfo).port };
};

const open = (addresses: readonly string[], secret = SECRET): { peers: Peers; heard: string[] } => {
  const peers = createPeers({ addresses, secret, onTrouble: () => undefined });
  onTestFinished(() => peers.close());
  const heard: string[] = [];
  peers.onWhisper((text) => void heard.push(text));
  return { peers, heard };
};

it('gateways hear each other past the database, and again after one was away', async () => {
  const b = open([]);
  const first = await listen(() => b.peers);
  const a = open([`ws://127.0.0.1:${first.port}`]);
  await expect
    .poll(() => {
      a.peers.whisper('one');
      return b.heard;
    })
    .toContain('one');

  first.server.closeAllConnections();
  first.server.close();
  b.peers.close();
  const again = open([]);
  await listen(() => again.peers, first.port);
  await expect
    .poll(
      () => {
        a.peers.whisper('two');
        return again.heard;
      },
      { timeout: 5000 },
    )
    .toContain('two');
});

it('nobody else is heard', async () => {
  const b = open([]);
  const { port } = await listen(() => b.peers);
  for (const authorization of [undefined, 'Bearer x', 'Bearer ']) {
    const stranger = new WebSocket(`ws://127.0.0.1:${port}/peer`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    const status = await new Promise((resolve) => {
      stranger.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      stranger.on('error', () => undefined);
    });
    expect(status).toBe(403);
  }
});

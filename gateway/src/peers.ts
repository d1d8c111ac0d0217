import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { isSame } from './signature.js';
import type { Relay } from './whispers.js';

/** Where gateways meet each other. */
const PATH = '/peer';
const MOST_BYTES = 131_072;
const MOST_UNREAD = 1_000_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5000;

export interface PeersOptions {
  /** The other gateways, such as `ws://gateway-b:8001`. */
  readonly addresses: readonly string[];
  /** The same for all of them. */
  readonly secret: string;
  readonly onTrouble: (error: unknown) => void;
}

export interface Peers extends Relay {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

/**
 * Carries typing between gateways on one PostgreSQL, past the database. Each speaks over the sockets that it opened and
 * hears over those that were opened to it. Best effort: what cannot be told now is not told later.
 */
export const createPeers = ({ addresses, secret, onTrouble }: PeersOptions): Peers => {
  const listeners = new Set<(text: string) => void>();
  const open = new Map<string, WebSocket>();
  const timers = new Set<NodeJS.Timeout>();
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const authorization = `Bearer ${secret}`;
  let closed = false;

  const dial = (address: string, pause = FIRST_PAUSE): void => {
    if (closed) return;
    const socket = new WebSocket(new URL(PATH, address), { headers: { authorization }, handshakeTimeout: 5000 });
    let wait = pause;
    socket.on('open', () => {
      open.set(address, socket);
      wait = FIRST_PAUSE;
    });
    socket.on('error', onTrouble);
    socket.on('close', () => {
      open.delete(address);
      if (closed) return;
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          dial(address, Math.min(wait * 2, LONGEST_PAUSE));
        },
        wait * (0.5 + Math.random() / 2),
      );
      timers.add(timer);
    });
  };
  for (const address of addresses) dial(address);

  return {
    whisper(text) {
      for (const socket of open.values()) if (socket.bufferedAmount < MOST_UNREAD) socket.send(text);
    },
    onWhisper(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    upgrade(request, socket, head) {
      if (request.url !== PATH) return false;
      if (secret === '' || !isSame(request.headers.authorization ?? '', authorization)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return true;
      }
      server.handleUpgrade(request, socket, head, (peer) => {
        peer.on('error', onTrouble);
        peer.on('message', (data: Buffer) => {
          for (const hear of listeners) hear(data.toString('utf8'));
        });
      });
      return true;
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      for (const socket of open.values()) socket.terminate();
      for (const peer of server.clients) peer.terminate();
    },
  };
};

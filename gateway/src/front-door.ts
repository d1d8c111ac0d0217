import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../src/wire/index.js';
import { addressOf, type AddressLimit } from './address-limit.js';
import { isAllowedOrigin, type Origins } from './origins.js';

/** Something more that a gateway answers over HTTP. `undefined`: it is not for this path. */
export type HttpRoute = (request: IncomingMessage, path: string) => Promise<HttpAnswer> | undefined;

export interface HttpAnswer {
  readonly status: number;
  readonly body?: string;
  readonly type?: string;
}

export interface FrontDoorOptions {
  readonly origins: Origins;
  readonly frameBytes: number;
  readonly places: AddressLimit;
  readonly proxies: number;
  /** Whether new sockets are taken in. */
  readonly isOpen: () => boolean;
  readonly answer: (request: IncomingMessage, path: string) => Promise<HttpAnswer>;
  /** Takes a socket that is not for `/chat`; `false`: it is none that it knows. */
  readonly upgrade?: ((request: IncomingMessage, socket: Duplex, head: Buffer) => boolean) | undefined;
  /** A page is in. `giveBack`: its place need not count any more, though it stays. */
  readonly onSocket: (socket: WebSocket, stream: Duplex, giveBack: () => void) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Where everyone comes in: HTTP, and WebSockets at `/chat`. */
export interface FrontDoor {
  readonly server: Server;
  readonly sockets: ReadonlySet<WebSocket>;
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

const refuseUpgrade = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

const offers = ({ headers }: IncomingMessage): readonly string[] =>
  (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());

export const createFrontDoor = (options: FrontDoorOptions): FrontDoor => {
  const { origins, frameBytes, places, proxies, isOpen, answer, upgrade, onSocket, onTrouble } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytes,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });

  const server = createServer((request, response) => {
    answer(request, pathOf(request)).then(
      ({ status, body = '', type = 'text/plain; charset=utf-8' }) => {
        response.writeHead(status, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }).end(body);
      },
      (error: unknown) => {
        onTrouble(error);
        response.writeHead(500).end();
      },
    );
  });

  server.on('upgrade', (request, socket, head) => {
    // What breaks before it is a WebSocket concerns nobody.
    socket.on('error', () => undefined);
    if (!isOpen()) return refuseUpgrade(socket, 503);
    if (upgrade?.(request, socket, head) === true) return;
    if (pathOf(request) !== '/chat') return refuseUpgrade(socket, 404);
    if (!isAllowedOrigin(origins, request.headers.origin, request.headers.host)) return refuseUpgrade(socket, 403);
    if (!offers(request).includes(SUBPROTOCOL)) return refuseUpgrade(socket, 400);
    const giveBack = places.take(addressOf(request, proxies));
    if (giveBack === undefined) return refuseUpgrade(socket, 429);
    socket.on('close', giveBack);
    sockets.handleUpgrade(request, socket, head, (opened) => onSocket(opened, socket, giveBack));
  });

  return { server, sockets: sockets.clients };
};

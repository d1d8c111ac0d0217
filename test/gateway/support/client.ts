import { WebSocket } from 'ws';
import type { AgentHears, EndUserHears } from '../../../src/wire/index.js';
import { SUBPROTOCOL } from '../../../src/wire/index.js';

type Hears = AgentHears | EndUserHears;
type HearsOf<Type extends Hears['type']> = Extract<Hears, { type: Type }>;

/** What is sent: any data, for tests of bad frames. */
type Frame = Readonly<Record<string, unknown>> & { readonly type: string };

/** One socket, as a page would have it, by hand. */
export interface Client {
  /** Every frame that came, in order. */
  readonly frames: readonly Hears[];
  /** The code and reason with which it was closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly isOpen: boolean;
  send(frame: Frame): void;
  sendRaw(data: string | Buffer): void;
  /** Sends bytes as if they were text. */
  sendAsText(bytes: Buffer): void;
  /** Sends a request and gives its answer. */
  ask(frame: Frame): Promise<HearsOf<'ok'> | HearsOf<'refused'> | HearsOf<'trouble'>>;
  /** The frames of a type. */
  all<Type extends Hears['type']>(type: Type): readonly HearsOf<Type>[];
  /** Resolves with the first frame that fits, of those that came or will come. */
  heard<Type extends Hears['type']>(type: Type, fits?: (frame: HearsOf<Type>) => boolean): Promise<HearsOf<Type>>;
  /** Forgets what came so far. */
  forget(): void;
  /** Resolves when all that was sent before has been dealt with, and told. */
  settled(): Promise<void>;
  close(): void;
  /** Breaks the socket as a cut cable would. */
  cut(): void;
}

export interface ClientOptions {
  readonly token?: string;
  readonly cursors?: Readonly<Record<string, number>>;
  readonly origin?: string;
  readonly protocol?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether not even the browser is there any more: nobody answers what the WebSocket protocol asks. */
  readonly dead?: boolean;
}

const PATIENCE = 5000;
let requests = 0;

/** Opens a socket; with a token it says hello. Rejects with the HTTP status where it is refused. */
export const connect = async (url: string, options: ClientOptions = {}): Promise<Client> => {
  const { token, cursors, origin, protocol = SUBPROTOCOL, headers = {}, dead = false } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/chat`, protocol === '' ? [] : [protocol], {
    ...(origin === undefined ? {} : { origin }),
    headers,
    autoPong: !dead,
  });
  let frames: Hears[] = [];
  const listeners = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString('utf8')) as Hears);
    for (const listener of [...listeners]) listener();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('unexpected-response', (_request, { statusCode }) => reject(new Error(`HTTP ${statusCode}`)));
    socket.once('error', reject);
  });

  const client: Client = {
    get frames() {
      return frames;
    },
    closed,
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendRaw: (data) => socket.send(data),
    sendAsText: (bytes) => socket.send(bytes, { binary: false }),
    async ask(frame) {
      const id = typeof frame.id === 'string' ? frame.id : `r-${(requests += 1)}`;
      client.send({ ...frame, id });
      const answers = ['ok', 'refused', 'trouble'] as const;
      return Promise.race(answers.map((type) => client.heard(type, (answer) => answer.id === id)));
    },
    all: <Type extends Hears['type']>(type: Type) =>
      frames.filter((frame): frame is HearsOf<Type> => frame.type === type),
    heard: <Type extends Hears['type']>(type: Type, fits: (frame: HearsOf<Type>) => boolean = () => true) =>
      new Promise<HearsOf<Type>>((resolve, reject) => {
        const look = (): void => {
          const found = client.all(type).find(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`No ${type} came, but ${frames.map((frame) => frame.type).join(', ') || 'nothing'}.`));
        }, PATIENCE);
        timer.unref();
        listeners.add(look);
        look();
      }),
    forget() {
      frames = [];
    },
    async settled() {
      // The engine in memory takes a few tasks; what is told crosses the socket in order with the pong.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const before = client.all('pong').length;
      client.send({ type: 'ping' });
      await client.heard('pong', (pong) => client.all('pong').indexOf(pong) >= before);
    },
    close: () => socket.close(),
    cut: () => socket.terminate(),
  };
  if (token !== undefined)
    client.send({ type: 'hello', version: 1, token, ...(cursors === undefined ? {} : { cursors }) });
  return client;
};

import { WebSocket } from 'ws';
import { SUBPROTOCOL, type AgentHears, type EndUserHears } from '../../src/wire/index.js';

export type Hears = AgentHears | EndUserHears;
export type Answer = Extract<Hears, { readonly type: 'ok' | 'refused' | 'trouble' }>;
type Frame = Readonly<Record<string, unknown>> & { readonly type: string };

/** One socket on the wire, without a connector: so light that what is measured is the other end. */
export interface Line {
  send(frame: Frame): void;
  /** Sends a request and gives its answer; rejects where the socket is closed before. */
  ask(frame: Frame): Promise<Answer>;
  close(): void;
}

let requests = 0;

/** Opens a socket and says hello; resolves when the picture has come. `hear` gets every frame, from the first one on. */
export const openLine = (
  socketUrl: string,
  token: string,
  hear: (frame: Hears) => void = () => undefined,
): Promise<Line> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(socketUrl, SUBPROTOCOL);
    const asked = new Map<string, { readonly resolve: (answer: Answer) => void; readonly reject: typeof reject }>();
    let beat: NodeJS.Timeout | undefined;
    const line: Line = {
      send: (frame) => socket.send(JSON.stringify(frame)),
      ask: (frame) =>
        new Promise((answered, failed) => {
          const id = String((requests += 1));
          asked.set(id, { resolve: answered, reject: failed });
          line.send({ ...frame, id });
        }),
      close: () => socket.terminate(),
    };
    socket.on('open', () => line.send({ type: 'hello', version: 1, token }));
    socket.on('error', reject);
    socket.on('close', (code) => {
      clearInterval(beat);
      const error = new Error(`A socket was closed with ${code}.`);
      reject(error);
      for (const it of asked.values()) it.reject(error);
    });
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString('utf8')) as Hears;
      hear(frame);
      switch (frame.type) {
        case 'welcome':
          beat = setInterval(() => line.send({ type: 'ping' }), frame.heartbeat * 1000);
          return;
        case 'snapshot':
          if (frame.last) resolve(line);
          return;
        case 'conversation':
          return resolve(line);
        case 'ok':
        case 'refused':
        case 'trouble':
          if (frame.id === undefined) return;
          asked.get(frame.id)?.resolve(frame);
          asked.delete(frame.id);
          return;
        default:
      }
    });
  });

import type { ConnectorEvent, Message } from '../../../src/core/index.js';
import {
  createWebSocketConnector,
  createWebSocketEndUser,
  type Signal,
  type Signals,
  type SocketEvent,
  type WebSocketConnectorOptions,
  type WebSocketEndUserOptions,
} from '../../../src/connectors/websocket/index.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import type { AgentHears, EndUserHears, WelcomeFrame } from '../../../src/wire/index.js';
import { aMessage, at, MORNING } from '../../support/builders.js';

/** A frame as a test looks at it. */
export type Frame = Readonly<Record<string, unknown>> & { readonly type: string };

/** The server's end of one socket. */
export interface ServerSocket {
  readonly url: string;
  readonly protocol: string;
  /** What the client sent, in order. */
  readonly frames: readonly Frame[];
  /** How long each frame was, in bytes. */
  readonly sizes: readonly number[];
  /** Whether the client has let it go. */
  readonly let: boolean;
  open(): void;
  tell(...frames: readonly (AgentHears | EndUserHears)[]): void;
  say(text: unknown): void;
  close(code?: number): void;
  /** The newest frame of a type. */
  last(type: string): Frame;
  count(type: string): number;
}

/** A network whose servers are the test's. */
export const createNetwork = () => {
  const sockets: ServerSocket[] = [];
  class FakeWebSocket {
    constructor(url: string, protocol: string) {
      const listeners = new Map<string, (event: SocketEvent) => void>();
      const texts: string[] = [];
      let gone = false;
      this.addEventListener = (type, listener) => void listeners.set(type, listener);
      this.send = (text) => void texts.push(text);
      this.close = () => void (gone = true);
      const say = (data: unknown): void => listeners.get('message')?.({ data });
      const frames = (): readonly Frame[] => texts.map((text) => JSON.parse(text) as Frame);
      sockets.push({
        url,
        protocol,
        get frames() {
          return frames();
        },
        get sizes() {
          return texts.map((text) => Buffer.byteLength(text));
        },
        get let() {
          return gone;
        },
        open: () => listeners.get('open')?.({}),
        tell: (...told) => told.forEach((frame) => say(JSON.stringify(frame))),
        say,
        close: (code = 1006) => listeners.get('close')?.({ code }),
        last(type) {
          const found = frames().findLast((frame) => frame.type === type);
          if (found === undefined) throw new Error(`Nobody sent ${type}: ${texts.join(' ')}`);
          return found;
        },
        count: (type) => frames().filter((frame) => frame.type === type).length,
      });
    }
    send: (text: string) => void;
    close: () => void;
    addEventListener: (type: string, listener: (event: SocketEvent) => void) => void;
  }
  return { sockets, WebSocket: FakeWebSocket };
};

/** Signals that the test gives. */
export const createFakeSignals = (): Signals & { network: boolean; give(signal: Signal): void; watchers: number } => {
  const watchers = new Set<(signal: Signal) => void>();
  return {
    network: true,
    online() {
      return this.network;
    },
    watch(heard) {
      watchers.add(heard);
      return () => void watchers.delete(heard);
    },
    give(signal) {
      if (signal !== 'awake') this.network = signal === 'online';
      for (const heard of [...watchers]) heard(signal);
    },
    get watchers() {
      return watchers.size;
    },
  };
};

export const welcome = (given: Partial<WelcomeFrame> = {}): WelcomeFrame => ({
  type: 'welcome',
  version: 1,
  serverTime: MORNING,
  limits: { frameBytes: 65_536, framesPerSecond: 100, burst: 100, textLength: 10_000 },
  heartbeat: 20,
  agent: 'ana',
  ...given,
});

/** The messages with these places in their chat. */
export const numbered = (...places: readonly number[]): (Message & { readonly seq: number })[] =>
  places.map((seq) => ({ ...aMessage({ id: `m-${seq}`, text: `Text ${seq}`, time: at(seq) }), seq }));

type Snapshot = Extract<AgentHears, { type: 'snapshot' }>;

export const snapshot = (given: Partial<Snapshot> = {}): Snapshot => ({
  type: 'snapshot',
  serverTime: MORNING,
  resumed: false,
  last: true,
  chats: [],
  messages: {},
  ...given,
});

/** What both sides have in a test: a clock that stands still, a network and signals. */
const world = () => {
  const manual = createManualClock(MORNING);
  let slept = 0;
  const clock: ManualClock = {
    ...manual,
    get pending() {
      return manual.pending;
    },
    now: () => manual.now() + slept,
    wake: (at, run) => manual.wake(at - slept, run),
  };
  const { sockets, WebSocket } = createNetwork();
  const signals = createFakeSignals();
  let tokens = 0;
  return {
    clock,
    sockets,
    signals,
    options: {
      url: 'wss://chat.test/chat',
      getToken: () => `token-${(tokens += 1)}`,
      WebSocket,
      clock,
      signals,
      // Half of what is possible.
      random: () => 0.5,
    },
    /** The newest socket. */
    get server(): ServerSocket {
      return sockets.at(-1)!;
    },
    /** Lets promises settle, and time pass. */
    pass: (milliseconds = 0) => clock.advanceAsync(milliseconds),
    /** The clock goes on and no timer runs: what was set stays as far ahead as it was. */
    nap: (milliseconds: number): void => void (slept += milliseconds),
  };
};

/** A connector that was opened, and what it told. */
export const setup = async (
  given: Partial<WebSocketConnectorOptions> & { readonly cursors?: ReadonlyMap<string, number> } = {},
) => {
  const { cursors = new Map<string, number>(), ...options } = given;
  const all = world();
  const events: ConnectorEvent[] = [];
  const complaints: string[] = [];
  const connector = createWebSocketConnector({ ...all.options, ...options });
  const source = connector.open({
    cursors,
    complain: (problems) => complaints.push(...problems.map(({ path, wants }) => `${path}: ${wants}`)),
  });
  if (!('subscribe' in source)) throw new Error('It is an Observable.');
  const subscription = source.subscribe({
    next: (event) => events.push(event),
    error: (reason) => events.push(reason as never),
    complete: () => undefined,
  });
  await all.pass();
  return Object.defineProperties(
    {
      connector,
      events,
      complaints,
      close: () => subscription.unsubscribe(),
      /** The events of a type. */
      told: <T extends ConnectorEvent['type']>(type: T) =>
        events.filter((event): event is Extract<ConnectorEvent, { type: T }> => event.type === type),
      states: () => events.flatMap((event) => (event.type === 'connection' ? [event.state] : [])),
    },
    Object.getOwnPropertyDescriptors(all),
  ) as typeof all & {
    connector: typeof connector;
    events: ConnectorEvent[];
    complaints: string[];
    close(): void;
    told<T extends ConnectorEvent['type']>(type: T): Extract<ConnectorEvent, { type: T }>[];
    states(): string[];
  };
};

/** A connector that is online, with a snapshot. */
export const setupOnline = async (
  given: Parameters<typeof setup>[0] & {
    readonly welcome?: Partial<WelcomeFrame>;
    readonly snapshot?: Partial<Snapshot>;
  } = {},
) => {
  const { welcome: greeting, snapshot: picture, ...options } = given;
  const all = await setup(options);
  all.server.open();
  all.server.tell(welcome(greeting), snapshot(picture));
  await all.pass();
  return all;
};

/** An end user whose server is the test's. */
export const setupEndUser = async (given: Partial<WebSocketEndUserOptions> = {}) => {
  const all = world();
  const states: string[] = [];
  const endUser = createWebSocketEndUser({
    ...all.options,
    connectionChanged: (state) => states.push(state),
    ...given,
  });
  await all.pass();
  return Object.defineProperties({ endUser, states }, Object.getOwnPropertyDescriptors(all)) as typeof all & {
    endUser: typeof endUser;
    states: string[];
  };
};

import WebSocket from 'ws';
import { createWebSocketConnector } from '../../src/connectors/websocket/websocket-connector.js';
import { createWebSocketEndUser } from '../../src/connectors/websocket/websocket-end-user.js';
import { createChatDesk, type ChatDesk } from '../../src/desk/index.js';
import type { EndUserSide } from '../../src/core/index.js';
import { createFaultPlan, type FaultPlan } from '../../src/testing/faults/fault-plan.js';
import { createFaultySocket } from '../../src/testing/faults/faulty-socket.js';
import { issueToken } from '../../gateway/src/tokens.js';
import type { RunningGateway } from './gateways.js';

export const SECRETS = {
  AGENT_JWT_SECRET: 'the-scoreboard-signs-for-agents-with-this',
  END_USER_JWT_SECRET: 'the-scoreboard-signs-for-end-users-with-this',
};

/** How long a server may be silent before a client takes it for gone, in milliseconds. */
const PATIENCE = 1000;
/** How long a client waits between two tries at most, in milliseconds. */
const LONGEST_PAUSE = 1000;

/** What hit one person's network, until it is over. */
interface Hit {
  readonly at: number;
  /** Whether only a new connection ends it. */
  readonly needsWelcome: boolean;
}

/** One person's way to the gateways: a plan of faults, and how long it took to get over each. */
export interface Network {
  readonly plan: FaultPlan;
  /** How long each hit lasted until frames came again, or lasts by now, in milliseconds. */
  readonly recoveries: readonly number[];
  /** Notes that the network was hit now. */
  hit(needsWelcome: boolean): void;
  /** Which gateway the newest socket leads to. */
  readonly gateway: RunningGateway | undefined;
  readonly WebSocket: typeof globalThis.WebSocket;
}

/** `renames`: gives every message that is sent another id each time, which takes the de-duplication out. */
export const createNetwork = (
  gateways: readonly RunningGateway[],
  nth: number,
  seed: number,
  renames: boolean,
): Network => {
  const over: number[] = [];
  let hits: readonly Hit[] = [];
  let turn = nth;
  let gateway: RunningGateway | undefined;

  const heard = (frame: unknown): void => {
    const welcome = (frame as { readonly type?: unknown } | undefined)?.type === 'welcome';
    const ended = hits.filter(({ needsWelcome }) => welcome || !needsWelcome);
    for (const { at } of ended) over.push(performance.now() - at);
    hits = hits.filter((hit) => !ended.includes(hit));
  };

  const plan = createFaultPlan({ seed });
  plan.add({ do: 'suppress', way: 'in', match: (frame) => (heard(frame), false) });

  class Real extends WebSocket {
    constructor(_address: string, protocols?: string | string[]) {
      const next = gateways[turn++ % gateways.length];
      if (next === undefined) throw new Error('There is no gateway.');
      super(next.socketUrl, protocols);
      gateway = next;
    }

    override send(data: string): void {
      super.send(renames ? renamed(data) : data);
    }
  }

  return {
    plan,
    get recoveries() {
      return [...over, ...hits.map(({ at }) => performance.now() - at)];
    },
    hit: (needsWelcome) => void (hits = [...hits, { at: performance.now(), needsWelcome }]),
    get gateway() {
      return gateway;
    },
    WebSocket: createFaultySocket(Real, plan),
  };
};

let renamings = 0;
const renamed = (text: string): string => {
  const frame = JSON.parse(text) as { message?: { id: string } };
  if (frame.message !== undefined) frame.message.id = `renamed-${renamings++}`;
  return JSON.stringify(frame);
};

const linkTo = (network: Network, token: () => Promise<string>) => ({
  url: 'ws://gateway/chat',
  getToken: token,
  WebSocket: network.WebSocket,
  patience: PATIENCE,
  longestPause: LONGEST_PAUSE,
});

const inAnHour = (): number => Date.now() + 3_600_000;

export const openDesk = (agent: string, network: Network): ChatDesk =>
  createChatDesk({
    connector: createWebSocketConnector({
      ...linkTo(network, () => issueToken(SECRETS.AGENT_JWT_SECRET, { sub: agent, role: 'agent' }, inAnHour())),
      agent,
    }),
    warn: () => undefined,
  });

export const openEndUser = (id: string, network: Network): EndUserSide =>
  createWebSocketEndUser(
    linkTo(network, () =>
      issueToken(SECRETS.END_USER_JWT_SECRET, { sub: id, role: 'end-user', channel: 'web' }, inAnHour()),
    ),
  );

// Clocks that are off, or set while they run: `npm run clocks`. How far off are the agent's timers?
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { WebSocket } from 'ws';
import { issueToken } from '../../gateway/src/tokens.js';
import { createSteadyClock } from '../../src/connectors/websocket/steady-clock.js';
import { createWebSocketConnector } from '../../src/connectors/websocket/websocket-connector.js';
import { createWebSocketEndUser } from '../../src/connectors/websocket/websocket-end-user.js';
import type { SocketConstructor } from '../../src/connectors/websocket/socket.js';
import { type Clock, type EndUserSide, type Urgency } from '../../src/core/index.js';
import { createChatDesk, type ChatDesk } from '../../src/desk/index.js';
import { atTop } from '../support/at-top.mjs';
import { realNow, shiftDate } from './clocks/shift-date.mjs';
import { startEngine } from './engines.js';
import { startGateway, type RunningGateway } from './gateways.js';
import { SECRETS } from './people.js';

const MINUTE = 60_000;
const OFF = [-10, 0, 10] as const;
/** Timers have to be right to this, in milliseconds. */
const RIGHT = 1000;
/** A clock is looked at each second, and then the server is asked: that long a timer may be wrong after a jump. */
const RIGHT_AFTER = 2000;
const HOUR = 60 * MINUTE;

/** Who is off by how many minutes. */
interface Offsets {
  readonly server: number;
  readonly agent: number;
  readonly endUser: number;
}

/** One reading of the agent's timer, against the true time. */
interface Reading extends Offsets {
  readonly what: string;
  /** What the timer shows, less what is true, in milliseconds. */
  readonly error: number;
}

interface Jump {
  readonly whose: 'agent' | 'end user';
  readonly minutes: number;
  /** The largest error that was seen, in milliseconds. */
  readonly worstMs: number;
  /** From when on it was right again and stayed so, in milliseconds after the jump. */
  readonly rightAfterMs: number;
  /** What the timer showed by its colour, in order. */
  readonly urgencies: readonly Urgency[];
}

const offBy = (minutes: number): Clock => createSteadyClock(() => realNow() + minutes * MINUTE);

/** Two people whose clocks are theirs alone. Without a clock: that of this process. */
interface Pair {
  readonly desk: ChatDesk;
  readonly endUser: EndUserSide;
  close(): void;
}

const meet = (
  { socketUrl }: RunningGateway,
  name: string,
  target: number,
  clocks: { readonly agent?: Clock; readonly endUser?: Clock },
): Pair => {
  const token = (secret: string, claims: Parameters<typeof issueToken>[1]): Promise<string> =>
    issueToken(secret, claims, realNow() + HOUR);
  // The types of the package name more addresses than are ever given here.
  const link = { url: socketUrl, WebSocket: WebSocket as unknown as SocketConstructor };
  const agentClock = clocks.agent === undefined ? {} : { clock: clocks.agent };
  const desk = createChatDesk({
    ...agentClock,
    connector: createWebSocketConnector({
      ...{ ...link, ...agentClock, agent: name },
      getToken: () => token(SECRETS.AGENT_JWT_SECRET, { sub: name, role: 'agent', queues: [name] }),
    }),
    policy: { response: { target, warnAt: 2, urgentAt: 1 } },
    warn: (text) => console.error(text),
  });
  const endUser = createWebSocketEndUser({
    ...link,
    ...(clocks.endUser === undefined ? {} : { clock: clocks.endUser }),
    getToken: () =>
      token(SECRETS.END_USER_JWT_SECRET, { sub: `to-${name}`, role: 'end-user', channel: 'web', queue: name }),
  });
  return {
    desk,
    endUser,
    close() {
      desk.dispose();
      endUser.close();
    },
  };
};

/** Resolves as soon as something holds. */
const until = async (what: string, holds: () => boolean): Promise<void> => {
  for (const end = performance.now() + 20_000; !holds(); await pause(1))
    if (performance.now() > end) throw new Error(`${what} did not happen.`);
};

/** What the timer of a chat shows, less the true time since `began`; `undefined` where it shows nothing. */
const errorOf = ({ desk }: Pair, chatId: string, began: number): number | undefined => {
  const wait = desk.chat(chatId).view$.value?.wait;
  return wait === undefined ? undefined : desk.clock.now() - wait.since - (performance.now() - began);
};

/** One conversation with a target of three seconds; each time it can be, the timer is read. */
const converse = async (gateway: RunningGateway, offsets: Offsets): Promise<readonly Reading[]> => {
  const { server, agent, endUser } = offsets;
  const pair = meet(gateway, `agent-${server}-${agent}-${endUser}`, 3, {
    agent: offBy(agent),
    endUser: offBy(endUser),
  });
  const readings: Reading[] = [];
  const note = (what: string, error: number | undefined): void =>
    void readings.push({ ...offsets, what, error: Math.round(error ?? Infinity) });
  const { desk } = pair;
  try {
    await pair.endUser.ready;
    const wrote = performance.now();
    const { id } = await pair.endUser.send('Hello');
    await until('The request', () => desk.requests$.value.length > 0);
    const chatId = desk.requests$.value[0]!.id;
    await pause(1500);
    const answered = performance.now();
    await desk.accept(chatId);
    await until('The chat', () => desk.chat(chatId).messages$.value.length > 0);
    note('waited, at once', errorOf(pair, chatId, answered));
    const time = desk.chat(chatId).messages$.value.find((message) => message.id === id)?.time ?? NaN;
    note('when it was written', desk.clock.now() - time - (performance.now() - wrote));
    await pause(1500);
    note('waited, later', errorOf(pair, chatId, answered));
    await desk.send(chatId, 'Yes?');
    note('replied', desk.chat(chatId).view$.value?.wait === undefined ? 0 : undefined);

    const crossings = new Map<Urgency, number>();
    const watching = desk.chat(chatId).urgency$.subscribe((urgency) => crossings.set(urgency, performance.now()));
    const wroteAgain = performance.now();
    await pair.endUser.send('Are you there?');
    await until('The timer', () => errorOf(pair, chatId, wroteAgain) !== undefined);
    note('at once', errorOf(pair, chatId, wroteAgain));
    for (let second = 1; second <= 4; second += 1) {
      await pause(wroteAgain + second * 1000 - performance.now());
      note(`after ${second} s`, errorOf(pair, chatId, wroteAgain));
    }
    for (const [urgency, seconds] of [
      ['soon', 1],
      ['urgent', 2],
      ['missed', 3],
    ] as const)
      note(`turned ${urgency}`, (crossings.get(urgency) ?? Infinity) - (wroteAgain + seconds * 1000));
    watching.unsubscribe();
    await desk.send(chatId, 'Yes.');
    note('replied', desk.chat(chatId).view$.value?.wait === undefined ? 0 : undefined);
  } finally {
    pair.close();
  }
  return readings;
};

/** For how long a timer is watched after a jump, in milliseconds: longer than a heartbeat. */
const WATCHED = 25_000;

/** The clock of one side is set while a timer of a minute runs; who is not told otherwise has the clock of this process. */
const jump = async (gateway: RunningGateway, whose: Jump['whose'], minutes: number): Promise<Jump> => {
  shiftDate(0);
  const other = whose === 'agent' ? { endUser: offBy(0) } : { agent: offBy(0) };
  const pair = meet(gateway, `jump-${whose.replace(' ', '-')}-${minutes}`, MINUTE / 1000, other);
  const { desk } = pair;
  const errors: { readonly after: number; readonly error: number }[] = [];
  const urgencies: Urgency[] = [];
  try {
    await pair.endUser.ready;
    await pair.endUser.send('Hello');
    await until('The request', () => desk.requests$.value.length > 0);
    const chatId = desk.requests$.value[0]!.id;
    await desk.accept(chatId);
    await until('The chat', () => desk.chat(chatId).messages$.value.length > 0);
    await pause(1000);
    await desk.send(chatId, 'Yes?');
    let began = performance.now();
    if (whose === 'agent') {
      await pair.endUser.send('My phone is broken.');
      await pause(3000);
    }
    shiftDate(minutes * MINUTE);
    const jumped = performance.now();
    if (whose === 'end user') {
      began = jumped;
      await pair.endUser.send('My phone is broken.');
    }
    const watching = desk.chat(chatId).urgency$.subscribe((urgency) => urgencies.push(urgency));
    while (performance.now() < jumped + WATCHED) {
      errors.push({ after: performance.now() - jumped, error: Math.abs(errorOf(pair, chatId, began) ?? Infinity) });
      await pause(5);
    }
    watching.unsubscribe();
  } finally {
    pair.close();
    shiftDate(0);
  }
  const wrong = errors.findLastIndex(({ error }) => error > RIGHT);
  return {
    ...{ whose, minutes, urgencies },
    worstMs: Math.round(Math.max(...errors.map(({ error }) => error))),
    rightAfterMs: Math.round(wrong < 0 ? 0 : (errors[wrong + 1]?.after ?? Infinity)),
  };
};

const startShifted = async (
  server: number,
  engineSettings: Readonly<Record<string, string>>,
): Promise<RunningGateway> =>
  startGateway({
    ...engineSettings,
    ...SECRETS,
    CLOCK_SHIFT: String(server * MINUTE),
    NODE_OPTIONS: `--import=${pathToFileURL(atTop('test/scoreboard/clocks/shift-date.mjs')).href}`,
    LOG_LEVEL: 'error',
    PEERS: 'none',
  });

const readings: Reading[] = [];
const jumps: Jump[] = [];
const engine = await startEngine('pglite');
try {
  for (const server of OFF) {
    const gateway = await startShifted(server, await engine.settings(`clocks-${server}`));
    try {
      const all = OFF.flatMap((agent) => OFF.map((endUser) => ({ server, agent, endUser })));
      for (const some of await Promise.all(all.map((offsets) => converse(gateway, offsets)))) readings.push(...some);
      if (server !== 0) continue;
      for (const whose of ['agent', 'end user'] as const)
        for (const minutes of [-10, 10]) jumps.push(await jump(gateway, whose, minutes));
    } finally {
      await gateway.stop();
    }
  }
} finally {
  await engine.remove();
}

const largest = (some: readonly Reading[]): number => Math.max(...some.map(({ error }) => Math.abs(error)));
console.log('The largest error of the agent’s timer, in milliseconds, by what was read:');
for (const what of new Set(readings.map((reading) => reading.what)))
  console.log(`  ${what.padEnd(22)} ${largest(readings.filter((reading) => reading.what === what))}`);
for (const { whose, minutes, worstMs, rightAfterMs, urgencies } of jumps)
  console.log(
    `The ${whose}’s clock set by ${minutes} min: right again after ${rightAfterMs} ms, off by ${worstMs} ms until then, ` +
      `shown ${urgencies.join(', ')}`,
  );
const combinations = OFF.length ** 3;
const worstMs = largest(readings);
const errors = readings.filter(({ error }) => Math.abs(error) > RIGHT);
console.log(JSON.stringify({ combinations, readings: readings.length, worstMs, errors, jumps }));
const jumpsAreGood = jumps.every((it) => it.rightAfterMs <= RIGHT_AFTER && it.urgencies.at(-1) === 'on-time');
process.exit(worstMs <= RIGHT && jumpsAreGood ? 0 : 1);

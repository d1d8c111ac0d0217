import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import type { SocketConstructor } from '../../../src/connectors/websocket/socket.js';
import { createWebSocketConnector } from '../../../src/connectors/websocket/websocket-connector.js';
import { createWebSocketEndUser } from '../../../src/connectors/websocket/websocket-end-user.js';
import { createChatDesk, type ChatDesk } from '../../../src/desk/index.js';
import { SUBPROTOCOL, type Message } from '../../../src/wire/index.js';
import { createModelServer } from '../../connectors/websocket/model-server.js';
import { welcome, type Frame } from '../../connectors/websocket/support.js';
import { aChat } from '../../support/builders.js';
import { fuzzedForClient } from '../../support/bad-frames/fuzzed-for-clients.js';
import { inAFrame, JSON_REFUSALS, type Refusal } from '../../support/bad-frames/json-refusals.js';
import { counted, together, type Fuzzed, type Outcome } from './outcome.js';

const CHAT = 'chat-1';
/** How long something that has to happen may take, in milliseconds. */
const WITHIN = 8000;

/** Whether something comes true in time. */
const comesTrue = async (holds: () => boolean, within = WITHIN): Promise<boolean> => {
  for (const end = Date.now() + within; Date.now() < end; await pause(2)) if (holds()) return true;
  return holds();
};

/** A real server on this machine that says to its clients what it is told to say. */
interface Speaker {
  readonly url: string;
  /** Says it to the newest client, as it is. */
  say(data: string | Buffer, asText?: boolean): Promise<void>;
  /** A message of the other side is kept, and told. */
  append(): Message;
  /** How many clients have said hello so far. */
  readonly hellos: number;
  /** How many frames of a type were heard. */
  heard(type: string): number;
  /** What the next clients are told instead of a welcome: they are closed with a code, or told another frame. */
  receive: ((socket: WebSocket) => void) | undefined;
  /** What is answered to the next `send`. */
  answer: ((id: string) => string) | undefined;
  close(): Promise<void>;
}

const startSpeaker = async (role: 'agent' | 'end-user'): Promise<Speaker> => {
  const model = createModelServer([CHAT]);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => SUBPROTOCOL });
  await new Promise((resolve) => server.once('listening', resolve));
  const heard: string[] = [];
  const messages: Message[] = [];
  let newest: WebSocket | undefined;
  let hellos = 0;

  const tell = (socket: WebSocket, frame: object): void => socket.send(JSON.stringify(frame));
  const flush = (socket: WebSocket): void => {
    for (const frame of model.queue.splice(0)) tell(socket, frame);
  };
  const converse = (socket: WebSocket): void =>
    tell(socket, { type: 'conversation', chatId: CHAT, state: 'active', messages });

  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Frame;
      heard.push(frame.type);
      if (frame.type === 'hello') {
        newest = socket;
        hellos += 1;
        if (speaker.receive !== undefined) return speaker.receive(socket);
        if (role === 'end-user') {
          const { agent: endUser, ...rest } = welcome();
          tell(socket, { ...rest, endUser });
          return converse(socket);
        }
      }
      if (frame.type === 'send' && speaker.answer !== undefined)
        return void socket.send(speaker.answer(String(frame['id'])));
      model.hear(frame);
      flush(socket);
    });
  });

  const speaker: Speaker = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/chat`,
    say: (data, asText = typeof data === 'string') =>
      new Promise((resolve, reject) => {
        newest?.send(data, { binary: !asText }, (error) => (error == null ? resolve() : reject(error)));
      }),
    append() {
      const { length } = messages;
      const author = role === 'agent' ? 'end-user' : 'agent';
      const told = { id: `good-${length}`, author, kind: 'text', text: `Good ${length}`, time: Date.now() } as const;
      const kept = model.append(CHAT, told) ?? { ...told, seq: 0 };
      messages.push(kept);
      if (newest === undefined) return kept;
      if (role === 'agent') flush(newest);
      else {
        model.queue.length = 0;
        converse(newest);
      }
      return kept;
    },
    get hellos() {
      return hellos;
    },
    heard: (type) => heard.filter((it) => it === type).length,
    receive: undefined,
    answer: undefined,
    async close() {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return speaker;
};

/** A page at the other end of a speaker: an agent's or an end user's. */
interface Page {
  readonly end: Outcome['end'];
  readonly speaker: Speaker;
  /** What the page was told of what cannot be used, by name, in order; and why its connection broke. */
  readonly complaints: string[];
  readonly online: boolean;
  /** Whether the page shows a message. */
  shows(message: Message): boolean;
  reconnect(): void;
  close(): Promise<void>;
}

const linkTo = ({ url }: Speaker) => ({
  url,
  getToken: () => 'token',
  // The types of the package name more addresses than are ever given here.
  WebSocket: WebSocket as unknown as SocketConstructor,
  patience: 2000,
  longestPause: 100,
});

/** `connector: /time (wants …), /type (wants …)`: the places. */
const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/([\w/.[\]-]+) \(wants /gu)].map((it) => it[1]!);
const codeOf = (reason: string): string => /\((\d{4})\)/u.exec(reason)?.[1] ?? reason;

const openAgent = async (): Promise<Page & { readonly desk: ChatDesk; another(): ChatDesk }> => {
  const speaker = await startSpeaker('agent');
  const connector = createWebSocketConnector({ ...linkTo(speaker), agent: 'ana' });
  const another = (): ChatDesk => createChatDesk({ connector, warn: () => undefined });
  const desk = another();
  const complaints: string[] = [];
  desk.happenings$.subscribe((it) => {
    if (it.type === 'chat-error')
      complaints.push(...(it.detail.code === 'bad-wire-input' ? placesOf(it.detail.message) : [it.detail.code]));
    if (it.type === 'connection-change' && it.detail.state !== 'online' && it.detail.reason !== undefined)
      complaints.push(codeOf(it.detail.reason));
  });
  await comesTrue(() => desk.chat(CHAT).view$.value !== undefined);
  return {
    end: 'agent’s page',
    speaker,
    complaints,
    desk,
    another,
    get online() {
      return desk.connection$.value === 'online';
    },
    shows: ({ id }) => desk.chat(CHAT).messages$.value.some((message) => message.id === id),
    reconnect: () => connector.reconnect(),
    async close() {
      desk.dispose();
      await speaker.close();
    },
  };
};

const openEndUser = async (): Promise<Page> => {
  const speaker = await startSpeaker('end-user');
  const complaints: string[] = [];
  const { warn } = console;
  console.warn = (text: unknown) => complaints.push(/\(([\w-]+)\)/u.exec(String(text))?.[1] ?? String(text));
  let online = false;
  const endUser = createWebSocketEndUser({
    ...linkTo(speaker),
    connectionChanged(state, reason) {
      online = state === 'online';
      if (!online && reason !== undefined) complaints.push(codeOf(reason));
    },
  });
  await endUser.ready;
  return {
    end: 'end user’s page',
    speaker,
    complaints,
    get online() {
      return online;
    },
    shows: ({ id }) => endUser.value.messages.some((message) => message.id === id),
    reconnect: () => undefined,
    async close() {
      endUser.close();
      console.warn = warn;
      await speaker.close();
    },
  };
};

/** Whether the page is online and goes on with the conversation. */
const isAlive = async (page: Page): Promise<boolean> => {
  if (!(await comesTrue(() => page.online))) return false;
  const message = page.speaker.append();
  return comesTrue(() => page.shows(message));
};

interface ToldCase {
  readonly what: string;
  readonly wants: string;
  readonly frames: readonly (Refusal | object)[];
  readonly asText?: boolean;
  /** Whether the connection ends by it, and the next one goes on. */
  readonly breaks?: boolean;
}

const told = { id: 'm', author: 'end-user', kind: 'text', text: 'Hi', time: 1, seq: 1 };
const refusals = Object.entries(JSON_REFUSALS);

/** What comes to both kinds of pages. Of the others an agent's page names the places, an end user's the codes. */
const SHARED: readonly ToldCase[] = [
  ...refusals.map(([kind, all]): ToldCase => {
    const frames = all.filter((refusal) => typeof refusal === 'string').map(inAFrame);
    return { what: `JSON suite: ${kind} (${frames.length})`, wants: 'no-json', frames };
  }),
  { what: 'bytes', wants: 'no-json', frames: [Buffer.from('{"type":"pong","serverTime":1}')] },
  { what: 'JSON, but no object', wants: 'no-json', frames: ['[]', '5', 'null', '"pong"', 'true'] },
  { what: 'a frame of 1 MB', wants: 'bad-frame', frames: [{ type: 'pong', serverTime: 1, more: 'x'.repeat(1e6) }] },
  {
    what: '1e6 participants',
    wants: 'bad-frame',
    frames: [{ type: 'pong', serverTime: 1, participants: Array<number>(1e6).fill(0) }],
  },
];

const noUtf8 = refusals
  .flatMap(([, all]) => all)
  .filter((refusal) => typeof refusal !== 'string')
  .map(inAFrame);
const NO_UTF8: ToldCase = {
  what: `JSON suite: what is no UTF-8 (${noUtf8.length})`,
  // What a WebSocket says of it by itself, in browsers too.
  wants: '1006',
  frames: noUtf8,
  asText: true,
  breaks: true,
};

const unknown = ['{"type":"sneeze"}', '{"type":""}', '{"type":5}', '{}'];
const prototypes = [
  ...['{"type":"__proto__"}', '{"type":"constructor"}', '{"type":"toString"}'],
  '{"__proto__":{"type":"done","chatId":"chat-1"}}',
];
const deep = `{"type":"pong","serverTime":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
const dates = ['1e20', '-1e20', '1e999', '"now"'];

const AGENT_CASES: readonly ToldCase[] = [
  ...SHARED,
  NO_UTF8,
  { what: 'unknown events', wants: '/type', frames: unknown },
  { what: '__proto__ and its like for a type', wants: '/type', frames: prototypes },
  {
    what: '__proto__ for a chat’s id',
    wants: '/messages/__proto__',
    frames: ['{"type":"snapshot","serverTime":1,"resumed":false,"last":true,"chats":[],"messages":{"__proto__":5}}'],
  },
  { what: 'what only end users are told', wants: '/type', frames: [{ type: 'agent-typing', typing: true }] },
  {
    what: 'dates of 1e20, -1e20 and 1e999',
    wants: '/time',
    frames: dates.map((time) => `{"type":"left","chatId":"${CHAT}","time":${time}}`),
  },
  {
    what: 'a date of 1e20 in a message',
    wants: '/messages/0/time',
    frames: [{ type: 'messages', chatId: CHAT, messages: [{ ...told, time: 1e20 }] }],
  },
  {
    what: 'wrong types: a text',
    wants: '/messages/0/text',
    frames: [5, null, {}].map((text) => ({ type: 'messages', chatId: CHAT, messages: [{ ...told, text }] })),
  },
  {
    what: 'wrong types: a chat',
    wants: '/chat',
    frames: [[], 5, null, 'chat-1'].map((chat) => ({ type: 'chat', chat })),
  },
  {
    what: 'wrong types: a life',
    wants: '/chat/state',
    frames: ['asleep', 5, null].map((state) => ({ type: 'chat', chat: { ...aChat({ id: CHAT }), state } })),
  },
  { what: 'lists without end', wants: '/serverTime', frames: [deep] },
  {
    what: '30,000 participants that are none',
    wants: '/chats',
    frames: [
      {
        type: 'snapshot',
        serverTime: 1,
        resumed: false,
        last: true,
        chats: Array<number>(30_000).fill(0),
        messages: {},
      },
    ],
  },
];

const END_USER_CASES: readonly ToldCase[] = [
  ...SHARED,
  NO_UTF8,
  { what: 'unknown events', wants: 'unknown-frame', frames: unknown },
  { what: '__proto__ and its like for a type', wants: 'unknown-frame', frames: prototypes },
  { what: 'what only agents are told', wants: 'not-yours', frames: [{ type: 'done', chatId: CHAT }] },
  {
    what: 'dates of 1e20, -1e20 and 1e999',
    wants: 'bad-frame',
    frames: dates.map((time) =>
      JSON.stringify({ type: 'conversation', chatId: CHAT, state: 'active', messages: [told] }).replace(
        '"time":1',
        `"time":${time}`,
      ),
    ),
  },
  {
    what: 'wrong types',
    wants: 'bad-frame',
    frames: [
      { type: 'conversation', chatId: 5, state: 'active', messages: [] },
      { type: 'conversation', chatId: CHAT, state: 'asleep', messages: [] },
      { type: 'conversation', chatId: CHAT, state: 'active', messages: {} },
      { type: 'agent-typing', typing: 'yes' },
      { type: 'pong', serverTime: 'now' },
    ],
  },
  { what: 'lists without end', wants: 'bad-frame', frames: [deep] },
];

const toldCase = async (page: Page, it: ToldCase): Promise<Outcome> => {
  const { speaker, complaints } = page;
  const names: string[] = [];
  let alive = true;
  for (const frame of it.frames) {
    complaints.length = 0;
    const { hellos } = speaker;
    await speaker.say(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame), it.asText);
    await comesTrue(() => complaints.length > 0, 2000);
    names.push(together(complaints));
    if (it.breaks === true) alive &&= await comesTrue(() => speaker.hellos > hellos && page.online);
    else alive &&= speaker.hellos === hellos;
  }
  alive &&= await isAlive(page);
  return { end: page.end, case: it.what, refusedAs: together(names), wants: it.wants, alive };
};

/** Messages of a chat that the agent does not have: dropped, and the truth is asked for. */
const foreignChat = async (page: Page): Promise<Outcome> => {
  const before = page.speaker.heard('refetch');
  const { hellos } = page.speaker;
  await page.speaker.say(JSON.stringify({ type: 'messages', chatId: 'chat-9', messages: [told] }));
  const asked = await comesTrue(() => page.speaker.heard('refetch') > before);
  return {
    end: page.end,
    case: 'a foreign chat id',
    refusedAs: asked ? 'refetch' : 'nothing',
    wants: 'refetch',
    alive: (await isAlive(page)) && page.speaker.hellos === hellos,
  };
};

/** An answer that cannot be used. */
const badAnswer = async (page: Page & { readonly desk: ChatDesk }): Promise<Outcome> => {
  page.complaints.length = 0;
  page.speaker.answer = (id) => JSON.stringify({ type: 'ok', id, message: 5 });
  const code = await page.desk.send(CHAT, 'Yes?').then(
    () => 'sent',
    (reason: unknown) => (reason as { readonly code?: string }).code ?? 'another reason',
  );
  page.speaker.answer = undefined;
  const refusedAs = together([...page.complaints, code]);
  const alive = await isAlive(page);
  return {
    end: page.end,
    case: 'an answer of a wrong type',
    refusedAs,
    wants: '/message, send-failed, invalid',
    alive,
  };
};

/** A server that does not let the page in. Where it says for good, the page says so, and comes back when asked to. */
const notLetIn = async (
  page: Page,
  what: string,
  wants: string,
  receive: (socket: WebSocket) => void,
): Promise<Outcome> => {
  const { speaker, complaints } = page;
  complaints.length = 0;
  speaker.receive = receive;
  await speaker.say('{"type":"going","retryAfter":1}');
  await comesTrue(() => complaints.includes(wants));
  speaker.receive = undefined;
  const refusedAs = complaints.find((it) => it === wants) ?? together(complaints);
  page.reconnect();
  return { end: page.end, case: what, refusedAs, wants, alive: await isAlive(page) };
};

/** Every named case at the clients' ends. */
export const casesAtClients = async (): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  const agent = await openAgent();
  for (const it of AGENT_CASES) outcomes.push(await toldCase(agent, it));
  outcomes.push(await foreignChat(agent), await badAnswer(agent));
  for (const [what, code] of [
    ['an expired token', 4401],
    ['a token that may not come in', 4403],
    ['another version', 4406],
  ] as const)
    outcomes.push(await notLetIn(agent, what, String(code), (socket) => socket.close(code)));
  outcomes.push(
    await notLetIn(agent, 'an end user’s token', '/agent', (socket) => {
      const { agent: endUser, ...rest } = welcome();
      socket.send(JSON.stringify({ ...rest, endUser }));
    }),
  );
  await agent.close();
  const endUser = await openEndUser();
  for (const it of END_USER_CASES) outcomes.push(await toldCase(endUser, it));
  await endUser.close();
  return outcomes;
};

const sayAll = async (speaker: Speaker, frames: number, seed: number): Promise<void> => {
  for (const frame of fuzzedForClient(frames, seed))
    await speaker.say(frame instanceof ArrayBuffer ? Buffer.from(frame) : String(frame));
};

/** What is seen of a desk's chats. */
const seenOf = (desk: ChatDesk): string =>
  JSON.stringify(
    desk.chats$.value.map(({ id, state }) => [id, state, desk.chat(id).messages$.value.map((message) => message.id)]),
  );

/** Frames of nonsense to an agent's page; afterwards it shows what a fresh page does. */
export const fuzzAgent = async (frames: number, seed: number): Promise<Fuzzed> => {
  const page = await openAgent();
  const { speaker, complaints, desk } = page;
  await isAlive(page);
  complaints.length = 0;
  await sayAll(speaker, frames, seed);
  const hurt: string[] = [];
  const { hellos } = speaker;
  if (hellos > 1) hurt.push(`the connection broke ${hellos - 1} times`);
  await speaker.say(JSON.stringify({ type: 'lost', chatId: CHAT }));
  if (!(await isAlive(page))) hurt.push('the page does not go on');
  const refused = counted(complaints);
  const fresh = page.another();
  if (!(await comesTrue(() => seenOf(fresh) === seenOf(desk) && fresh.chats$.value.length > 0)))
    hurt.push(`the page shows ${seenOf(desk)}, a fresh one ${seenOf(fresh)}`);
  fresh.dispose();
  await page.close();
  return { frames, refused, hurt };
};

/** Frames of nonsense to an end user's page. */
export const fuzzEndUser = async (frames: number, seed: number): Promise<Fuzzed> => {
  const page = await openEndUser();
  await isAlive(page);
  await sayAll(page.speaker, frames, seed);
  const hurt: string[] = [];
  if (page.speaker.hellos > 1) hurt.push(`the connection broke ${page.speaker.hellos - 1} times`);
  if (!(await isAlive(page))) hurt.push('the page does not go on');
  const refused = counted(page.complaints);
  await page.close();
  return { frames, refused, hurt };
};

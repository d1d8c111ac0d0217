import { issueToken } from '../../../gateway/src/tokens.js';
import { connect, type Client, type ClientOptions } from '../../gateway/support/client.js';
import { FEW, fuzzedForGateway } from '../../support/bad-frames/fuzzed-for-gateways.js';
import { inAFrame, JSON_REFUSALS } from '../../support/bad-frames/json-refusals.js';
import type { RunningGateway } from '../gateways.js';
import { SECRETS } from '../people.js';
import { counted, together, works, type Fuzzed, type Outcome } from './outcome.js';

const HOUR = 3_600_000;

const agentToken = (sub: string, from = HOUR): Promise<string> =>
  issueToken(SECRETS.AGENT_JWT_SECRET, { sub, role: 'agent' }, Date.now() + from);
const endUserToken = (sub: string, from = HOUR): Promise<string> =>
  issueToken(SECRETS.END_USER_JWT_SECRET, { sub, role: 'end-user', channel: 'web' }, Date.now() + from);

const unsigned = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Who sends: the agent of the chat, another agent, its end user, or another end user. */
type Sender = 'ada' | 'ben' | 'nadia' | 'omar';

interface FrameCase {
  readonly what: string;
  readonly by: Sender;
  readonly wants: string;
  /** Each is refused, one after the other. A chat id in it is that of the chat. */
  frames(chatId: string): readonly (string | Buffer | object)[];
  /** Whether bytes are sent as if they were text. */
  readonly asText?: boolean;
}

const message = { id: 'bad', text: 'Hi', time: 1 };

const JSON_CASES: readonly FrameCase[] = Object.entries(JSON_REFUSALS).map(([kind, all]) => {
  const frames = all.filter((refusal) => typeof refusal === 'string').map(inAFrame);
  return { what: `JSON suite: ${kind} (${frames.length})`, by: 'ada', wants: 'no-json', frames: () => frames };
});
const noUtf8 = Object.values(JSON_REFUSALS)
  .flat()
  .filter((refusal) => typeof refusal !== 'string')
  .map(inAFrame);

/** What an agent may ask for. */
const agentCommands = (chatId: string): readonly { readonly type: string; readonly [field: string]: unknown }[] => [
  { type: 'accept', id: '1', chatId },
  { type: 'send', id: '1', chatId, message },
  { type: 'typing', chatId, typing: true },
  { type: 'end', id: '1', chatId },
  { type: 'submit', id: '1', chatId, values: {}, reason: 'agent' },
  { type: 'done', id: '1', chatId },
  { type: 'history', id: '1', chatId, after: 0 },
  { type: 'refetch' },
  { type: 'dispositions', id: '1' },
  { type: 'summarize', id: '1', chatId, locale: 'en', labels: { automatic: 'a', endUser: 'b', agent: 'c' } },
];
/** Those of them whose refusal is an answer. */
const ASKED = ['send', 'end', 'submit', 'done', 'history', 'summarize'];
const asked = (chatId: string, types: readonly string[]): readonly object[] =>
  agentCommands(chatId).filter(({ type }) => types.includes(type));

const CASES: readonly FrameCase[] = [
  ...JSON_CASES,
  {
    what: `JSON suite: what is no UTF-8 (${noUtf8.length})`,
    by: 'ada',
    wants: '1007',
    frames: () => noUtf8,
    asText: true,
  },
  { what: 'bytes', by: 'ada', wants: 'no-json', frames: () => [Buffer.from('{"type":"ping"}')] },
  { what: 'JSON, but no object', by: 'ada', wants: 'no-json', frames: () => ['[]', '5', 'null', '"ping"', 'true'] },
  {
    what: 'wrong types, an agent’s',
    by: 'ada',
    wants: 'bad-frame',
    frames: (chatId) => [
      { type: 'send', id: '1', chatId, message: { ...message, text: 5 } },
      { type: 'send', id: '1', chatId, message: [] },
      { type: 'send', id: 7, chatId, message },
      { type: 'send', id: '1', chatId: null, message },
      { type: 'end', chatId },
      { type: 'typing', chatId, typing: 'yes' },
      { type: 'history', id: '1', chatId, after: '0' },
      { type: 'history', id: '1', chatId, after: 1.5 },
      { type: 'submit', id: '1', chatId, values: 'none', reason: 'agent' },
      { type: 'submit', id: '1', chatId, values: {}, reason: 'whim' },
    ],
  },
  {
    what: 'wrong types, an end user’s',
    by: 'nadia',
    wants: 'bad-frame',
    frames: () => [
      { type: 'write', id: '1', message: { ...message, text: 5 } },
      { type: 'write', id: '1', message: 'Hi' },
      { type: 'write', message },
      { type: 'type', text: null },
      { type: 'leave', id: {} },
    ],
  },
  {
    what: 'a frame of 1 MB',
    by: 'ada',
    wants: '1009',
    frames: () => [{ type: 'ping', more: 'x'.repeat(1_000_000) }],
  },
  { what: 'a frame of 64 KB and a byte', by: 'ada', wants: '1009', frames: () => ['x'.repeat(65_537)] },
  {
    what: '1e6 participants',
    by: 'ada',
    wants: '1009',
    frames: (chatId) => [{ type: 'accept', id: '1', chatId, participants: Array<number>(1e6).fill(0) }],
  },
  {
    what: 'a list of 30,000 where one thing is wanted',
    by: 'ada',
    wants: 'bad-frame',
    frames: (chatId) => [{ type: 'send', id: '1', chatId, message: Array<number>(30_000).fill(0) }],
  },
  {
    what: '__proto__ and its like for a type',
    by: 'ada',
    wants: 'unknown-frame',
    frames: () => [
      ...['{"type":"__proto__"}', '{"type":"constructor"}', '{"type":"toString"}'],
      '{"__proto__":{"type":"ping"}}',
    ],
  },
  {
    what: '__proto__ and its like for a chat’s id',
    by: 'ada',
    wants: 'gone',
    frames: () => ['__proto__', 'constructor', 'toString'].map((chatId) => ({ type: 'end', id: '1', chatId })),
  },
  {
    what: '__proto__ in the place of a message',
    by: 'ada',
    wants: 'bad-frame',
    frames: (chatId) => [
      `{"type":"send","id":"1","chatId":${JSON.stringify(chatId)},"__proto__":{"message":${JSON.stringify(message)}}}`,
    ],
  },
  {
    what: 'dates of 1e20, -1e20 and 1e999',
    by: 'ada',
    wants: 'bad-frame',
    frames: (chatId) =>
      ['1e20', '-1e20', '1e999', '"now"'].map((time) =>
        JSON.stringify({ type: 'send', id: '1', chatId, message }).replace('"time":1', `"time":${time}`),
      ),
  },
  {
    what: 'unknown events',
    by: 'ada',
    wants: 'unknown-frame',
    frames: () => [{ type: 'explode' }, { type: 'SEND' }, { type: '' }, { type: 5 }, {}],
  },
  {
    what: 'what only a gateway tells',
    by: 'ada',
    wants: 'unknown-frame',
    frames: () => [{ type: 'welcome' }, { type: 'snapshot' }, { type: 'pong', serverTime: 1 }],
  },
  {
    what: 'a foreign chat id',
    by: 'ben',
    wants: 'not-allowed',
    frames: (chatId) => asked(chatId, ASKED),
  },
  {
    what: 'a foreign chat id, to answer',
    by: 'ben',
    wants: 'taken',
    frames: (chatId) => [{ type: 'accept', id: '1', chatId }],
  },
  {
    what: 'a chat id of no chat',
    by: 'ada',
    wants: 'gone',
    frames: () => ['nothing', 'a\0b', '\ud800'].flatMap((chatId) => asked(chatId, ['accept', ...ASKED.slice(0, -1)])),
  },
  { what: 'an agent’s commands by a foreign end user', by: 'omar', wants: 'not-yours', frames: agentCommands },
  { what: 'an agent’s commands by the chat’s end user', by: 'nadia', wants: 'not-yours', frames: agentCommands },
  {
    what: 'an end user’s commands by an agent',
    by: 'ada',
    wants: 'not-yours',
    frames: () => [
      { type: 'write', id: '1', message },
      { type: 'type', text: 'Hi' },
      { type: 'leave', id: '1' },
      { type: 'come-back', id: '1' },
    ],
  },
  {
    what: 'a message without words, or too long',
    by: 'nadia',
    wants: 'invalid',
    frames: () =>
      [' \u200b ', 'x'.repeat(8001)].map((text) => ({ type: 'write', id: '1', message: { ...message, text } })),
  },
  { what: 'hello once more', by: 'ada', wants: 'bad-frame', frames: () => [{ type: 'hello', version: 1, token: 'x' }] },
];

/** Who cannot come in, by what they say first; or by how they knock. */
interface DoorCase {
  readonly what: string;
  readonly wants: string;
  knock(): Promise<ClientOptions & { readonly says?: string }>;
}

const DOOR_CASES: readonly DoorCase[] = [
  { what: 'a wrong origin', wants: 'HTTP 403', knock: async () => ({ origin: 'https://evil.example' }) },
  { what: 'an origin of nowhere', wants: 'HTTP 403', knock: async () => ({ origin: 'null' }) },
  { what: 'another sub-protocol', wants: 'HTTP 400', knock: async () => ({ protocol: 'agent-chat.v9' }) },
  { what: 'no sub-protocol', wants: 'HTTP 400', knock: async () => ({ protocol: '' }) },
  { what: 'an expired token', wants: '4401', knock: async () => ({ token: await agentToken('ada', -HOUR) }) },
  {
    what: 'an expired token, an end user’s',
    wants: '4401',
    knock: async () => ({ token: await endUserToken('nadia', -HOUR) }),
  },
  { what: 'a token that expires', wants: '4401', knock: async () => ({ token: await agentToken('ada', 2000) }) },
  { what: 'no token that is one', wants: '4401', knock: async () => ({ token: 'nonsense' }) },
  {
    what: 'a token without a signature',
    wants: '4401',
    knock: async () => ({
      token: `${unsigned({ alg: 'none' })}.${unsigned({ sub: 'ada', role: 'agent', exp: Date.now() })}.`,
    }),
  },
  {
    what: 'an agent’s token signed by an end users’ key',
    wants: '4401',
    knock: async () => ({
      token: await issueToken(SECRETS.END_USER_JWT_SECRET, { sub: 'ada', role: 'agent' }, Date.now() + HOUR),
    }),
  },
  {
    what: 'a token for no role that there is',
    wants: '4403',
    knock: async () => ({
      token: await issueToken(SECRETS.AGENT_JWT_SECRET, { sub: 'ada', role: 'admin' as never }, Date.now() + HOUR),
    }),
  },
  {
    what: 'another version',
    wants: '4406',
    knock: async () => ({ says: JSON.stringify({ type: 'hello', version: 2, token: await agentToken('ada') }) }),
  },
  { what: 'a first frame that is no hello', wants: '4401', knock: async () => ({ says: '{"type":"ping"}' }) },
  { what: 'a first frame that is no JSON', wants: '4400', knock: async () => ({ says: 'nonsense' }) },
];

/** A real gateway, and two people in a chat who must notice nothing. */
export interface Witnesses {
  readonly gateway: RunningGateway;
  readonly chatId: string;
  /** Whether they can still talk. */
  talk(): Promise<boolean>;
  /** What is not as they left it, in words. */
  complaints(): Promise<readonly string[]>;
  close(): void;
}

const comeIn = async ({ url }: RunningGateway, sender: string): Promise<Client> => {
  const isAgent = sender === 'ada' || sender === 'ben';
  const client = await connect(url, { token: await (isAgent ? agentToken(sender) : endUserToken(sender)) });
  if (isAgent) await client.heard('snapshot', ({ last }) => last);
  else await client.heard('conversation');
  return client;
};

/** Brings an agent and an end user together. */
export const callWitnesses = async (gateway: RunningGateway): Promise<Witnesses> => {
  const ada = await comeIn(gateway, 'ada');
  const nadia = await comeIn(gateway, 'nadia');
  const texts: string[] = [];
  const say = (text: string): { id: string; text: string; time: number } => {
    texts.push(text);
    return { id: `witness-${texts.length}`, text, time: Date.now() };
  };
  await nadia.ask({ type: 'write', message: say('Hello') });
  const { chatId = '' } = await nadia.heard('conversation', ({ state }) => state === 'waiting');
  await ada.heard('chat');
  await ada.ask({ type: 'accept', chatId });
  return {
    gateway,
    chatId,
    talk: () =>
      works(async () => {
        const text = `Still here, ${texts.length}`;
        const answer = await ada.ask({ type: 'send', chatId, message: say(text) });
        if (answer.type !== 'ok') throw new Error(answer.code);
        await nadia.heard('conversation', ({ messages }) => messages.some((it) => it.text === text));
        nadia.forget();
      }),
    async complaints() {
      const fresh = await comeIn(gateway, 'ada');
      const told = fresh.all('snapshot').flatMap(({ messages }) => messages[chatId] ?? []);
      const chat = fresh
        .all('snapshot')
        .flatMap(({ chats }) => chats)
        .find(({ id }) => id === chatId);
      fresh.close();
      return [
        ...(ada.isOpen && nadia.isOpen ? [] : ['a witness’s connection was closed']),
        ...(chat?.state === 'active' ? [] : [`their chat is ${chat?.state ?? 'gone'}`]),
        ...(JSON.stringify(told.map(({ text }) => text)) === JSON.stringify(texts) ? [] : ['their words are others']),
      ];
    },
    close() {
      ada.close();
      nadia.close();
    },
  };
};

/** Sends one thing; gives the name by which it was refused. */
const refusalOf = (client: Client, send: () => void): Promise<string> => {
  client.forget();
  send();
  return Promise.race([
    client.heard('trouble').then(({ code }) => code),
    client.heard('refused').then(({ code }) => code),
    client.heard('ok').then(() => 'not at all'),
    client.heard('pong').then(() => 'not at all'),
    client.closed.then(({ code }) => String(code)),
  ]).catch(() => 'no answer');
};

const frameCase = async (witnesses: Witnesses, it: FrameCase): Promise<Outcome> => {
  const { gateway, chatId } = witnesses;
  const names: string[] = [];
  let alive = true;
  let client = await comeIn(gateway, it.by);
  for (const [index, frame] of it.frames(chatId).entries()) {
    if (!client.isOpen || index % FEW === 0) {
      client.close();
      client = await comeIn(gateway, it.by);
    }
    const data = typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame);
    names.push(
      await refusalOf(client, () =>
        it.asText === true && Buffer.isBuffer(data) ? client.sendAsText(data) : client.sendRaw(data),
      ),
    );
    // A close by name is followed by the close itself.
    if (client.isOpen) alive &&= await works(() => client.settled());
  }
  alive &&= await works(async () => (await comeIn(gateway, it.by)).close());
  client.close();
  alive &&= await witnesses.talk();
  return { end: 'gateway', case: it.what, refusedAs: together(names), wants: it.wants, alive };
};

const doorCase = async (witnesses: Witnesses, { what, wants, knock }: DoorCase): Promise<Outcome> => {
  const { says, ...options } = await knock();
  const refusedAs = await connect(witnesses.gateway.url, options).then(
    async (client) => {
      if (says !== undefined) client.sendRaw(says);
      const { code } = await client.closed;
      return String(code);
    },
    (error: unknown) => (error as Error).message,
  );
  return { end: 'gateway', case: what, refusedAs, wants, alive: await witnesses.talk() };
};

/** So many frames that each is over the rate. */
const rateCase = async (witnesses: Witnesses, pings: number): Promise<Outcome> => {
  const client = await comeIn(witnesses.gateway, 'ben');
  for (let count = 0; count < pings; count += 1) client.send({ type: 'ping' });
  const { code } = await client.closed;
  const names = [...new Set(client.all('trouble').map((trouble) => trouble.code))];
  const alive = await witnesses.talk();
  return {
    end: 'gateway',
    case: 'over the rate',
    refusedAs: [...names, code].join(', '),
    wants: 'too-many, 4429',
    alive,
  };
};

const twentyBad = async (witnesses: Witnesses): Promise<Outcome> => {
  const client = await comeIn(witnesses.gateway, 'ben');
  for (let count = 0; count < 20; count += 1) client.sendRaw('nonsense');
  const { code } = await client.closed;
  const alive = await witnesses.talk();
  return { end: 'gateway', case: 'bad frames again and again', refusedAs: String(code), wants: '4400', alive };
};

/** Every named case at the gateway's end. */
export const casesAtGateway = async (witnesses: Witnesses, burst: number): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const it of CASES) outcomes.push(await frameCase(witnesses, it));
  for (const it of DOOR_CASES) outcomes.push(await doorCase(witnesses, it));
  outcomes.push(await twentyBad(witnesses), await rateCase(witnesses, 4 * burst));
  return outcomes;
};

/** Frames of nonsense, by agents and end users in turn; the witnesses' chat is what many of them name. */
export const fuzzGateway = async (witnesses: Witnesses, frames: number, seed: number): Promise<Fuzzed> => {
  const { gateway, chatId } = witnesses;
  const texts = fuzzedForGateway(chatId, frames, seed);
  const refused: string[] = [];
  const hurt: string[] = [];
  for (let first = 0; first < frames; first += FEW) {
    const isAgent = first % 2 === 0;
    const token = await (isAgent ? agentToken('mallory') : endUserToken(`mallory-${first}`));
    const client = await connect(gateway.url, { token });
    for (const text of texts.slice(first, first + FEW)) client.sendRaw(text);
    if (!(await works(() => client.settled()))) hurt.push(`a connection after frame ${first}`);
    for (const type of ['trouble', 'refused'] as const) refused.push(...client.all(type).map(({ code }) => code));
    client.cut();
  }
  if (!(await witnesses.talk())) hurt.push('the witnesses cannot talk');
  hurt.push(...(await witnesses.complaints()));
  return { frames, refused: counted(refused), hurt };
};

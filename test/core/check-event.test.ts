import { describe, expect, it } from 'vitest';
import { checkEvent, checkMessage, type ConnectorEvent } from '../../src/core/index.js';
import { aChat, aMessage, MORNING } from '../support/builders.js';

type Type = ConnectorEvent['type'];

/** Every event with everything in it. */
const full: { readonly [T in Type]: Extract<ConnectorEvent, { type: T }> } = {
  snapshot: {
    type: 'snapshot',
    serverTime: MORNING,
    chats: [
      aChat(),
      aChat({
        id: 'chat-2',
        queue: 'vip',
        state: 'wrap-up',
        endUser: { id: 'p', name: 'Ana Silva', phone: '+15550100', attributes: { case: '7' } },
        acceptedAt: MORNING,
        leftAt: MORNING,
        endedAt: MORNING,
        endedBy: 'end-user',
        submitted: { disposition: 'd', notes: 'n' },
      }),
    ],
    messages: {
      'chat-2': [
        aMessage({ seq: 1 }),
        aMessage({ id: 'b', author: 'agent', seq: 2, delivery: 'sent', internal: true }),
      ],
    },
  },
  connection: { type: 'connection', state: 'offline', reason: 'no network' },
  'server-time': { type: 'server-time', serverTime: MORNING },
  policy: { type: 'policy', policy: { crm: true, queues: { vip: { typing: 'preview' } } } },
  chat: { type: 'chat', chat: aChat() },
  withdrawn: { type: 'withdrawn', chatId: 'chat-1', reason: 'answered-elsewhere' },
  messages: { type: 'messages', chatId: 'chat-1', messages: [aMessage({ seq: 1 })] },
  typing: { type: 'typing', chatId: 'chat-1', typing: true, preview: 'Hel' },
  left: { type: 'left', chatId: 'chat-1', time: MORNING, reason: 'closed the page' },
  returned: { type: 'returned', chatId: 'chat-1', time: MORNING },
  ended: { type: 'ended', chatId: 'chat-1', time: MORNING, by: 'system', reason: 'idle' },
  'wrap-up-submitted': { type: 'wrap-up-submitted', chatId: 'chat-1', values: { notes: 'n' }, reason: 'timeout' },
  done: { type: 'done', chatId: 'chat-1' },
};

/** What may be absent. Everything else of an event is required. */
const SPARE: Partial<Record<Type, readonly string[]>> = {
  connection: ['reason'],
  typing: ['preview'],
  left: ['reason'],
  ended: ['reason'],
};

const fieldsOf = (type: Type): readonly string[] => Object.keys(full[type]).filter((field) => field !== 'type');
const without = (event: object, field: string): object =>
  Object.fromEntries(Object.entries(event).filter(([key]) => key !== field));

/** Bad whatever the field is. A function is no data, and no field takes one. */
const NOTHING_TAKES = [() => undefined, Symbol('x'), 1n];
const JUNK: readonly unknown[] = [
  undefined,
  null,
  true,
  7,
  Number.NaN,
  '',
  'event',
  [],
  [[]],
  {},
  new Date(Number.NaN),
  ...NOTHING_TAKES,
];

describe.each(Object.keys(full) as Type[])('a %s event', (type) => {
  const event = full[type];

  it('passes as it is', () => {
    expect(checkEvent(event)).toEqual({ clean: event, problems: [] });
  });

  it('passes after the wire', () => {
    expect(checkEvent(JSON.parse(JSON.stringify(event)))).toEqual({ clean: event, problems: [] });
  });

  it('is refused without what it must have, and passes without the rest', () => {
    for (const field of fieldsOf(type)) {
      const may = SPARE[type]?.includes(field) ?? false;
      const cut = without(event, field);

      expect(checkEvent(cut)).toEqual(
        may ? { clean: cut, problems: [] } : { problems: [{ path: field, wants: expect.any(String) as string }] },
      );
      expect(checkEvent({ ...event, [field]: null }).clean).toEqual(may ? cut : undefined);
    }
  });

  it('is refused where a field is no data, or passes without it where it may', () => {
    for (const field of fieldsOf(type))
      for (const value of NOTHING_TAKES) {
        const may = SPARE[type]?.includes(field) ?? false;
        const { clean, problems } = checkEvent({ ...event, [field]: value });

        expect([clean, problems.map(({ path }) => path)]).toEqual([may ? without(event, field) : undefined, [field]]);
      }
  });

  it('loses what is not agreed', () => {
    expect(checkEvent({ ...event, extra: 'x' })).toEqual({ clean: event, problems: [] });
  });

  it('survives junk in every field', () => {
    for (const field of fieldsOf(type))
      for (const value of JUNK) expect(() => checkEvent({ ...event, [field]: value })).not.toThrow();
  });
});

describe('what is no event', () => {
  it.each(JUNK.map((value) => [value]))('is refused: %s', (value) => {
    expect(checkEvent(value)).toEqual({
      problems: [{ path: expect.any(String) as string, wants: expect.any(String) as string }],
    });
  });

  it.each(['hello', '', 7, null, undefined, '__proto__', 'constructor', 'Snapshot'])(
    'is refused by its type: %s',
    (type) => {
      expect(checkEvent({ ...full.done, type })).toEqual({
        problems: [{ path: 'type', wants: expect.stringContaining('"snapshot"') as string }],
      });
    },
  );

  it('is refused where reading it throws', () => {
    const trap = {
      type: 'done',
      get chatId(): string {
        throw new Error('gone');
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();

    expect(checkEvent(trap)).toEqual({ problems: [{ path: 'event', wants: 'plain data' }] });
    expect(checkEvent(proxy)).toEqual({ problems: [{ path: 'event', wants: 'plain data' }] });
  });

  it('is refused where its fields are only inherited', () => {
    expect(checkEvent(Object.create(full.done)).clean).toBeUndefined();
  });
});

describe('a field of the wire', () => {
  const pathsOf = (event: unknown): readonly string[] => checkEvent(event).problems.map(({ path }) => path);

  it.each([Number.NaN, Infinity, -Infinity, 8.64e15 + 1, -8.64e15 - 1, '2026-01-05', null])(
    'takes no time of %s',
    (time) => {
      expect(pathsOf({ ...full.left, time })).toEqual(['time']);
      expect(pathsOf({ type: 'server-time', serverTime: time })).toEqual(['serverTime']);
    },
  );

  it.each([0, -1, 8.64e15, -8.64e15, 1.5])('takes a time of %d', (time) => {
    expect(pathsOf({ ...full.left, time })).toEqual([]);
  });

  it.each(['', 7, null, undefined, {}])('takes no id of %j', (chatId) => {
    expect(checkEvent({ ...full.done, chatId })).toEqual({
      problems: [{ path: 'chatId', wants: 'an id: text that is not empty' }],
    });
  });

  it.each<[Type, string, unknown]>([
    ['connection', 'state', 'broken'],
    ['withdrawn', 'reason', 'bored'],
    ['ended', 'by', 'supervisor'],
    ['wrap-up-submitted', 'reason', 'host'],
    ['wrap-up-submitted', 'values', 'x'],
    ['policy', 'policy', []],
    ['messages', 'messages', {}],
    ['snapshot', 'chats', {}],
    ['snapshot', 'messages', []],
    ['typing', 'typing', 'yes'],
  ])('of a %s event called %s takes no %j', (type, field, value) => {
    expect(checkEvent({ ...full[type], [field]: value })).toEqual({
      problems: [{ path: field, wants: expect.any(String) as string }],
    });
  });

  it('is told by its place, never with what stood there', () => {
    const { problems } = checkEvent({
      ...full.snapshot,
      chats: [
        { ...aChat(), state: 'Ana Silva' },
        { ...aChat(), endUser: { id: 7, name: 'Ana Silva' } },
      ],
      messages: { 'Chat 9': [{ ...aMessage(), author: 'Ana Silva' }] },
    });

    expect(problems.map(({ path }) => path)).toEqual([
      'chats[0].state',
      'chats[1].endUser.id',
      'messages["Chat 9"][0].author',
    ]);
    expect(JSON.stringify(problems)).not.toContain('Ana');
  });
});

describe('a bad item among good ones', () => {
  it.each<[string, object]>([
    ['id', { id: '' }],
    ['channel', { channel: 7 }],
    ['endUser', { endUser: null }],
    ['endUser.id', { endUser: { name: 'Ana' } }],
    ['state', { state: 'asleep' }],
    ['requestedAt', { requestedAt: '9:00' }],
    ['waiting', { waiting: -1 }],
    ['waiting', { waiting: 1.5 }],
  ])('a chat of a snapshot is left out alone for its %s', (path, bad) => {
    const chats = [aChat({ id: 'a' }), { ...aChat(), ...bad }, aChat({ id: 'c' })];
    const { clean: event, problems } = checkEvent({ ...full.snapshot, chats });

    expect(event).toEqual({ ...full.snapshot, chats: [chats[0], chats[2]] });
    expect(problems.map((problem) => problem.path)).toEqual([`chats[1].${path}`]);
  });

  it.each<[string, object]>([
    ['id', { id: '' }],
    ['author', { author: 'supervisor' }],
    ['kind', { kind: null }],
    ['text', { text: 7 }],
    ['text', { text: null }],
    ['time', { time: Number.NaN }],
    ['seq', { seq: 0 }],
    ['seq', { seq: 1.5 }],
    ['seq', { seq: '1' }],
    ['delivery', { delivery: 'read' }],
    ['internal', { internal: 'yes' }],
  ])('a message is left out alone for its %s', (path, bad) => {
    const messages = [aMessage({ id: 'a' }), { ...aMessage(), ...bad }, aMessage({ id: 'c' })];
    const told = checkEvent({ ...full.messages, messages });
    const kept = checkEvent({ ...full.snapshot, messages: { one: messages, two: [aMessage()] } });

    expect(told.clean).toEqual({ ...full.messages, messages: [messages[0], messages[2]] });
    expect(told.problems.map((problem) => problem.path)).toEqual([`messages[1].${path}`]);
    expect(kept.clean).toEqual({ ...full.snapshot, messages: { one: [messages[0], messages[2]], two: [aMessage()] } });
    expect(kept.problems.map((problem) => problem.path)).toEqual([`messages.one[1].${path}`]);
  });

  it.each(JUNK.map((value) => [value]))('%s in a list is left out alone', (junk) => {
    const { clean: event, problems } = checkEvent({ ...full.messages, messages: [junk, aMessage()] });

    expect(event).toEqual({ ...full.messages, messages: [aMessage()] });
    expect(problems.length).toBeGreaterThan(0);
  });

  it('a conversation that is no list is left out alone', () => {
    const { clean: event, problems } = checkEvent({ ...full.snapshot, messages: { one: 'x', two: [aMessage()] } });

    expect(event).toEqual({ ...full.snapshot, messages: { two: [aMessage()] } });
    expect(problems).toEqual([{ path: 'messages.one', wants: 'a list' }]);
  });

  it.each<[string, object, object]>([
    ['queue', { queue: 7 }, {}],
    ['acceptedAt', { acceptedAt: 'now' }, {}],
    ['leftAt', { leftAt: Infinity }, {}],
    ['endedAt', { endedAt: {} }, {}],
    ['endedBy', { endedBy: 'nobody' }, {}],
    ['submitted', { submitted: 'x' }, {}],
    ['submitted.notes', { submitted: { notes: 7 } }, {}],
    [
      'endUser.name',
      { endUser: { id: 'p', name: 7, phone: '+15550100' } },
      { endUser: { id: 'p', phone: '+15550100' } },
    ],
    ['endUser.phone', { endUser: { id: 'p', phone: 15550100 } }, { endUser: { id: 'p' } }],
    ['endUser.attributes', { endUser: { id: 'p', attributes: 'vip' } }, { endUser: { id: 'p' } }],
    [
      'endUser.attributes.vip',
      { endUser: { id: 'p', attributes: { vip: true, case: '7' } } },
      { endUser: { id: 'p', attributes: { case: '7' } } },
    ],
  ])('a chat is not lost to a bad %s', (path, bad, kept) => {
    const { clean: event, problems } = checkEvent({ type: 'chat', chat: { ...aChat(), ...bad } });

    expect(event).toEqual({ type: 'chat', chat: { ...aChat(), ...kept } });
    expect(problems.map((problem) => problem.path)).toEqual([`chat.${path}`]);
  });

  it('null counts as absent where a thing may be absent', () => {
    const chat = {
      ...aChat(),
      queue: null,
      acceptedAt: null,
      endUser: { id: 'p', name: null, phone: null, attributes: null },
    };

    expect(checkEvent({ type: 'chat', chat })).toEqual({
      clean: { type: 'chat', chat: aChat({ endUser: { id: 'p' } }) },
      problems: [],
    });
    expect(checkMessage({ ...aMessage(), seq: null, delivery: null, internal: null })).toEqual({
      clean: aMessage(),
      problems: [],
    });
  });
});

describe('names that every object inherits', () => {
  it('are ids as good as others', () => {
    const snapshot = JSON.parse(
      JSON.stringify({ ...full.snapshot, messages: {} }).replace(
        '"messages":{}',
        '"messages":{"__proto__":[],"constructor":[]}',
      ),
    ) as unknown;
    const { clean: event, problems } = checkEvent(snapshot);
    const messages = event?.type === 'snapshot' ? event.messages : {};

    expect([Object.keys(messages), problems]).toEqual([['__proto__', 'constructor'], []]);
    expect(Object.getPrototypeOf(messages)).toBe(Object.prototype);
  });

  it('bring nothing in', () => {
    const { clean: event } = checkEvent(JSON.parse('{"type":"done","chatId":"a","__proto__":{"polluted":true}}'));

    expect([event, 'polluted' in (event ?? {}), 'polluted' in {}]).toEqual([
      { type: 'done', chatId: 'a' },
      false,
      false,
    ]);
  });
});

describe('one message', () => {
  it('is checked by itself', () => {
    expect(checkMessage(aMessage({ seq: 3 }))).toEqual({ clean: aMessage({ seq: 3 }), problems: [] });
    expect(checkMessage({ ...aMessage(), time: 'x' })).toEqual({
      problems: [{ path: 'time', wants: 'a time in epoch milliseconds' }],
    });
    expect(checkMessage(undefined)).toEqual({ problems: [{ path: 'message', wants: 'an object' }] });
  });

  it.each([undefined, null])('of another kind than text need not bring words (%s)', (text) => {
    const { clean: message, problems } = checkMessage({ ...aMessage(), kind: 'image', text });

    expect([message, problems]).toEqual([aMessage({ kind: 'image', text: '' }), []]);
  });

  it('of another kind than text brings no other thing for words', () => {
    expect(checkMessage({ ...aMessage(), kind: 'image', text: 7 }).clean).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentHears } from '../../../src/wire/index.js';
import { aChat } from '../../support/builders.js';
import { numbered, setup, setupEndUser, setupOnline, snapshot, welcome } from './support.js';

const own = aChat({ state: 'active' });
const setupChat = () => setupOnline({ snapshot: { chats: [own], messages: { 'chat-1': numbered(1) } } });

describe('a frame that cannot be used', () => {
  it.each([
    ['no JSON', '{"type":"chat"', 'no-json: A frame is one JSON object, as text.'],
    ['bytes', new ArrayBuffer(4), 'no-json: A frame is one JSON object, as text.'],
    ['an unknown type', '{"type":"sneeze"}', '/type: There is no frame of this type.'],
    ['__proto__', '{"type":"__proto__"}', '/type: There is no frame of this type.'],
    ['a frame for end users', '{"type":"agent-typing","typing":true}', '/type: Only the other role may send this.'],
    ['a date beyond all dates', '{"type":"left","chatId":"chat-1","time":1e20}', /^\/time: \/time wants maximum/],
    ['a list for a chat', '{"type":"chat","chat":[]}', /^\/chat: \/chat wants type/],
  ])('(%s) is told to the page by name, and all else goes on', async (_what, text, complaint) => {
    const all = await setupChat();
    const before = all.events.length;
    all.server.say(text);
    expect(all.complaints).toEqual([expect.stringMatching(complaint)]);
    expect(all.events).toHaveLength(before);
    all.server.tell({ type: 'messages', chatId: 'chat-1', messages: numbered(2) });
    expect(all.told('messages')).toHaveLength(1);
    expect([all.server.let, all.states().at(-1)]).toEqual([false, 'online']);
  });

  it('does not say what stood there', async () => {
    const all = await setupChat();
    all.server.say(JSON.stringify({ type: 'left', chatId: 'chat-1', time: 'my card is 4000 0012' }));
    expect(all.complaints.join()).not.toContain('4000');
  });

  it('costs a list only the bad item', async () => {
    const all = await setupChat();
    const [second, third] = numbered(2, 3);
    all.server.say(JSON.stringify({ type: 'messages', chatId: 'chat-1', messages: [second, { ...third, time: '?' }] }));
    expect(all.complaints).toHaveLength(1);
    expect(all.told('messages')).toEqual([{ type: 'messages', chatId: 'chat-1', messages: [second] }]);
  });

  it('costs a snapshot only the bad chat: the agent sees all others', async () => {
    const all = await setup();
    all.server.open();
    all.server.tell(welcome());
    all.server.say(
      JSON.stringify({
        ...snapshot({ last: false, messages: { 'chat-1': numbered(1) } }),
        chats: [{ ...own, id: 'chat-9', channel: 4 }, own],
      }),
    );
    expect(all.told('snapshot')).toEqual([]);
    all.server.tell(snapshot());
    expect(all.told('snapshot')).toMatchObject([{ chats: [own], messages: { 'chat-1': numbered(1) } }]);
  });
});

/** What a server may tell, right or wrong. */
const frames = (): readonly AgentHears[] => [
  welcome(),
  snapshot({ chats: [own], messages: { 'chat-1': numbered(1, 2) } }),
  { type: 'policy', policy: {} },
  { type: 'chat', chat: own },
  { type: 'withdrawn', chatId: 'chat-1', reason: 'withdrawn' },
  { type: 'messages', chatId: 'chat-1', messages: numbered(1, 2, 3) },
  { type: 'lost', chatId: 'chat-1' },
  { type: 'typing', chatId: 'chat-1', typing: true, preview: 'H' },
  { type: 'left', chatId: 'chat-1', time: 1 },
  { type: 'returned', chatId: 'chat-1', time: 1 },
  { type: 'ended', chatId: 'chat-1', time: 1, by: 'agent' },
  { type: 'wrap-up-submitted', chatId: 'chat-1', values: {}, reason: 'agent' },
  { type: 'done', chatId: 'chat-1' },
  { type: 'pong', serverTime: 1 },
  { type: 'ok', id: '1', messages: numbered(1), more: true },
  { type: 'refused', id: '1', code: 'gone', message: '' },
  { type: 'trouble', code: 'no-json', message: '', id: '1' },
];

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(1e20, -1, 0.5, '', null, [], {}, '__proto__', 'x'.repeat(70_000), Number.MAX_SAFE_INTEGER),
);

/** A frame with some places changed, or cut short, or no frame at all. */
const fuzzed = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...frames()),
      fc.array(fc.tuple(fc.nat(40), oddValue), { minLength: 1, maxLength: 3 }),
      fc.nat(300),
      fc.boolean(),
    )
    .map(([frame, changes, length, whole]) => {
      let place = 0;
      const text = JSON.stringify(frame, (_key, value: unknown) => {
        const at = place;
        place += 1;
        return changes.find(([where]) => where === at)?.[1] ?? value;
      });
      return whole ? text : String(text).slice(0, length);
    }),
  fc.json({ maxDepth: 3 }),
  fc.string(),
  fc.constantFrom<unknown>(undefined, null, 7, new ArrayBuffer(8), '{"__proto__":{"type":"welcome"}}'),
);

describe('10,000 fuzzed frames', () => {
  it('to an agent: none throws, and the connection lives', { timeout: 60_000 }, async () => {
    const all = await setupChat();
    void all.connector.end('chat-1').catch(() => undefined);
    for (const frame of fc.sample(fuzzed, { numRuns: 10_000, seed: 1 })) all.server.say(frame);
    await all.pass();
    expect([all.sockets.length, all.server.let]).toEqual([1, false]);
    expect(all.events.filter(({ type }) => type === undefined)).toEqual([]);
    // Whatever they did, a whole snapshot puts all right.
    const { length } = all.told('snapshot');
    all.server.tell({ type: 'lost', chatId: 'chat-1' });
    all.server.tell(snapshot({ part: 0, chats: [own], messages: { 'chat-1': numbered(1, 2, 3) } }));
    all.server.tell({ type: 'messages', chatId: 'chat-1', messages: numbered(4) });
    expect(all.told('snapshot').length).toBeGreaterThan(length);
    expect(all.told('messages').at(-1)).toMatchObject({ messages: numbered(4) });
  });

  it('to an end user: none throws, and the connection lives', { timeout: 60_000 }, async () => {
    const warn = console.warn;
    console.warn = () => undefined;
    try {
      const all = await setupEndUser();
      all.server.open();
      const { agent, ...others } = welcome();
      all.server.tell({ ...others, endUser: agent });
      for (const frame of fc.sample(fuzzed, { numRuns: 10_000, seed: 2 })) all.server.say(frame);
      all.server.tell({ type: 'conversation', chatId: 'c', state: 'active', messages: numbered(1) });
      await all.pass();
      expect([all.sockets.length, all.server.let, all.endUser.value.state]).toEqual([1, false, 'active']);
    } finally {
      console.warn = warn;
    }
  });
});

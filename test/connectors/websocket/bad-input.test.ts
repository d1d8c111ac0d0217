import { describe, expect, it } from 'vitest';
import { aChat } from '../../support/builders.js';
import { fuzzedForClient } from '../../support/bad-frames/fuzzed-for-clients.js';
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

describe('10,000 fuzzed frames', () => {
  it('to an agent: none throws, and the connection lives', { timeout: 60_000 }, async () => {
    const all = await setupChat();
    void all.connector.end('chat-1').catch(() => undefined);
    for (const frame of fuzzedForClient(10_000, 1)) all.server.say(frame);
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
      for (const frame of fuzzedForClient(10_000, 2)) all.server.say(frame);
      all.server.tell({ type: 'conversation', chatId: 'c', state: 'active', messages: numbered(1) });
      await all.pass();
      expect([all.sockets.length, all.server.let, all.endUser.value.state]).toEqual([1, false, 'active']);
    } finally {
      console.warn = warn;
    }
  });
});

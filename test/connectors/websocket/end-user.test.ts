import { describe, expect, it } from 'vitest';
import type { EndUserView, Message } from '../../../src/core/index.js';
import type { ConversationFrame, EndUserWelcomeFrame } from '../../../src/wire/index.js';
import { MORNING } from '../../support/builders.js';
import { numbered, setupEndUser, welcome } from './support.js';

const greeting = (): EndUserWelcomeFrame => {
  const { agent: _agent, ...shared } = welcome();
  return { ...shared, endUser: 'person-1' };
};

const conversation = (given: Partial<ConversationFrame> = {}): ConversationFrame => ({
  type: 'conversation',
  chatId: 'chat-1',
  state: 'active',
  messages: [],
  ...given,
});

const byAgent = (seq: number): Message & { readonly seq: number } => ({ ...numbered(seq)[0]!, author: 'agent' });
const ids = ({ messages }: EndUserView): string[] => messages.map(({ id }) => id);

const setupTalking = async (given: Partial<ConversationFrame> = {}) => {
  const all = await setupEndUser();
  all.server.open();
  all.server.tell(greeting(), conversation(given));
  await all.pass();
  return all;
};

type All = Awaited<ReturnType<typeof setupTalking>>;
const comeBack = async (all: All): Promise<void> => {
  all.server.close();
  await all.pass(1000);
  all.server.open();
  all.server.tell(greeting());
};

describe('an end user', () => {
  it('is new until the server says where they stand, and who they are is the server’s word', async () => {
    const all = await setupEndUser({ id: 'me' });
    let ready = false;
    void all.endUser.ready.then(() => (ready = true));
    expect([all.endUser.id, all.endUser.value.state]).toEqual(['me', 'new']);
    all.server.open();
    all.server.tell(greeting());
    await all.pass();
    expect([all.endUser.id, ready]).toEqual(['person-1', false]);
    all.server.tell(conversation({ state: 'left', messages: numbered(1) }));
    await all.pass();
    expect([ready, all.endUser.value]).toEqual([
      true,
      { chatId: 'chat-1', state: 'left', messages: numbered(1), agentTyping: false },
    ]);
  });

  it('is not ready, and hears why, where the server will not have them', async () => {
    const all = await setupEndUser();
    all.server.close(4403);
    await expect(all.endUser.ready).rejects.toMatchObject({ code: 'unavailable' });
    await expect(all.endUser.send('Hello')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('sees each message once and in order, whatever is told again after a broken connection', async () => {
    const all = await setupTalking({ messages: numbered(1, 2) });
    const views: EndUserView[] = [];
    all.endUser.subscribe((view) => views.push(view));
    all.server.tell(conversation({ messages: numbered(4) }), conversation({ messages: numbered(3) }));
    await comeBack(all);
    expect(all.server.last('hello')).not.toHaveProperty('cursors');
    all.server.tell(conversation({ messages: numbered(1, 2, 3, 4, 5) }));
    expect(ids(all.endUser.value)).toEqual(['m-1', 'm-2', 'm-3', 'm-4', 'm-5']);
    const { length } = views;
    all.server.tell(conversation({ messages: numbered(5) }));
    expect(views).toHaveLength(length);
  });

  it('has nothing left of an old chat in a new one', async () => {
    const all = await setupTalking({ messages: numbered(1, 2) });
    all.server.tell(conversation({ chatId: 'chat-2', state: 'waiting', messages: numbered(1) }));
    expect(all.endUser.value).toMatchObject({ chatId: 'chat-2', state: 'waiting', messages: numbered(1) });
  });

  it('sends with an id of their own and the server’s time, and sees it when it is there', async () => {
    const all = await setupTalking();
    let sent: Message | undefined;
    void all.endUser.send('Hello').then((message) => (sent = message));
    const { id, message } = all.server.last('write') as unknown as { id: string; message: Message };
    expect(message).toEqual({ id: expect.stringMatching(/.{8}/) as unknown, text: 'Hello', time: MORNING });
    const kept = { ...message, author: 'end-user' as const, kind: 'text', seq: 1 };
    all.server.tell({ type: 'ok', id, message: kept });
    await all.pass();
    expect(sent).toBeUndefined();
    all.server.tell(conversation({ messages: [kept] }));
    await all.pass();
    expect([sent, ids(all.endUser.value)]).toEqual([kept, [message.id]]);
  });

  it('sends the same message again after a broken connection, not another one', async () => {
    const all = await setupTalking();
    void all.endUser.send('Hello');
    const first = all.server.last('write');
    await comeBack(all);
    expect(all.server.last('write')).toEqual(first);
  });

  it('cannot send what is blank', async () => {
    const all = await setupTalking();
    await expect(all.endUser.send(' \u200b ')).rejects.toMatchObject({ code: 'invalid' });
    expect(all.server.count('write')).toBe(0);
  });

  it('leaves and comes back, on the word of the server', async () => {
    const all = await setupTalking();
    for (const [type, run] of [
      ['leave', all.endUser.leave],
      ['come-back', all.endUser.comeBack],
    ] as const) {
      const outcome = run();
      all.server.tell({ type: 'ok', id: String(all.server.last(type)['id']) });
      expect(await outcome).toBeUndefined();
    }
  });

  it('leaves nothing behind when it is closed', async () => {
    const all = await setupTalking();
    all.endUser.type('H');
    all.server.tell({ type: 'agent-typing', typing: true });
    all.endUser.close();
    expect([all.clock.pending, all.server.let, all.signals.watchers]).toEqual([0, true, 0]);
  });
});

describe('what an end user types', () => {
  const typed = (all: All): unknown[] =>
    all.server.frames.filter(({ type }) => type === 'type').map(({ text }) => text);

  it('is told at most four times a second, the newest of it last', async () => {
    const all = await setupTalking();
    for (const text of ['H', 'He', 'Hel']) all.endUser.type(text);
    expect(typed(all)).toEqual(['H']);
    await all.pass(250);
    expect(typed(all)).toEqual(['H', 'Hel']);
    await all.pass(1000);
    all.endUser.type('');
    expect(typed(all)).toEqual(['H', 'Hel', '']);
  });

  it('is told to nobody before a chat is asked for, and to the agent who joins later', async () => {
    const all = await setupTalking({ state: 'new' });
    all.endUser.type('H');
    expect(typed(all)).toEqual([]);
    all.server.tell(conversation({ state: 'waiting' }));
    all.endUser.type('He');
    await all.pass(300);
    all.server.tell(conversation({ state: 'active' }));
    expect(typed(all)).toEqual(['He', 'He']);
  });

  it('gives way at once to what was sent', async () => {
    const all = await setupTalking();
    all.endUser.type('Hello');
    void all.endUser.send('Hello');
    const { id, message } = all.server.last('write') as unknown as { id: string; message: Message };
    all.server.tell(conversation({ messages: [{ ...message, author: 'end-user', kind: 'text', seq: 1 }] }));
    all.server.tell({ type: 'ok', id });
    await all.pass();
    expect(typed(all)).toEqual(['Hello', '']);
  });

  it('meanwhile is told again after what was sent', async () => {
    const all = await setupTalking();
    void all.endUser.send('Hello');
    all.endUser.type('And');
    await all.pass(1000);
    const { id, message } = all.server.last('write') as unknown as { id: string; message: Message };
    all.server.tell(conversation({ messages: [{ ...message, author: 'end-user', kind: 'text', seq: 1 }] }));
    all.server.tell({ type: 'ok', id });
    await all.pass();
    expect(typed(all)).toEqual(['And', 'And']);
  });
});

describe('that the agent types', () => {
  it('is seen until they answer, the end user leaves, or nothing was heard of it for long', async () => {
    const all = await setupTalking();
    const tell = (typing: boolean): boolean => {
      all.server.tell({ type: 'agent-typing', typing });
      return all.endUser.value.agentTyping;
    };
    expect([tell(true), tell(false), tell(true)]).toEqual([true, false, true]);
    all.server.tell(conversation({ messages: numbered(1) }));
    expect(all.endUser.value.agentTyping).toBe(true);
    all.server.tell(conversation({ messages: [byAgent(2)] }));
    expect(all.endUser.value.agentTyping).toBe(false);
    tell(true);
    await all.pass(29_000);
    all.server.tell({ type: 'pong', serverTime: MORNING });
    expect(all.endUser.value.agentTyping).toBe(true);
    await all.pass(1000);
    expect(all.endUser.value.agentTyping).toBe(false);
    all.server.tell(conversation({ state: 'left' }));
    expect(tell(true)).toBe(false);
  });
});

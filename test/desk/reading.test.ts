import { describe, expect, it } from 'vitest';
import { aChat, at } from '../support/builders.js';
import { anActive, said, setup, snapshotOf } from './support/setup.js';

const twoChats = (options: Parameters<typeof setup>[0] = {}) => {
  const all = setup({ chats: [anActive(), anActive({ id: 'chat-2', requestedAt: at(1) })], ...options });
  const write = (chatId: string, seq: number, given: Parameters<typeof said>[1] = {}) =>
    all.connector.emit({ type: 'messages', chatId, messages: [said(seq, given)] });
  return { ...all, write };
};

describe('unread messages', () => {
  it('are those of the end user that come to a chat which is not selected', () => {
    const { desk, told, view, write } = twoChats();
    void desk.select('chat-1');
    write('chat-1', 1);
    write('chat-2', 1);
    write('chat-2', 2, { author: 'bot' });
    write('chat-2', 3, { author: 'system' });
    write('chat-2', 4);
    expect(view('chat-1').unread).toBe(0);
    expect(view('chat-2')).toMatchObject({ unread: 2, unreadFrom: 'message-1' });
    expect(told('chat-unread-change').map(({ chatId, detail }) => [chatId, detail])).toEqual([
      ['chat-2', { unread: 1, total: 1 }],
      ['chat-2', { unread: 2, total: 2 }],
    ]);
  });

  it('are read when the agent opens the chat; the line stays where they began until the chat is closed', () => {
    const { desk, told, view, write } = twoChats();
    write('chat-2', 1, { author: 'bot' });
    write('chat-2', 2);
    write('chat-2', 3);
    void desk.as('agent').select('chat-2');
    expect(view('chat-2')).toMatchObject({ unread: 0, unreadFrom: 'message-2', selected: true });
    expect(told('chat-unread-change').at(-1)).toMatchObject({ by: 'agent', detail: { unread: 0, total: 0 } });
    write('chat-2', 4);
    expect(view('chat-2').unreadFrom).toBe('message-2');
    void desk.select('chat-1');
    expect(view('chat-2')).not.toHaveProperty('unreadFrom');
  });

  it('lose their line when the agent replies', async () => {
    const { connector, desk, view, write } = twoChats();
    write('chat-2', 1);
    void desk.select('chat-2');
    const sent = desk.send('chat-2', 'Hi');
    expect(view('chat-2').unreadFrom).toBe('message-1');
    connector.call('send').resolve(said(2, { id: 'own-1', author: 'agent' }) as never);
    await sent;
    expect(view('chat-2')).not.toHaveProperty('unreadFrom');
  });

  it('gather in the selected chat while the agent does not look, and are read when the agent does', () => {
    const { desk, view, write } = twoChats();
    void desk.select('chat-1');
    desk.attend(false);
    write('chat-1', 1);
    write('chat-1', 2);
    expect(view('chat-1')).toMatchObject({ unread: 2, unreadFrom: 'message-1' });
    desk.attend(true);
    expect(view('chat-1')).toMatchObject({ unread: 0, unreadFrom: 'message-1' });
  });

  it('stay unread when a chat is opened while the agent does not look', () => {
    const { desk, view, write } = twoChats();
    desk.attend(false);
    write('chat-1', 1);
    void desk.select('chat-1');
    expect(view('chat-1').unread).toBe(1);
  });

  it('are told as gone with a chat that leaves', () => {
    const { connector, told, write } = twoChats();
    write('chat-2', 1);
    connector.emit({ type: 'done', chatId: 'chat-2' });
    expect(told('chat-unread-change').at(-1)).toMatchObject({ chatId: 'chat-2', detail: { unread: 0, total: 0 } });
  });

  it('are counted after a gap that a snapshot fills', () => {
    const { connector, view } = twoChats({ messages: { 'chat-1': [said(1)] } });
    connector.emit(snapshotOf([anActive()], { 'chat-1': [said(1), said(2)] }));
    expect(view('chat-1')).toMatchObject({ unread: 1, unreadFrom: 'message-2' });
  });
});

describe('the waiting count', () => {
  it('is live as the wire tells it', () => {
    const { connector, view } = setup({ chats: [aChat()] });
    connector.emit({ type: 'chat', chat: aChat({ waiting: 3 }) });
    expect(view().waiting).toBe(3);
  });
});

describe('the selection', () => {
  it('is a chat that is open, or none', async () => {
    const { desk, told } = setup({ chats: [aChat(), anActive({ id: 'chat-2' })] });
    await expect(desk.select('chat-1')).rejects.toMatchObject({ code: 'illegal-step' });
    await expect(desk.select('chat-9')).rejects.toMatchObject({ code: 'no-such-chat' });
    await desk.as('agent').select('chat-2');
    await desk.as('agent').select('chat-2');
    await desk.select(undefined);
    expect(desk.selected$.value).toBeUndefined();
    expect(told('chat-selected')).toMatchObject([
      { by: 'agent', detail: { from: undefined, to: 'chat-2' } },
      { by: 'host', detail: { from: 'chat-2', to: undefined } },
    ]);
  });
});

describe('typing', () => {
  const typing = (policy: 'none' | 'indicator' | 'preview', abilities?: Parameters<typeof setup>[0]) => {
    const all = setup({ chats: [anActive()], desk: { policy: { typing: policy } }, ...abilities });
    all.connector.emit({ type: 'typing', chatId: 'chat-1', typing: true, preview: 'I am wri' });
    return { ...all, typing$: all.desk.chat('chat-1').typing$ };
  };

  it.each([
    ['none', { typing: false }],
    ['indicator', { typing: true }],
    ['preview', { typing: true, preview: 'I am wri' }],
  ] as const)('shows with the policy %s just that', (policy, shown) => {
    const { typing$, view } = typing(policy);
    expect(typing$.value).toEqual(shown);
    expect(view().typing).toBe(shown.typing);
  });

  it('shows only what the channel can', () => {
    expect(typing('preview', { abilities: { web: { preview: false } } }).typing$.value).toEqual({ typing: true });
    expect(typing('preview', { abilities: { default: { typing: false } } }).typing$.value).toEqual({ typing: false });
    expect(typing('preview', { abilities: { default: { typing: false }, web: {} } }).typing$.value.typing).toBe(true);
  });

  it('follows the policy live', () => {
    const { desk, typing$ } = typing('preview');
    desk.setPolicy({ typing: 'none' });
    expect(typing$.value).toEqual({ typing: false });
  });

  it('ends after ten seconds without a word of it', () => {
    const { clock, connector, typing$ } = typing('preview');
    clock.advance(9000);
    connector.emit({ type: 'typing', chatId: 'chat-1', typing: true, preview: 'I am writing' });
    clock.advance(9999);
    expect(typing$.value).toEqual({ typing: true, preview: 'I am writing' });
    clock.advance(1);
    expect(typing$.value).toEqual({ typing: false });
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['the message comes', { type: 'messages', chatId: 'chat-1', messages: [said(1)] }],
    ['the end user leaves', { type: 'left', chatId: 'chat-1', time: at(1) }],
    ['the chat ends', { type: 'ended', chatId: 'chat-1', time: at(1), by: 'system' }],
    ['the end user stops', { type: 'typing', chatId: 'chat-1', typing: false }],
  ])('ends when %s', (_when, event) => {
    const { connector, typing$ } = typing('preview');
    connector.emit(event);
    expect(typing$.value).toEqual({ typing: false });
  });

  it('stays while an agent or a bot writes', () => {
    const { connector, typing$ } = typing('indicator');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { author: 'bot' })] });
    expect(typing$.value.typing).toBe(true);
  });

  it('is never counted, told, logged or a start of a timer', () => {
    const { desk, happenings, view } = setup({
      chats: [anActive()],
      desk: { policy: { typing: 'preview', response: { target: 60 } } },
    });
    const before = happenings.length;
    const { connector } = { connector: desk.connector as ReturnType<typeof setup>['connector'] };
    connector.emit({ type: 'typing', chatId: 'chat-1', typing: true, preview: 'I am wri' });
    expect(happenings).toHaveLength(before);
    expect(view()).toMatchObject({ unread: 0, count: 0, urgency: 'none' });
    expect(JSON.stringify(view())).not.toContain('wri');
  });
});

describe('what the end user sees of the agent typing', () => {
  const agentTypes = (options: Parameters<typeof setup>[0] = {}) => setup({ chats: [anActive()], ...options });

  it('is told at most every three seconds, and ends five seconds after the last input', () => {
    const { clock, connector, desk } = agentTypes();
    desk.typing('chat-1');
    clock.advance(2999);
    desk.typing('chat-1');
    expect(connector.typings).toEqual([['chat-1', true]]);
    clock.advance(1);
    desk.typing('chat-1');
    expect(connector.typings).toHaveLength(2);
    clock.advance(4999);
    expect(connector.typings).toHaveLength(2);
    clock.advance(1);
    expect(connector.typings.at(-1)).toEqual(['chat-1', false]);
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['it is sent', ({ desk }: ReturnType<typeof agentTypes>) => void desk.send('chat-1', 'Hi')],
    [
      'it is cleared',
      ({ desk }: ReturnType<typeof agentTypes>) => desk.setDraft('chat-1', { text: '', start: 0, end: 0, scroll: 0 }),
    ],
    [
      'the end user leaves',
      ({ connector }: ReturnType<typeof agentTypes>) => connector.emit({ type: 'left', chatId: 'chat-1', time: at(1) }),
    ],
    ['the desk is disposed', ({ desk }: ReturnType<typeof agentTypes>) => desk.dispose()],
  ])('ends when %s', (_when, act) => {
    const all = agentTypes();
    all.desk.typing('chat-1');
    act(all);
    expect(all.connector.typings).toEqual([
      ['chat-1', true],
      ['chat-1', false],
    ]);
    expect(all.clock.pending).toBe(0);
  });

  it('is not told where the channel cannot, the chat is not active, or the connector does not', () => {
    const silent = agentTypes({ abilities: { web: { typing: false } } });
    silent.desk.typing('chat-1');
    expect(silent.connector.typings).toEqual([]);
    const waiting = setup({ chats: [aChat()] });
    waiting.desk.typing('chat-1');
    expect(waiting.connector.typings).toEqual([]);
    const without = agentTypes({ without: ['setTyping'] });
    expect(() => without.desk.typing('chat-1')).not.toThrow();
  });
});

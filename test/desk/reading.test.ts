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

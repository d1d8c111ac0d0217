import { describe, expect, it } from 'vitest';
import { aChat, at } from '../support/builders.js';
import { anActive, said, settled, setup, snapshotOf } from './support/setup.js';

const withRequest = () => setup({ chats: [aChat()] });

describe('answering a request', () => {
  it('makes the chat active and selects it when the connector says so, not before', async () => {
    const { connector, desk, view } = withRequest();
    const accepted = desk.accept('chat-1');
    expect(view()).toMatchObject({ state: 'waiting', pending: 'accept', selected: false });
    connector.call('accept').resolve();
    await accepted;
    expect(view()).toMatchObject({ state: 'active', selected: true, acceptedAt: at(0) });
    expect(view()).not.toHaveProperty('pending');
    expect(desk.requests$.value).toEqual([]);
    expect(desk.chats$.value).toHaveLength(1);
  });

  it('answers once when asked twice, with one promise', async () => {
    const { connector, desk } = withRequest();
    const first = desk.accept('chat-1');
    expect(desk.as('agent').accept('chat-1')).toBe(first);
    connector.call('accept').resolve();
    await first;
    expect(connector.count('accept')).toBe(1);
  });

  it('answers once when the first change it makes asks again', async () => {
    const { connector, desk } = withRequest();
    desk.chats$.subscribe(([chat]) => {
      if (chat?.pending === 'accept') void desk.accept('chat-1');
    });
    void desk.accept('chat-1');
    expect(connector.count('accept')).toBe(1);
  });

  it.each(['taken', 'gone'] as const)('lets the request go with a notice when the connector says %s', async (code) => {
    const { connector, desk, told } = withRequest();
    const accepted = desk.accept('chat-1');
    connector.call('accept').refuse(code);
    await expect(accepted).rejects.toMatchObject({ name: 'ConnectorError', code });
    expect(desk.chats$.value).toEqual([]);
    expect(desk.notices$.value).toMatchObject([{ code: 'taken', chatId: 'chat-1' }]);
    expect(told('chat-withdrawn')).toMatchObject([{ by: 'wire' }]);
    expect(told('chat-error')).toEqual([]);
  });

  it('keeps the request waiting after another failure, and says so', async () => {
    const { connector, desk, told, view } = withRequest();
    const accepted = desk.accept('chat-1');
    connector.call('accept').refuse('unavailable');
    await expect(accepted).rejects.toMatchObject({ code: 'unavailable' });
    expect(view()).toMatchObject({ state: 'waiting' });
    expect(view()).not.toHaveProperty('pending');
    expect(desk.notices$.value).toMatchObject([{ code: 'accept-failed', chatId: 'chat-1' }]);
    expect(told('chat-error')).toMatchObject([{ chatId: 'chat-1', detail: { code: 'accept-failed' } }]);
  });

  it('can be tried again after a failure', async () => {
    const { connector, desk, view } = withRequest();
    const first = desk.accept('chat-1');
    connector.call('accept').refuse('unavailable');
    await expect(first).rejects.toThrow();
    const second = desk.accept('chat-1');
    connector.call('accept').resolve();
    await second;
    expect(view().state).toBe('active');
  });

  it('says taken, with the notice, for a request that another agent has answered lately', async () => {
    const { connector, desk } = withRequest();
    connector.emit({ type: 'withdrawn', chatId: 'chat-1', reason: 'answered-elsewhere' });
    await expect(desk.accept('chat-1')).rejects.toMatchObject({ name: 'ConnectorError', code: 'taken' });
    expect(connector.count('accept')).toBe(0);
    expect(desk.notices$.value).toMatchObject([{ code: 'taken', chatId: 'chat-1' }]);
  });

  it('tells one notice when the wire takes the request away before the refusal comes', async () => {
    const { connector, desk, told } = withRequest();
    const accepted = desk.accept('chat-1');
    connector.emit({ type: 'withdrawn', chatId: 'chat-1', reason: 'answered-elsewhere' });
    connector.call('accept').refuse('taken');
    await expect(accepted).rejects.toMatchObject({ code: 'taken' });
    expect(desk.notices$.value).toHaveLength(1);
    expect(told('chat-withdrawn')).toHaveLength(1);
  });

  it.each(['event first', 'promise first'])('is told once, as done by who did it (%s)', async (order) => {
    const { connector, desk, told } = withRequest();
    const accepted = desk.as('agent').accept('chat-1');
    const echo = () => connector.emit({ type: 'chat', chat: anActive({ acceptedAt: at(2) }) });
    if (order === 'event first') echo();
    connector.call('accept').resolve();
    await accepted;
    if (order === 'promise first') echo();
    expect(told('chat-accepted')).toMatchObject([{ by: 'agent', chatId: 'chat-1' }]);
    expect(told('chat-selected')).toMatchObject([{ by: 'agent', detail: { from: undefined, to: 'chat-1' } }]);
    expect(desk.chat('chat-1').view$.value?.acceptedAt).toBe(at(2));
  });

  it('counts as answered when the wire says so although the promise fails', async () => {
    const { connector, desk, view } = withRequest();
    const accepted = desk.accept('chat-1');
    connector.emit({ type: 'chat', chat: anActive() });
    connector.call('accept').refuse('unavailable');
    await accepted;
    expect(view()).toMatchObject({ state: 'active', selected: true });
    expect(desk.notices$.value).toEqual([]);
  });

  it('tells the host the end user, named by the rule', async () => {
    const { connector, desk, told } = setup({
      chats: [aChat({ channel: 'sms', queue: 'sales' })],
      desk: { policy: { crm: true } },
    });
    const accepted = desk.accept('chat-1');
    connector.call('accept').resolve();
    await accepted;
    expect(told('chat-accepted')[0]?.detail).toEqual({
      channel: 'sms',
      queue: 'sales',
      endUser: { id: 'person-1', phone: '+15550100' },
    });
  });

  it('shows the conversation that was there before as read', async () => {
    const { connector, desk, texts, told, view } = withRequest();
    const accepted = desk.accept('chat-1');
    connector.emit({ type: 'chat', chat: anActive() });
    connector.emit({
      type: 'messages',
      chatId: 'chat-1',
      messages: [said(1, { text: 'one' }), said(2, { text: 'two' })],
    });
    connector.call('accept').resolve();
    await accepted;
    expect(texts()).toEqual(['one', 'two']);
    expect(view()).toMatchObject({ unread: 0, count: 2 });
    expect(view()).not.toHaveProperty('unreadFrom');
    expect(told('chat-unread-change')).toEqual([]);
  });

  it.each([
    ['an active chat', 'chat-2', 'illegal-step'],
    ['a chat that is not here', 'chat-9', 'no-such-chat'],
  ])('refuses %s', async (_what, chatId, code) => {
    const { connector, desk } = setup({ chats: [anActive({ id: 'chat-2' })] });
    await expect(desk.accept(chatId)).rejects.toMatchObject({ name: 'DeskError', code });
    expect(connector.count('accept')).toBe(0);
  });
});

describe('the list of chats', () => {
  it('stands in order of arrival, whatever happens to the chats', () => {
    const late = aChat({ id: 'late', requestedAt: at(9) });
    const { connector, desk } = setup({ chats: [late, aChat({ id: 'early', requestedAt: at(1) })] });
    connector.emit({ type: 'chat', chat: aChat({ id: 'middle', requestedAt: at(5) }) });
    connector.emit({ type: 'chat', chat: { ...late, requestedAt: at(0), waiting: 4 } });
    expect(desk.chats$.value.map(({ id }) => id)).toEqual(['early', 'middle', 'late']);
    expect(desk.requests$.value.at(-1)?.waiting).toBe(4);
  });

  it('does not change the selection when a request comes, or when the wire makes a chat ours', () => {
    const { connector, desk, told } = setup({ chats: [anActive()] });
    void desk.select('chat-1');
    connector.emit({ type: 'chat', chat: aChat({ id: 'chat-2' }) });
    connector.emit({ type: 'chat', chat: anActive({ id: 'chat-2' }) });
    expect(desk.selected$.value).toBe('chat-1');
    expect(told('chat-accepted')).toMatchObject([{ chatId: 'chat-2', by: 'wire' }]);
  });

  it('tells a request with its queue, channel and count, and its withdrawal with the reason', () => {
    const { connector, told } = setup();
    connector.emit({ type: 'chat', chat: aChat({ queue: 'sales', waiting: 3 }) });
    connector.emit({ type: 'withdrawn', chatId: 'chat-1', reason: 'end-user-left' });
    expect(told('chat-requested')).toMatchObject([
      { by: 'wire', time: at(0), chatId: 'chat-1', detail: { channel: 'web', queue: 'sales', waiting: 3 } },
    ]);
    expect(told('chat-withdrawn')).toMatchObject([
      { detail: { channel: 'web', queue: 'sales', reason: 'end-user-left' } },
    ]);
  });

  it('does not go back to waiting by late word, but does by a snapshot', async () => {
    const { connector, desk, view } = withRequest();
    const accepted = desk.accept('chat-1');
    connector.call('accept').resolve();
    await accepted;
    connector.emit({ type: 'chat', chat: aChat({ waiting: 2 }) });
    expect(view()).toMatchObject({ state: 'active', waiting: 2 });
    connector.emit(snapshotOf([aChat({ waiting: 2 })]));
    expect(view()).toMatchObject({ state: 'waiting' });
  });

  it('finds at the first snapshot what was there before without telling it as new', async () => {
    const { told, view } = setup({ chats: [anActive()], messages: { 'chat-1': [said(1)] } });
    await settled();
    expect(view()).toMatchObject({ state: 'active', unread: 0, count: 1 });
    expect(told('chat-accepted')).toEqual([]);
    expect(told('chat-message-added')).toEqual([]);
  });

  it('lets go of what a later snapshot does not have', () => {
    const { connector, desk, told } = setup({ chats: [aChat(), anActive({ id: 'chat-2' })] });
    connector.emit(snapshotOf([]));
    expect(desk.chats$.value).toEqual([]);
    expect(told('chat-withdrawn').map(({ chatId }) => chatId)).toEqual(['chat-1', 'chat-2']);
  });
});

import { describe, expect, it } from 'vitest';
import { aChat, at } from '../support/builders.js';
import { chatStreams, deskStreams, listen } from './support/listen.js';
import { anActive, said, setup } from './support/setup.js';

describe("a desk's streams", () => {
  it('tell their value at once to whoever subscribes, and have it as value', () => {
    const { desk } = setup({ chats: [anActive()] });
    for (const name of deskStreams) {
      const { values } = listen<unknown>(desk[name]);
      expect(values).toEqual([desk[name].value]);
    }
    for (const name of chatStreams) {
      const { values } = listen<unknown>(desk.chat('chat-1')[name]);
      expect(values).toEqual([desk.chat('chat-1')[name].value]);
    }
  });

  it('cannot be told anything from outside', () => {
    const { desk } = setup();
    const all = [
      ...deskStreams.map((name) => desk[name]),
      desk.log$,
      desk.happenings$,
      ...chatStreams.map((name) => desk.chat('x')[name]),
    ];
    for (const stream of all) expect('next' in stream || 'error' in stream || 'complete' in stream).toBe(false);
  });

  it('tell only what differs from before', () => {
    const { connector, desk } = setup({ chats: [anActive(), anActive({ id: 'chat-2' })] });
    const streams = chatStreams.map((name) => listen<unknown>(desk.chat('chat-2')[name]));
    const desks = (['requests$', 'selected$', 'connection$', 'policy$', 'notices$'] as const).map((name) =>
      listen<unknown>(desk[name]),
    );
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    connector.emit({ type: 'server-time', serverTime: at(1) });
    desk.setPolicy({ queues: { sales: { typing: 'none' } } });
    for (const { values } of [...streams, ...desks]) expect(values).toHaveLength(1);
  });

  it('keep the views of other chats, and the list that did not change, the very same objects', () => {
    const { connector, desk } = setup({ chats: [anActive(), anActive({ id: 'chat-2' }), aChat({ id: 'chat-3' })] });
    const [, second, third] = desk.chats$.value;
    const requests = desk.requests$.value;
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    expect(desk.chats$.value[0]?.count).toBe(1);
    expect(desk.chats$.value[1]).toBe(second);
    expect(desk.chats$.value[2]).toBe(third);
    expect(desk.requests$.value).toBe(requests);
    const before = desk.chats$.value;
    desk.setDraft('chat-1', { text: 'x', start: 1, end: 1, scroll: 0 });
    expect(desk.chats$.value).toBe(before);
  });

  it('are never stale for a listener that changes the desk while it is told', async () => {
    const { desk } = setup({ chats: [anActive(), anActive({ id: 'chat-2' })] });
    const first = listen(desk.selected$);
    desk.selected$.subscribe((id) => {
      if (id === 'chat-1') void desk.select('chat-2');
    });
    const last = listen(desk.selected$);
    await desk.select('chat-1');
    expect(desk.selected$.value).toBe('chat-2');
    expect(first.values.at(-1)).toBe('chat-2');
    expect(last.values.at(-1)).toBe('chat-2');
  });

  it('tell a listener that changes the desk at its first value what it changed', () => {
    const { desk } = setup({ chats: [anActive()] });
    const values: unknown[] = [];
    desk.selected$.subscribe((id) => {
      values.push(id);
      if (id === undefined) void desk.select('chat-1');
    });
    expect(values).toEqual([undefined, 'chat-1']);
  });
});

describe("a chat's handle", () => {
  it('is the same each time, and empty for an id nobody knows', () => {
    const { desk } = setup();
    const handle = desk.chat('chat-9');
    expect(desk.chat('chat-9')).toBe(handle);
    expect(handle.view$.value).toBeUndefined();
    expect(handle.messages$.value).toEqual([]);
    expect(handle.urgency$.value).toBe('none');
    expect(handle.wrapUp$.value.status).toBe('editing');
  });

  it('comes to life with its chat', () => {
    const { connector, desk } = setup();
    const { values } = listen(desk.chat('chat-1').view$);
    connector.emit({ type: 'chat', chat: aChat() });
    expect(values.map((view) => view?.state)).toEqual([undefined, 'waiting']);
  });

  it('completes when the chat leaves, with the view gone and the conversation as it was', () => {
    const { connector, desk } = setup({ chats: [anActive()], messages: { 'chat-1': [said(1)] } });
    const handle = desk.chat('chat-1');
    const streams = chatStreams.map((name) => listen<unknown>(handle[name]));
    connector.emit({ type: 'done', chatId: 'chat-1' });
    expect(streams.every(({ state }) => state.completed)).toBe(true);
    expect(streams[0]?.values.at(-1)).toBeUndefined();
    expect(handle.messages$.value).toHaveLength(1);
    expect(listen(handle.view$)).toMatchObject({ values: [undefined], state: { completed: true } });
  });

  it('is a new one when the same id comes again', () => {
    const { connector, desk } = setup({ chats: [aChat()] });
    const before = desk.chat('chat-1');
    connector.emit({ type: 'withdrawn', chatId: 'chat-1', reason: 'withdrawn' });
    connector.emit({ type: 'chat', chat: aChat() });
    expect(desk.chat('chat-1')).not.toBe(before);
    expect(desk.chat('chat-1').view$.value?.state).toBe('waiting');
  });

  it('shows the newest message for a card, whatever its author, also one on its way', () => {
    const { connector, desk, view } = setup({
      chats: [anActive()],
      messages: { 'chat-1': [said(1, { text: 'first' })] },
    });
    expect(view()).toMatchObject({ last: { author: 'end-user', text: 'first', kind: 'text', time: at(1) }, count: 1 });
    void desk.send('chat-1', 'mine');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(2, { author: 'bot', text: 'beep' })] });
    expect(view()).toMatchObject({ last: { author: 'agent', text: 'mine' }, count: 3 });
  });
});

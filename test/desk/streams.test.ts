import { describe, expect, it } from 'vitest';
import type { Happening, LogEntry, ValueStream } from '../../src/desk/index.js';
import { aChat, at } from '../support/builders.js';
import { anActive, said, setup, snapshotOf } from './support/setup.js';

const listen = <T>(stream: ValueStream<T>) => {
  const values: T[] = [];
  const state = { completed: false };
  const subscription = stream.subscribe({
    next: (value) => void values.push(value),
    complete: () => void (state.completed = true),
  });
  return { values, state, subscription };
};

const deskStreams = ['chats$', 'requests$', 'selected$', 'connection$', 'policy$', 'notices$'] as const;
const chatStreams = ['view$', 'messages$', 'typing$', 'wait$', 'urgency$', 'policy$', 'draft$', 'wrapUp$'] as const;

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

describe('the log', () => {
  const logOf = (desk: ReturnType<typeof setup>['desk']): LogEntry[] => {
    const entries: LogEntry[] = [];
    desk.log$.subscribe((entry) => void entries.push(entry));
    return entries;
  };

  it('is numbered from 1 and replays what happened, the last thousand', () => {
    const { connector, desk } = setup({ chats: [anActive()] });
    expect(logOf(desk)).toMatchObject([{ seq: 1, type: 'connection-change', by: 'wire', time: at(0) }]);
    for (let seq = 1; seq <= 1200; seq += 1)
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(seq, { author: 'bot' })] });
    const entries = logOf(desk);
    expect(entries).toHaveLength(1000);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 202));
  });

  it('holds no words that anybody wrote, while listeners of the moment get the values', async () => {
    const policy = { wrapUp: { notes: 'optional' } } as const;
    const { connector, desk, told } = setup({ chats: [anActive()], desk: { policy } });
    const sent = desk.send('chat-1', 'secret reply');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { text: 'secret question' })] });
    connector.call('send').refuse('invalid');
    await sent.catch(() => undefined);
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'agent' });
    const submitted = desk.submitWrapUp('chat-1', { notes: 'secret notes' });
    connector.call('submitWrapUp').resolve();
    await submitted;
    connector.emit({ type: 'done', chatId: 'chat-1' });
    expect(told('wrap-up-submitted')[0]?.detail.values).toEqual({ notes: 'secret notes' });
    const entries = logOf(desk);
    expect(JSON.stringify(entries)).not.toContain('secret');
    expect(entries.filter(({ type }) => type === 'wrap-up-submitted')).toMatchObject([
      { detail: { values: {}, reason: 'agent' } },
    ]);
  });

  it('stays in order when one happening causes another', () => {
    const { connector, desk, happenings } = setup({ chats: [anActive(), anActive({ id: 'chat-2' })] });
    desk.happenings$.subscribe(({ type }) => {
      if (type === 'chat-unread-change') void desk.select('chat-1');
    });
    const order: Happening['type'][] = [];
    desk.happenings$.subscribe(({ type }) => void order.push(type));
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(1)] });
    expect(order).toEqual(['chat-message-added', 'chat-unread-change', 'chat-selected']);
    expect(logOf(desk).map(({ seq }) => seq)).toEqual(happenings.map((_, index) => index + 1));
  });

  it('takes what only the interface knows', () => {
    const { desk, told } = setup();
    desk.tell('adapter-toggle', { open: true }, 'agent');
    desk.tell('chat-error', { code: 'host-decision-failed', message: 'No answer.' }, 'host', 'chat-7');
    expect(told('adapter-toggle')).toEqual([
      { type: 'adapter-toggle', by: 'agent', time: at(0), detail: { open: true } },
    ]);
    expect(told('chat-error')).toMatchObject([{ by: 'host', chatId: 'chat-7' }]);
  });
});

describe('notices', () => {
  it('have numbers, stay until dismissed, and are bounded', () => {
    const { desk } = setup();
    desk.notify({ code: 'host-veto', chatId: 'chat-1', text: 'Not now' });
    desk.notify({ code: 'host-decision-failed' });
    expect(desk.notices$.value).toEqual([
      { id: 1, code: 'host-veto', chatId: 'chat-1', text: 'Not now' },
      { id: 2, code: 'host-decision-failed' },
    ]);
    desk.dismissNotice(1);
    desk.dismissNotice(7);
    expect(desk.notices$.value.map(({ id }) => id)).toEqual([2]);
    for (let more = 0; more < 100; more += 1) desk.notify({ code: 'taken' });
    expect(desk.notices$.value).toHaveLength(20);
  });
});

describe('the policy', () => {
  it("is built from the connector's layer and the host's, and says which decides", () => {
    const { connector, desk } = setup({ desk: { policy: { typing: 'preview' } } });
    connector.emit({
      type: 'policy',
      policy: { typing: 'none', summaries: true, queues: { sales: { summaries: false } } },
    });
    expect(desk.policy$.value).toMatchObject({ typing: 'preview', summaries: true });
    expect(desk.explain('typing')).toEqual({ layer: 'host', value: 'preview' });
    expect(desk.explain('summaries', 'sales')).toEqual({ layer: "connector's queue", value: false });
    desk.setPolicy(undefined);
    expect(desk.policy$.value.typing).toBe('none');
  });

  it('with bad values warns once by layer and path, and the next layer decides', () => {
    const { connector, desk, warnings } = setup({ desk: { policy: { response: { target: 'abc' as never } } } });
    desk.setPolicy({ response: { target: 'abd' as never } });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/host.*response\.target.*number/u);
    connector.emit({ type: 'policy', policy: { response: { target: 30 } } });
    expect(desk.policy$.value.response?.target).toBe(30);
    connector.emit({ type: 'policy', policy: { typing: 'loud' } });
    expect(warnings).toHaveLength(2);
  });
});

describe('disposing of a desk', () => {
  it('leaves nothing waiting, listening or told', async () => {
    const policy = {
      response: { target: 60 },
      crm: true,
      wrapUp: { disposition: 'required', timeLimit: 500 },
    } as const;
    const { clock, connector, desk, happenings } = setup({
      chats: [anActive(), anActive({ id: 'chat-2', state: 'wrap-up', endedAt: at(0) })],
      messages: { 'chat-1': [said(1)] },
      desk: { policy, crm: { find: () => new Promise(() => undefined) } },
    });
    connector.emit({ type: 'typing', chatId: 'chat-1', typing: true });
    desk.typing('chat-1');
    desk.setDraft('chat-1', { text: 'x', start: 1, end: 1, scroll: 0 });
    desk.clock.wake?.(at(1000), () => undefined);
    const streams = [
      ...deskStreams.map((name) => listen<unknown>(desk[name])),
      ...chatStreams.map((name) => listen<unknown>(desk.chat('chat-1')[name])),
    ];
    expect(clock.pending).toBeGreaterThan(3);
    desk.dispose();
    expect(clock.pending).toBe(0);
    expect(connector.listeners).toBe(0);
    expect(streams.every(({ state }) => state.completed)).toBe(true);
    const before = happenings.length;
    connector.emit(snapshotOf([]));
    desk.setDraft('chat-1', { text: 'y', start: 1, end: 1, scroll: 0 });
    desk.setPolicy({ typing: 'none' });
    desk.setCrm({ find: async () => undefined });
    desk.typing('chat-1');
    desk.loadDispositions('chat-2');
    desk.attend(false);
    desk.dispose();
    expect(happenings).toHaveLength(before);
    expect(clock.pending).toBe(0);
    expect(desk.chats$.value).toHaveLength(2);
    expect(listen(desk.chats$).state.completed).toBe(true);
    expect(listen(desk.chat('chat-7').view$).state.completed).toBe(true);
  });

  it('completes the log and the happenings', () => {
    const { desk } = setup();
    let completed = 0;
    desk.log$.subscribe({ complete: () => (completed += 1) });
    desk.happenings$.subscribe({ complete: () => (completed += 1) });
    desk.dispose();
    expect(completed).toBe(2);
  });

  it('cancels a connection that waits to be opened again', () => {
    const { clock, connector, desk } = setup();
    connector.fail();
    desk.dispose();
    expect(clock.pending).toBe(0);
    clock.advance(60_000);
    expect(connector.sessions).toHaveLength(1);
  });

  it('makes every further command reject', async () => {
    const { desk } = setup({ chats: [anActive()] });
    desk.dispose();
    const commands = [
      desk.accept('chat-1'),
      desk.select('chat-1'),
      desk.select(undefined),
      desk.send('chat-1', 'Hi'),
      desk.retry('chat-1', 'x'),
      desk.discard('chat-1', 'x'),
      desk.end('chat-1'),
      desk.insertSummary('chat-1', { locale: 'en', labels: { automatic: '', endUser: '', agent: '' } }),
      desk.submitWrapUp('chat-1'),
      desk.done('chat-1'),
    ];
    for (const command of commands)
      await expect(command).rejects.toMatchObject({ name: 'DeskError', code: 'disposed' });
  });

  it('while a command is under way lets that settle, and changes nothing more', async () => {
    const { connector, desk, view } = setup({ chats: [aChat()] });
    const accepted = desk.accept('chat-1');
    desk.dispose();
    connector.call('accept').resolve();
    await accepted;
    expect(view().state).toBe('waiting');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatRecord, Message, RefusalCode } from '../../src/core/index.js';
import { merged, type OutboxItem } from '../../src/desk/outbox-rules.js';
import { at, MORNING } from '../support/builders.js';
import { createSharedStorage, type SharedStorage } from './support/shared-storage.js';
import { anActive, said, settled, setup, snapshotOf, type SetupOptions } from './support/setup.js';

const KEY = 'agent-chat-adapter/fake/agent-1/outbox';

const own = (id: string, seq: number, text = 'Hi'): Message => said(seq, { id, author: 'agent', text });
const inWrapUp = (given: Partial<ChatRecord> = {}): ChatRecord =>
  anActive({ state: 'wrap-up', endedAt: at(5), endedBy: 'end-user', ...given });

/** Tabs of one agent over one storage, each with a desk; ids differ from tab to tab. */
const tabs = (options: SetupOptions = {}, storage: SharedStorage = createSharedStorage()) => {
  let opened = 0;
  const open = (more: SetupOptions = {}) => {
    const tab = (opened += 1);
    let ids = 0;
    const all = setup({
      chats: [anActive()],
      ...options,
      ...more,
      desk: { storage: storage.tab(), newId: () => `own-${tab}-${(ids += 1)}`, ...options.desk, ...more.desk },
    });
    const shown = () =>
      all.desk.chat('chat-1').messages$.value.map(({ text, delivery }) => (delivery ? `${text}: ${delivery}` : text));
    const send = (text: string) => {
      const outcome: { value?: Message; code?: RefusalCode } = {};
      all.desk.send('chat-1', text).then(
        (value) => (outcome.value = value),
        (reason: unknown) => (outcome.code = (reason as { readonly code: RefusalCode }).code),
      );
      return outcome;
    };
    const cut = () => all.connector.emit({ type: 'connection', state: 'offline' });
    const line = () => all.connector.emit({ type: 'connection', state: 'online' });
    return { ...all, shown, send, cut, line };
  };
  const inStore = (): readonly OutboxItem[] => JSON.parse(storage.kept.get(KEY) ?? '[]') as readonly OutboxItem[];
  return { open, storage, inStore };
};

const reloaded = ({ desk }: { readonly desk: { dispose(): void } }): void => desk.dispose();

describe('a message on its way', () => {
  it('is in the storage before it is shown, and without its words there once it is accepted', async () => {
    const { open, inStore } = tabs();
    const { connector, desk } = open();
    const kept: (string | undefined)[] = [];
    desk.chat('chat-1').messages$.subscribe((list) => {
      if (list.length > 0) kept.push(inStore()[0]?.text);
    });
    const sent = desk.send('chat-1', 'Hi');
    expect(kept).toEqual(['Hi']);
    connector.call('send').resolve(own('own-1-1', 1) as never);
    await sent;
    expect(inStore()).toMatchObject([{ state: 'sent', text: '', naming: { by: 'nothing' } }]);
  });

  it('is no draft any more at that moment: a page that dies then does not come back with the text twice', () => {
    const { open } = tabs();
    const { clock, desk } = open();
    desk.setDraft('chat-1', { text: 'Hi', start: 2, end: 2, scroll: 0 });
    clock.advance(250);
    void desk.send('chat-1', 'Hi');
    const again = open({ chats: null });
    again.connector.emit(snapshotOf([anActive()]));
    expect(again.shown()).toEqual(['Hi: sending']);
    expect(again.desk.chat('chat-1').draft$.value.text).toBe('');
  });

  it('is no draft either if the page died between the two: the one that comes takes it away', () => {
    const { open, storage } = tabs();
    const { clock, desk } = open();
    desk.setDraft('chat-1', { text: 'Hi', start: 2, end: 2, scroll: 0 });
    clock.advance(250);
    const drafts = storage.kept.get('agent-chat-adapter/fake/agent-1') ?? '';
    void desk.send('chat-1', 'Hi');
    storage.kept.set('agent-chat-adapter/fake/agent-1', drafts);
    const again = open({ chats: null });
    again.connector.emit(snapshotOf([anActive()]));
    expect(again.shown()).toEqual(['Hi: sending']);
    expect(again.desk.chat('chat-1').draft$.value.text).toBe('');
  });

  it('is sent again by itself after a reload, under the same id, once there is a connection', async () => {
    const { open } = tabs();
    const first = open();
    first.send('Hi');
    reloaded(first);
    const again = open({ chats: null });
    expect(again.connector.count('send')).toBe(0);
    again.connector.emit(snapshotOf([anActive()]));
    expect(again.shown()).toEqual(['Hi: sending']);
    expect(again.connector.call('send').args).toEqual(['chat-1', { id: 'own-1-1', text: 'Hi', time: MORNING }]);
    again.connector.call('send').resolve(own('own-1-1', 1) as never);
    await settled();
    expect(again.shown()).toEqual(['Hi: sent']);
  });

  it.each(['archived', 'at-most-once'] as const)(
    'comes back as failed after a reload over a connector that is %s, for the agent to decide',
    (delivery) => {
      const { open } = tabs({ delivery });
      const first = open();
      first.send('Hi');
      reloaded(first);
      const again = open();
      expect(again.shown()).toEqual(['Hi: failed']);
      expect(again.connector.count('send')).toBe(0);
      void again.desk.retry('chat-1', 'own-1-1');
      expect(again.connector.call('send').args[1]).toMatchObject({ id: 'own-1-1', text: 'Hi' });
    },
  );

  it('is not sent again when the back end has it', () => {
    const { open, inStore } = tabs();
    const first = open();
    first.send('Hi');
    reloaded(first);
    const again = open({ messages: { 'chat-1': [own('own-1-1', 1)] } });
    expect(again.shown()).toEqual(['Hi: sent']);
    expect(again.connector.count('send')).toBe(0);
    expect(inStore()).toMatchObject([{ state: 'sent' }]);
  });

  it('goes out one by one, in the order they were written', async () => {
    const { open } = tabs();
    const { connector, send, shown } = open();
    send('one');
    send('two');
    expect(connector.count('send')).toBe(1);
    connector.call('send').resolve(own('own-1-1', 1, 'one') as never);
    await settled();
    expect(connector.call('send').args[1]).toMatchObject({ text: 'two' });
    expect(shown()).toEqual(['one: sent', 'two: sending']);
  });

  it('waits for a connection, and is sent in order when it is back', async () => {
    const { open } = tabs();
    const { connector, cut, desk, line, send, shown } = open();
    cut();
    send('one');
    send('two');
    expect(connector.count('send')).toBe(0);
    expect(desk.unsent$.value).toMatchObject([
      { text: 'one', delivery: 'sending', over: false },
      { text: 'two', delivery: 'sending' },
    ]);
    line();
    connector.call('send').resolve(own('own-1-1', 1, 'one') as never);
    await settled();
    connector.call('send').resolve(own('own-1-2', 2, 'two') as never);
    await settled();
    expect(shown()).toEqual(['one: sent', 'two: sent']);
    expect(desk.unsent$.value).toEqual([]);
  });

  it('stays on its way when the connection went with it, and is sent again with the next one', async () => {
    const { open } = tabs();
    const { connector, cut, desk, line, send, shown } = open();
    const outcome = send('Hi');
    const [lost] = connector.calls;
    cut();
    lost?.refuse('unavailable');
    await settled();
    expect([shown(), outcome, desk.notices$.value]).toEqual([['Hi: sending'], {}, []]);
    line();
    expect(connector.count('send')).toBe(2);
    connector.call('send').resolve(own('own-1-1', 1) as never);
    await settled();
    expect(outcome.value).toMatchObject({ delivery: 'sent' });
  });

  it('is asked for again where the old connection never answers, and its late refusal means nothing', async () => {
    const { open } = tabs();
    const { connector, cut, line, send, shown } = open();
    send('Hi');
    const [lost] = connector.calls;
    cut();
    line();
    expect(connector.count('send')).toBe(2);
    lost?.refuse('unavailable');
    await settled();
    expect(shown()).toEqual(['Hi: sending']);
  });

  it('fails where the back end refuses it, or is not there although there is a connection', async () => {
    const { open } = tabs();
    const { connector, send, shown } = open();
    const first = send('one');
    connector.call('send').refuse('invalid');
    await settled();
    const second = send('two');
    connector.call('send').refuse('unavailable');
    await settled();
    expect([first.code, second.code]).toEqual(['invalid', 'unavailable']);
    expect(shown()).toEqual(['one: failed', 'two: failed']);
  });

  it('fails once over at most once, also without a connection, and is never sent again by itself', async () => {
    const { open } = tabs({ delivery: 'at-most-once' });
    const { connector, cut, line, send, shown } = open();
    send('Hi');
    cut();
    connector.call('send').refuse('unavailable');
    await settled();
    line();
    expect(shown()).toEqual(['Hi: failed']);
    expect(connector.count('send')).toBe(1);
  });

  it('fails when it waited for its time to live, by the clock of the server, and can be sent again', async () => {
    const { open } = tabs({ desk: { timeToLive: 60_000 } });
    const { clock, connector, cut, desk, line, send, shown } = open();
    cut();
    const outcome = send('Hi');
    connector.emit({ type: 'server-time', serverTime: at(30) });
    clock.advance(29_999);
    expect(shown()).toEqual(['Hi: sending']);
    clock.advance(1);
    await settled();
    expect([shown(), outcome.code]).toEqual([['Hi: failed'], 'unavailable']);
    expect(desk.notices$.value).toMatchObject([{ code: 'send-failed' }]);
    void desk.retry('chat-1', 'own-1-1');
    line();
    expect(connector.count('send')).toBe(1);
  });

  it('has 15 minutes, also over a reload', () => {
    const { open } = tabs();
    const first = open();
    first.cut();
    first.send('Hi');
    reloaded(first);
    const again = open({ chats: null });
    again.connector.emit(snapshotOf([anActive()], {}, at(15 * 60)));
    expect(again.shown()).toEqual(['Hi: failed']);
    expect(again.connector.count('send')).toBe(0);
  });
});

describe('a message whose conversation ends', () => {
  it('is told as not sent, with its text and whom it was for, until the agent gives it up', async () => {
    const { open } = tabs();
    const { connector, cut, desk, line, send } = open();
    cut();
    const outcome = send('Hi');
    line();
    connector.call('send').refuse('gone');
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' });
    await settled();
    expect(outcome.code).toBe('gone');
    expect(desk.unsent$.value).toMatchObject([{ text: 'Hi', delivery: 'failed', over: true, naming: { by: 'phone' } }]);
    expect(desk.notices$.value).toEqual([]);
    await expect(desk.retry('chat-1', 'own-1-1')).rejects.toMatchObject({ code: 'illegal-step' });
    await desk.discard('chat-1', 'own-1-1');
    expect(desk.unsent$.value).toEqual([]);
  });

  it('waits for the word on it where it is under way', async () => {
    const { open } = tabs();
    const { connector, desk, send, shown } = open();
    send('Hi');
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' });
    expect(desk.unsent$.value).toMatchObject([{ delivery: 'sending', over: true }]);
    connector.call('send').resolve(own('own-1-1', 1) as never);
    await settled();
    expect([shown(), desk.unsent$.value]).toEqual([['Hi: sent'], []]);
  });

  it('is not overtaken by the end that the agent asked for after it', async () => {
    const { open } = tabs();
    const { connector, cut, desk, line, send, view } = open();
    cut();
    send('one');
    send('two');
    const ending = desk.end('chat-1');
    line();
    await settled();
    expect(view().pending).toBe('end');
    connector.call('send').resolve(own('own-1-1', 1, 'one') as never);
    await settled();
    expect(connector.count('end')).toBe(0);
    connector.call('send').resolve(own('own-1-2', 2, 'two') as never);
    await settled();
    connector.call('end').resolve();
    await ending;
    expect([view().state, desk.unsent$.value]).toEqual(['wrap-up', []]);
  });

  it.each([
    ['is refused', ({ connector }) => connector.call('send').refuse('invalid')],
    [
      'cannot be sent, as the end user has left',
      ({ connector }) => connector.emit({ type: 'left', chatId: 'chat-1', time: at(1) }),
    ],
    [
      'is there, as the wire tells before the call is answered',
      ({ connector }) => connector.emit({ type: 'messages', chatId: 'chat-1', messages: [own('own-1-1', 1)] }),
    ],
  ] satisfies readonly (readonly [string, (tab: ReturnType<ReturnType<typeof tabs>['open']>) => void])[])(
    'holds the end up no longer when it %s',
    async (_what, happen) => {
      const { open } = tabs();
      const tab = open();
      tab.send('Hi');
      void tab.desk.end('chat-1');
      expect(tab.connector.count('end')).toBe(0);
      happen(tab);
      await settled();
      expect(tab.connector.count('end')).toBe(1);
    },
  );

  it('holds the end up no longer when a connection that came back leaves it to the agent', async () => {
    const { open } = tabs({ delivery: 'at-most-once' });
    const { connector, cut, desk, line, send, shown } = open();
    send('Hi');
    cut();
    void desk.end('chat-1');
    line();
    await settled();
    expect([shown(), connector.count('end')]).toEqual([['Hi: failed'], 1]);
  });

  it.each([
    ['has ended', [inWrapUp()]],
    ['is gone', []],
  ])('is asked about after a reload too, when the chat %s meanwhile', async (_what, chats) => {
    const { open } = tabs();
    const first = open();
    first.cut();
    first.send('Hi');
    reloaded(first);
    const again = open({ chats });
    const asked = [{ chatId: 'chat-1', text: 'Hi', delivery: 'failed', over: true, naming: { text: '+15550100' } }];
    expect(again.desk.unsent$.value).toMatchObject(asked);
    reloaded(again);
    const third = open({ chats });
    expect(third.desk.unsent$.value).toMatchObject(asked);
    await third.desk.discard('chat-1', 'own-1-1');
    reloaded(third);
    expect(open({ chats }).desk.unsent$.value).toEqual([]);
  });

  it('names nobody by name whom the rule does not let be named any more', () => {
    const { open } = tabs({ desk: { policy: { crm: true } } });
    const first = open();
    first.cut();
    first.send('Hi');
    reloaded(first);
    const { desk } = open({ chats: [] });
    expect(desk.unsent$.value).toMatchObject([{ naming: { by: 'name', text: 'Ana Silva' } }]);
    desk.setPolicy({ crm: false });
    expect(desk.unsent$.value).toMatchObject([{ naming: { by: 'nothing' } }]);
  });

  it('is not asked about while the end user has only left', () => {
    const { open } = tabs();
    const { connector, cut, desk, line, send } = open();
    cut();
    send('Hi');
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(5) });
    line();
    expect(desk.unsent$.value).toMatchObject([{ delivery: 'sending', over: false }]);
    expect(connector.count('send')).toBe(0);
    connector.emit({ type: 'returned', chatId: 'chat-1', time: at(6) });
    expect(connector.count('send')).toBe(1);
  });
});

describe('two tabs of an agent', () => {
  const two = (options: SetupOptions = {}) => {
    const all = tabs(options);
    const one = all.open();
    const other = all.open();
    return { ...all, one, other };
  };

  it('show what either sends, and what becomes of it', async () => {
    const { one, other, storage } = two();
    one.send('Hi');
    storage.deliver();
    expect(other.shown()).toEqual(['Hi: sending']);
    expect(other.connector.count('send')).toBe(0);
    one.connector.call('send').refuse('invalid');
    await settled();
    storage.deliver();
    expect(other.shown()).toEqual(['Hi: failed']);
    void other.desk.retry('chat-1', 'own-1-1');
    storage.deliver();
    expect(one.shown()).toEqual(['Hi: sending']);
    expect([one.connector.count('send'), other.connector.count('send')]).toEqual([1, 1]);
    other.connector.call('send').resolve(own('own-1-1', 1) as never);
    await settled();
    storage.deliver();
    expect([one.shown(), other.shown()]).toEqual([['Hi: sent'], ['Hi: sent']]);
  });

  it('both let a message go that one gave up', async () => {
    const { one, other, storage } = two();
    one.send('Hi');
    one.connector.call('send').refuse('invalid');
    await settled();
    storage.deliver();
    await other.desk.discard('chat-1', 'own-1-1');
    storage.deliver();
    expect([one.shown(), other.shown()]).toEqual([[], []]);
  });

  it('send one after the other what was written in both', async () => {
    const { one, other, storage } = two();
    one.send('one');
    storage.deliver();
    other.send('two');
    storage.deliver();
    expect(other.connector.count('send')).toBe(0);
    one.connector.call('send').resolve(own('own-1-1', 1, 'one') as never);
    await settled();
    storage.deliver();
    expect(other.connector.call('send').args[1]).toMatchObject({ text: 'two' });
  });

  it('leave a message with the tab that sends it at most once, even if one opens meanwhile', async () => {
    const { one, open, storage } = two({ delivery: 'at-most-once' });
    one.send('Hi');
    storage.deliver();
    const third = open();
    storage.deliver();
    expect([one.shown(), third.shown()]).toEqual([['Hi: sending'], ['Hi: sending']]);
    one.connector
      .call('send')
      .resolve({ id: 'own-1-1', author: 'agent', kind: 'text', text: 'Hi', time: MORNING } as never);
    await settled();
    storage.deliver();
    expect([one.shown(), third.shown()]).toEqual([['Hi: handed-over'], ['Hi: handed-over']]);
    expect(third.connector.count('send')).toBe(0);
  });

  it('do not hold up the end in one by a message that the other has in hand, which may be gone', () => {
    const { one, other, storage } = two();
    one.send('Hi');
    storage.deliver();
    void other.desk.end('chat-1');
    expect(other.connector.count('end')).toBe(1);
  });

  it('take over after ten seconds what a tab left behind', () => {
    const { one, other, storage } = two();
    one.send('Hi');
    storage.deliver();
    reloaded(one);
    other.clock.advance(9999);
    expect(other.connector.count('send')).toBe(0);
    other.clock.advance(1);
    expect(other.connector.call('send').args[1]).toMatchObject({ id: 'own-1-1', text: 'Hi' });
  });

  it('lose nothing when both write before they hear of each other', () => {
    const { one, other, storage, inStore } = two();
    const stale = storage.kept.get(KEY);
    one.send('one');
    // The other tab's browser process has not heard of it.
    if (stale === undefined) storage.kept.delete(KEY);
    other.send('two');
    storage.deliver();
    expect(
      inStore()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['one', 'two']);
    expect([...one.shown()].sort()).toEqual([...other.shown()].sort());
  });

  it('have the draft that is written in either, and none once it is sent', () => {
    const { one, other, storage } = two();
    one.desk.setDraft('chat-1', { text: 'Hel', start: 3, end: 3, scroll: 0 });
    one.clock.advance(250);
    storage.deliver();
    expect(other.desk.chat('chat-1').draft$.value).toMatchObject({ text: 'Hel', elsewhere: true });
    other.desk.setDraft('chat-1', { text: 'Hello', start: 5, end: 5, scroll: 0 });
    one.desk.setDraft('chat-1', { text: 'Help', start: 4, end: 4, scroll: 0 });
    one.clock.advance(250);
    storage.deliver();
    expect(other.desk.chat('chat-1').draft$.value.text).toBe('Hello');
    other.clock.advance(250);
    storage.deliver();
    expect(one.desk.chat('chat-1').draft$.value.text).toBe('Hello');
    other.send('Hello');
    other.clock.advance(250);
    storage.deliver();
    expect(one.desk.chat('chat-1').draft$.value.text).toBe('');
  });

  it('write a draft that came from the other not back', () => {
    const { one, other, storage } = two();
    one.desk.setDraft('chat-1', { text: 'Hel', start: 3, end: 3, scroll: 0 });
    one.clock.advance(250);
    storage.deliver();
    one.desk.setDraft('chat-1', { text: 'Hello', start: 5, end: 5, scroll: 0 });
    one.clock.advance(250);
    other.clock.advance(250);
    storage.deliver();
    expect([one, other].map(({ desk }) => desk.chat('chat-1').draft$.value.text)).toEqual(['Hello', 'Hello']);
  });

  it('fill in one closing form, which neither takes back from the other', () => {
    const { one, other, storage } = two({ chats: [inWrapUp()] });
    const filledIn = () => [one, other].map(({ desk }) => desk.chat('chat-1').wrapUp$.value.values);
    one.desk.setWrapUpValues('chat-1', { notes: 'Call' });
    one.clock.advance(250);
    storage.deliver();
    one.desk.setWrapUpValues('chat-1', { notes: 'Call back' });
    one.clock.advance(250);
    other.clock.advance(250);
    storage.deliver();
    expect(filledIn()).toEqual([{ notes: 'Call back' }, { notes: 'Call back' }]);
    other.desk.setWrapUpValues('chat-1', { disposition: 'sold' });
    other.clock.advance(250);
    storage.deliver();
    expect(filledIn()).toEqual([one, other].map(() => ({ notes: 'Call back', disposition: 'sold' })));
    reloaded(one);
    const again = tabs({ chats: [inWrapUp()] }, storage).open();
    expect(again.desk.chat('chat-1').wrapUp$.value.values).toEqual({ notes: 'Call back', disposition: 'sold' });
  });

  it('keep what was submitted, whatever the other has still filled in', () => {
    const { one, other, storage } = two({ chats: [inWrapUp()] });
    one.connector.emit({
      type: 'wrap-up-submitted',
      chatId: 'chat-1',
      values: { notes: 'Called' },
      reason: 'agent',
    });
    one.clock.advance(250);
    storage.deliver();
    other.desk.setWrapUpValues('chat-1', { notes: 'Late' });
    other.clock.advance(250);
    storage.deliver();
    expect(one.desk.chat('chat-1').wrapUp$.value.values).toEqual({ notes: 'Called' });
  });

  it('hear what is filled in in the other, but what is being filled in here goes before it', () => {
    const { one, other, storage } = two({ chats: [inWrapUp()] });
    one.desk.setWrapUpValues('chat-1', { notes: 'Called' });
    other.desk.setWrapUpValues('chat-1', { notes: 'Call' });
    one.clock.advance(250);
    storage.deliver();
    expect(other.desk.chat('chat-1').wrapUp$.value.values).toEqual({ notes: 'Call' });
    other.clock.advance(250);
    storage.deliver();
    expect(one.desk.chat('chat-1').wrapUp$.value.values).toEqual({ notes: 'Call' });
  });

  it.each(['message first', 'reading first'])('have nothing unread that was read in either (%s)', async (order) => {
    const { one, other, storage } = two();
    await one.desk.select('chat-1');
    const tell = (all: typeof one) => all.connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    tell(one);
    if (order === 'message first') tell(other);
    expect(other.view().unread).toBe(order === 'message first' ? 1 : 0);
    one.clock.advance(250);
    storage.deliver();
    if (order === 'reading first') tell(other);
    expect(other.view()).toMatchObject({ unread: 0 });
    expect(other.view().unreadFrom).toBeUndefined();
  });
});

describe('an outbox that cannot be read', () => {
  it('loses no more than a bad item, and says so once', () => {
    const storage = createSharedStorage();
    const first = tabs({}, storage).open();
    first.cut();
    first.send('good');
    reloaded(first);
    const items = JSON.parse(storage.kept.get(KEY) ?? '') as readonly unknown[];
    storage.kept.set(KEY, JSON.stringify([{ id: 'secret' }, ...items]));
    const again = tabs({}, storage).open();
    expect(again.shown()).toEqual(['good: sending']);
    expect(again.warnings).toHaveLength(1);
  });
});

describe('what two tabs know of the outbox', () => {
  const item = fc.record<OutboxItem>({
    id: fc.constantFrom('a', 'b', 'c'),
    chatId: fc.constant('chat-1'),
    text: fc.constant('Hi'),
    time: fc.integer({ min: 0, max: 3 }),
    until: fc.constant(9),
    state: fc.constantFrom('sending', 'failed', 'sent', 'discarded'),
    by: fc.constantFrom('one', 'two'),
    change: fc.integer({ min: 0, max: 3 }),
    channel: fc.constant('web'),
    naming: fc.constant({ by: 'nothing' } as const),
  });
  const list = fc.uniqueArray(item, { selector: ({ id }) => id });
  /** What an item says; its time follows from its change, so it does not count. */
  const said = (items: readonly OutboxItem[]) =>
    items.map(({ id, state, by, change }) => `${id} ${state} ${by} ${change}`).sort();

  it('is the same whoever takes it together, in whatever order, and however often', () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        expect(said(merged(a, b))).toEqual(said(merged(b, a)));
        expect(said(merged(merged(a, b), c))).toEqual(said(merged(a, merged(b, c))));
        expect(merged(merged(a, b), b)).toEqual(merged(a, b));
      }),
      { numRuns: 500 },
    );
  });
});

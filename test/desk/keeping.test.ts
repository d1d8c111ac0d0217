import { describe, expect, it } from 'vitest';
import type { ChatRecord } from '../../src/core/index.js';
import { aChat, at, MORNING } from '../support/builders.js';
import { anActive, createStorage, said, settled, setup, snapshotOf } from './support/setup.js';

const draft = (text: string) => ({ text, start: 1, end: 2, scroll: 30 });
const KEY = 'agent-chat-adapter/fake/agent-1';
type Stored = Partial<Record<string, Record<string, unknown>>>;

/** What the storage keeps of each chat. */
const keptIn = (storage: ReturnType<typeof createStorage>, key = KEY): Stored =>
  (JSON.parse(storage.kept.get(key) ?? '{}') as { readonly chats?: Stored }).chats ?? {};

const wrapUp = { state: 'wrap-up', endedAt: MORNING } as const;

const keeping = (options: Parameters<typeof setup>[0] = {}) => {
  const storage = createStorage();
  const chats = [anActive(), anActive({ id: 'chat-2', ...wrapUp })];
  const open = () => setup({ chats, ...options, desk: { storage, ...options.desk } });
  return { storage, open, ...open() };
};

describe('what an agent has begun', () => {
  it('is in the storage within 250 ms, not at every key', () => {
    const { clock, desk, storage } = keeping();
    desk.setDraft('chat-1', draft('H'));
    clock.advance(200);
    desk.setDraft('chat-1', draft('Hi'));
    expect(storage.kept.size).toBe(0);
    clock.advance(50);
    expect(keptIn(storage)['chat-1']).toEqual({ draft: draft('Hi') });
    expect(clock.pending).toBe(0);
  });

  it('is in the storage after a flush, and after the desk was disposed', () => {
    const first = keeping();
    first.desk.setWrapUpValues('chat-2', { notes: 'Half a' });
    first.desk.flush();
    expect(keptIn(first.storage)['chat-2']).toEqual({ values: { notes: 'Half a' } });
    const second = keeping();
    second.desk.setDraft('chat-1', draft('Hi'));
    second.desk.dispose();
    expect(keptIn(second.storage)['chat-1']).toEqual({ draft: draft('Hi') });
  });

  it('comes back with the page: draft, wrap-up values, reading place and selection', async () => {
    const { desk, open } = keeping();
    desk.setDraft('chat-1', draft('Hi'));
    desk.setWrapUpValues('chat-2', { notes: 'Half a', disposition: 'sold', extra: { order: '8841' } });
    desk.setReadingPlace('chat-1', { messageId: 'message-7', offset: 12 });
    await desk.select('chat-2');
    desk.flush();
    const again = open();
    expect(again.desk.chat('chat-1').draft$.value).toEqual(draft('Hi'));
    const { values } = again.desk.chat('chat-2').wrapUp$.value;
    expect(values).toEqual({ notes: 'Half a', disposition: 'sold', extra: { order: '8841' } });
    expect(again.desk.readingPlace('chat-1')).toEqual({ messageId: 'message-7', offset: 12 });
    expect(again.desk.selected$.value).toBe('chat-2');
  });

  it('is not all that is kept: a wait told as missed is told once, however often the page comes back', () => {
    const { clock, open, told } = keeping({
      messages: { 'chat-1': [said(1, { time: at(-600) })] },
      chats: [anActive({ acceptedAt: at(-700) })],
      desk: { policy: { response: { target: 60 } } },
    });
    expect(told('response-urgency-change')).toMatchObject([{ detail: { urgency: 'missed' } }]);
    clock.advance(250);
    const again = open();
    expect(again.view().urgency).toBe('missed');
    expect(again.told('response-urgency-change')).toEqual([]);
    again.connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(2, { author: 'agent', time: at(1) })] });
    again.connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(3, { time: at(2) })] });
    again.clock.advance(63_000);
    expect(again.told('response-urgency-change').at(-1)).toMatchObject({ detail: { urgency: 'missed' } });
  });

  it('comes back with what was not read, and where the agent left off', async () => {
    const { connector, desk, open, storage } = keeping();
    const messages = [said(1), said(2), said(3, { author: 'bot' }), said(4)];
    await desk.select('chat-1');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: messages.slice(0, 1) });
    await desk.select(undefined);
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: messages.slice(1, 3) });
    desk.dispose();
    const again = setup({ chats: [anActive()], messages: { 'chat-1': messages }, desk: { storage } });
    expect(again.view()).toMatchObject({ unread: 2, unreadFrom: 'message-2' });
    expect(again.told('chat-message-added')).toEqual([]);
    await again.desk.select('chat-1');
    again.desk.dispose();
    expect(setup({ chats: [anActive()], messages: { 'chat-1': messages }, desk: { storage } }).view().unread).toBe(0);
    expect(open().view().unread).toBe(0);
  });

  it('does not bring a selection back that is not open any more, nor at a later snapshot', async () => {
    const { connector, desk, open, storage } = keeping();
    await desk.select('chat-1');
    desk.flush();
    storage.setItem(KEY, JSON.stringify({ selected: 'chat-9' }));
    expect(open().desk.selected$.value).toBeUndefined();
    await desk.select(undefined);
    storage.setItem(KEY, JSON.stringify({ selected: 'chat-2' }));
    connector.emit(snapshotOf([anActive(), anActive({ id: 'chat-2', ...wrapUp })]));
    expect(desk.selected$.value).toBeUndefined();
  });

  it('is deleted when the chat is done', () => {
    const { connector, desk, storage } = keeping();
    desk.setWrapUpValues('chat-2', { notes: 'Half a' });
    desk.setDraft('chat-1', draft('Hi'));
    desk.setReadingPlace('chat-2', { messageId: 'message-7', offset: 12 });
    desk.flush();
    connector.emit({ type: 'done', chatId: 'chat-2' });
    expect(keptIn(storage)).toEqual({ 'chat-1': { draft: draft('Hi') } });
  });

  it('is deleted at the first snapshot where the chat is no longer there', () => {
    const { desk, storage } = keeping();
    desk.setDraft('chat-1', draft('Hi'));
    desk.setWrapUpValues('chat-2', { notes: 'Half a' });
    desk.flush();
    setup({ chats: [anActive()], desk: { storage } });
    expect(keptIn(storage)).toEqual({ 'chat-1': { draft: draft('Hi') } });
  });

  it('is under a key that no other name or agent can share, and knows chats by any id', () => {
    const storage = createStorage();
    const { desk } = setup({ name: 'a/b', agent: 'c', chats: [anActive({ id: '__proto__' })], desk: { storage } });
    desk.setDraft('__proto__', draft('Hi'));
    desk.flush();
    expect(Object.entries(keptIn(storage, 'agent-chat-adapter/a%2Fb/c'))).toEqual([
      ['__proto__', { draft: draft('Hi') }],
    ]);
    const open = (chats: readonly ChatRecord[]) => setup({ name: 'a/b', agent: 'c', chats, desk: { storage } });
    expect(open([anActive({ id: '__proto__' })]).desk.chat('__proto__').draft$.value).toEqual(draft('Hi'));
    open([]).desk.flush();
    expect(keptIn(storage, 'agent-chat-adapter/a%2Fb/c')).toEqual({});
  });

  it('leaves no empty draft behind', () => {
    const { desk, storage } = keeping();
    desk.setDraft('chat-1', draft('Hi'));
    desk.flush();
    desk.setDraft('chat-1', { text: '', start: 0, end: 0, scroll: 0 });
    desk.flush();
    expect(keptIn(storage)['chat-1']).toEqual({});
  });

  it('holds nothing of what the end user types', () => {
    const { connector, desk, storage } = keeping({ desk: { policy: { typing: 'preview' } } });
    connector.emit({ type: 'typing', chatId: 'chat-1', typing: true, preview: 'I am wri' });
    desk.setDraft('chat-1', draft('Hi'));
    desk.flush();
    expect(JSON.stringify([...storage.kept])).not.toContain('wri');
  });
});

describe('a storage that cannot be used', () => {
  it('is warned of once, and the desk goes on', () => {
    const refuse = (): never => {
      throw new Error('QuotaExceededError');
    };
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
    const { connector, desk, warnings } = setup({ chats: [anActive()], desk: { storage } });
    desk.setDraft('chat-1', draft('Hi'));
    desk.flush();
    void desk.send('chat-1', 'Hi');
    connector.emit({ type: 'done', chatId: 'chat-1' });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('storage');
  });

  it.each(['{', 'null', '7', '[1]', '{"chats":7}', '""'])(
    'or holds junk (%s) is warned of once, and ignored',
    (junk) => {
      const storage = createStorage();
      storage.setItem(KEY, junk);
      const { desk, warnings } = setup({ chats: [anActive()], desk: { storage } });
      expect(desk.chat('chat-1').draft$.value.text).toBe('');
      expect(warnings).toHaveLength(1);
      desk.setDraft('chat-1', draft('Hi'));
      desk.flush();
      expect(keptIn(storage)['chat-1']).toEqual({ draft: draft('Hi') });
    },
  );

  it.each(['draft', 'values', 'read', 'place'])('loses no more than a bad %s', (what) => {
    const storage = createStorage();
    const good = { draft: draft('Hi'), values: { notes: 'Half a' }, place: { messageId: 'message-7', offset: 12 } };
    storage.setItem(KEY, JSON.stringify({ chats: { 'chat-1': { ...good, [what]: '' } } }));
    const { desk, texts, warnings } = setup({ chats: [anActive()], desk: { storage } });
    expect(desk.chat('chat-1').draft$.value.text).toBe(what === 'draft' ? '' : 'Hi');
    expect(desk.chat('chat-1').wrapUp$.value.values).toEqual(what === 'values' ? {} : good.values);
    expect(desk.readingPlace('chat-1')).toEqual(what === 'place' ? undefined : good.place);
    expect(texts()).toEqual([]);
    expect(warnings).toHaveLength(1);
  });
});

describe('two desks', () => {
  it('share nothing but the storage of the same agent', async () => {
    const storage = createStorage();
    const one = setup({ chats: [anActive()], desk: { storage } });
    const two = setup({ agent: 'agent-2', chats: [anActive()], desk: { storage } });
    one.desk.setDraft('chat-1', draft('Hi'));
    one.desk.setPolicy({ typing: 'none' });
    await one.desk.select('chat-1');
    one.desk.notify({ code: 'taken' });
    one.desk.flush();
    one.connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    await settled();
    expect(two.desk.chat('chat-1').draft$.value.text).toBe('');
    expect(two.desk.policy$.value.typing).toBe('indicator');
    expect(two.desk.selected$.value).toBeUndefined();
    expect(two.desk.notices$.value).toEqual([]);
    expect(two.texts()).toEqual([]);
    expect(one.desk.id).not.toBe(two.desk.id);
    one.desk.dispose();
    two.connector.emit({ type: 'chat', chat: aChat({ id: 'chat-5', requestedAt: at(5) }) });
    expect(two.desk.chats$.value).toHaveLength(2);
  });
});

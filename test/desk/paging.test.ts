import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/index.js';
import { at } from '../support/builders.js';
import { createPages, paged } from './support/pages.js';
import { anActive, createStorage, said, setup, snapshotOf, type SetupOptions } from './support/setup.js';

const many = (count: number): readonly Message[] => Array.from({ length: count }, (_, index) => said(index + 1));
const seqsOf = (messages: readonly Message[]) => {
  const seqs = messages.map(({ seq }) => seq);
  return [seqs.at(0), seqs.at(-1), seqs.every((seq, index) => index === 0 || seq === (seqs[index - 1] ?? 0) + 1)];
};
const upTo = (count: number) => [1, count, true];
const chats = [anActive(), anActive({ id: 'chat-2' })];
const both = snapshotOf(chats, { 'chat-1': many(1000), 'chat-2': many(1000) });

/** A desk with room for 1,500 messages: of two chats with 1,000 each, chat-2 is open, so that chat-1 has to give way. */
const office = async (options: SetupOptions = {}) => {
  const pages = createPages();
  const storage = { ...createStorage(), pages: async () => pages };
  const made = setup({ chats: null, ...options, desk: { storage, messagesInMemory: 1500, ...options.desk } });
  const { connector, desk } = made;
  connector.emit(both);
  await desk.select('chat-2');
  await paged();
  /** What is in the storage, by chat. */
  const put = () => [...pages.kept.keys()].map((key) => key.split('/').slice(-2).join(' '));
  return { ...made, pages, put, storage };
};

describe('the older part of a conversation', () => {
  it('goes to the storage while nobody looks, and what is told of the chat stays', async () => {
    const { put, view } = await office();
    expect(put()).toEqual(['chat-1 1-500']);
    expect(view()).toMatchObject({ count: 1000, unread: 0, last: { time: at(1000) } });
  });

  it('stays where there is room, or no storage with pages', async () => {
    const roomy = await office({ desk: { messagesInMemory: 2000 } });
    const storage = createStorage();
    const { desk } = await office({ desk: { storage } });
    expect(roomy.put()).toEqual([]);
    expect(desk.chat('chat-1').messages$.value).toHaveLength(1000);
    expect([...storage.kept.keys()].filter((key) => key.endsWith('history'))).toEqual([]);
  });

  it('comes back when the chat is opened, the same list from its first message on', async () => {
    const { desk } = await office();
    const list = desk.chat('chat-1').messages$.value;
    const before = list.length;
    await desk.select('chat-1');
    await paged();
    expect(before).toBe(500);
    expect(desk.chat('chat-1').messages$.value).toBe(list);
    expect(seqsOf(list)).toEqual(upTo(1000));
  });

  it('comes back to whoever listens, newest first, and stays while they do', async () => {
    const { desk, put } = await office({ desk: { messagesInMemory: 1200 } });
    const lengths: number[] = [];
    const listening = desk.chat('chat-1').messages$.subscribe((messages) => lengths.push(messages.length));
    await paged();
    expect(put()).toEqual(['chat-1 1-500', 'chat-1 501-800']);
    expect(lengths).toEqual([200, 500, 1000]);
    listening.unsubscribe();
  });

  it('is there once `whole` says so', async () => {
    const { desk } = await office();
    expect(seqsOf(await desk.whole('chat-1'))).toEqual(upTo(1000));
    expect(await desk.whole('chat-2')).toBe(desk.chat('chat-2').messages$.value);
    expect(await desk.whole('nobody')).toEqual([]);
  });

  it('is known while it is away: told again it is nothing new, and what comes then follows it', async () => {
    const { connector, desk, told, view } = await office();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1), said(500), said(1000), said(1001)] });
    expect(told('chat-message-added').map(({ detail }) => detail.messageId)).toEqual(['message-1001']);
    expect(view()).toMatchObject({ count: 1001, unread: 1, unreadFrom: 'message-1001' });
    expect(seqsOf(await desk.whole('chat-1'))).toEqual(upTo(1001));
  });

  it('is as good as told: a connection goes on behind it, and what a snapshot repeats of it is not new', async () => {
    const { clock, connector, desk, told } = await office();
    connector.fail();
    clock.advance(1000);
    expect([...(connector.sessions.at(-1)?.cursors ?? [])]).toEqual([
      ['chat-1', 1000],
      ['chat-2', 1000],
    ]);
    connector.emit(snapshotOf(chats, { 'chat-1': many(1001), 'chat-2': many(1000) }));
    expect(told('chat-message-added').map(({ detail }) => detail.messageId)).toEqual(['message-1001']);
    expect(seqsOf(await desk.whole('chat-1'))).toEqual(upTo(1001));
  });

  it('leaves what was not read, and the line before it, where it is', async () => {
    const { connector, desk, put, view } = await office({ desk: { messagesInMemory: 5000 } });
    const news = Array.from({ length: 5000 }, (_, index) => said(1001 + index));
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: news });
    await paged();
    expect(put()).toEqual(['chat-1 1-500', 'chat-1 501-1000']);
    expect(desk.chat('chat-1').messages$.value[0]?.id).toBe(view().unreadFrom);
  });

  it('still owes what it owed', async () => {
    const { view } = await office({ desk: { policy: { response: { target: 60 } } } });
    expect(view().wait?.since).toBe(at(1));
  });

  it('of a conversation that began before its first message here stays: what is older may yet be told', async () => {
    const { connector, desk, put } = await office({ desk: { messagesInMemory: 1000 } });
    connector.emit(snapshotOf(chats, { 'chat-1': many(2000).slice(900), 'chat-2': many(1000) }));
    await paged();
    expect(put().filter((page) => page.startsWith('chat-1 9'))).toEqual([]);
    expect(seqsOf(desk.chat('chat-1').messages$.value)[0]).toBe(901);
  });

  it('is asked of the back end where the storage has lost it', async () => {
    const { connector, desk, pages, told } = await office();
    pages.kept.clear();
    const whole = desk.whole('chat-1');
    await paged();
    expect(connector.call('history').args).toEqual(['chat-1', 0, 500]);
    connector.call<readonly Message[]>('history').resolve(many(500));
    expect(seqsOf(await whole)).toEqual(upTo(1000));
    expect(told('chat-error')).toEqual([]);
  });

  it.each([
    ['refuses', (pages: Map<string, unknown>) => pages.clear()],
    ['holds something else', (pages: Map<string, unknown>) => pages.forEach((_, key) => pages.set(key, many(3)))],
  ])('that can be had from nowhere is told as missing, and tried again when asked (storage %s)', async (_, spoil) => {
    const { desk, pages, told, view } = await office({ without: ['history'] });
    const kept = new Map(pages.kept);
    spoil(pages.kept);
    await expect(desk.whole('chat-1')).rejects.toMatchObject({ code: 'unavailable' });
    expect(view().gap).toBe('failed');
    expect(told('chat-error').map(({ detail }) => detail.code)).toEqual(['history-failed']);
    for (const [key, page] of kept) pages.kept.set(key, page);
    desk.fillGap('chat-1');
    await paged();
    expect(view().gap).toBeUndefined();
    expect(seqsOf(desk.chat('chat-1').messages$.value)).toEqual(upTo(1000));
  });

  it('stays in memory where the storage takes nothing, with one warning', async () => {
    const pages = createPages();
    pages.refuses = true;
    const { connector, desk, warnings } = await office({
      desk: { storage: { ...createStorage(), pages: async () => pages } },
    });
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(1001)] });
    await paged();
    expect(seqsOf(desk.chat('chat-1').messages$.value)).toEqual(upTo(1000));
    expect(warnings).toHaveLength(1);
  });

  it('is removed when the chat leaves, or with the next desk where it has left meanwhile', async () => {
    const first = await office();
    first.connector.emit({ type: 'done', chatId: 'chat-1' });
    await paged();
    const second = await office();
    second.desk.dispose();
    const { pages, storage } = second;
    setup({ desk: { storage }, chats: [anActive({ id: 'chat-2' })] });
    await paged();
    expect([first.put(), [...pages.kept.keys()]]).toEqual([[], []]);
    expect([...first.storage.kept, ...storage.kept].filter(([key]) => key.endsWith('history'))).toEqual([
      [expect.anything(), '[]'],
      [expect.anything(), '[]'],
    ]);
  });
});

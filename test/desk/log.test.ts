import { describe, expect, it } from 'vitest';
import type { Happening, LogEntry } from '../../src/desk/index.js';
import { at } from '../support/builders.js';
import { anActive, said, setup } from './support/setup.js';

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

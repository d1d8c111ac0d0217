import { describe, expect, it } from 'vitest';
import { aChat, at } from '../support/builders.js';
import { anActive, said, setup } from './support/setup.js';

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
    const told = [
      ['chat-1', true],
      ['chat-1', false],
    ];
    expect(all.connector.typings).toEqual(told);
    all.clock.advance(60_000);
    expect(all.connector.typings).toEqual(told);
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

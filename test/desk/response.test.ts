import { describe, expect, it } from 'vitest';
import type { PolicyLayer } from '../../src/core/index.js';
import { createChatDesk } from '../../src/desk/index.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { aChat, at } from '../support/builders.js';
import { createFakeConnector } from './support/fake-connector.js';
import { anActive, said, setup, snapshotOf } from './support/setup.js';

const target = (seconds: number, more: object = {}): PolicyLayer => ({ response: { target: seconds, ...more } });

const inChat = (policy: PolicyLayer = target(60), options: Parameters<typeof setup>[0] = {}) => {
  const all = setup({ chats: [anActive()], desk: { policy }, ...options });
  const write = (seq: number, given: Parameters<typeof said>[1] = {}, chatId = 'chat-1') =>
    all.connector.emit({ type: 'messages', chatId, messages: [said(seq, given)] });
  const reply = async (seq: number, time?: number) => {
    const sent = all.desk.as('agent').send('chat-1', 'A reply');
    const { id, time: sentAt } = all.connector.call('send').args[1] as { id: string; time: number };
    all.connector.call('send').resolve(said(seq, { id, author: 'agent', time: time ?? sentAt }) as never);
    await sent;
  };
  const urgencies = () =>
    all.told('response-urgency-change').map(({ detail, time, by }) => [detail.urgency, (time - at(0)) / 1000, by]);
  return { ...all, write, reply, urgencies, urgency: () => all.desk.chat('chat-1').urgency$.value };
};

describe('the urgency of a chat', () => {
  it('is told at each crossing, by the clock, and missed once', () => {
    const { clock, urgencies, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(600_000);
    expect(urgencies()).toEqual([
      ['on-time', 0, 'wire'],
      ['soon', 15, 'clock'],
      ['urgent', 45.001, 'clock'],
      ['missed', 60, 'clock'],
    ]);
    expect(clock.pending).toBe(0);
  });

  it('carries since and target while there is a wait, and neither when it is over', async () => {
    const { reply, told, write } = inChat();
    write(1, { time: at(0) });
    await reply(2);
    expect(told('response-urgency-change').map(({ detail }) => detail)).toEqual([
      { urgency: 'on-time', since: at(0), target: 60 },
      { urgency: 'none' },
    ]);
  });

  it('is none again after a reply, told as done by who sent it, with nothing left to wake for', async () => {
    const { clock, reply, urgencies, urgency, view, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(20_000);
    await reply(2);
    expect(urgency()).toBe('none');
    expect(view()).not.toHaveProperty('wait');
    expect(urgencies().at(-1)).toEqual(['none', 20, 'agent']);
    expect(clock.pending).toBe(0);
  });

  it('does not reset before the connector accepted the reply, nor by one that failed', async () => {
    const { connector, desk, urgency, write } = inChat();
    write(1, { time: at(0) });
    const sent = desk.send('chat-1', 'Hi');
    expect(urgency()).toBe('on-time');
    connector.call('send').refuse('unavailable');
    await sent.catch(() => undefined);
    expect(urgency()).toBe('on-time');
  });

  it.each([
    ['a bot', { author: 'bot' as const }],
    ['the system', { author: 'system' as const }],
    ['an agent in a note', { author: 'agent' as const, internal: true }],
  ])('does not reset by a message of %s', (_who, given) => {
    const { urgency, write } = inChat();
    write(1, { time: at(0) });
    write(2, given);
    expect(urgency()).toBe('on-time');
  });

  it('goes on for a message that crossed the reply on its way', async () => {
    const { clock, desk, reply, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(5000);
    write(2, { time: at(4) });
    await reply(3, at(3));
    expect(desk.chat('chat-1').wait$.value).toMatchObject({ since: at(4) });
  });

  it('is worked out anew when an earlier message comes late', async () => {
    const { reply, urgency, write } = inChat();
    write(1, { time: at(-2) });
    await reply(3, at(0));
    expect(urgency()).not.toBe('none');
    write(2, { time: at(-1) });
    expect(urgency()).toBe('none');
  });

  it('counts from the assignment for what was written before it', async () => {
    const { clock, connector, desk } = setup({ chats: [aChat()], desk: { policy: target(60) } });
    clock.advance(30_000);
    const accepted = desk.accept('chat-1');
    connector.emit({ type: 'chat', chat: anActive({ acceptedAt: at(30) }) });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { time: at(0) })] });
    connector.call('accept').resolve();
    await accepted;
    expect(desk.chat('chat-1').wait$.value).toMatchObject({ since: at(30), target: 60 });
  });

  it('counts from the assignment also when the messages are told before it', async () => {
    const { clock, connector, desk } = setup({ chats: [aChat()], desk: { policy: target(60) } });
    clock.advance(30_000);
    const accepted = desk.accept('chat-1');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { time: at(0) })] });
    expect(desk.chat('chat-1').wait$.value).toBeUndefined();
    connector.call('accept').resolve();
    await accepted;
    expect(desk.chat('chat-1').wait$.value).toMatchObject({ since: at(30) });
    connector.emit({ type: 'chat', chat: anActive({ acceptedAt: at(29) }) });
    expect(desk.chat('chat-1').wait$.value).toMatchObject({ since: at(29) });
  });

  it('stops when the end user leaves, and starts anew when they return and write', () => {
    const { clock, connector, desk, urgency, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(20_000);
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(20) });
    expect(urgency()).toBe('none');
    expect(clock.pending).toBe(0);
    clock.advance(20_000);
    connector.emit({ type: 'returned', chatId: 'chat-1', time: at(40) });
    expect(urgency()).toBe('none');
    write(2, { time: at(41) });
    expect(desk.chat('chat-1').wait$.value).toMatchObject({ since: at(41) });
    write(3, { seq: 3, time: at(42) });
    expect(desk.chat('chat-1').wait$.value).toMatchObject({ since: at(41) });
  });

  it('owes nothing of a visit that is over, also when one of its messages comes late', () => {
    const { connector, urgency, write } = inChat();
    write(1, { time: at(0) });
    write(3, { time: at(2) });
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(20) });
    connector.emit({ type: 'returned', chatId: 'chat-1', time: at(40) });
    write(2, { time: at(1) });
    expect(urgency()).toBe('none');
  });

  it('stops when the chat ends', () => {
    const { clock, connector, urgency, write } = inChat();
    write(1, { time: at(0) });
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'system' });
    expect(urgency()).toBe('none');
    expect(clock.pending).toBe(0);
  });

  it('does not restart at a second message, but does with the anchor last', () => {
    const first = inChat();
    first.write(1, { time: at(0) });
    first.write(2, { time: at(30) });
    expect(first.desk.chat('chat-1').wait$.value?.since).toBe(at(0));
    const last = inChat(target(60, { anchor: 'last' }));
    last.write(1, { time: at(0) });
    last.write(2, { time: at(30) });
    expect(last.desk.chat('chat-1').wait$.value?.since).toBe(at(30));
  });

  it('stays missed until a reply with the anchor last, and tells missed once', async () => {
    const { clock, reply, told, urgency, write } = inChat(target(60, { anchor: 'last' }));
    write(1, { time: at(0) });
    clock.advance(61_000);
    write(2, { time: at(61) });
    expect(urgency()).toBe('missed');
    clock.advance(61_000);
    write(3, { time: at(122) });
    expect(told('response-urgency-change').filter(({ detail }) => detail.urgency === 'missed')).toHaveLength(1);
    await reply(4);
    write(5, { time: at(123) });
    expect(urgency()).toBe('on-time');
  });

  it('follows the policy at once', () => {
    const { clock, desk, urgencies, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(20_000);
    desk.setPolicy(target(120));
    desk.setPolicy(target(21));
    desk.setPolicy({ response: null });
    expect(urgencies().slice(2)).toEqual([
      ['on-time', 20, 'host'],
      ['urgent', 20, 'host'],
      ['none', 20, 'host'],
    ]);
    expect(clock.pending).toBe(0);
  });

  it('tells missed once per wait, also when the target is moved and missed again', () => {
    const { clock, desk, told, urgency, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(60_000);
    desk.setPolicy(target(120));
    expect(urgency()).toBe('on-time');
    clock.advance(60_000);
    expect(urgency()).toBe('missed');
    expect(told('response-urgency-change').filter(({ detail }) => detail.urgency === 'missed')).toHaveLength(1);
  });

  it('is told as one wait while more is written, until it changes', () => {
    const { clock, desk, write } = inChat();
    const waits: unknown[] = [];
    write(1, { time: at(0) });
    desk.chat('chat-1').wait$.subscribe((wait) => waits.push(wait));
    write(2, { time: at(1) });
    write(3, { time: at(2) });
    clock.advance(20_000);
    expect(desk.chat('chat-1').urgency$.value).toBe('soon');
    expect(waits).toHaveLength(1);
    desk.setPolicy(target(90));
    expect(waits).toHaveLength(2);
  });

  it('takes the target of its queue', () => {
    const { desk } = setup({
      chats: [anActive({ queue: 'sales' })],
      messages: { 'chat-1': [said(1, { time: at(0) })] },
      desk: { policy: { ...target(60), queues: { sales: target(300) } } },
    });
    expect(desk.chat('chat-1').wait$.value?.target).toBe(300);
    expect(desk.policy$.value.response?.target).toBe(60);
  });
});

describe("the server's clock", () => {
  it.each([-3_600_000, 7_200_000])('decides the urgency and the crossings (skew %i ms)', (skew) => {
    const { clock, connector, desk, told } = setup({ chats: null, desk: { policy: target(60) } });
    connector.emit(
      snapshotOf(
        [anActive({ acceptedAt: at(0) + skew })],
        { 'chat-1': [said(1, { time: at(0) + skew })] },
        at(0) + skew,
      ),
    );
    expect(desk.clock.now()).toBe(clock.now() + skew);
    expect(desk.chat('chat-1').urgency$.value).toBe('on-time');
    clock.advance(59_999);
    expect(desk.chat('chat-1').urgency$.value).toBe('urgent');
    clock.advance(1);
    expect(told('response-urgency-change').at(-1)).toMatchObject({
      detail: { urgency: 'missed' },
      time: at(60) + skew,
    });
  });

  it('moves what waits for it when it is learnt anew', () => {
    const { clock, connector, desk } = inChat();
    const woken: number[] = [];
    desk.clock.wake?.(at(100), () => woken.push(clock.now()));
    connector.emit({ type: 'server-time', serverTime: at(90) });
    clock.advance(9_999);
    expect(woken).toEqual([]);
    clock.advance(1);
    expect(woken).toEqual([at(10)]);
  });

  it('is not moved by how long its news travelled', () => {
    const { connector, desk } = inChat();
    connector.emit({ type: 'server-time', serverTime: at(-0.2) });
    expect(desk.clock.now()).toBe(at(0));
    connector.emit({ type: 'server-time', serverTime: at(-0.3) });
    expect(desk.clock.now()).toBe(at(-0.3));
  });

  it('set back a little does not take missed back', () => {
    const { clock, connector, urgencies, urgency, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(60_000);
    connector.emit({ type: 'server-time', serverTime: at(59) });
    expect(urgency()).toBe('missed');
    expect(urgencies().at(-1)?.[0]).toBe('missed');
  });

  it('set back far takes back what was missed by a wrong clock only, and missed is told when it is', () => {
    const { clock, connector, told, urgency, write } = inChat();
    write(1, { time: at(0) });
    clock.advance(1000);
    connector.emit({ type: 'server-time', serverTime: at(600) });
    expect(urgency()).toBe('missed');
    connector.emit({ type: 'server-time', serverTime: at(1) });
    expect(urgency()).toBe('on-time');
    clock.advance(59_000);
    const missed = told('response-urgency-change').filter(({ detail }) => detail.urgency === 'missed');
    expect(missed.map(({ time }) => time)).toEqual([at(600), at(60)]);
  });

  it('set back far leaves what is missed by it too, and does not tell it again', () => {
    const { connector, told, urgency, write } = inChat();
    write(1, { time: at(0) });
    connector.emit({ type: 'server-time', serverTime: at(600) });
    connector.emit({ type: 'server-time', serverTime: at(100) });
    expect(urgency()).toBe('missed');
    expect(told('response-urgency-change').map(({ detail }) => detail.urgency)).toEqual(['on-time', 'missed']);
  });

  it('is counted on by the connector’s clock, unless the host gives one', () => {
    const own = createManualClock(at(0));
    const connector = createFakeConnector();
    const desk = createChatDesk({ connector: { ...connector, clock: own } });
    connector.emit({ type: 'server-time', serverTime: at(600) });
    own.advance(1000);
    expect(desk.clock.now()).toBe(at(601));
    desk.dispose();
  });

  it('set forward past several crossings tells only where it has come to', () => {
    const { connector, told, urgency, write } = inChat();
    write(1, { time: at(0) });
    connector.emit({ type: 'server-time', serverTime: at(500) });
    expect(urgency()).toBe('missed');
    expect(told('response-urgency-change').map(({ detail }) => detail.urgency)).toEqual(['on-time', 'missed']);
  });
});

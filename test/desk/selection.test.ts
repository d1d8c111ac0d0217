import { describe, expect, it } from 'vitest';
import type { PolicyLayer } from '../../src/core/index.js';
import { aChat, at } from '../support/builders.js';
import { anActive, said, setup } from './support/setup.js';

const target = (seconds: number): PolicyLayer => ({ response: { target: seconds } });

describe('after a chat is done', () => {
  const open = (id: string, seconds: number) => anActive({ id, requestedAt: at(seconds) });

  it('the most urgent of the others is selected: by urgency, then who waits longest, then by arrival', () => {
    const { connector, desk, told } = setup({
      chats: [open('a', 0), open('b', 1), open('c', 2), open('d', 3), aChat({ id: 'e', requestedAt: at(4) })],
      messages: { b: [said(1, { time: at(-100) })], c: [said(1, { time: at(-10) })], d: [said(1, { time: at(-10) })] },
      desk: { policy: target(60) },
    });
    void desk.select('a');
    const order: (string | undefined)[] = [];
    for (let id = desk.selected$.value; id !== undefined; id = desk.selected$.value) {
      connector.emit({ type: 'done', chatId: id });
      order.push(desk.selected$.value);
    }
    // All were assigned at nine: b, c and d have waited as long, so arrival decides.
    expect(order).toEqual(['b', 'c', 'd', undefined]);
    expect(told('chat-selected').at(1)).toMatchObject({ by: 'wire', detail: { from: 'a', to: 'b' } });
  });

  it('the one who has waited longest comes before an earlier arrival, and urgency before both', () => {
    const chats = [open('a', 0), open('b', 1), open('c', 2), open('d', 3)].map((chat) => ({
      ...chat,
      acceptedAt: at(-500),
    }));
    const { connector, desk } = setup({
      chats,
      messages: { b: [said(1, { time: at(-5) })], c: [said(1, { time: at(-10) })], d: [said(1, { time: at(-20) })] },
      desk: { policy: target(60) },
    });
    void desk.select('a');
    connector.emit({ type: 'done', chatId: 'a' });
    expect(desk.selected$.value).toBe('d');
    connector.emit({ type: 'done', chatId: 'd' });
    expect(desk.selected$.value).toBe('c');
  });

  it('a chat that was not selected changes nothing', () => {
    const { connector, desk } = setup({ chats: [open('a', 0), open('b', 1), open('c', 2)] });
    void desk.select('c');
    connector.emit({ type: 'done', chatId: 'a' });
    expect(desk.selected$.value).toBe('c');
  });
});

describe('the selection', () => {
  it('is a chat that is open, or none', async () => {
    const { desk, told } = setup({ chats: [aChat(), anActive({ id: 'chat-2' })] });
    await expect(desk.select('chat-1')).rejects.toMatchObject({ code: 'illegal-step' });
    await expect(desk.select('chat-9')).rejects.toMatchObject({ code: 'no-such-chat' });
    await desk.as('agent').select('chat-2');
    await desk.as('agent').select('chat-2');
    await desk.select(undefined);
    expect(desk.selected$.value).toBeUndefined();
    expect(told('chat-selected')).toMatchObject([
      { by: 'agent', detail: { from: undefined, to: 'chat-2' } },
      { by: 'host', detail: { from: 'chat-2', to: undefined } },
    ]);
  });
});

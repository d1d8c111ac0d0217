import { describe, expect, it } from 'vitest';
import { aChat, at } from '../support/builders.js';
import { anActive, said, setup } from './support/setup.js';

describe('ending a chat', () => {
  it('leads to wrap-up on the word of the connector', async () => {
    const { connector, desk, told, view } = setup({ chats: [anActive()] });
    const ending = desk.as('agent').end('chat-1');
    expect(view()).toMatchObject({ state: 'active', pending: 'end' });
    connector.call('end').resolve();
    await ending;
    expect(view()).toMatchObject({ state: 'wrap-up', endedBy: 'agent', endedAt: at(0) });
    expect(told('chat-ended')).toMatchObject([{ by: 'agent', chatId: 'chat-1', detail: { by: 'agent' } }]);
  });

  it('happens once, however often it is asked', async () => {
    const { connector, desk, told } = setup({ chats: [anActive()] });
    const ending = desk.end('chat-1');
    expect(desk.end('chat-1')).toBe(ending);
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'agent' });
    connector.call('end').resolve();
    await ending;
    await desk.end('chat-1');
    expect(connector.count('end')).toBe(1);
    expect(told('chat-ended')).toMatchObject([{ by: 'host' }]);
  });

  it('is told as the end user did it when they were quicker', async () => {
    const { connector, desk, told } = setup({ chats: [anActive()] });
    const ending = desk.end('chat-1');
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'end-user', reason: 'closed the page' });
    connector.call('end').refuse('gone');
    await ending;
    expect(told('chat-ended')).toMatchObject([{ by: 'wire', detail: { by: 'end-user', reason: 'closed the page' } }]);
    expect(desk.notices$.value).toEqual([]);
  });

  it('leaves the chat active when it fails, and says so', async () => {
    const { connector, desk, told, view } = setup({ chats: [anActive()] });
    const ending = desk.end('chat-1');
    connector.call('end').refuse('unavailable');
    await expect(ending).rejects.toMatchObject({ code: 'unavailable' });
    expect(view().state).toBe('active');
    expect(view()).not.toHaveProperty('pending');
    expect(desk.notices$.value).toMatchObject([{ code: 'end-failed', chatId: 'chat-1' }]);
    expect(told('chat-error')).toMatchObject([{ detail: { code: 'end-failed' } }]);
  });

  it('is possible after the end user left, and tells their leaving and return', async () => {
    const { connector, desk, told, view } = setup({ chats: [anActive()] });
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(1), reason: 'closed the tab' });
    expect(view()).toMatchObject({ state: 'left', leftAt: at(1) });
    connector.emit({ type: 'returned', chatId: 'chat-1', time: at(2) });
    expect(view()).toMatchObject({ state: 'active' });
    expect(view()).not.toHaveProperty('leftAt');
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(3) });
    const ending = desk.end('chat-1');
    connector.call('end').resolve();
    await ending;
    expect(view().state).toBe('wrap-up');
    expect(told('chat-end-user-left')[0]).toMatchObject({ detail: { by: 'end-user', reason: 'closed the tab' } });
    expect(told('chat-end-user-returned')).toHaveLength(1);
  });

  it('is refused for a request', async () => {
    const { desk } = setup({ chats: [aChat()] });
    await expect(desk.end('chat-1')).rejects.toMatchObject({ code: 'illegal-step' });
  });

  it('leaves a message on its way to its own fate', async () => {
    const { connector, desk, texts } = setup({ chats: [anActive()] });
    const sent = desk.send('chat-1', 'Bye');
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'end-user' });
    connector.call('send').resolve(said(1, { id: 'own-1', author: 'agent', text: 'Bye' }) as never);
    await expect(sent).resolves.toMatchObject({ delivery: 'sent' });
    expect(texts()).toEqual(['Bye']);
  });
});

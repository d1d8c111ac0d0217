import { describe, expect, it } from 'vitest';
import { chatIdOf } from '../../../gateway/src/rules/chat-id.js';
import { message, NOW, setup } from '../support/setup.js';

describe('coming in', () => {
  it('an agent is welcomed with limits, server time and a snapshot of what waits', async () => {
    const { agent, endUser } = await setup();
    const nadia = await endUser('nadia', { claims: { name: 'Nadia', phone: '+447700900861', queue: 'billing' } });
    await nadia.ask({ type: 'write', message: message('Hello') });
    const ada = await agent('ada');
    expect(ada.frames[0]).toMatchObject({
      type: 'welcome',
      version: 1,
      agent: 'ada',
      serverTime: NOW,
      limits: { frameBytes: 65_536 },
    });
    expect(ada.frames[1]).toEqual({
      type: 'snapshot',
      serverTime: NOW,
      resumed: false,
      part: 0,
      last: true,
      messages: {},
      chats: [
        {
          id: chatIdOf('nadia', 1),
          channel: 'web',
          queue: 'billing',
          endUser: { id: 'nadia', name: 'Nadia', phone: '+447700900861' },
          state: 'waiting',
          requestedAt: NOW,
          waiting: 1,
          version: 1,
        },
      ],
    });
    expect(ada.frames).toHaveLength(2);
  });

  it('an end user is welcomed with where they stand', async () => {
    const { endUser } = await setup();
    const nadia = await endUser('nadia');
    expect(nadia.frames[0]).toMatchObject({ type: 'welcome', endUser: 'nadia' });
    expect(nadia.frames[1]).toEqual({ type: 'conversation', state: 'new', messages: [] });
  });
});

describe('a chat', () => {
  it('goes its way from the first message to Done', async () => {
    const { agent, endUser } = await setup();
    const ada = await agent('ada');
    const nadia = await endUser('nadia');
    const first = message('Hello');
    expect(await nadia.ask({ type: 'write', message: first })).toMatchObject({
      type: 'ok',
      message: { ...first, author: 'end-user', seq: 1 },
    });
    const { chat } = await ada.heard('chat');
    const chatId = chat.id;
    expect(chat).toMatchObject({ state: 'waiting', waiting: 1 });
    expect(ada.all('messages')).toEqual([]);
    await nadia.ask({ type: 'write', message: message('Anyone?') });
    await ada.heard('chat', (it) => it.chat.waiting === 2);

    expect((await ada.ask({ type: 'accept', chatId })).type).toBe('ok');
    await ada.heard('chat', (it) => it.chat.state === 'active' && it.chat.acceptedAt === NOW);
    expect((await ada.heard('messages')).messages.map(({ text }) => text)).toEqual(['Hello', 'Anyone?']);
    await nadia.heard('conversation', ({ state }) => state === 'active');

    const reply = message('What can I do?');
    expect(await ada.ask({ type: 'send', chatId, message: reply })).toMatchObject({
      type: 'ok',
      message: { ...reply, author: 'agent', seq: 3 },
    });
    await nadia.heard('conversation', ({ messages }) => messages[0]?.text === reply.text);
    await ada.heard('messages', ({ messages }) => messages[0]?.id === reply.id);

    expect((await nadia.ask({ type: 'leave' })).type).toBe('ok');
    expect(await ada.heard('left')).toEqual({ type: 'left', chatId, version: 5, time: NOW });
    expect((await nadia.ask({ type: 'come-back' })).type).toBe('ok');
    expect(await ada.heard('returned')).toEqual({ type: 'returned', chatId, version: 6, time: NOW });

    expect((await ada.ask({ type: 'end', chatId })).type).toBe('ok');
    expect(await ada.heard('ended')).toEqual({ type: 'ended', chatId, version: 7, time: NOW, by: 'agent' });
    await nadia.heard('conversation', ({ state }) => state === 'ended');
    expect(await ada.ask({ type: 'done', chatId })).toMatchObject({ type: 'refused', code: 'not-allowed' });
    const values = { disposition: 'refund', notes: 'Paid back.' };
    expect((await ada.ask({ type: 'submit', chatId, values, reason: 'timeout' })).type).toBe('ok');
    expect(await ada.heard('wrap-up-submitted')).toEqual({
      ...{ type: 'wrap-up-submitted', chatId, version: 8, values },
      reason: 'timeout',
    });
    expect((await ada.ask({ type: 'done', chatId })).type).toBe('ok');
    expect(await ada.heard('done')).toEqual({ type: 'done', chatId, version: 9 });
  });

  it('tells a message to its writer before the answer that it is kept', async () => {
    const { chat } = await setup();
    const { ada, chatId } = await chat();
    await ada.ask({ type: 'send', chatId, message: message('One') });
    expect(ada.frames.map(({ type }) => type)).toEqual(['messages', 'ok']);
  });

  it('keeps what is sent at once in the order it was sent', async () => {
    const { chat } = await setup();
    const { ada, nadia, chatId } = await chat();
    const texts = Array.from({ length: 20 }, (_, index) => `Line ${index}`);
    for (const text of texts) ada.send({ type: 'send', id: text, chatId, message: message(text) });
    for (const text of texts) nadia.send({ type: 'write', id: text, message: message(`My ${text}`) });
    await ada.heard('messages', ({ messages }) => messages.some(({ seq }) => seq === 41));
    await nadia.heard('conversation', ({ messages }) => messages.some(({ seq }) => seq === 41));
    const told = ada.all('messages').flatMap(({ messages }) => messages);
    expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
    expect(told.filter(({ author }) => author === 'agent').map(({ text }) => text)).toEqual(texts);
    expect(nadia.all('conversation').flatMap(({ messages }) => messages)).toEqual(told);
  });

  it('answers what is sent again with the message as it was kept, and keeps it once', async () => {
    const { chat } = await setup();
    const { ada, nadia, chatId } = await chat();
    const reply = message('Once');
    const first = await ada.ask({ type: 'send', chatId, message: reply });
    const second = await ada.ask({ type: 'send', chatId, message: { ...reply, text: 'Another' } });
    expect(second).toMatchObject({ type: 'ok', message: (first as { message: object }).message });
    await ada.ask({ type: 'end', chatId });
    const third = await ada.ask({ type: 'send', chatId, message: reply });
    expect(third).toMatchObject({ type: 'ok', message: (first as { message: object }).message });
    await nadia.settled();
    expect(nadia.all('conversation').flatMap(({ messages }) => messages)).toHaveLength(1);
  });

  it('never opens another chat for a message that is sent again after its chat has ended', async () => {
    const { chat } = await setup();
    const { ada, nadia, chatId } = await chat();
    const said = message('Thank you');
    await nadia.ask({ type: 'write', message: said });
    await ada.ask({ type: 'end', chatId });
    expect(await nadia.ask({ type: 'write', message: said })).toMatchObject({ type: 'ok', message: { seq: 2 } });
    await ada.settled();
    expect(ada.all('chat')).toEqual([]);
    expect(await nadia.ask({ type: 'write', message: message('One more thing') })).toMatchObject({
      message: { seq: 1 },
    });
    await ada.heard('chat');
    await nadia.heard('conversation', (it) => it.chatId !== chatId && it.state === 'waiting');
  });

  it('that is over tells its end user nothing more once they are in another', async () => {
    const { chat } = await setup();
    const { ada, nadia, chatId } = await chat();
    await ada.ask({ type: 'end', chatId });
    await nadia.ask({ type: 'write', message: message('Again') });
    nadia.forget();
    await ada.ask({ type: 'submit', chatId, values: {}, reason: 'agent' });
    await ada.ask({ type: 'done', chatId });
    await nadia.settled();
    expect(nadia.all('conversation')).toEqual([]);
  });

  it('gives nobody a message of the other side by its id', async () => {
    const { chat } = await setup();
    const { ada, nadia, chatId } = await chat();
    const secret = message('For your eyes only');
    await ada.ask({ type: 'send', chatId, message: secret });
    expect(await nadia.ask({ type: 'write', message: message('Mine', secret.id) })).toMatchObject({
      type: 'refused',
      code: 'invalid',
    });
  });

  it('withdraws a request when the end user leaves, and asks anew with what was written when they come back', async () => {
    const { agent, endUser } = await setup();
    const ada = await agent('ada');
    const nadia = await endUser('nadia');
    await nadia.ask({ type: 'write', message: message('Hello') });
    await nadia.ask({ type: 'leave' });
    expect(await ada.heard('withdrawn')).toMatchObject({ reason: 'end-user-left' });
    const { chatId } = await nadia.heard('conversation', ({ state }) => state === 'left');
    ada.forget();
    await nadia.ask({ type: 'come-back' });
    const { chat } = await ada.heard('chat');
    expect(chat).toMatchObject({ state: 'waiting', waiting: 1 });
    expect(chat.id).not.toBe(chatId);
    expect(await nadia.heard('conversation', (it) => it.chatId === chat.id)).toMatchObject({
      state: 'waiting',
      messages: [{ text: 'Hello', seq: 1 }],
    });
  });
});

describe('several agents', () => {
  it('one wins a request, the others are told so', async () => {
    const { agent, endUser } = await setup();
    const agents = [await agent('ada'), await agent('ben'), await agent('cleo')];
    const nadia = await endUser('nadia');
    await nadia.ask({ type: 'write', message: message('Hello') });
    const ids = await Promise.all(agents.map(async (it) => (await it.heard('chat')).chat.id));
    const answers = await Promise.all(agents.map((it) => it.ask({ type: 'accept', chatId: ids[0] })));
    expect(answers.filter(({ type }) => type === 'ok')).toHaveLength(1);
    expect(answers.filter((it) => it.type === 'refused' && it.code === 'taken')).toHaveLength(2);
    const losers = agents.filter((_, index) => answers[index]!.type !== 'ok');
    for (const loser of losers) expect(await loser.heard('withdrawn')).toMatchObject({ reason: 'answered-elsewhere' });
  });

  it('each sees the words of their own chats only', async () => {
    const { chat, agent } = await setup();
    const { nadia, chatId } = await chat();
    const ben = await agent('ben');
    await nadia.ask({ type: 'write', message: message('Secret') });
    await ben.settled();
    expect(ben.all('snapshot')[0]?.chats).toEqual([]);
    expect(JSON.stringify(ben.frames)).not.toContain('Secret');
    for (const frame of [
      { type: 'send', message: message('Hi') },
      { type: 'end' },
      { type: 'submit', values: {}, reason: 'agent' },
      { type: 'done' },
      { type: 'history', after: 0 },
      { type: 'summarize', locale: 'en', labels: { automatic: 'a', endUser: 'b', agent: 'c' } },
    ])
      expect(await ben.ask({ ...frame, chatId })).toMatchObject({ type: 'refused', code: 'not-allowed' });
    expect(await ben.ask({ type: 'accept', chatId })).toMatchObject({ type: 'refused', code: 'taken' });
  });

  it('each sees and accepts the queues of their token, and requests without one', async () => {
    const { agent, endUser } = await setup();
    const ada = await agent('ada', { claims: { queues: ['sales'] } });
    const ben = await agent('ben');
    const nadia = await endUser('nadia', { claims: { queue: 'billing' } });
    const omar = await endUser('omar');
    await nadia.ask({ type: 'write', message: message('Hello') });
    await omar.ask({ type: 'write', message: message('Hello') });
    const { chat } = await ben.heard('chat', (it) => it.chat.queue === 'billing');
    expect((await ada.heard('chat')).chat.endUser.id).toBe('omar');
    expect(await ada.ask({ type: 'accept', chatId: chat.id })).toMatchObject({ type: 'refused', code: 'not-allowed' });
    const late = await agent('cleo', { claims: { queues: ['sales'] } });
    expect(late.all('snapshot')[0]?.chats.map(({ endUser: { id } }) => id)).toEqual(['omar']);
  });

  it('tabs of one agent are told the same', async () => {
    const { chat, agent } = await setup();
    const { ada, nadia, chatId } = await chat();
    const tab = await agent('ada');
    expect(tab.all('snapshot')[0]?.messages[chatId]).toHaveLength(1);
    await nadia.ask({ type: 'write', message: message('More') });
    await tab.ask({ type: 'send', chatId, message: message('From the other tab') });
    await ada.settled();
    await tab.settled();
    expect(tab.all('messages')).toEqual(ada.all('messages'));
    expect(tab.all('messages')).toHaveLength(2);
  });
});

describe('typing', () => {
  it('of an end user is told to who answers them, with what is typed, and is never kept', async () => {
    const { chat, engine, agent } = await setup();
    const { ada, nadia, chatId } = await chat();
    const ben = await agent('ben');
    const before = new Map(engine.calls);
    nadia.send({ type: 'type', text: 'I would' });
    expect(await ada.heard('typing')).toEqual({ type: 'typing', chatId, typing: true, preview: 'I would' });
    nadia.send({ type: 'type', text: '' });
    expect(await ada.heard('typing', ({ typing }) => !typing)).toEqual({ type: 'typing', chatId, typing: false });
    ada.send({ type: 'typing', chatId, typing: true });
    await nadia.heard('agent-typing', ({ typing }) => typing);
    expect(engine.calls).toEqual(before);
    await ben.settled();
    expect(ben.all('typing')).toEqual([]);
  });

  it('that began before an agent answered is told when they do', async () => {
    const { agent, endUser } = await setup();
    const ada = await agent('ada');
    const nadia = await endUser('nadia');
    await nadia.ask({ type: 'write', message: message('Hello') });
    nadia.send({ type: 'type', text: 'and' });
    await nadia.settled();
    const { chat } = await ada.heard('chat');
    expect(ada.all('typing')).toEqual([]);
    await ada.ask({ type: 'accept', chatId: chat.id });
    expect((await ada.heard('typing')).preview).toBe('and');
  });

  it('ends with the socket, on both sides', async () => {
    const { chat } = await setup();
    const { ada, nadia, chatId } = await chat();
    nadia.send({ type: 'type', text: 'I' });
    ada.send({ type: 'typing', chatId, typing: true });
    await nadia.heard('agent-typing');
    await ada.heard('typing');
    nadia.cut();
    await ada.heard('typing', ({ typing }) => !typing);
  });

  it('crosses from gateway to gateway', async () => {
    const { chat, another, endUser, agent } = await setup();
    const { ada, chatId } = await chat();
    const other = await another();
    const nadia = await endUser('nadia', { at: other });
    nadia.send({ type: 'type', text: 'Over' });
    expect((await ada.heard('typing')).preview).toBe('Over');
    const tab = await agent('ada', { at: other });
    tab.send({ type: 'typing', chatId, typing: true });
    await nadia.heard('agent-typing', ({ typing }) => typing);
  });
});

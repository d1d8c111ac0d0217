import { describe, expect, it } from 'vitest';
import { at } from '../support/builders.js';
import { anActive, said, settled, setup } from './support/setup.js';

const inChat = (options: Parameters<typeof setup>[0] = {}) => setup({ chats: [anActive()], ...options });

describe('sending', () => {
  it('shows the message at the end at once, as sending, with the time of the server', () => {
    const { clock, connector, desk } = inChat({ chats: null });
    connector.emit({ type: 'snapshot', serverTime: at(-100), chats: [anActive()], messages: { 'chat-1': [said(1)] } });
    clock.advance(4000);
    void desk.send('chat-1', 'Hello there');
    expect(desk.chat('chat-1').messages$.value.at(-1)).toEqual({
      id: 'own-1',
      author: 'agent',
      kind: 'text',
      text: 'Hello there',
      time: at(-96),
      delivery: 'sending',
    });
    expect(connector.call('send').args).toEqual(['chat-1', { id: 'own-1', text: 'Hello there', time: at(-96) }]);
  });

  it('resolves with the message as the back end keeps it', async () => {
    const { connector, desk } = inChat();
    const sent = desk.send('chat-1', 'Hi');
    connector.call('send').resolve(said(1, { id: 'own-1', author: 'agent', text: 'Hi' }) as never);
    await expect(sent).resolves.toMatchObject({ id: 'own-1', seq: 1, delivery: 'sent' });
    expect(desk.chat('chat-1').messages$.value).toMatchObject([{ id: 'own-1', seq: 1, delivery: 'sent' }]);
  });

  it('says handed over, never sent, over a connector that sends at most once', async () => {
    const { connector, desk } = inChat({ delivery: 'at-most-once' });
    const sent = desk.send('chat-1', 'Hi');
    connector.call('send').resolve({ id: 'own-1', author: 'agent', kind: 'text', text: 'Hi', time: at(0) } as never);
    await expect(sent).resolves.toMatchObject({ delivery: 'handed-over' });
    connector.emit({
      type: 'messages',
      chatId: 'chat-1',
      messages: [said(1, { id: 'own-1', author: 'agent', delivery: 'sent' })],
    });
    expect(desk.chat('chat-1').messages$.value).toMatchObject([{ id: 'own-1', seq: 1, delivery: 'handed-over' }]);
  });

  it.each(['event first', 'promise first'])(
    'has the message once and tells it once, by who sent it (%s)',
    async (order) => {
      const { connector, desk, texts, told } = inChat();
      const sent = desk.as('agent').send('chat-1', 'Hi');
      const word = said(1, { id: 'own-1', author: 'agent', text: 'Hi' });
      const echo = () => connector.emit({ type: 'messages', chatId: 'chat-1', messages: [word] });
      if (order === 'event first') echo();
      connector.call('send').resolve(word as never);
      await sent;
      if (order === 'promise first') echo();
      expect(texts()).toEqual(['Hi']);
      expect(told('chat-message-added')).toMatchObject([
        { by: 'agent', chatId: 'chat-1', detail: { messageId: 'own-1', author: 'agent' } },
      ]);
    },
  );

  it('keeps what is not accepted last while the end user writes, and settles the order by seq', async () => {
    const { connector, desk, texts } = inChat();
    const sent = desk.send('chat-1', 'mine');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { text: 'theirs 1' })] });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(2, { text: 'theirs 2' })] });
    expect(texts()).toEqual(['theirs 1', 'theirs 2', 'mine']);
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(4, { text: 'theirs 4' })] });
    connector.call('send').resolve(said(3, { id: 'own-1', author: 'agent', text: 'mine' }) as never);
    await sent;
    expect(texts()).toEqual(['theirs 1', 'theirs 2', 'mine', 'theirs 4']);
  });

  it.each(['', '  ', '\n\t', '\u00a0'])('refuses blank text (%j)', async (text) => {
    const { connector, desk, texts } = inChat();
    await expect(desk.send('chat-1', text)).rejects.toMatchObject({ name: 'DeskError', code: 'blank' });
    expect(texts()).toEqual([]);
    expect(connector.count('send')).toBe(0);
  });

  it('clears the draft that it was, and leaves another', () => {
    const { desk } = inChat();
    const draft = { text: 'Hi', start: 2, end: 2, scroll: 0 };
    desk.setDraft('chat-1', draft);
    void desk.send('chat-1', 'Something else');
    expect(desk.chat('chat-1').draft$.value).toEqual(draft);
    void desk.send('chat-1', 'Hi');
    expect(desk.chat('chat-1').draft$.value.text).toBe('');
  });

  it('shows a refused message as failed, says so, and keeps its words out of what is told', async () => {
    const { connector, desk, happenings, told } = inChat();
    const sent = desk.send('chat-1', 'my secret');
    connector.call('send').refuse('unavailable');
    await expect(sent).rejects.toMatchObject({ name: 'ConnectorError', code: 'unavailable' });
    expect(desk.chat('chat-1').messages$.value).toMatchObject([{ id: 'own-1', delivery: 'failed' }]);
    expect(desk.notices$.value).toMatchObject([{ code: 'send-failed', chatId: 'chat-1' }]);
    expect(told('chat-error')).toMatchObject([{ detail: { code: 'send-failed' } }]);
    expect(told('chat-message-added')).toEqual([]);
    expect(JSON.stringify(happenings)).not.toContain('secret');
  });

  it('makes a refusal of whatever a connector rejects with', async () => {
    const { connector, desk } = inChat();
    const sent = desk.send('chat-1', 'Hi');
    connector.call('send').reject('no idea');
    await expect(sent).rejects.toMatchObject({ name: 'ConnectorError', code: 'unavailable' });
  });

  it('believes the wire when the promise fails although the message is there', async () => {
    const { connector, desk } = inChat();
    const sent = desk.send('chat-1', 'Hi');
    connector.emit({
      type: 'messages',
      chatId: 'chat-1',
      messages: [said(1, { id: 'own-1', author: 'agent', text: 'Hi' })],
    });
    connector.call('send').refuse('unavailable');
    await expect(sent).resolves.toMatchObject({ id: 'own-1', delivery: 'sent' });
    expect(desk.notices$.value).toEqual([]);
  });

  it('takes its own words where the back end answers nonsense', async () => {
    const { connector, desk, texts } = inChat();
    const sent = desk.send('chat-1', 'Hi');
    connector.call('send').resolve({ id: 7 } as never);
    await expect(sent).resolves.toMatchObject({ id: 'own-1', text: 'Hi', delivery: 'sent' });
    expect(texts()).toEqual(['Hi']);
  });

  it('is refused once the end user has left, and once the chat has ended', async () => {
    const { connector, desk } = inChat();
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(1) });
    await expect(desk.send('chat-1', 'Hi')).rejects.toMatchObject({
      code: 'illegal-step',
      message: expect.stringContaining('left') as string,
    });
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(2), by: 'end-user' });
    await expect(desk.send('chat-1', 'Hi')).rejects.toMatchObject({ code: 'illegal-step' });
    await expect(desk.send('chat-9', 'Hi')).rejects.toMatchObject({ code: 'no-such-chat' });
  });
});

describe('a message that failed', () => {
  const failed = async () => {
    const all = inChat();
    const sent = all.desk.send('chat-1', 'Hi');
    all.connector.call('send').refuse('unavailable');
    await sent.catch(() => undefined);
    return all;
  };

  it('is sent again under the same id, with the time of the new try', async () => {
    const { clock, connector, desk, texts, told } = await failed();
    clock.advance(5000);
    const again = desk.as('agent').retry('chat-1', 'own-1');
    expect(desk.chat('chat-1').messages$.value).toMatchObject([{ id: 'own-1', delivery: 'sending' }]);
    expect(connector.call('send').args[1]).toEqual({ id: 'own-1', text: 'Hi', time: at(5) });
    connector.call('send').resolve(said(1, { id: 'own-1', author: 'agent', text: 'Hi' }) as never);
    await expect(again).resolves.toMatchObject({ delivery: 'sent' });
    expect(texts()).toEqual(['Hi']);
    expect(told('chat-message-added')).toMatchObject([{ by: 'agent' }]);
  });

  it('is sent again once, however often that is asked', async () => {
    const { connector, desk } = await failed();
    expect(desk.retry('chat-1', 'own-1')).toBe(desk.retry('chat-1', 'own-1'));
    expect(connector.count('send')).toBe(2);
  });

  it('leaves the conversation when it is given up', async () => {
    const { desk, texts, view } = await failed();
    await desk.discard('chat-1', 'own-1');
    expect(texts()).toEqual([]);
    expect(view().count).toBe(0);
  });

  it('is the only kind that can be sent again or given up', async () => {
    const { connector, desk } = await failed();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    await expect(desk.discard('chat-1', 'message-1')).rejects.toMatchObject({ code: 'illegal-step' });
    await expect(desk.retry('chat-1', 'message-9')).rejects.toMatchObject({ code: 'illegal-step' });
  });
});

describe('messages from the wire', () => {
  it('are there once, whatever is told twice, and in order of seq, whatever comes late', () => {
    const { connector, texts, told } = inChat();
    const tell = (...seqs: number[]) =>
      connector.emit({
        type: 'messages',
        chatId: 'chat-1',
        messages: seqs.map((seq) => said(seq, { text: `${seq}` })),
      });
    tell(1, 2, 5);
    tell(2, 3, 5);
    tell(4);
    expect(texts()).toEqual(['1', '2', '3', '4', '5']);
    expect(told('chat-message-added').map(({ detail }) => detail.messageId)).toEqual(
      [1, 2, 3, 4, 5].map((seq) => `message-${seq}`),
    );
  });

  it('pass through whatever their kind', () => {
    const { connector, desk } = inChat();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { kind: 'carousel', text: '' })] });
    expect(desk.chat('chat-1').messages$.value).toMatchObject([{ kind: 'carousel' }]);
  });

  it('come as one list that grows in place', () => {
    const { connector, desk } = inChat();
    const lists: (readonly unknown[])[] = [];
    const lengths: number[] = [];
    desk.chat('chat-1').messages$.subscribe((list) => {
      lists.push(list);
      lengths.push(list.length);
    });
    for (const seq of [1, 2, 3]) connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(seq)] });
    expect(lengths).toEqual([0, 1, 2, 3]);
    expect(new Set(lists.slice(1)).size).toBe(1);
  });

  it('of a chat that is not here are told as an error, and of one that is done are ignored', async () => {
    const { connector, desk, told } = inChat();
    connector.emit({ type: 'messages', chatId: 'chat-9', messages: [said(1)] });
    expect(told('chat-error')).toMatchObject([{ chatId: 'chat-9', detail: { code: 'unknown-chat' } }]);
    connector.emit({ type: 'done', chatId: 'chat-1' });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    await settled();
    expect(told('chat-error')).toHaveLength(1);
    expect(desk.chats$.value).toEqual([]);
  });

  it('take the place of the old ones with a new snapshot; what is not accepted stays', () => {
    const { connector, desk, texts, told } = inChat({ messages: { 'chat-1': [said(1, { text: 'a' })] } });
    void desk.send('chat-1', 'mine');
    const list = desk.chat('chat-1').messages$.value;
    connector.emit({
      type: 'snapshot',
      serverTime: at(9),
      chats: [anActive()],
      messages: { 'chat-1': [said(1, { text: 'a' }), said(2, { text: 'b' })] },
    });
    expect(texts()).toEqual(['a', 'b', 'mine']);
    expect(desk.chat('chat-1').messages$.value).toBe(list);
    expect(told('chat-message-added')).toMatchObject([{ detail: { messageId: 'message-2' } }]);
  });
});

import { describe, expect, it } from 'vitest';
import { aChat, at } from '../support/builders.js';
import { chatStreams, deskStreams, listen } from './support/listen.js';
import { anActive, said, setup, snapshotOf } from './support/setup.js';

describe('disposing of a desk', () => {
  it('leaves nothing waiting, listening or told', async () => {
    const policy = {
      response: { target: 60 },
      crm: true,
      wrapUp: { disposition: 'required', timeLimit: 500 },
    } as const;
    const { clock, connector, desk, happenings } = setup({
      chats: [anActive(), anActive({ id: 'chat-2', state: 'wrap-up', endedAt: at(0) })],
      messages: { 'chat-1': [said(1)] },
      desk: { policy, crm: { find: () => new Promise(() => undefined) } },
    });
    connector.emit({ type: 'typing', chatId: 'chat-1', typing: true });
    desk.typing('chat-1');
    desk.setDraft('chat-1', { text: 'x', start: 1, end: 1, scroll: 0 });
    desk.clock.wake?.(at(1000), () => undefined);
    const streams = [
      ...deskStreams.map((name) => listen<unknown>(desk[name])),
      ...chatStreams.map((name) => listen<unknown>(desk.chat('chat-1')[name])),
    ];
    expect(clock.pending).toBeGreaterThan(3);
    desk.dispose();
    expect(clock.pending).toBe(0);
    expect(connector.listeners).toBe(0);
    expect(streams.every(({ state }) => state.completed)).toBe(true);
    const before = happenings.length;
    connector.emit(snapshotOf([]));
    desk.setDraft('chat-1', { text: 'y', start: 1, end: 1, scroll: 0 });
    desk.setPolicy({ typing: 'none' });
    desk.setCrm({ find: async () => undefined });
    desk.typing('chat-1');
    desk.loadDispositions('chat-2');
    desk.attend(false);
    desk.dispose();
    expect(happenings).toHaveLength(before);
    expect(clock.pending).toBe(0);
    expect(desk.chats$.value).toHaveLength(2);
    expect(listen(desk.chats$).state.completed).toBe(true);
    expect(listen(desk.chat('chat-7').view$).state.completed).toBe(true);
  });

  it('completes the log and the happenings', () => {
    const { desk } = setup();
    let completed = 0;
    desk.log$.subscribe({ complete: () => (completed += 1) });
    desk.happenings$.subscribe({ complete: () => (completed += 1) });
    desk.dispose();
    expect(completed).toBe(2);
  });

  it('cancels a connection that waits to be opened again', () => {
    const { clock, connector, desk } = setup();
    connector.fail();
    desk.dispose();
    expect(clock.pending).toBe(0);
    clock.advance(60_000);
    expect(connector.sessions).toHaveLength(1);
  });

  it('makes every further command reject', async () => {
    const { desk } = setup({ chats: [anActive()] });
    desk.dispose();
    const commands = [
      desk.accept('chat-1'),
      desk.select('chat-1'),
      desk.select(undefined),
      desk.send('chat-1', 'Hi'),
      desk.retry('chat-1', 'x'),
      desk.discard('chat-1', 'x'),
      desk.end('chat-1'),
      desk.insertSummary('chat-1', { locale: 'en', labels: { automatic: '', endUser: '', agent: '' } }),
      desk.submitWrapUp('chat-1'),
      desk.done('chat-1'),
    ];
    for (const command of commands)
      await expect(command).rejects.toMatchObject({ name: 'DeskError', code: 'disposed' });
  });

  it('while a command is under way lets that settle, and changes nothing more', async () => {
    const { connector, desk, view } = setup({ chats: [aChat()] });
    const accepted = desk.accept('chat-1');
    desk.dispose();
    connector.call('accept').resolve();
    await accepted;
    expect(view().state).toBe('waiting');
  });

  it('while a message waits for the connection rejects it, and the end that waits behind it, and changes nothing more', async () => {
    const { connector, desk, view, happenings } = setup({ chats: [anActive()] });
    connector.emit({ type: 'connection', state: 'offline' });
    const sent = desk.send('chat-1', 'Bye');
    const ended = desk.end('chat-1');
    const told = happenings.length;
    desk.dispose();
    for (const command of [sent, ended])
      await expect(command).rejects.toMatchObject({ name: 'DeskError', code: 'disposed' });
    expect([view().pending, happenings.length]).toEqual(['end', told]);
    expect(connector.count('end')).toBe(0);
  });

  it('while a message is under way lets that settle', async () => {
    const { connector, desk } = setup({ chats: [anActive()] });
    const sent = desk.send('chat-1', 'Bye');
    desk.dispose();
    connector.call('send').resolve(said(1, { id: 'own-1', author: 'agent', text: 'Bye' }) as never);
    await expect(sent).resolves.toMatchObject({ text: 'Bye' });
  });
});

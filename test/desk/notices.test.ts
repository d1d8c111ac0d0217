import { describe, expect, it } from 'vitest';
import { aChat, at } from '../support/builders.js';
import { anActive, said, settled, setup } from './support/setup.js';

const inWrapUp = anActive({ state: 'wrap-up', endedAt: at(5) });
const policy = { wrapUp: { disposition: 'optional', notes: 'optional' } } as const;

/** A desk with one chat, where `work` was refused. */
const refused = async (
  chat = anActive(),
  work: (all: ReturnType<typeof setup>) => Promise<unknown> = ({ desk }) => desk.end('chat-1'),
) => {
  const all = setup({ chats: [chat], desk: { policy } });
  const failed = work(all);
  all.connector.calls.at(-1)?.refuse('unavailable');
  await failed.catch(() => undefined);
  await settled();
  const codes = () => all.desk.notices$.value.map(({ code }) => code);
  return { ...all, codes };
};

const again = (promise: Promise<unknown>): void => void promise.catch(() => undefined);

describe('a notice of what failed', () => {
  it('goes when an answer is tried again', async () => {
    const { codes, desk } = await refused(aChat(), ({ desk }) => desk.accept('chat-1'));
    expect(codes()).toEqual(['accept-failed']);
    again(desk.accept('chat-1'));
    expect(codes()).toEqual([]);
  });

  it('goes when another tab answered', async () => {
    const { codes, connector } = await refused(aChat(), ({ desk }) => desk.accept('chat-1'));
    connector.emit({ type: 'chat', chat: anActive() });
    expect(codes()).toEqual([]);
  });

  it('goes when an end is tried again', async () => {
    const { codes, desk } = await refused();
    expect(codes()).toEqual(['end-failed']);
    again(desk.end('chat-1'));
    expect(codes()).toEqual([]);
  });

  it('goes when the end came by itself', async () => {
    const { codes, connector } = await refused();
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'end-user' });
    expect(codes()).toEqual([]);
  });

  it('goes when a wrap-up is tried again, and comes again if that fails', async () => {
    const { codes, connector, desk } = await refused(inWrapUp, ({ desk }) => desk.submitWrapUp('chat-1'));
    expect(codes()).toEqual(['wrap-up-failed']);
    again(desk.submitWrapUp('chat-1'));
    expect(codes()).toEqual([]);
    connector.calls.at(-1)?.refuse('unavailable');
    await settled();
    expect(codes()).toEqual(['wrap-up-failed']);
  });

  it('goes when another tab submitted the wrap-up', async () => {
    const { codes, connector } = await refused(inWrapUp, ({ desk }) => desk.submitWrapUp('chat-1'));
    connector.emit({ type: 'wrap-up-submitted', chatId: 'chat-1', values: {}, reason: 'agent' });
    expect(codes()).toEqual([]);
  });

  it('goes when the message is sent again, or given up', async () => {
    for (const does of ['retry', 'discard'] as const) {
      const { codes, desk } = await refused(anActive(), ({ desk }) => desk.send('chat-1', 'Hi'));
      expect(codes()).toEqual(['send-failed']);
      again(desk[does]('chat-1', 'own-1'));
      expect(codes()).toEqual([]);
    }
  });

  it('stays while another message of the chat is not sent', async () => {
    const { codes, connector, desk } = await refused(anActive(), ({ desk }) => desk.send('chat-1', 'Hi'));
    again(desk.send('chat-1', 'Are you there?'));
    connector.calls.at(-1)?.refuse('unavailable');
    await settled();
    await desk.discard('chat-1', 'own-1');
    expect(codes()).toEqual(['send-failed', 'send-failed']);
  });

  it('goes with its chat, but not that another agent was quicker', async () => {
    const { codes, connector, desk } = await refused();
    desk.notify({ code: 'taken', chatId: 'chat-1' });
    desk.notify({ code: 'host-veto', chatId: 'another' });
    connector.emit({ type: 'done', chatId: 'chat-1' });
    expect(codes()).toEqual(['taken', 'host-veto']);
  });

  it('stays whatever else happens', async () => {
    const { codes, connector, desk } = await refused();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    again(desk.send('chat-1', 'Hi'));
    desk.setDraft('chat-1', { text: 'Hi', start: 0, end: 0, scroll: 0 });
    expect(codes()).toEqual(['end-failed']);
  });
});

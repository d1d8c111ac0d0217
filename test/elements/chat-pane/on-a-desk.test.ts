import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Message } from '../../../src/core/index.js';
import { ChatPane } from '../../../src/elements/chat-pane/chat-pane.js';
import { anActive, said, settled, setup as setupDesk } from '../../desk/support/setup.js';
import { aMessage, at } from '../../support/builders.js';
import { register } from '../../support/register.js';

register(ChatPane);

/** The pane on the real desk, over a connector whose answers are the test's. */
const setup = async () => {
  const { desk, connector, clock } = setupDesk({
    chats: [anActive(), anActive({ id: 'chat-2', requestedAt: at(1) })],
    messages: { 'chat-1': [said(1)], 'chat-2': [said(1, { text: 'Second' }), said(2), said(3)] },
  });
  await desk.select('chat-1');
  desk.attend(true);
  const element = await fixture<ChatPane>(html`<chat-pane .desk=${desk}></chat-pane>`);
  element.style.blockSize = '400px';
  const root = element.shadowRoot as ShadowRoot;
  const transcript = (): ShadowRoot => root.querySelector('chat-transcript')?.shadowRoot as ShadowRoot;
  const inTranscript = (part: string): HTMLElement | null => transcript().querySelector(`[part~="${part}"]`);
  const painted = async (): Promise<void> => {
    await settled();
    await nextFrame();
    await nextFrame();
  };
  await painted();
  return {
    desk,
    connector,
    clock,
    element,
    inTranscript,
    painted,
    field: () => root.querySelector('chat-composer')?.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement,
    texts: () => [...transcript().querySelectorAll('[part~="bubble"]')].map((bubble) => bubble.textContent),
    write: async (text: string) => {
      element.focus();
      await sendKeys({ type: text });
      await sendKeys({ press: 'Enter' });
      await painted();
    },
    accept: async () => {
      const call = connector.call<Message>('send');
      const { id, text, time } = call.args[1] as { id: string; text: string; time: number };
      call.resolve(aMessage({ id, author: 'agent', text, time, seq: 2 }));
      await painted();
    },
  };
};

describe('<chat-pane> on a desk', () => {
  it('shows what is sent at once, and that it was sent when the back end says so', async () => {
    const { write, accept, texts, inTranscript, field } = await setup();
    await write('Good day');
    expect(texts()).to.deep.equal(['Hello', 'Good day']);
    expect(inTranscript('delivery')?.textContent?.trim()).to.equal('Sending…');
    expect(field().value).to.equal('');
    await accept();
    expect(inTranscript('delivery')?.textContent?.trim()).to.equal('Sent');
    expect(texts()).to.deep.equal(['Hello', 'Good day']);
  });

  it('keeps a message that was refused in sight, and sends it again or gives it up', async () => {
    const { write, accept, connector, texts, inTranscript, painted, field } = await setup();
    await write('Good day');
    connector.call('send').refuse('not-allowed');
    await painted();
    expect(inTranscript('delivery')?.textContent?.trim()).to.equal('Not sent');
    expect(field().value).to.equal('');
    inTranscript('retry-button')?.click();
    await painted();
    await accept();
    expect(inTranscript('delivery')?.textContent?.trim()).to.equal('Sent');
    await write('Again');
    connector.call('send').refuse('not-allowed');
    await painted();
    inTranscript('discard-button')?.click();
    await painted();
    expect(texts()).to.deep.equal(['Hello', 'Good day']);
  });

  it('marks where the agent left off when a chat with unread messages is opened', async () => {
    const { desk, connector, inTranscript, painted } = await setup();
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(4), said(5, { text: 'Fifth' })] });
    await desk.select('chat-2');
    await painted();
    expect(inTranscript('unread-line')?.textContent?.trim()).to.equal('2 new');
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(6)] });
    await painted();
    expect(inTranscript('unread-line')?.textContent?.trim()).to.equal('2 new');
  });

  it('keeps a draft of each chat while the agent goes to and fro', async () => {
    const { desk, element, field, painted } = await setup();
    element.focus();
    await sendKeys({ type: 'First draft' });
    field().setSelectionRange(5, 5);
    await desk.select('chat-2');
    await painted();
    await sendKeys({ type: 'Second draft' });
    await desk.select('chat-1');
    await painted();
    expect([field().value, field().selectionStart]).to.deep.equal(['First draft', 5]);
    await desk.select('chat-2');
    await painted();
    expect(field().value).to.equal('Second draft');
  });

  it('locks when the end user leaves, and opens when they come back', async () => {
    const { connector, field, painted } = await setup();
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(20) });
    await painted();
    expect(field().readOnly).to.equal(true);
    connector.emit({ type: 'returned', chatId: 'chat-1', time: at(30) });
    await painted();
    expect(field().readOnly).to.equal(false);
  });
});

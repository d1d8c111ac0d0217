import { expect, fixture, html } from '@open-wc/testing';
import { createChatDesk, type HappeningType } from '../../../src/desk/index.js';
import * as events from '../../../src/elements/chat-provider/chat-provider.events.js';
import type { ChatProvider } from '../../../src/elements/chat-provider/chat-provider.js';
import { aChat, at, MORNING } from '../../support/builders.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aConnector, settled, setup } from './setup.js';

const hear = (target: EventTarget, type: string): CustomEvent[] => {
  const heard: CustomEvent[] = [];
  target.addEventListener(type, (event) => heard.push(event as CustomEvent));
  return heard;
};

describe('telling events', () => {
  it('come from the provider, bubble out and say which desk, when and which chat', async () => {
    const { provider, connector, desk } = await setup();
    const heard = hear(document, 'chat-requested');
    connector.emit({ type: 'chat', chat: aChat() });
    expect(
      heard.map(({ target, bubbles, composed, cancelable }) => [target === provider, bubbles, composed, cancelable]),
    ).to.deep.equal([[true, true, true, false]]);
    expect(heard[0]).to.be.instanceOf(events.ChatRequestedEvent);
    expect(heard[0]?.detail).to.deep.equal({
      channel: 'web',
      waiting: 1,
      deskId: desk.id,
      time: MORNING,
      chatId: 'chat-1',
    });
  });

  it('tell what the connector told while it was opened', async () => {
    const place = await fixture(html`<div></div>`);
    const heard = hear(place, 'chat-requested');
    const provider = document.createElement('chat-provider');
    provider.connector = aConnector([aChat()]);
    place.append(provider);
    await settled();
    expect(heard.map(({ detail }) => (detail as { chatId: string }).chatId)).to.deep.equal(['chat-1']);
  });

  it('never tell what the page itself did', async () => {
    const { provider, desk } = await setup(aConnector([anActive()]));
    const heard = hear(provider, 'chat-selected');
    await desk.select('chat-1');
    await desk.select(undefined);
    await desk.as('agent').select('chat-1');
    expect(heard.map(({ detail }) => (detail as { to: string }).to)).to.deep.equal(['chat-1']);
  });

  it('carry no text of a message', async () => {
    const { provider, connector } = await setup(aConnector([anActive()]));
    const heard = hear(provider, 'chat-message-added');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { text: 'My secret' })] });
    expect(heard.length).to.equal(1);
    expect(JSON.stringify(heard[0]?.detail)).to.not.contain('secret');
  });

  it('come once where a provider passes a desk on', async () => {
    const connector = aConnector();
    const outer = await fixture<ChatProvider>(
      html`<chat-provider .connector=${connector}
        ><chat-provider><desk-probe></desk-probe></chat-provider
      ></chat-provider>`,
    );
    const heard = hear(outer, 'chat-requested');
    connector.emit({ type: 'chat', chat: aChat() });
    expect(heard.map(({ target }) => target === outer)).to.deep.equal([true]);
  });

  it('come once from the first of two providers that were given one desk, then from the other', async () => {
    const connector = aConnector();
    const desk = createChatDesk({ connector });
    const place = await fixture(
      html`<div>
        <chat-provider id="one" .desk=${desk}></chat-provider><chat-provider id="two" .desk=${desk}></chat-provider>
      </div>`,
    );
    const heard = hear(place, 'chat-requested');
    connector.emit({ type: 'chat', chat: aChat() });
    place.querySelector('#one')?.remove();
    await settled();
    connector.emit({ type: 'chat', chat: aChat({ id: 'chat-2', requestedAt: at(1) }) });
    expect(heard.map(({ target }) => (target as Element).id)).to.deep.equal(['one', 'two']);
    desk.dispose();
  });

  it('go on after a listener of the page that throws', async () => {
    const { provider, connector, desk } = await setup();
    const heard = hear(provider, 'chat-requested');
    const stop = (event: Event): void => event.preventDefault();
    addEventListener('error', stop);
    const { onerror } = window;
    window.onerror = () => true;
    provider.addEventListener(
      'chat-requested',
      () => {
        throw new Error('The page’s own fault.');
      },
      { capture: true },
    );
    connector.emit({ type: 'chat', chat: aChat() });
    connector.emit({ type: 'chat', chat: aChat({ id: 'chat-2', requestedAt: at(1) }) });
    window.onerror = onerror;
    removeEventListener('error', stop);
    expect(heard.length).to.equal(2);
    expect(desk.requests$.value.length).to.equal(2);
  });

  it('have a class each whose type is the event’s name', () => {
    const types: HappeningType[] = [
      'chat-requested',
      'chat-withdrawn',
      'chat-accepted',
      'chat-selected',
      'chat-message-added',
      'chat-unread-change',
      'chat-end-user-left',
      'chat-end-user-returned',
      'chat-ended',
      'response-urgency-change',
      'wrap-up-submitted',
      'wrap-up-done',
      'adapter-toggle',
      'connection-change',
      'chat-error',
    ];
    for (const type of types) {
      const event = events.eventOf({ type, by: 'wire', time: MORNING, detail: {} } as never, 'desk-1');
      expect([event.type, (event.constructor as unknown as { type: string }).type]).to.deep.equal([type, type]);
    }
  });
});

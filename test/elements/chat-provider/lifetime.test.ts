import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { stageContext, type Stage } from '../../../src/context/stage-context.js';
import { createChatDesk } from '../../../src/desk/index.js';
import type { ChatProvider } from '../../../src/elements/chat-provider/chat-provider.js';
import { createStage } from '../../../src/elements/chat-provider/stage.js';
import { anActive, createStorage } from '../../desk/support/setup.js';
import { expectSame } from '../../support/expect-same.js';
import { isLacking } from '../../support/lacking.js';
import { aConnector, settled, setup } from './setup.js';

describe('the life of a provider’s desk', () => {
  it('survives a move in the document', async () => {
    const { provider, probe, desk, connector } = await setup();
    const place = await fixture(html`<div></div>`);
    place.append(provider);
    await settled();
    expect([probe.found === desk, connector.listeners, connector.sessions.length]).to.deep.equal([true, 1, 1]);
  });

  if (!isLacking('moveBefore'))
    it('survives moveBefore', async () => {
      const { provider, probe, desk, connector } = await setup();
      const place = await fixture(html`<div></div>`);
      (place as Element & { moveBefore(node: Node, before: Node | null): void }).moveBefore(provider, null);
      await settled();
      expect([probe.found === desk, connector.listeners]).to.deep.equal([true, 1]);
    });

  it('ends one task after the provider left the document, and not sooner', async () => {
    const { provider, connector } = await setup();
    provider.remove();
    await Promise.resolve();
    expect(connector.listeners).to.equal(1);
    await settled();
    expect([connector.listeners, provider.currentDesk === undefined]).to.deep.equal([0, true]);
  });

  it('begins anew when the provider comes back later', async () => {
    const { provider, probe, desk, connector } = await setup();
    const { parentElement } = provider;
    provider.remove();
    await settled();
    parentElement?.append(provider);
    await settled();
    expectSame(probe.found, provider.currentDesk);
    expect([probe.found === desk, connector.listeners]).to.deep.equal([false, 1]);
  });

  it('does not begin outside the document', async () => {
    const { provider, connector } = await setup();
    provider.remove();
    await settled();
    provider.policy = { crm: true };
    await settled();
    expect(connector.listeners).to.equal(0);
  });

  it('is not ended for a desk that the page gave', async () => {
    const connector = aConnector();
    const desk = createChatDesk({ connector });
    const provider = await fixture<ChatProvider>(html`<chat-provider .desk=${desk}></chat-provider>`);
    provider.remove();
    await settled();
    expect(connector.listeners).to.equal(1);
    desk.dispose();
  });

  it('offers keys to the stage around it for as long as it stays there', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const offered: string[] = [];
    const stage: Stage = {
      ...createStage(),
      offer() {
        offered.push('offered');
        return () => void offered.push('withdrawn');
      },
    };
    new ContextProvider(place, { context: stageContext, initialValue: stage });
    const provider = document.createElement('chat-provider');
    place.append(provider);
    await settled();
    provider.remove();
    place.append(provider);
    await settled();
    expect(offered).to.deep.equal(['offered']);
    provider.remove();
    await settled();
    expect(offered).to.deep.equal(['offered', 'withdrawn']);
  });

  for (const [name, tell] of Object.entries({
    pagehide: () => dispatchEvent(new Event('pagehide')),
    freeze: () => document.dispatchEvent(new Event('freeze')),
  }))
    it(`writes drafts down on ${name}`, async () => {
      const storage = createStorage();
      const provider = await fixture<ChatProvider>(
        html`<chat-provider .connector=${aConnector([anActive()])} .storage=${storage}></chat-provider>`,
      );
      provider.currentDesk?.setDraft('chat-1', { text: 'Half a rep', start: 10, end: 10, scroll: 0 });
      expect([...storage.kept.values()].join()).to.not.contain('Half a rep');
      tell();
      expect([...storage.kept.values()].join()).to.contain('Half a rep');
    });

  it('keeps drafts in the page’s storage unless the page says otherwise', async () => {
    const before = localStorage.length;
    const connector = aConnector([anActive()], { name: 'lifetime test' });
    const provider = await fixture<ChatProvider>(html`<chat-provider .connector=${connector}></chat-provider>`);
    provider.currentDesk?.setDraft('chat-1', { text: 'Half a rep', start: 10, end: 10, scroll: 0 });
    provider.currentDesk?.flush();
    const kept = localStorage.length - before;
    for (const key of Object.keys(localStorage)) if (key.includes('lifetime')) localStorage.removeItem(key);
    provider.storage = null;
    await settled();
    provider.currentDesk?.setDraft('chat-1', { text: 'Half a rep', start: 10, end: 10, scroll: 0 });
    provider.currentDesk?.flush();
    expect([kept > 0, localStorage.length]).to.deep.equal([true, before]);
  });
});

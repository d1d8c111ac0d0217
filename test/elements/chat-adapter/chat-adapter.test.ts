import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { createChatDesk } from '../../../src/desk/index.js';
import { loadWords } from '../../../src/i18n/load-words.js';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import type { ChatList } from '../../../src/elements/chat-list/chat-list.js';
import { expectAccessible } from '../../support/accessible.js';
import { aChat, at } from '../../support/builders.js';
import { listenToWarnings } from '../../support/listen-to-warnings.js';
import { expectSame } from '../../support/expect-same.js';
import { anActive, said } from '../../desk/support/setup.js';
import { createObedientConnector, find, focused, setup } from './setup.js';

const togglesOf = (adapter: HTMLElement): boolean[] => {
  const toggles: boolean[] = [];
  adapter.addEventListener('adapter-toggle', ({ detail }) => toggles.push(detail.open));
  return toggles;
};

describe('<chat-adapter>', () => {
  it('has no fault that axe finds, with a request, a conversation and a notice', async () => {
    const { adapter, desk, settled } = await setup([anActive(), aChat({ id: 'chat-2', requestedAt: at(1) })]);
    await desk.select('chat-1');
    desk.notify({ code: 'taken' });
    await settled();
    await expectAccessible(adapter);
  });

  it('is a region with a name, which the page can change', async () => {
    const { adapter, panel, settled } = await setup();
    expect([panel.localName, panel.getAttribute('aria-label')]).to.deep.equal(['section', 'Chat adapter']);
    adapter.setAttribute('aria-label', 'Support');
    await settled();
    expect(panel.getAttribute('aria-label')).to.equal('Support');
  });

  it('shows nothing that opens until it is open', async () => {
    const { panel, adapter, settled } = await setup([], { open: false });
    expect(panel.checkVisibility()).to.equal(false);
    adapter.open = true;
    await settled();
    expect(panel.checkVisibility()).to.equal(true);
  });

  it('is opened and closed by its launcher, and tells each', async () => {
    const { adapter, button, settled, panel } = await setup([], { open: false });
    const toggles = togglesOf(document.body);
    button('Open chat adapter').click();
    await settled();
    expect([adapter.open, panel.checkVisibility()]).to.deep.equal([true, true]);
    button('Close chat adapter').click();
    await settled();
    expect([adapter.open, panel.checkVisibility()]).to.deep.equal([false, false]);
    expect(toggles).to.deep.equal([true, false]);
  });

  it('does not tell the page what the page did', async () => {
    const { adapter, settled, button } = await setup([], { open: false });
    const toggles = togglesOf(adapter);
    adapter.open = true;
    await settled();
    expect(button('Close chat adapter').getAttribute('aria-expanded')).to.equal('true');
    expect(toggles).to.deep.equal([]);
  });

  it('opens, and tells it, without any back end, and warns of nothing', async () => {
    const warnings = listenToWarnings();
    const adapter = await fixture<ChatAdapter>(html`<chat-adapter></chat-adapter>`);
    const toggles = togglesOf(adapter);
    find(adapter.shadowRoot!, 'button')?.click();
    await adapter.updateComplete;
    warnings.stop();
    expect([toggles, adapter.open, warnings.texts]).to.deep.equal([[true], true, []]);
  });

  it('stays open at a click elsewhere and at Escape in the text field', async () => {
    const { adapter, desk, find: found, settled } = await setup([anActive()]);
    await desk.select('chat-1');
    await settled();
    await sendMouse({ type: 'click', position: [3, 3] });
    found('textarea').focus();
    await sendKeys({ press: 'Escape' });
    expect(adapter.open).to.equal(true);
  });

  it('gives its order to the list', async () => {
    const { adapter, find, settled } = await setup();
    adapter.setAttribute('order', 'urgency');
    await settled();
    expect((find('chat-list') as ChatList).order).to.equal('urgency');
  });

  it('as inline is always open, without a launcher', async () => {
    const { panel, adapter } = await setup([], { layout: 'inline', open: false });
    expect(panel.checkVisibility()).to.equal(true);
    expectSame(find(adapter.shadowRoot!, 'chat-launcher'), undefined);
  });

  it('shows the conversation of an active chat and the form of one to wrap up', async () => {
    const { desk, settled, adapter } = await setup([anActive()]);
    await desk.select('chat-1');
    await settled();
    expect(find(adapter.shadowRoot!, 'chat-composer') === undefined).to.equal(false);
    await desk.end('chat-1');
    await settled();
    expectSame(find(adapter.shadowRoot!, 'chat-composer'), undefined);
    expect(find(adapter.shadowRoot!, 'wrap-up-form') === undefined).to.equal(false);
  });

  it('counts messages as unread while it is closed, and as read once it is open', async () => {
    const { adapter, desk, connector, settled } = await setup([anActive()], { open: false });
    await desk.select('chat-1');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    expect(desk.chats$.value[0]?.unread).to.equal(1);
    adapter.open = true;
    await settled();
    expect(desk.chats$.value[0]?.unread).to.equal(0);
  });

  it('leaves unread what is unread when it is moved while closed', async () => {
    const { adapter, desk, connector, settled } = await setup([anActive()], { open: false });
    await desk.select('chat-1');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    (await fixture(html`<div></div>`)).append(adapter);
    await settled();
    expect([adapter.currentDesk === desk, desk.chats$.value[0]?.unread]).to.deep.equal([true, 1]);
  });

  it('leaves unread what is unread while it is closed inside a provider', async () => {
    const desk = createChatDesk({ connector: createObedientConnector([anActive()]) });
    await fixture(html`<chat-provider .desk=${desk}><chat-adapter></chat-adapter></chat-provider>`);
    await desk.select('chat-1');
    (desk.connector as ReturnType<typeof createObedientConnector>).emit({
      type: 'messages',
      chatId: 'chat-1',
      messages: [said(1)],
    });
    expect(desk.chats$.value[0]?.unread).to.equal(1);
    desk.dispose();
  });

  it('shows notices until they are dismissed', async () => {
    const { desk, find: found, button, settled, adapter } = await setup();
    desk.notify({ code: 'taken' });
    await settled();
    expect(found('.notice').textContent.trim()).to.equal('Another agent answered this chat first.');
    button('Dismiss').click();
    await settled();
    expectSame(find(adapter.shadowRoot!, '.notice'), undefined);
  });

  it('moves nothing when a notice comes', async () => {
    const { desk, find: found, settled } = await setup([anActive()]);
    await desk.select('chat-1');
    await settled();
    const places = (): string =>
      ['chat-pane', 'chat-list', 'textarea'].map((tag) => JSON.stringify(found(tag).getBoundingClientRect())).join();
    const before = places();
    desk.notify({ code: 'taken' });
    await settled();
    expect(places()).to.equal(before);
  });

  it('says that there is no connection, until there is', async () => {
    const { connector, adapter, settled } = await setup();
    connector.emit({ type: 'connection', state: 'offline' });
    await settled();
    expect(find(adapter.shadowRoot!, '[part=connection]')?.textContent).to.contain('No connection');
    connector.emit({ type: 'connection', state: 'online' });
    await settled();
    expectSame(find(adapter.shadowRoot!, '[part=connection]'), undefined);
  });

  it('says why there is no connection, and how many messages wait for it, then for a while that it is back', async () => {
    const { clock, connector, desk, adapter, settled } = await setup([anActive()]);
    const words = (part: string) =>
      find(adapter.shadowRoot!, `[part=${part}]`)?.textContent.replace(/\s+/gu, ' ').trim();
    connector.emit({ type: 'connection', state: 'offline', reason: 'The network cable is out.' });
    void desk.send('chat-1', 'Hi');
    await settled();
    expect(words('connection')).to.equal(
      'No connection. What you send waits until it is back.The network cable is out.1 message waits to be sent.',
    );
    await expectAccessible(adapter);
    connector.emit({ type: 'connection', state: 'online' });
    await settled();
    expect([words('connection'), words('connected')]).to.deep.equal([undefined, 'Connected again.']);
    clock.advance(4000);
    await settled();
    expect(words('connected')).to.equal(undefined);
  });

  it('says that the connection was closed', async () => {
    const { connector, adapter, settled } = await setup();
    connector.complete();
    await settled();
    expect(find(adapter.shadowRoot!, '[part=connection]')?.textContent).to.contain('Reload the page');
  });

  it('asks about a message that its chat’s end overtook, with its words to copy', async () => {
    const { button, connector, desk, find: found, adapter, settled } = await setup([anActive()]);
    connector.emit({ type: 'connection', state: 'offline' });
    void desk.send('chat-1', 'It is on its way').catch(() => undefined);
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' });
    await settled();
    expect(found('[part="unsent"] p').textContent).to.equal('The chat with Ana Silva is over. This was not sent:');
    expect((found('[part="unsent"] textarea') as HTMLTextAreaElement).value).to.equal('It is on its way');
    await expectAccessible(adapter);
    button('Discard').focus();
    button('Discard').click();
    await settled();
    expectSame(find(adapter.shadowRoot!, '[part="unsent"]'), undefined);
    expectSame(focused(), found('.panel'));
  });

  it('never covers the words of a message that was not sent', async () => {
    const { connector, desk, find: found, settled } = await setup([anActive()]);
    connector.emit({ type: 'connection', state: 'offline' });
    await settled();
    void desk.send('chat-1', 'It is on its way').catch(() => undefined);
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' });
    connector.emit({ type: 'connection', state: 'online' });
    await settled();
    const { top } = found('[part~="connected"]').getBoundingClientRect();
    expect(top).to.be.at.least(found('[part="unsent"]').getBoundingClientRect().bottom);
  });

  it('keeps what the agent types from the page’s hotkeys, and lets commands pass', async () => {
    const { desk, find: found, settled } = await setup([anActive()]);
    await desk.select('chat-1');
    await settled();
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', hear);
    document.addEventListener('keyup', hear);
    found('textarea').focus();
    await sendKeys({ press: 'n' });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'k' });
    await sendKeys({ up: 'Control' });
    document.removeEventListener('keydown', hear);
    document.removeEventListener('keyup', hear);
    expect(heard).to.not.include('n');
    expect(heard).to.include('k');
  });

  it('keeps keys from the page whatever the text field', async () => {
    const { find: found } = await setup();
    const field = document.createElement('input');
    found('.main').append(field);
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', hear);
    field.focus();
    await sendKeys({ press: 'n' });
    document.removeEventListener('keydown', hear);
    expect([field.value, heard]).to.deep.equal(['n', []]);
  });

  it('fills a narrow page, and its launcher stays in reach', async () => {
    const { panel, adapter, settled } = await setup([anActive()]);
    await setViewport({ width: 320, height: 600 });
    await settled();
    const { width, height } = panel.getBoundingClientRect();
    expect([width, height]).to.deep.equal([320, 600]);
    const launcher = find(adapter.shadowRoot!, 'chat-launcher')!.getBoundingClientRect();
    const top = document.elementFromPoint(launcher.x + launcher.width / 2, launcher.y + launcher.height / 2);
    expectSame(top, adapter);
    expect(adapter.shadowRoot?.elementFromPoint(launcher.x + 26, launcher.y + 26)?.localName).to.equal('chat-launcher');
    await setViewport({ width: 1024, height: 768 });
  });

  it('gives all of a narrow page to the cards until a chat is opened', async () => {
    const { button, find: found, settled } = await setup([anActive()]);
    await setViewport({ width: 400, height: 700 });
    button('Show previews').click();
    await settled();
    const { offsetWidth, offsetHeight } = found('chat-list');
    expect([found('.main').checkVisibility(), offsetWidth]).to.deep.equal([false, 400]);
    expect(offsetHeight).to.be.closeTo(found('.columns').offsetHeight, 1);
    button('Ana Silva, web').click();
    await settled();
    expect([found('.main').checkVisibility(), found('chat-list').offsetWidth]).to.deep.equal([true, 60]);
    await setViewport({ width: 1024, height: 768 });
  });

  it('speaks French when it is told to', async () => {
    const { adapter, settled, panel, button } = await setup();
    await loadWords('fr');
    adapter.locale = 'fr';
    await settled();
    expect(panel.lang).to.equal('fr');
    expect(button('Afficher les aperçus').checkVisibility()).to.equal(true);
  });
});

import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChatPane } from '../../../src/elements/chat-pane/chat-pane.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aChat, at } from '../../support/builders.js';
import { expectSame } from '../../support/expect-same.js';
import { listenToWarnings } from '../../support/listen-to-warnings.js';
import { focused, setup as setUp, type AdaptedOptions } from './setup.js';

const chats = [
  anActive(),
  anActive({ id: 'chat-2', requestedAt: at(1), endUser: { id: 'p2', name: 'Li Wei' } }),
  anActive({ id: 'chat-3', requestedAt: at(2), endUser: { id: 'p3', name: 'Bo Berg' } }),
  aChat({ id: 'chat-4', requestedAt: at(4), waiting: 2 }),
  aChat({ id: 'chat-5', requestedAt: at(3), channel: 'sms' }),
];

/** What is fetched when it is first used may take its time on a busy machine. */
const until = (isSo: () => boolean): Promise<void> => waitUntil(isSo, 'it never came', { timeout: 8000 });

const command = async (key: string, modifiers: readonly string[] = ['Alt', 'Shift']): Promise<void> => {
  for (const modifier of modifiers) await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  for (const modifier of modifiers) await sendKeys({ up: modifier });
};

/** An adapter beside a field of the page that has the focus. */
const setup = async (given = chats, options: AdaptedOptions = {}) => {
  const field = await fixture<HTMLInputElement>(html`<input aria-label="Case" />`);
  const adapted = await setUp(given, options);
  field.focus();
  const name = (): string | null | undefined => focused()?.getAttribute('aria-label');
  return { ...adapted, field, name };
};

describe('the keys of <chat-adapter>', () => {
  it('answer the request that waits longest, from a field of the page, and go to its text field', async () => {
    const { desk, name, settled } = await setup();
    await command('N');
    await settled();
    expect(desk.selected$.value).to.equal('chat-5');
    expect(name()).to.equal('Message…');
  });

  it('open the adapter for what they do', async () => {
    const { adapter, desk, name, settled } = await setup(chats, { open: false });
    await command('N');
    await settled();
    expect([adapter.open, desk.selected$.value, name()]).to.deep.equal([true, 'chat-5', 'Message…']);
  });

  it('go to a chat by its number; to a request, without answering it', async () => {
    const { desk, name, settled } = await setup();
    await command('2');
    await settled();
    expect([desk.selected$.value, name()]).to.deep.equal(['chat-2', 'Message…']);
    await command('5');
    await settled();
    expect(desk.selected$.value).to.equal('chat-2');
    expect(name()).to.equal('New chat, 2 messages, web');
  });

  it('go round the chats that need a reply, and to no other', async () => {
    const { connector, desk, settled } = await setup();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    connector.emit({ type: 'messages', chatId: 'chat-3', messages: [said(1, { id: 'other' })] });
    await settled();
    const went: (string | undefined)[] = [];
    for (const key of ['J', 'J', 'J', 'K']) {
      await command(key);
      await settled();
      went.push(desk.selected$.value);
    }
    expect(went).to.deep.equal(['chat-1', 'chat-3', 'chat-1', 'chat-3']);
  });

  it('go to the text field of the open chat', async () => {
    const { desk, name, settled } = await setup();
    await desk.select('chat-1');
    await settled();
    await command('R');
    expect(name()).to.equal('Message…');
  });

  it('open the dialog that ends the chat, and nothing works under it', async () => {
    const { desk, button, find, name, settled } = await setup();
    await desk.select('chat-1');
    await settled();
    await command('E');
    await settled();
    expect((find('dialog') as HTMLDialogElement).open).to.equal(true);
    await command('2');
    await settled();
    expect(desk.selected$.value).to.equal('chat-1');
    await sendKeys({ press: 'Escape' });
    await settled();
    expectSame(focused(), button('End chat'));
    expect(name()).to.equal(null);
  });

  it('go to the button that says why, where the chat cannot be ended', async () => {
    const { desk, adapter, button, find, settled } = await setup();
    await desk.select('chat-1');
    deepAll(adapter.shadowRoot!, 'chat-pane').forEach((pane) => ((pane as ChatPane).endUnavailable = 'Not now'));
    await settled();
    await command('E');
    await settled();
    expect((find('dialog') as HTMLDialogElement).open).to.equal(false);
    expectSame(focused(), button('End chat'));
  });

  it('submit the wrap-up, with the focus on Done then, and let the chat go', async () => {
    const policy = { crm: true, wrapUp: { notes: 'optional' } } as const;
    const { desk, button, settled } = await setup(chats, { policy });
    await desk.select('chat-1');
    await desk.end('chat-1');
    await settled();
    await command('S');
    await settled();
    expectSame(focused(), button('Done'));
    await command('D');
    await settled();
    expect(desk.chat('chat-1').view$.value).to.equal(undefined);
    expect(focused()).not.to.equal(document.body);
  });

  it('find, show previews, open and close', async () => {
    const { adapter, desk, name, settled, find, field } = await setup();
    await desk.select('chat-1');
    await settled();
    await command('F');
    await until(() => name() === 'Find in conversation');
    await command('P');
    await settled();
    expect(find('chat-list').hasAttribute('expanded')).to.equal(true);
    await command('C');
    await settled();
    expect([adapter.open, name()]).to.deep.equal([false, 'Open chat adapter']);
    await command('C');
    await settled();
    expect(adapter.open).to.equal(true);
    field.focus();
    await command('C');
    await settled();
    expect(adapter.open).to.equal(false);
    expectSame(focused(), field);
  });

  it('are told on the controls that do the same', async () => {
    const { desk, adapter, button, settled, find } = await setup();
    await desk.select('chat-1');
    await settled();
    const keyOf = (element: Element): string | null => element.getAttribute('aria-keyshortcuts');
    expect(keyOf(button('Close chat adapter'))).to.equal('Alt+Shift+C');
    expect(keyOf(button('End chat'))).to.equal('Alt+Shift+E');
    expect(keyOf(button('Show previews'))).to.equal('Alt+Shift+P');
    expect(keyOf(button('Li Wei, web'))).to.equal('Alt+Shift+2');
    expect(keyOf(find('textarea'))).to.equal('Alt+Shift+R');
    adapter.keys = { end: null, reply: 'F2' };
    await settled();
    expect([keyOf(button('End chat')), keyOf(find('textarea'))]).to.deep.equal([null, 'F2']);
  });

  it('are the page’s own, live, and none where it wants none', async () => {
    const { adapter, desk, settled } = await setup();
    adapter.keys = { answer: 'Control+Shift+Y', chat2: null };
    await settled();
    await command('N');
    await command('2');
    await settled();
    expect(desk.selected$.value).to.equal(undefined);
    await command('Y', ['Control', 'Shift']);
    await settled();
    expect(desk.selected$.value).to.equal('chat-5');
  });

  it('that could be typed work only inside, and not in a text field', async () => {
    const { adapter, desk, button, settled, field, find } = await setup();
    adapter.keys = { answer: 'n' };
    await settled();
    await sendKeys({ press: 'n' });
    await settled();
    expect([field.value, desk.selected$.value]).to.deep.equal(['n', undefined]);
    button('Li Wei, web').focus();
    button('Li Wei, web').click();
    await settled();
    await sendKeys({ press: 'n' });
    await settled();
    expect([(find('textarea') as HTMLTextAreaElement).value, desk.selected$.value]).to.deep.equal(['n', 'chat-2']);
    button('Show previews').focus();
    await sendKeys({ press: 'n' });
    await settled();
    expect(desk.selected$.value).to.equal('chat-5');
  });

  it('do nothing for a key that the page used, that is held, or that composes', async () => {
    const { desk, field, settled } = await setup();
    const init = { key: 'N', code: 'KeyN', altKey: true, shiftKey: true, bubbles: true, cancelable: true };
    const send = (given: KeyboardEventInit, more = {}): boolean =>
      field.dispatchEvent(Object.assign(new KeyboardEvent('keydown', given), more));
    field.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    send(init);
    send({ ...init, repeat: true });
    send({ ...init, isComposing: true });
    // WebKit makes no such event by `modifierAltGraph`.
    send(init, { getModifierState: (key: string) => key === 'AltGraph' });
    await settled();
    expect(desk.selected$.value).to.equal(undefined);
    // Told to the page: its own is not to be done as well.
    expect(send(init)).to.equal(false);
    await settled();
    expect(desk.selected$.value).to.equal('chat-5');
  });

  it('do nothing under a dialog of the page, and all inside one', async () => {
    const { adapter, desk, settled } = await setup();
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><input aria-label="In the dialog" /></dialog>`);
    dialog.showModal();
    await command('N');
    await settled();
    expect(desk.selected$.value).to.equal(undefined);
    dialog.append(adapter);
    await settled();
    await command('N');
    await settled();
    expect(desk.selected$.value).to.equal('chat-5');
  });

  it('are those of the adapter that has the focus, where there are two', async () => {
    const first = await setup();
    const second = await setUp(chats);
    second.button('Show previews').focus();
    await command('N');
    await second.settled();
    expect([first.desk.selected$.value, second.desk.selected$.value]).to.deep.equal([undefined, 'chat-5']);
    first.field.focus();
    await command('N');
    await first.settled();
    expect(first.desk.selected$.value).to.equal('chat-5');
  });

  it('stop with the adapter', async () => {
    const { adapter, desk, settled, field } = await setup();
    const init = { key: 'N', code: 'KeyN', altKey: true, shiftKey: true, bubbles: true, cancelable: true };
    adapter.remove();
    expect(field.dispatchEvent(new KeyboardEvent('keydown', init))).to.equal(true);
    await settled();
    expect(desk.selected$.value).to.equal(undefined);
  });

  it('name what is wrong with those of the page once', async () => {
    const warnings = listenToWarnings();
    const { adapter, settled } = await setup();
    adapter.keys = { answer: 'F2', end: 'F2' };
    await settled();
    adapter.keys = { answer: 'F2', end: 'F2' };
    await settled();
    warnings.stop();
    expect(warnings.texts).to.deep.equal([
      'agent-chat-adapter: <chat-adapter>, its "keys": "F2" is for answer, and so not for end.',
    ]);
  });
});

describe('the list of keys of <chat-adapter>', () => {
  const opened = async () => {
    const adapted = await setup();
    adapted.adapter.keys = { end: null };
    await adapted.settled();
    const sheet = (): HTMLDialogElement | undefined =>
      deepAll(adapted.adapter.shadowRoot!, 'dialog[part=keys]')[0] as HTMLDialogElement | undefined;
    await command('?');
    await until(() => sheet()?.open === true);
    return { ...adapted, sheet };
  };

  it('has the keys in force, in the page’s words, without those unbound', async () => {
    const { sheet } = await opened();
    const rows = [...sheet()!.querySelectorAll('[part=key]')].map((row) =>
      row.textContent.replace(/\s+/gu, ' ').trim(),
    );
    expect(rows).to.include('Answer the request that waits longest Alt Shift N');
    expect(rows).to.include('Go to chat 1 Alt Shift 1');
    expect(rows.some((row) => row.startsWith('End chat'))).to.equal(false);
    expect(rows).to.have.length(19);
    await expect(sheet()).to.be.accessible();
  });

  it('gives the focus back when Escape closes it, and leaves nothing', async () => {
    const { sheet, field, adapter } = await opened();
    expect(focused()?.getAttribute('aria-label')).to.equal('Close');
    await sendKeys({ press: 'Escape' });
    await until(() => sheet() === undefined);
    expectSame(focused(), field);
    expect(adapter.open).to.equal(true);
  });

  it('speaks while it makes all else inert', async () => {
    const { sheet, connector, clock, settled, desk } = await opened();
    await desk.select('chat-1');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    await clock.advanceAsync(30_000);
    await settled();
    expect(sheet()!.querySelector('[aria-live]')?.textContent).to.contain('Ana Silva: Hello');
  });

  it('opens from the menu More', async () => {
    const { desk, button, find, settled, adapter } = await setup();
    await desk.select('chat-1');
    await settled();
    button('More').click();
    await until(() => deepAll(adapter.shadowRoot!, '[role=menuitem]').length > 0);
    find('[part~=keys-item]').click();
    await until(() => deepAll(adapter.shadowRoot!, 'dialog[part=keys]').length === 1);
    await sendKeys({ press: 'Escape' });
    await until(() => focused() === button('More'));
  });
});

import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aChat, at } from '../../support/builders.js';
import { expectSame } from '../../support/expect-same.js';
import { anActive, said } from '../../desk/support/setup.js';
import { focused, setup } from './setup.js';

const two = [anActive(), anActive({ id: 'chat-2', requestedAt: at(1), endUser: { id: 'p2', name: 'Li Wei' } })];

describe('the focus in <chat-adapter>', () => {
  it('goes to the text field of a chat that the agent answers by keyboard', async () => {
    const { button, settled } = await setup([aChat({ waiting: 3 })]);
    button('New chat, 3 messages, web').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(focused()?.localName).to.equal('textarea');
  });

  it('goes to the text field of the chat that the agent opens, also if it is open already', async () => {
    const { button, settled } = await setup(two);
    button('Li Wei, web').click();
    await settled();
    expect(focused()?.localName).to.equal('textarea');
    button('Li Wei, web').focus();
    await sendKeys({ press: 'Space' });
    await settled();
    expect(focused()?.localName).to.equal('textarea');
  });

  it('stays where it is when the page opens a chat', async () => {
    const { desk, button, settled } = await setup(two);
    button('Show previews').focus();
    await desk.select('chat-2');
    await settled();
    expectSame(focused(), button('Show previews'));
  });

  it('stays with what the agent types elsewhere while an answer is under way', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Case" />`);
    const { button, connector, settled, desk } = await setup([aChat({ waiting: 3 })], { held: ['accept'] });
    button('New chat, 3 messages, web').focus();
    await sendKeys({ press: 'Enter' });
    field.focus();
    connector.call('accept').resolve();
    await settled();
    expect(desk.selected$.value).to.equal('chat-1');
    expectSame(focused(), field);
  });

  it('stays, as does all else, when a request comes while the agent types', async () => {
    const { button, connector, settled, desk } = await setup(two);
    button('Ana Silva, web').click();
    await settled();
    await sendKeys({ type: 'I am wri' });
    connector.emit({ type: 'chat', chat: aChat({ id: 'chat-3', requestedAt: at(2) }) });
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(1)] });
    await settled();
    await sendKeys({ type: 'ting' });
    expect((focused() as HTMLTextAreaElement).value).to.equal('I am writing');
    expect(desk.selected$.value).to.equal('chat-1');
  });

  it('goes to the first field of the form after the agent ended the chat', async () => {
    const policy = { crm: true, wrapUp: { disposition: 'absent', notes: 'optional' } } as const;
    const { button, settled, find } = await setup(two, { policy });
    button('Ana Silva, web').click();
    await settled();
    button('End chat').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    find('dialog [part=confirm]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'notes');
  });

  it('is in no field after somebody else ended the chat in which the agent types', async () => {
    const policy = { crm: true, wrapUp: { disposition: 'absent', notes: 'optional' } } as const;
    const { button, connector, settled, panel, find } = await setup(two, { policy });
    button('Ana Silva, web').click();
    await settled();
    await sendKeys({ type: 'I am wri' });
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' });
    await settled();
    await sendKeys({ type: 'ting' });
    expectSame(focused(), panel);
    expect((find('#notes') as HTMLTextAreaElement).value).to.equal('');
  });

  it('goes to the chat that is open next after Submit has let one go', async () => {
    const { button, settled, desk } = await setup(two);
    button('Ana Silva, web').click();
    await settled();
    await desk.end('chat-1');
    await settled();
    button('Submit').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(desk.selected$.value).to.equal('chat-2');
    expect(focused()?.getAttribute('aria-label')).to.equal('Li Wei, web');
  });

  it('is on the panel when the last chat has gone', async () => {
    const { button, settled, desk, panel } = await setup([anActive()]);
    button('Ana Silva, web').click();
    await settled();
    await desk.end('chat-1');
    await settled();
    button('Submit').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expectSame(focused(), panel);
  });

  it('goes to the panel, not to the page, when the agent dismisses a notice', async () => {
    const { desk, button, settled, panel } = await setup();
    desk.notify({ code: 'taken' });
    await settled();
    button('Dismiss').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expectSame(focused(), panel);
  });

  it('goes from the launcher into the panel by Tab', async () => {
    const { button, adapter, settled } = await setup([aChat({ waiting: 3 })], { open: false });
    button('Open chat adapter').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expectSame(focused(), button('Close chat adapter'));
    await sendKeys({ press: 'Tab' });
    expect(adapter.open).to.equal(true);
    expect(focused()?.getAttribute('aria-label')).to.equal('New chat, 3 messages, web');
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AskingEvent } from '../../../src/elements/asking-event.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aChat, at } from '../../support/builders.js';
import { expectSame } from '../../support/expect-same.js';
import { focused, setup } from './setup.js';

const three = [
  anActive(),
  anActive({ id: 'chat-2', requestedAt: at(1), endUser: { id: 'p2', name: 'Li Wei' } }),
  aChat({ id: 'chat-3', requestedAt: at(2), waiting: 2 }),
];

/** What others do, or the line, while the agent is busy. */
const others = (connector: Awaited<ReturnType<typeof setup>>['connector']): Readonly<Record<string, () => void>> => ({
  'a message in the open chat': () =>
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { id: 'in-1' })] }),
  'a message in another chat': () =>
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(1, { id: 'in-2' })] }),
  'a new request': () => connector.emit({ type: 'chat', chat: aChat({ id: 'chat-9', requestedAt: at(9) }) }),
  'a request answered elsewhere': () =>
    connector.emit({ type: 'withdrawn', chatId: 'chat-3', reason: 'answered-elsewhere' }),
  'an end user who leaves': () => connector.emit({ type: 'left', chatId: 'chat-1', time: at(5) }),
  'one who is back': () => connector.emit({ type: 'returned', chatId: 'chat-1', time: at(6) }),
  'the line lost': () => connector.emit({ type: 'connection', state: 'offline' }),
  'the line back': () => connector.emit({ type: 'connection', state: 'online' }),
  'the end of another chat': () => connector.emit({ type: 'ended', chatId: 'chat-2', time: at(7), by: 'end-user' }),
  'another chat that goes': () => connector.emit({ type: 'done', chatId: 'chat-2' }),
});

const names = Object.keys(others({} as never));

describe('the focus in <chat-adapter> stays', () => {
  for (const [place, find] of Object.entries({
    'the text field': 'textarea',
    'the button End chat': '[part=end-button]',
    'the open chat’s indicator': 'chat-indicator',
    'the log': '[role=log]',
  }))
    it(`in ${place} through all that others do`, async () => {
      const adapted = await setup(three);
      await adapted.desk.select('chat-1');
      await adapted.settled();
      const element = adapted.find(find);
      element.focus();
      const before = focused();
      const happen = others(adapted.connector);
      for (const name of names) {
        happen[name]!();
        await adapted.settled();
        adapted.clock.advance(1000);
        await adapted.settled();
        expectSame(focused(), before);
      }
      expect(adapted.desk.selected$.value).to.equal('chat-1');
    });

  it('on the request that a host forbids to answer', async () => {
    const { adapter, button, desk, settled } = await setup(three);
    adapter.addEventListener('chat-before-accept', (event) => event.preventDefault());
    button('New chat, 2 messages, web').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(desk.selected$.value).to.equal(undefined);
    expectSame(focused(), button('New chat, 2 messages, web'));
  });

  it('on the request that a host forbids after a while to answer', async () => {
    const { adapter, button, settled } = await setup(three);
    let decide: (allow: boolean) => void = () => {};
    adapter.addEventListener('chat-before-accept', (event) =>
      (event as unknown as AskingEvent<never>).decide(new Promise((resolve) => (decide = resolve))),
    );
    button('New chat, 2 messages, web').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    decide(false);
    await settled();
    expectSame(focused(), button('New chat, 2 messages, web'));
  });

  it('on End chat, where a host forbids to end it', async () => {
    const { adapter, button, desk, find, settled } = await setup(three);
    await desk.select('chat-1');
    await settled();
    adapter.addEventListener('chat-before-end', (event) => event.preventDefault());
    button('End chat').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    find('dialog [part=confirm]').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expectSame(focused(), button('End chat'));
  });

  it('on Submit, where a host forbids to submit', async () => {
    const policy = { crm: true, wrapUp: { notes: 'optional' } } as const;
    const { adapter, button, desk, settled } = await setup(three, { policy });
    await desk.select('chat-1');
    await desk.end('chat-1');
    await settled();
    adapter.addEventListener('chat-before-wrap-up', (event) => event.preventDefault());
    button('Submit').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expectSame(focused(), button('Submit'));
  });

  it('in the list when the chat that has it goes: on its neighbour', async () => {
    const { button, connector, settled } = await setup(three);
    button('Li Wei, web').focus();
    connector.emit({ type: 'done', chatId: 'chat-2' });
    await settled();
    expectSame(focused(), button('New chat, 2 messages, web'));
  });
});

describe('the focus in <chat-adapter> goes on', () => {
  it('from Submit to Done, and then to the chat that is open next', async () => {
    const policy = { crm: true, wrapUp: { notes: 'optional' } } as const;
    const { button, desk, settled } = await setup(three, { policy });
    await desk.select('chat-1');
    await desk.end('chat-1');
    await settled();
    button('Submit').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expectSame(focused(), button('Done'));
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(desk.selected$.value).to.equal('chat-2');
    expectSame(focused(), button('Li Wei, web'));
  });

  it('from one message that was not sent to the next that is given up, then to the conversation', async () => {
    const { adapter, button, connector, desk, find, settled } = await setup(three);
    await desk.select('chat-1');
    connector.emit({ type: 'connection', state: 'offline' });
    for (const text of ['One', 'Two']) desk.send('chat-1', text).catch(() => undefined);
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' });
    await settled();
    const discards = (): HTMLElement[] => [
      ...adapter.shadowRoot!.querySelectorAll<HTMLElement>('[part=unsent-discard-button]'),
    ];
    expect(discards()).to.have.length(2);
    discards()[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(discards()).to.have.length(1);
    expectSame(focused(), discards()[0]);
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(discards()).to.have.length(0);
    expectSame(focused(), button('Submit'));
    await desk.select('chat-2');
    expect(find('chat-list')).to.exist;
  });

  it('from a notice that is dismissed to the text field', async () => {
    const { button, desk, find, settled } = await setup(three);
    await desk.select('chat-1');
    desk.notify({ code: 'taken' });
    await settled();
    button('Dismiss').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expectSame(focused(), find('textarea'));
  });

  it('from a message that goes to the conversation', async () => {
    const { connector, desk, find, settled } = await setup(three, { held: ['send'] });
    await desk.select('chat-1');
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    desk.send('chat-1', 'Hello').catch(() => undefined);
    await settled();
    connector.call('send').reject(new Error('No'));
    await waitUntil(() => desk.unsent$.value.some(({ delivery }) => delivery === 'failed'));
    await settled();
    find('[role=log]').focus();
    await sendKeys({ press: 'ArrowUp' });
    await settled();
    expect(focused()?.localName).to.equal('li');
    await desk.discard('chat-1', desk.unsent$.value[0]!.messageId);
    await settled();
    expectSame(focused(), find('[role=log]'));
  });
});

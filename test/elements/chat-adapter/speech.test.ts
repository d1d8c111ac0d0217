import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aChat, at } from '../../support/builders.js';
import { setup as setUp, type AdaptedOptions } from './setup.js';

const names = ['Ana Silva', 'Ben Okafor', 'Chloé Roux', 'Dilek Kaya', 'Emil Novak'];

const five = names.map((name, index) =>
  anActive({ id: `chat-${index + 1}`, requestedAt: at(index), endUser: { id: `person-${index}`, name } }),
);

/** An adapter with the first of these chats open, and all that any live region in it says from then on. */
const setup = async (chats = five, options: AdaptedOptions = {}) => {
  const adapted = await setUp(chats, options);
  const { adapter, desk, clock, settled } = adapted;
  await desk.select('chat-1');
  await clock.advanceAsync(20_000);
  await settled();
  const spoken: string[] = [];
  const hear = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) spoken.push(node.textContent?.trim() ?? '');
  });
  const watched = new Set<Element>();
  const regions = (): readonly HTMLElement[] =>
    deepAll(adapter.shadowRoot!, '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]');
  const listen = (): void => {
    for (const region of regions())
      if (!watched.has(region)) {
        watched.add(region);
        hear.observe(region, { childList: true, subtree: true, characterData: true });
      }
  };
  listen();
  return { ...adapted, spoken, regions, listen };
};

const hide = (hidden: boolean): void => {
  for (const [name, value] of Object.entries({ hidden, visibilityState: hidden ? 'hidden' : 'visible' }))
    Object.defineProperty(document, name, { configurable: true, value });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('what <chat-adapter> speaks', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
    Reflect.deleteProperty(document, 'visibilityState');
  });

  it('is five announcements at most for 30 messages over five chats in two seconds, none of them twice', async () => {
    const { connector, clock, spoken, settled } = await setup();
    for (let count = 0; count < 30; count += 1) {
      const chat = (count % 5) + 1;
      const message = said(Math.floor(count / 5) + 1, { id: `m${count}`, text: `Words ${count}`, time: clock.now() });
      connector.emit({ type: 'messages', chatId: `chat-${chat}`, messages: [message] });
      await clock.advanceAsync(2000 / 30);
    }
    await clock.advanceAsync(30_000);
    await settled();
    expect(spoken).to.deep.equal([
      'Ana Silva: Words 0\nWords 5',
      'Other chats: 6 new messages',
      'Ana Silva: 4 new messages',
      'Other chats: 18 new messages',
    ]);
  });

  it('is nothing while a minute ticks and nothing is crossed', async () => {
    const { adapter, connector, clock, spoken, settled } = await setup(five, {
      policy: { crm: true, response: { target: 600 } },
    });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { time: clock.now() })] });
    await clock.advanceAsync(10_000);
    await settled();
    expect(spoken.splice(0)).to.deep.equal(['Ana Silva: Hello']);
    const digits = (): string | null | undefined =>
      deepAll(adapter.shadowRoot!, 'response-timer').at(-1)?.shadowRoot?.querySelector('[part=time]')?.textContent;
    await waitUntil(() => digits() !== undefined);
    const before = digits();
    for (let second = 0; second < 60; second += 1) {
      await clock.advanceAsync(1000);
      await settled();
    }
    await waitUntil(() => digits() !== before);
    expect(spoken).to.deep.equal([]);
  });

  it('is each crossing of a response timer once', async () => {
    const { connector, clock, spoken, settled } = await setup(five, {
      policy: { crm: true, response: { target: 60 } },
    });
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(1, { time: clock.now() })] });
    for (let second = 0; second < 90; second += 1) await clock.advanceAsync(1000);
    await settled();
    expect(spoken).to.deep.equal([
      'Ben Okafor: 1 new message',
      'Ben Okafor: reply soon',
      'Ben Okafor: urgent',
      'Ben Okafor: target missed',
    ]);
  });

  it('counts the chats where many cross at once', async () => {
    const { connector, clock, spoken, settled } = await setup(five, {
      policy: { crm: true, response: { target: 60 } },
    });
    for (const { id } of five)
      connector.emit({ type: 'messages', chatId: id, messages: [said(1, { id: `of ${id}`, time: clock.now() })] });
    await clock.advanceAsync(10_000);
    spoken.length = 0;
    await clock.advanceAsync(10_000);
    await settled();
    expect(spoken).to.deep.equal(['5 chats: reply soon']);
  });

  it('comes once, in the dialog, while the dialog makes all else inert', async () => {
    const { button, connector, clock, spoken, regions, settled, find } = await setup();
    button('End chat').click();
    await settled();
    const heard = regions().filter((region) => find('dialog').contains(region));
    const inDialog: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) inDialog.push(node.textContent ?? '');
    });
    for (const region of heard) observer.observe(region, { childList: true, subtree: true });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { text: 'One more thing' })] });
    await clock.advanceAsync(1000);
    await settled();
    expect(inDialog).to.deep.equal(['Ana Silva: One more thing']);
    expect(spoken).to.deep.equal(inDialog);
    button('Cancel').click();
    await settled();
    spoken.length = 0;
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(2, { text: 'Thanks' })] });
    await clock.advanceAsync(10_000);
    await settled();
    expect(spoken).to.deep.equal(['Ana Silva: Thanks']);
    expect(inDialog).to.have.length(1);
  });

  it('waits while a dialog of the page is over it', async () => {
    const { connector, clock, spoken, settled } = await setup();
    const dialog = await fixture<HTMLDialogElement>(html`<dialog aria-label="Of the page"></dialog>`);
    dialog.showModal();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    await clock.advanceAsync(10_000);
    await settled();
    expect(spoken).to.deep.equal([]);
    dialog.close();
    await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    await clock.advanceAsync(1000);
    await settled();
    expect(spoken).to.deep.equal(['Ana Silva: Hello']);
  });

  it('waits while the page is hidden, and is then what is still news', async () => {
    const { connector, clock, desk, spoken, settled } = await setup();
    hide(true);
    for (let seq = 1; seq <= 40; seq += 1) {
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(seq, { time: clock.now() })] });
      await clock.advanceAsync(1000);
    }
    connector.emit({ type: 'chat', chat: aChat({ id: 'gone', requestedAt: at(90) }) });
    connector.emit({ type: 'withdrawn', chatId: 'gone', reason: 'withdrawn' });
    connector.emit({ type: 'chat', chat: aChat({ id: 'waits', requestedAt: at(91), channel: 'sms' }) });
    await clock.advanceAsync(1000);
    await settled();
    expect(spoken).to.deep.equal([]);
    hide(false);
    await clock.advanceAsync(20_000);
    await settled();
    expect(spoken).to.deep.equal(['New chat, SMS, 1 message', 'Ana Silva: 40 new messages']);
    expect(desk.selected$.value).to.equal('chat-1');
  });

  it('is not the whole of a message that would talk for minutes', async () => {
    const { connector, clock, spoken, settled } = await setup();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { text: 'word '.repeat(2000) })] });
    await clock.advanceAsync(1000);
    await settled();
    expect(spoken[0]?.length).to.be.within(500, 520);
  });

  it('is that the end user ended the chat', async () => {
    const { connector, clock, spoken, settled } = await setup();
    connector.emit({ type: 'ended', chatId: 'chat-2', time: clock.now(), by: 'end-user' });
    await clock.advanceAsync(1000);
    await settled();
    expect(spoken).to.deep.equal(['The chat with Ben Okafor has ended']);
  });
});

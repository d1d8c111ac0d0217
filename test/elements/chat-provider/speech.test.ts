import { expect, fixture, html } from '@open-wc/testing';
import type { ChatProvider } from '../../../src/elements/chat-provider/chat-provider.js';
import { aChat, at } from '../../support/builders.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aConnector, settled, setup as setupProvider } from './setup.js';

/** Longer than any turn waits for the one before; shorter than other conversations wait for each other. */
const TURN = 7000;

/** A provider, and what it speaks in one turn after `happens`. */
const setup = async (connector = aConnector()) => {
  const provided = await setupProvider(connector);
  const region = provided.provider.shadowRoot!.querySelector('[aria-live]')!;
  const spokenAfter = async (happens: () => unknown): Promise<string[]> => {
    const before = new Set(region.children);
    await happens();
    provided.clock.advance(TURN);
    await provided.provider.updateComplete;
    return [...region.children].filter((child) => !before.has(child)).map((child) => child.textContent);
  };
  return { ...provided, region, spokenAfter };
};

const openChat = async (policy = {}) => {
  const given = await setup(aConnector([anActive()]));
  given.provider.policy = { crm: true, ...policy };
  await settled();
  await given.desk.select('chat-1');
  await given.spokenAfter(() => undefined);
  return given;
};

describe('what a provider speaks', () => {
  it('has a polite region before there is anything to say', async () => {
    const { region } = await setup();
    expect([region.getAttribute('aria-live'), region.textContent.trim()]).to.deep.equal(['polite', '']);
  });

  it('speaks of a new request with its channel and count', async () => {
    const { connector, spokenAfter } = await setup();
    const chat = aChat({ channel: 'sms', waiting: 3 });
    expect(await spokenAfter(() => connector.emit({ type: 'chat', chat }))).to.deep.equal([
      'New chat, SMS, 3 messages',
    ]);
  });

  it('speaks of many requests at once as a number', async () => {
    const { connector, spokenAfter } = await setup();
    const arrive = (): void => {
      for (let number = 1; number <= 5; number += 1)
        connector.emit({ type: 'chat', chat: aChat({ id: `chat-${number}`, requestedAt: at(number) }) });
    };
    expect(await spokenAfter(arrive)).to.deep.equal(['5 new chats']);
  });

  it('speaks of each request once', async () => {
    const { connector, spokenAfter } = await setup();
    const arrive = (number: number) => (): void =>
      connector.emit({ type: 'chat', chat: aChat({ id: `chat-${number}`, requestedAt: at(number), waiting: number }) });
    expect(await spokenAfter(arrive(1))).to.deep.equal(['New chat, web, 1 message']);
    expect(await spokenAfter(arrive(2))).to.deep.equal(['New chat, web, 2 messages']);
  });

  it('says nothing of a request that was gone before its turn', async () => {
    const { connector, spokenAfter } = await setup();
    const comeAndGo = (): void => {
      connector.emit({ type: 'chat', chat: aChat() });
      connector.emit({ type: 'withdrawn', chatId: 'chat-1', reason: 'withdrawn' });
    };
    expect(await spokenAfter(comeAndGo)).to.deep.equal([]);
  });

  it('speaks the end user’s messages of the open conversation, each once, also when they say the same', async () => {
    const { connector, spokenAfter } = await openChat();
    const say = (seq: number) => (): void =>
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(seq, { text: 'Hello?' })] });
    expect(await spokenAfter(say(1))).to.deep.equal(['Ana Silva: Hello?']);
    expect(await spokenAfter(say(1))).to.deep.equal([]);
    expect(await spokenAfter(say(2))).to.deep.equal(['Ana Silva: Hello?']);
  });

  it('speaks many messages at once as a number', async () => {
    const { connector, spokenAfter } = await openChat();
    const messages = [1, 2, 3, 4].map((seq) => said(seq));
    expect(await spokenAfter(() => connector.emit({ type: 'messages', chatId: 'chat-1', messages }))).to.deep.equal([
      'Ana Silva: 4 new messages',
    ]);
  });

  it('reads out no message of another conversation, of a bot, and no preview', async () => {
    const { connector, desk, spokenAfter } = await openChat({ typing: 'preview' });
    const other = (): void => {
      connector.emit({ type: 'typing', chatId: 'chat-1', typing: true, preview: 'I am not sure' });
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { author: 'bot' })] });
    };
    expect(await spokenAfter(other)).to.deep.equal([]);
    await desk.select(undefined);
    expect(
      await spokenAfter(() => connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(2)] })),
    ).to.deep.equal(['Ana Silva: 1 new message']);
  });

  it('uses the name that the rule allows when it speaks', async () => {
    const { provider, connector, spokenAfter } = await openChat();
    const sayAndHide = async (): Promise<void> => {
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
      provider.policy = { crm: false };
      await provider.updateComplete;
    };
    expect(await spokenAfter(sayAndHide)).to.deep.equal(['+15550100: Hello']);
  });

  it('says who left and who is back', async () => {
    const { connector, spokenAfter } = await openChat();
    expect(await spokenAfter(() => connector.emit({ type: 'left', chatId: 'chat-1', time: at(1) }))).to.deep.equal([
      'Ana Silva has left',
    ]);
    expect(await spokenAfter(() => connector.emit({ type: 'returned', chatId: 'chat-1', time: at(2) }))).to.deep.equal([
      'Ana Silva is back',
    ]);
  });

  it('says when a reply is due soon, urgent and missed', async () => {
    const { connector, clock, spokenAfter } = await openChat({ response: { target: 60 } });
    await spokenAfter(() => connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] }));
    expect(await spokenAfter(() => clock.set(at(20)))).to.deep.equal(['Ana Silva: reply soon']);
    expect(await spokenAfter(() => clock.set(at(50)))).to.deep.equal(['Ana Silva: urgent']);
    expect(await spokenAfter(() => clock.set(at(70)))).to.deep.equal(['Ana Silva: target missed']);
  });

  it('speaks notices, and the words of a host that vetoed', async () => {
    const { desk, spokenAfter } = await setup();
    expect(await spokenAfter(() => desk.notify({ code: 'taken' }))).to.deep.equal([
      'Another agent answered this chat first.',
    ]);
    expect(await spokenAfter(() => desk.notify({ code: 'host-veto', text: 'Not in your break.' }))).to.deep.equal([
      'Not in your break.',
    ]);
  });

  it('says when the connection is lost and when it is back', async () => {
    const { connector, spokenAfter } = await setup();
    expect(await spokenAfter(() => connector.emit({ type: 'connection', state: 'offline' }))).to.deep.equal([
      'No connection. What you send waits until it is back.',
    ]);
    expect(await spokenAfter(() => connector.emit({ type: 'connection', state: 'online' }))).to.deep.equal([
      'Connected again.',
    ]);
  });

  it('says that a message was not sent before its chat was over, once', async () => {
    const { connector, desk, spokenAfter } = await openChat();
    connector.emit({ type: 'connection', state: 'offline' });
    await spokenAfter(() => void desk.send('chat-1', 'Hi').catch(() => undefined));
    const unsent = 'A message to Ana Silva was not sent, and the chat is over';
    const ended = { type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' };
    expect(await spokenAfter(() => connector.emit(ended))).to.deep.equal([unsent, 'The chat with Ana Silva has ended']);
    expect(await spokenAfter(() => connector.emit({ type: 'done', chatId: 'chat-1' }))).to.deep.equal([]);
  });

  it('says that the connection was closed', async () => {
    const { connector, spokenAfter } = await setup();
    expect(await spokenAfter(() => connector.complete())).to.deep.equal([
      'The connection was closed. Reload the page to connect again.',
    ]);
  });

  it('speaks once where a provider passes a desk on', async () => {
    const { provider, connector, spokenAfter } = await setup();
    const inner = document.createElement('chat-provider');
    provider.append(inner);
    await settled();
    expect((await spokenAfter(() => connector.emit({ type: 'chat', chat: aChat() }))).length).to.equal(1);
    expect(inner.shadowRoot?.querySelector('[aria-live]')?.children.length).to.equal(0);
  });

  it('speaks once where two providers were given one desk', async () => {
    const { desk, clock, connector } = await setup();
    const place = await fixture(
      html`<div><chat-provider .desk=${desk}></chat-provider><chat-provider .desk=${desk}></chat-provider></div>`,
    );
    connector.emit({ type: 'chat', chat: aChat() });
    clock.advance(500);
    await settled();
    const regions = [...place.children].map((each) => each.shadowRoot?.querySelector('[aria-live]'));
    // The provider that made the desk came first and has said it.
    expect(regions.map((each) => each?.children.length)).to.deep.equal([0, 0]);
  });

  it('speaks the language of the provider', async () => {
    const { provider, connector, spokenAfter } = await setup();
    provider.strings = { sayNewChat: { other: 'Es wartet jemand: {channel}' } };
    await settled();
    expect(await spokenAfter(() => connector.emit({ type: 'chat', chat: aChat() }))).to.deep.equal([
      'Es wartet jemand: web',
    ]);
  });

  it('takes no room in the page', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <chat-provider><p style="margin:0">Text</p></chat-provider>
      </div>`,
    );
    const provider = place.querySelector<ChatProvider>('chat-provider')!;
    expect(getComputedStyle(provider).display).to.equal('contents');
    expect(place.offsetHeight).to.equal(place.querySelector('p')!.offsetHeight);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import type { ChatMessage } from '../../../src/elements/chat-message/chat-message.js';
import { loadSlots } from '../../../src/elements/load-slots.js';
import type { MessageContext, MessageRenderer } from '../../../src/index.js';
import { deepAll, focusedElement } from '../../../src/testing/harnesses/shadow.js';
import { expectAccessible } from '../../support/accessible.js';
import { expectSame } from '../../support/expect-same.js';
import { aMessage } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { listenToWarnings } from '../../support/listen-to-warnings.js';
import { order, painted, setup } from './setup.js';

/** Shows orders as cards with a field and a button; remembers what it was asked and what was given back. */
const createCards = () => {
  const asked: (readonly [id: string, context: MessageContext])[] = [];
  const released: string[] = [];
  const renderMessage: MessageRenderer = (message, context) => {
    if (message.kind !== 'order') return undefined;
    asked.push([message.id, context]);
    context.signal.addEventListener('abort', () => released.push(message.id));
    const card = document.createElement('article');
    card.className = 'card';
    card.innerHTML = '<label>Note <input name="note"></label> <button type="button">Refund</button>';
    // WebKitGTK's own buttons are white on grey where it is dark.
    card.querySelector('button')!.style.cssText = 'color: CanvasText; background: Canvas';
    card.prepend(message.text);
    return card;
  };
  return { asked, released, renderMessage };
};

const isInView = (element: Element): boolean => element.getBoundingClientRect().height > 0;

describe('a page’s own messages', () => {
  it('stand in the place of the bubble, with the chat, where the page’s styles reach them', async () => {
    const { asked, renderMessage } = createCards();
    const { adapter, all } = await setup({ renderMessage });
    const card = adapter.querySelector('.card')!;
    expect(isInView(card)).to.equal(true);
    expect(all('[part=own-content]').length).to.equal(1);
    expect(all('[part~=bubble]').map((bubble) => bubble.textContent)).to.deep.equal(['Hello']);
    expect(asked.map(([id, { chat }]) => [id, chat?.id])).to.deep.equal([['m1', 'chat-1']]);
    await expectAccessible(adapter);
  });

  it('were never shown as bubbles first', async () => {
    const { renderMessage } = createCards();
    const fake = createFakeDesk(aView());
    fake.chat('chat-1').add(order('m1'));
    const adapter = await fixture<ChatAdapter>(
      html`<chat-adapter open .desk=${fake.desk} .renderMessage=${renderMessage}></chat-adapter>`,
    );
    const seen = new Set<string>();
    for (let frame = 0; frame < 20; frame += 1) {
      for (const one of deepAll(adapter.shadowRoot!, '[part~=bubble], [part=own-content]')) seen.add(one.part.value);
      await painted(1);
    }
    expect([...seen]).to.deep.equal(['own-content']);
  });

  it('stay while the rest of the row changes, and are asked for again when the message does', async () => {
    const { asked, released, renderMessage } = createCards();
    const { adapter, chat, desk } = await setup({ renderMessage });
    const card = adapter.querySelector('.card');
    chat('chat-1').change({ naming: { by: 'name', text: 'Li Wei' } });
    await painted();
    expect([adapter.querySelector('.card') === card, asked.length]).to.deep.equal([true, 1]);
    const messages = desk.chat('chat-1').messages$.value as unknown[];
    messages[0] = order('m1', 8842);
    chat('chat-1').add();
    await painted();
    expect(adapter.querySelector('.card')?.textContent).to.contain('8842');
    expect([asked.length, asked[1]?.[1].shown === card, released]).to.deep.equal([2, true, ['m1']]);
  });

  it('stay where the page returns the same node again', async () => {
    const released: string[] = [];
    const { adapter, chat, desk } = await setup({
      renderMessage: ({ id, text }, { shown, signal }) => {
        signal.addEventListener('abort', () => released.push(id));
        const node = (shown as HTMLElement | undefined) ?? document.createElement('b');
        node.textContent = `! ${text}`;
        return node;
      },
      messages: [order('m1')],
    });
    const before = adapter.querySelector('b');
    const messages = desk.chat('chat-1').messages$.value as unknown[];
    messages[0] = order('m1', 8842);
    chat('chat-1').add();
    await painted();
    expect([adapter.querySelector('b') === before, before?.textContent, released]).to.deep.equal([
      true,
      '! Order 8842',
      [],
    ]);
  });

  it('are given back when another chat is shown, when the page wants them no more, and when the adapter goes', async () => {
    const { released, renderMessage } = createCards();
    const { adapter, select, all } = await setup({ renderMessage });
    const given = async (act: () => void): Promise<readonly string[]> => {
      released.length = 0;
      act();
      await painted(12);
      return [...released, `${adapter.querySelectorAll('.card').length} left`];
    };
    expect(await given(() => select('chat-2'))).to.deep.equal(['m1', '0 left']);
    expect(await given(() => select('chat-1'))).to.deep.equal(['1 left']);
    expect(await given(() => (adapter.renderMessage = undefined))).to.deep.equal(['m1', '0 left']);
    expect(all('[part~=bubble]').length).to.equal(2);
    expect(await given(() => (adapter.renderMessage = renderMessage))).to.deep.equal(['1 left']);
    const parent = adapter.parentElement!;
    expect(await given(() => adapter.remove())).to.deep.equal(['m1', '0 left']);
    expect(await given(() => parent.append(adapter))).to.deep.equal(['1 left']);
    expect(await given(() => parent.prepend(adapter))).to.deep.equal(['1 left']);
    expect(all('slot[slot^=agent-chat]').length).to.equal(2);
  });

  it('are a window of ten thousand, follow the end when they grow late, and keep what has the focus', async () => {
    const { asked, released, renderMessage } = createCards();
    const messages = Array.from({ length: 10_000 }, (_, index) => order(`m${index}`, index));
    const { adapter, find } = await setup({ messages, renderMessage });
    const log = find('[role=log]');
    const fromEnd = (): number => log.scrollHeight - log.clientHeight - log.scrollTop;
    const cards = (): readonly HTMLElement[] => [...adapter.querySelectorAll<HTMLElement>('.card')];
    expect(cards().length).to.be.lessThan(40);
    expect(asked.length).to.be.lessThan(80);
    for (const card of cards()) card.style.paddingBlock = '40px';
    await painted();
    expect(fromEnd()).to.be.lessThan(2);

    const last = cards().find((card) => card.textContent.includes('9999'))!;
    last.querySelector('input')!.focus();
    await sendKeys({ type: 'paid' });
    log.scrollTop = log.scrollHeight / 2;
    await painted();
    expectSame(focusedElement(), last.querySelector('input'));
    await sendKeys({ type: '!' });
    expect(last.querySelector('input')?.value).to.equal('paid!');
    expect(cards().length).to.be.lessThan(40);

    last.querySelector('input')!.blur();
    log.scrollTop = 0;
    await painted();
    expect(last.isConnected).to.equal(false);
    expect(released.length).to.equal(asked.length - cards().length);
    expect(adapter.children.length).to.equal(cards().length);
  });

  it('have keys of their own', async () => {
    const { renderMessage } = createCards();
    const { adapter, find } = await setup({ renderMessage });
    const heard: string[] = [];
    adapter.parentElement!.addEventListener('keydown', ({ key }) => heard.push(key));
    const field = adapter.querySelector('input')!;
    field.focus();
    await sendKeys({ press: 'a' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'a' });
    await sendKeys({ up: 'Control' });
    expectSame(focusedElement(), field);
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, 1]);
    expect(heard).to.include.members(['a', 'ArrowUp']);
    // What is typed in the adapter's own field stays there.
    heard.length = 0;
    find('textarea').focus();
    await sendKeys({ press: 'b' });
    expect(heard).to.deep.equal([]);
  });

  it('that fail or are no nodes give way to the bubble, told once by name, and nothing else is lost', async () => {
    const { texts, stop } = listenToWarnings();
    const made = document.createElement('i');
    const given: Readonly<Record<string, () => unknown>> = {
      m1: () => {
        throw new Error('no card');
      },
      m2: () => '<b>bold</b>',
      m3: () => made,
      m4: () => made,
      m5: () => null,
    };
    const { adapter, all } = await setup({
      messages: [...Object.keys(given).map((id) => order(id)), order('m6')],
      renderMessage: ({ id }) => {
        const make = given[id];
        return make === undefined ? new Text('plain') : (make() as Node);
      },
    });
    stop();
    expect(all('[part~=bubble]').length).to.equal(4);
    expect([adapter.querySelectorAll('b').length, adapter.querySelectorAll('i').length]).to.deep.equal([0, 1]);
    expect(adapter.textContent).to.contain('plain');
    expect(texts.map((text) => /"renderMessage" failed \((.*)\); /u.exec(text)?.[1])).to.deep.equal([
      'Error: no card',
      'TypeError: it returned string, which is no DOM node',
      'TypeError: it returned a node that is shown elsewhere',
    ]);
  });

  it('have actions beside them, in a message alone too', async () => {
    const message = aMessage({ id: 'm1' });
    const element = await fixture<ChatMessage>(
      html`<chat-message
        .message=${message}
        .renderMessageActions=${({ text }: { text: string }) => new Text(`Translate ${text}`)}
      ></chat-message>`,
    );
    await loadSlots(element);
    await painted();
    expect(element.textContent).to.equal('Translate Hello');
    expect(element.shadowRoot?.querySelector('[part=own-actions]')).not.to.equal(null);
    element.message = aMessage({ id: 'm2', text: 'Bye' });
    await painted();
    expect(element.textContent).to.equal('Translate Bye');
  });
});

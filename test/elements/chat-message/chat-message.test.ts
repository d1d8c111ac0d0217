import { expect, fixture, html } from '@open-wc/testing';
import type { Message } from '../../../src/core/index.js';
import { ChatMessage } from '../../../src/elements/chat-message/chat-message.js';
import { englishTranslator } from '../../../src/i18n/translator.js';
import { expectAccessible } from '../../support/accessible.js';
import { aMessage, MORNING } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(ChatMessage);

const setup = async (message: Partial<Message> = {}, name?: string) => {
  const element = await fixture<ChatMessage>(
    html`<chat-message .message=${aMessage(message)} .name=${name}></chat-message>`,
  );
  const root = element.shadowRoot as ShadowRoot;
  return {
    element,
    root,
    part: (name: string) => root.querySelector<HTMLElement>(`[part~="${name}"]`),
    button: (text: string) => [...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === text),
    /** What a screen reader reads, in order. */
    spoken: () => {
      const copy = (root.querySelector('.message') as HTMLElement).cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[aria-hidden]').forEach((hidden) => hidden.remove());
      return copy.textContent?.replace(/\s+/gu, ' ').trim();
    },
  };
};

const shown = englishTranslator.time(MORNING);

describe('<chat-message>', () => {
  it('is accessible', async () => {
    const { element } = await setup({}, 'Ana Silva');
    await expectAccessible(element);
  });

  it('is accessible with its delivery, its actions and its label', async () => {
    const { element } = await setup({ author: 'agent', delivery: 'failed' });
    element.desk = createFakeDesk(aView()).desk;
    element.chatId = 'chat-1';
    await element.updateComplete;
    await expectAccessible(element);
    element.message = aMessage({ author: 'agent', internal: true });
    await element.updateComplete;
    await expectAccessible(element);
  });

  it('speaks who wrote it, the text, and the time', async () => {
    const { spoken } = await setup({ text: 'Where is it?' }, 'Ana Silva');
    expect(spoken()).to.equal(`Ana Silva: Where is it? ${shown}`);
  });

  for (const [connection, state, words] of [
    ['online', 'active', 'Sending…'],
    ['offline', 'active', 'Waits to be sent'],
    ['online', 'left', 'Waits to be sent'],
  ] as const)
    it(`says of a message on its way what it waits for (${connection}, ${state})`, async () => {
      const { element, part } = await setup({ author: 'agent', delivery: 'sending' });
      const fake = createFakeDesk(aView({ state }));
      fake.connection.next(connection);
      element.desk = fake.desk;
      element.chatId = 'chat-1';
      await element.updateComplete;
      expect(part('delivery')?.textContent).to.equal(words);
    });

  it('can only be discarded once its chat has ended', async () => {
    const { element, button } = await setup({ author: 'agent', delivery: 'failed' });
    element.desk = createFakeDesk(aView({ state: 'wrap-up' })).desk;
    element.chatId = 'chat-1';
    await element.updateComplete;
    expect([button('Try again'), button('Discard') !== undefined]).to.deep.equal([undefined, true]);
  });

  it('speaks the agent as "You"', async () => {
    const { spoken } = await setup({ author: 'agent', delivery: 'sent' });
    expect(spoken()).to.equal(`You: Hello ${shown} · Sent`);
  });

  it('still speaks its time when it is grouped, without showing it', async () => {
    const { element, spoken, part } = await setup({}, 'Ana Silva');
    element.grouped = true;
    await element.updateComplete;
    expect(spoken()).to.contain(shown);
    expect(part('line')?.getBoundingClientRect().width).to.be.at.most(1);
  });

  it('shows markup as the text it is', async () => {
    const text = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { part, root } = await setup({ text });
    expect(part('bubble')?.textContent).to.equal(text);
    expect(root.querySelector('img, script') === null).to.equal(true);
  });

  it('keeps white space and line breaks', async () => {
    const { part } = await setup({ text: 'one\n  two' });
    expect(part('bubble')?.innerText).to.equal('one\n  two');
  });

  it('breaks a word that is longer than the line', async () => {
    const { part, element } = await setup({ text: 'x'.repeat(2000) });
    expect(part('bubble')?.getBoundingClientRect().width).to.be.below(element.getBoundingClientRect().width);
  });

  for (const [delivery, word] of [
    ['sending', 'Sending…'],
    ['sent', 'Sent'],
    ['handed-over', 'Handed over'],
    ['failed', 'Not sent'],
  ] as const)
    it(`says "${word}" of what is ${delivery}`, async () => {
      const { part } = await setup({ author: 'agent', delivery });
      expect(part('delivery')?.textContent?.trim()).to.equal(word);
    });

  it('shows a labelled placeholder with the caption of what it cannot show', async () => {
    const { part } = await setup({ kind: 'image', text: 'parcel.jpg' });
    expect(part('placeholder')?.innerText)
      .to.contain('This message cannot be shown here (image)')
      .and.contain('parcel.jpg');
  });

  it('labels an internal note', async () => {
    const { part } = await setup({ author: 'agent', internal: true });
    expect(part('internal-note')?.textContent).to.equal('Internal note');
  });

  it('shows a message without a usable time', async () => {
    const { part, root } = await setup({ time: Number.NaN });
    expect(part('bubble')?.textContent).to.equal('Hello');
    expect(root.querySelector('time') === null).to.equal(true);
  });

  it('names the end user as the desk does, where it has none of its own', async () => {
    const { element, spoken } = await setup();
    element.desk = createFakeDesk(aView({ naming: { by: 'phone', text: '+15550100' } })).desk;
    element.chatId = 'chat-1';
    await element.updateComplete;
    expect(spoken()).to.match(/^\+15550100: /u);
  });

  it('offers no actions without a desk', async () => {
    const { button } = await setup({ author: 'agent', delivery: 'failed' });
    expect(button('Try again') === undefined).to.equal(true);
  });

  for (const [text, command] of [
    ['Try again', 'retry'],
    ['Discard', 'discard'],
  ] as const)
    it(`asks the desk to ${command} on "${text}"`, async () => {
      const { element, button } = await setup({ author: 'agent', delivery: 'failed' });
      const { desk, calls } = createFakeDesk(aView());
      Object.assign(element, { desk, chatId: 'chat-1' });
      await element.updateComplete;
      button(text)?.click();
      expect(calls).to.deep.equal([[command, 'chat-1', 'message-1']]);
    });

  it('copies the words of its own language', async () => {
    const { element, part } = await setup({ author: 'agent', delivery: 'sent' });
    element.strings = { deliverySent: 'Gone out' };
    await element.updateComplete;
    expect(part('delivery')?.textContent?.trim()).to.equal('Gone out');
  });
});

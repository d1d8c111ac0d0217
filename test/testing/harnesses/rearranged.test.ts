import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../../../src/define/define.js';
import type { ChatTranscript } from '../../../src/elements/chat-transcript/chat-transcript.js';
import { chatComposerHarness, chatListHarness, typingIndicatorHarness } from '../../../src/testing/index.js';
import { aView } from '../../support/fake-desk.js';

define();

/** Moves an element of a tag into a shadow root of its own, as a later version of the tag may have it. */
const moveDeeper = (element: Element, exportparts: string): void => {
  const inner = document.createElement('div');
  inner.setAttribute('exportparts', exportparts);
  element.replaceWith(inner);
  inner.attachShadow({ mode: 'open' }).append(element);
};

describe('a harness of a tag whose shadow root is arranged anew', () => {
  it('finds the parts that a tag inside lets out, also under another name', async () => {
    const element = await fixture(html`<chat-composer value="Hi"></chat-composer>`);
    const field = element.shadowRoot!.querySelector('textarea')!;
    field.setAttribute('part', 'text');
    moveDeeper(element.shadowRoot!.querySelector('[part=composer]')!, 'send-button,  text : field');
    const composer = chatComposerHarness(element);
    expect(await composer.text()).to.equal('Hi');
    await composer.write('!');
    expect(field.value).to.equal('Hi!');
  });

  it('does not find what is not let out, and says what is', async () => {
    const element = await fixture(html`<chat-composer></chat-composer>`);
    moveDeeper(element.shadowRoot!.querySelector('[part=composer]')!, 'send-button');
    let message = '';
    await chatComposerHarness(element)
      .text()
      .catch((error: unknown) => (message = String(error)));
    expect(message).to.equal('HarnessError: There is no part "field" in <chat-composer>; there is: send-button.');
  });

  it('finds the tags wherever they are', async () => {
    const element = await fixture(html`<chat-list .chats=${[aView()]}></chat-list>`);
    moveDeeper(element.shadowRoot!.querySelector('ul')!, 'chats');
    expect((await chatListHarness(element).chats()).map(({ chatId }) => chatId)).to.deep.equal(['chat-1']);
  });

  it('waits for the tag that it is inside of', async () => {
    const element = await fixture<ChatTranscript>(
      html`<chat-transcript .messages=${[]} preview="I"></chat-transcript>`,
    );
    const typing = typingIndicatorHarness(element.shadowRoot!.querySelector('typing-indicator'));
    element.preview = 'I am';
    await element.updateComplete;
    // A transcript paints once a frame, so this one is told to the tag inside of it only then.
    element.preview = 'I am late';
    expect(await typing.preview()).to.equal('I am late');
  });
});

describe('the dispatched events of a harness', () => {
  const setup = async () => {
    const element = await fixture(html`<chat-composer></chat-composer>`);
    const heard: string[] = [];
    for (const type of ['keydown', 'beforeinput', 'input', 'keyup', 'pointerdown', 'click'])
      document.addEventListener(type, (event) => event.composedPath().includes(element) && heard.push(type));
    return { element, heard, composer: chatComposerHarness(element) };
  };

  it('are those of typing, of which the composer keeps the keys from the page', async () => {
    const { composer, heard } = await setup();
    await composer.write('a');
    expect(heard).to.deep.equal(['beforeinput', 'input']);
  });

  it('are those of a click', async () => {
    const { composer, heard } = await setup();
    await composer.send();
    expect(heard).to.deep.equal(['pointerdown', 'click']);
  });

  it('write nothing that the page prevents', async () => {
    const { composer, element } = await setup();
    element.addEventListener('beforeinput', (event) => (event as InputEvent).data === 'b' && event.preventDefault());
    await composer.write('abc');
    expect(await composer.text()).to.equal('ac');
  });

  it('replace what is selected', async () => {
    const { composer, element } = await setup();
    await composer.write('abc');
    element.shadowRoot!.querySelector('textarea')!.select();
    await composer.write('d');
    expect(await composer.text()).to.equal('d');
  });
});

import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { ChatTranscript } from '../../../src/elements/chat-transcript/chat-transcript.js';
import { aMessage } from '../../support/builders.js';
import { register } from '../../support/register.js';

register(ChatTranscript);

describe('links in a conversation', () => {
  it('come in a moment, and what is read stays where it is', async () => {
    // Where it leads is drawn beside each link, so that rows above what is read grow by a line.
    const messages = Array.from({ length: 300 }, (_, index) =>
      aMessage({ id: `m${index}`, text: `Is https://your-bank.example@evil.example/${index} the right place?` }),
    );
    const element = await fixture<ChatTranscript>(html`<chat-transcript .messages=${messages}></chat-transcript>`);
    Object.assign(element.style, { inlineSize: '360px', blockSize: '300px' });
    const root = element.shadowRoot as ShadowRoot;
    const log = root.querySelector('[part=log]') as HTMLElement;
    const read = (): HTMLElement => root.querySelector('[data-id=m150]') as HTMLElement;
    const topOf = (row: HTMLElement): number => row.getBoundingClientRect().top - log.getBoundingClientRect().top;
    element.scrollToMessage('m150');
    await nextFrame();
    const before = topOf(read());
    await waitUntil(() => read().querySelector('a') !== null);
    for (let frames = 0; frames < 3; frames += 1) await nextFrame();
    expect(topOf(read())).to.be.closeTo(before, 1);
    expect(root.querySelectorAll('a').length).to.equal(root.querySelectorAll('li').length);
  });
});

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
    const place = await fixture(html`<div></div>`);
    const element = document.createElement('chat-transcript');
    Object.assign(element.style, { inlineSize: '360px', blockSize: '300px' });
    element.messages = messages;
    place.append(element);
    await element.updateComplete;
    element.scrollToMessage('m150');
    await element.updateComplete;
    const root = element.shadowRoot as ShadowRoot;
    const log = root.querySelector('[part=log]') as HTMLElement;
    const topOf = (row: Element): number => row.getBoundingClientRect().top - log.getBoundingClientRect().top;
    const read = [...root.querySelectorAll('li')].find((row) => topOf(row) + row.clientHeight > 0) as HTMLElement;
    const before = topOf(read);
    expect(root.querySelector('a') === null).to.equal(true);
    await waitUntil(() => read.querySelector('a') !== null);
    for (let frames = 0; frames < 3; frames += 1) await nextFrame();
    expect(topOf(read)).to.be.closeTo(before, 1);
    expect(root.querySelectorAll('a').length).to.equal(root.querySelectorAll('li').length);
  });
});

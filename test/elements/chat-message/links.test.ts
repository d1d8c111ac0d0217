import { expect, fixture, html } from '@open-wc/testing';
import { ChatMessage } from '../../../src/elements/chat-message/chat-message.js';
import { loadLinks } from '../../../src/elements/chat-message/load-links.js';
import { expectAccessible } from '../../support/accessible.js';
import { aMessage } from '../../support/builders.js';
import { register } from '../../support/register.js';

register(ChatMessage);

const setup = async (text: string, given: Partial<Parameters<typeof aMessage>[0]> = {}) => {
  await loadLinks();
  const element = await fixture<ChatMessage>(
    html`<chat-message .message=${aMessage({ text, ...given })}></chat-message>`,
  );
  const root = element.shadowRoot as ShadowRoot;
  const bubble = root.querySelector('p.bubble, .caption') as HTMLElement;
  return {
    element,
    bubble,
    links: () => [...root.querySelectorAll('a')],
    marks: () => [...root.querySelectorAll<HTMLElement>('[part=unseen-character]')],
    /** Where a character of the text is painted. */
    leftOf: (character: string) => {
      const walker = document.createTreeWalker(bubble, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(character) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + character.length);
        return range.getBoundingClientRect().left;
      }
      throw new Error(`There is no “${character}”.`);
    },
  };
};

describe('a message’s text', () => {
  it('is accessible with links and signs that cannot be seen', async () => {
    const { element } = await setup('https://bank.com@evil.example/ and gnp\u202egpj');
    await expectAccessible(element);
  });

  it('has its links, which tell the other side nothing of the page', async () => {
    const { links } = await setup('See https://example.com/a, or ana@example.com.');
    const [first, second] = links();
    expect([first?.href, second?.href]).to.deep.equal(['https://example.com/a', 'mailto:ana@example.com']);
    for (const link of links())
      expect([link.target, link.rel, link.referrerPolicy, link.dir]).to.deep.equal([
        '_blank',
        'noopener noreferrer',
        'no-referrer',
        'ltr',
      ]);
  });

  it('has them in what came with something that cannot be shown', async () => {
    const { links } = await setup('https://example.com/a', { kind: 'image' });
    expect(links().map(({ href }) => href)).to.deep.equal(['https://example.com/a']);
  });

  for (const text of ['javascript:alert(1)', 'data:text/html,x', '<a href="https://example.com', 'vbscript:x://'])
    it(`leads nowhere else: ${text}`, async () => {
      const { bubble, links } = await setup(text);
      expect(bubble.textContent).to.equal(text);
      for (const link of links()) expect(link.protocol).to.equal('https:');
    });

  // In each browser: engines differ in how they match signs that take two units.
  const emoji = '👩🏽‍⚕️ 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️‍🔥 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';
  for (const text of [
    'Hello',
    'Where is it?\nIt is late: 10/2, 1+1.',
    'مرحبا می‌خواهم',
    'क्\u200dष \u{1e900}\u200d',
    emoji,
  ])
    it(`is one text and nothing else where it has neither: ${text}`, async () => {
      const { bubble } = await setup(text);
      expect(bubble.childElementCount).to.equal(0);
      expect(bubble.textContent).to.equal(text);
    });

  it('shows where a link leads if its text says otherwise, beside that text', async () => {
    const { bubble, links } = await setup('https://bank.com@evil.example/');
    const [host] = bubble.querySelectorAll<HTMLElement>('[part=link-host]');
    expect(bubble.textContent).to.equal('https://bank.com@evil.example/');
    expect(host?.ariaLabel).to.equal('leads to evil.example');
    expect(host?.getBoundingClientRect().width).to.be.above(50);
    expect(getComputedStyle(host!, '::before').content).to.contain('→');
    expect(links()[0]?.href).to.equal('https://bank.com@evil.example/');
  });

  it('shows a sign that cannot be seen by its code, and is copied as it came', async () => {
    const { bubble, marks } = await setup('pay\u200bpal');
    const [mark] = marks();
    expect(mark?.ariaLabel).to.equal('invisible character U+200B');
    expect(mark?.getBoundingClientRect().width).to.be.above(20);
    expect(bubble.textContent).to.equal('pay\u200bpal');
  });

  it('shows it in links too', async () => {
    const { marks, links } = await setup('https://exa\u200bmple.com/');
    expect([marks().length, links()[0]?.querySelectorAll('[part=unseen-character]').length]).to.deep.equal([1, 1]);
    expect(links()[0]?.querySelector<HTMLElement>('[part=link-host]')?.dataset['host']).to.equal('example.com');
  });

  it('is not turned around', async () => {
    const { leftOf } = await setup('gnp\u202egpj.exe');
    expect(leftOf('p')).to.be.below(leftOf('g') + 200);
    expect(leftOf('j')).to.be.below(leftOf('.'));
    expect(leftOf('.')).to.be.below(leftOf('x'));
  });

  it('runs from right to left as before', async () => {
    const { bubble, leftOf } = await setup('שלום\u200f https://example.com/ אבג');
    expect(getComputedStyle(bubble).direction).to.equal('rtl');
    expect(leftOf('ש')).to.be.above(leftOf('h'));
    expect(leftOf('h')).to.be.above(leftOf('א'));
  });
});

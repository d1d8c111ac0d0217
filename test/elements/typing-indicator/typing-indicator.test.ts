import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { TypingIndicator } from '../../../src/elements/typing-indicator/typing-indicator.js';
import { expectAccessible } from '../../support/accessible.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(TypingIndicator);

const setup = async (given: { typing?: boolean; preview?: string; name?: string } = {}) => {
  const element = await fixture<TypingIndicator>(html`<typing-indicator></typing-indicator>`);
  Object.assign(element, given);
  await element.updateComplete;
  return {
    element,
    part: (name: string) => element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? null,
    text: () => element.shadowRoot?.textContent?.replace(/\s+/gu, ' ').trim(),
  };
};

describe('<typing-indicator>', () => {
  it('is accessible with dots, and with a preview', async () => {
    const { element } = await setup({ typing: true, name: 'Ana' });
    await expectAccessible(element);
    element.preview = 'I also wanted';
    await element.updateComplete;
    await expectAccessible(element);
  });

  it('shows nothing while nobody types', async () => {
    const { element, text } = await setup();
    expect(text()).to.equal('');
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('says who is typing', async () => {
    const { text } = await setup({ typing: true, name: 'Ana' });
    expect(text()).to.equal('Ana is typing…');
  });

  it('shows the live text, captioned, dashed and italic', async () => {
    const { part } = await setup({ typing: true, preview: 'I also <b>wanted</b>' });
    const text = part('preview-text') as HTMLElement;
    expect(text.textContent).to.equal('I also <b>wanted</b>');
    expect(part('preview-caption')?.innerText).to.contain('Message preview');
    expect(getComputedStyle(text).borderTopStyle).to.equal('dashed');
    expect(getComputedStyle(text).fontStyle).to.equal('italic');
  });

  it('shows the dots beside a preview', async () => {
    const { part } = await setup({ typing: true, preview: 'I also' });
    expect(part('typing') === null).to.equal(false);
  });

  it('shows only the dots while the preview is blank', async () => {
    const { part } = await setup({ typing: true, preview: '  ' });
    expect(part('preview') === null).to.equal(true);
    expect(part('typing') === null).to.equal(false);
  });

  it('follows a chat of a desk', async () => {
    const { element, part, text } = await setup();
    const fake = createFakeDesk(aView());
    Object.assign(element, { desk: fake.desk, chatId: 'chat-1' });
    await element.updateComplete;
    fake.chat('chat-1').typing.next({ typing: true });
    await element.updateComplete;
    expect(text()).to.equal('Ana Silva is typing…');
    fake.chat('chat-1').typing.next({ typing: true, preview: 'It is' });
    await element.updateComplete;
    expect(part('preview-text')?.textContent).to.equal('It is');
  });

  it('stands still under reduced motion', async () => {
    const { part } = await setup({ typing: true });
    const dot = part('typing')?.querySelector('i') as HTMLElement;
    expect(getComputedStyle(dot).animationName).to.equal('typing');
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(getComputedStyle(dot).animationName).to.equal('none');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });
});

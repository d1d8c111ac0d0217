import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ChatComposer } from '../../../src/elements/chat-composer/chat-composer.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(ChatComposer);

const setup = async () => {
  const { desk, calls } = createFakeDesk(aView());
  const element = await fixture<ChatComposer>(html`<chat-composer .desk=${desk}></chat-composer>`);
  const field = element.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement;
  element.focus();
  await sendKeys({ type: 'にほん' });
  const dispatch = (event: Event): boolean => field.dispatchEvent(event);
  const enter = (type: string, given: KeyboardEventInit = {}): boolean =>
    dispatch(new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...given }));
  return {
    element,
    field,
    enter,
    compose: (type: string) => dispatch(new CompositionEvent(type, { bubbles: true, composed: true, data: '日本' })),
    sent: async (): Promise<number> => {
      await aTimeout(0);
      return calls.filter(([name]) => name === 'send').length;
    },
  };
};

describe('<chat-composer> and input methods', () => {
  it('does not send on the Enter of a composition, as Chromium and Firefox tell it', async () => {
    const { compose, enter, sent } = await setup();
    compose('compositionstart');
    enter('keydown', { isComposing: true });
    compose('compositionend');
    enter('keyup');
    expect(await sent()).to.equal(0);
  });

  it('does not send on an Enter with key code 229', async () => {
    const { enter, sent } = await setup();
    enter('keydown', { keyCode: 229 });
    expect(await sent()).to.equal(0);
  });

  it('does not send on the Enter that comes after the end of the composition, as Safari tells it', async () => {
    const { compose, enter, sent } = await setup();
    compose('compositionstart');
    compose('compositionend');
    const goesOn = enter('keydown', { keyCode: 13 });
    enter('keyup');
    expect(await sent()).to.equal(0);
    expect(goesOn, 'no line break either').to.equal(false);
  });

  it('sends on the next Enter after a composition', async () => {
    const { compose, enter, sent } = await setup();
    compose('compositionstart');
    compose('compositionend');
    enter('keydown', { keyCode: 13 });
    enter('keyup');
    await sendKeys({ press: 'Enter' });
    expect(await sent()).to.equal(1);
  });

  it('sends on an Enter long after a composition that a pointer ended', async () => {
    const { compose, field, sent } = await setup();
    compose('compositionstart');
    compose('compositionend');
    field.dispatchEvent(new PointerEvent('pointerdown'));
    await sendKeys({ press: 'Enter' });
    expect(await sent()).to.equal(1);
  });
});

describe('<chat-composer> and the hotkeys of the page', () => {
  const listen = () => {
    const heard: string[] = [];
    const listener = (event: Event): void => void heard.push(`${event.type} ${(event as KeyboardEvent).key}`);
    const types = ['keydown', 'keypress', 'keyup'] as const;
    types.forEach((type) => document.addEventListener(type, listener));
    return { heard, stop: () => types.forEach((type) => document.removeEventListener(type, listener)) };
  };

  it('keeps what is typed from listeners of the page', async () => {
    await setup();
    const { heard, stop } = listen();
    await sendKeys({ type: 'k?' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'Enter' });
    stop();
    expect(heard).to.deep.equal([]);
  });

  it('lets commands through', async () => {
    await setup();
    const { heard, stop } = listen();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'b' });
    await sendKeys({ up: 'Control' });
    stop();
    expect(heard).to.include('keydown b');
  });
});

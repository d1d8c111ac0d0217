import { ContextProvider } from '@lit/context';
import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BehaviorSubject } from 'rxjs';
import { stageContext } from '../../../src/context/stage-context.js';
import type { Message } from '../../../src/core/index.js';
import type { ChatView, ValueStream } from '../../../src/desk/index.js';
import { ChatPane } from '../../../src/elements/chat-pane/chat-pane.js';
import { createStage } from '../../../src/elements/chat-provider/stage.js';
import { englishTranslator } from '../../../src/i18n/translator.js';
import { expectAccessible } from '../../support/accessible.js';
import { aMessage, at } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(ChatPane);

const partsOf = (element: ChatPane) => {
  const root = element.shadowRoot as ShadowRoot;
  const inner = (tag: string) => root.querySelector(tag)?.shadowRoot as ShadowRoot;
  return {
    element,
    root,
    part: (name: string) => root.querySelector<HTMLElement>(`[part~="${name}"]`),
    text: (name: string) => root.querySelector(`[part~="${name}"]`)?.textContent?.replace(/\s+/gu, ' ').trim(),
    end: () => root.querySelector('[part="end-button"]') as HTMLButtonElement,
    timer: () => root.querySelector('response-timer'),
    log: () => inner('chat-transcript').querySelector('[role="log"]') as HTMLElement,
    field: () => inner('chat-composer').querySelector('textarea') as HTMLTextAreaElement,
    dialog: () => inner('end-chat-dialog').querySelector('dialog') as HTMLDialogElement,
    inDialog: (part: string) => inner('end-chat-dialog').querySelector<HTMLElement>(`[part~="${part}"]`),
    settled: async () => {
      await element.updateComplete;
      await nextFrame();
      await nextFrame();
    },
  };
};

const alone = async (chat: Partial<ChatView> = {}, messages: readonly Message[] = [aMessage()]) => {
  const element = await fixture<ChatPane>(html`<chat-pane .chat=${aView(chat)} .messages=${messages}></chat-pane>`);
  element.style.blockSize = '500px';
  await nextFrame();
  return partsOf(element);
};

const onDesk = async (view: Partial<ChatView> = {}) => {
  const fake = createFakeDesk(aView(view), aView({ id: 'chat-2' }));
  fake.chat('chat-1').add(aMessage());
  const element = await fixture<ChatPane>(html`<chat-pane .desk=${fake.desk}></chat-pane>`);
  element.style.blockSize = '500px';
  await nextFrame();
  return { ...fake, ...partsOf(element) };
};

const wait = { since: at(22), target: 120, warnAt: 45, urgentAt: 15, latched: false };

describe('<chat-pane>', () => {
  describe('shape', () => {
    it('is accessible', async () => {
      const { element } = await alone({ queue: 'Billing', wait });
      await expectAccessible(element);
    });

    it('is accessible once the end user has left, and with a reason not to end', async () => {
      const { element } = await alone({ state: 'left', leftAt: at(50) });
      element.endUnavailable = 'Hide the previews to end a chat';
      await element.updateComplete;
      await expectAccessible(element);
    });

    it('is accessible while nothing is open, and says so', async () => {
      const element = await fixture<ChatPane>(html`<chat-pane></chat-pane>`);
      expect(partsOf(element).text('empty')).to.contain('No conversation is open');
      await expectAccessible(element);
    });

    it('is a section named by its heading, or by the page', async () => {
      const { element, root, part } = await alone();
      const section = root.querySelector('section');
      expect(section?.getAttribute('aria-labelledby')).to.equal(part('name')?.id);
      expect(part('name')?.localName).to.equal('h2');
      element.setAttribute('aria-label', 'My chat');
      await element.updateComplete;
      expect(section?.getAttribute('aria-label')).to.equal('My chat');
      expect(section?.hasAttribute('aria-labelledby')).to.equal(false);
    });

    for (const width of [220, 280, 400, 760, 1600])
      it(`fits into ${width} pixels`, async () => {
        const { element, part, end, settled } = await alone({ queue: 'A long queue’s name', wait });
        element.style.inlineSize = `${width}px`;
        await settled();
        const header = part('header') as HTMLElement;
        expect(header.scrollWidth).to.be.at.most(header.clientWidth);
        expect(part('name')?.getBoundingClientRect().width).to.be.above(40);
        expect(end().getBoundingClientRect().width).to.be.at.least(24);
        expect(end().textContent?.trim()).to.equal('End chat');
      });

    it('keeps all controls in sight, and room to write, where the place is narrow', async () => {
      const { element, part, end, timer, field, settled } = await onDesk({ wait });
      element.style.inlineSize = '200px';
      element.strings = { send: 'Envoyer' };
      await settled();
      const send = field().parentElement?.querySelector('[part="send-button"]');
      const [around, frame, ...boxes] = [element, part('composer'), end(), timer(), field(), send].map((it) =>
        (it as Element).getBoundingClientRect(),
      );
      const isIn = (box: DOMRect, outer = around) => outer && box.left >= outer.left && box.right <= outer.right;
      expect(boxes.map((box, place) => isIn(box, place < 2 ? around : frame))).to.deep.equal([true, true, true, true]);
      expect(boxes[2]?.width).to.be.above(140);
    });
  });

  describe('header', () => {
    it('tells who, the channel, the queue and when it was answered', async () => {
      const { text } = await alone({ queue: 'Billing' });
      expect(text('name')).to.equal('Ana Silva');
      expect(text('details')).to.equal(`Web · Billing · answered ${englishTranslator.time(at(10))}`);
    });

    it('shows names as text', async () => {
      const { part, root } = await alone({ naming: { by: 'name', text: '<b>Ana</b>' }, queue: '<i>Q</i>' });
      expect(part('name')?.textContent).to.equal('<b>Ana</b>');
      expect(root.querySelector('b, i') === null).to.equal(true);
    });

    it('shows the wait by the clock of the desk', async () => {
      const { timer, settled } = await onDesk({ wait });
      await settled();
      expect(timer()?.shadowRoot?.textContent?.trim()).to.equal('0:38');
      expect(timer()?.getAttribute('urgency')).to.equal('on-time');
    });

    it('shows no timer where nothing is owed, and nothing moves', async () => {
      const { timer, chat, settled, part } = await onDesk({ wait });
      const before = part('name')?.getBoundingClientRect().width;
      chat('chat-1').change({ wait: undefined });
      await settled();
      expect(timer() === null).to.equal(true);
      expect(part('name')?.getBoundingClientRect().width).to.equal(before);
    });
  });

  describe('when the end user has left', () => {
    it('strikes the icon, says so, and locks the composer', async () => {
      const { root, text, field } = await onDesk({ state: 'left', leftAt: at(50) });
      expect(root.querySelector('.face channel-icon')?.hasAttribute('left')).to.equal(true);
      expect(text('left-notice')).to.equal(
        `Ana Silva left at ${englishTranslator.time(at(50))}. End the chat to wrap up.`,
      );
      expect(field().readOnly).to.equal(true);
    });

    it('undoes all that when they come back', async () => {
      const { root, part, field, chat, settled } = await onDesk({ state: 'left', leftAt: at(50) });
      chat('chat-1').change({ state: 'active' });
      await settled();
      expect(root.querySelector('.face channel-icon')?.hasAttribute('left')).to.equal(false);
      expect(part('left-notice') === null).to.equal(true);
      expect(field().readOnly).to.equal(false);
    });

    it('locks the composer alone, too', async () => {
      const { field } = await alone({ state: 'left' });
      expect(field().readOnly).to.equal(true);
    });
  });

  describe('ending', () => {
    it('asks before it ends, and ends by the desk', async () => {
      const { end, dialog, inDialog, calls, settled } = await onDesk();
      end().click();
      await settled();
      expect(dialog().open).to.equal(true);
      inDialog('confirm')?.click();
      await aTimeout(0);
      expect(calls).to.deep.include(['end', 'chat-1']);
    });

    it('gives the focus back to the button on Escape', async () => {
      const { end, dialog, root, settled, calls } = await onDesk();
      end().focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(dialog().open).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await settled();
      expect(dialog().open).to.equal(false);
      expect(root.activeElement === end()).to.equal(true);
      expect(calls).to.deep.equal([]);
    });

    it('opens again after it was cancelled', async () => {
      const { end, dialog, inDialog, settled } = await onDesk();
      for (let round = 0; round < 2; round += 1) {
        end().click();
        await settled();
        expect(dialog().open).to.equal(true);
        inDialog('cancel')?.click();
        await settled();
        expect(dialog().open).to.equal(false);
      }
    });

    it('shows in the dialog what the end user writes meanwhile', async () => {
      const { end, chat, inDialog, settled } = await onDesk();
      end().click();
      await settled();
      chat('chat-1').add(aMessage({ id: 'late', text: 'Wait!', time: at(70) }));
      await settled();
      expect(inDialog('arrived-message')?.textContent).to.equal('Wait!');
    });

    it('shows it alone, too', async () => {
      const { element, end, inDialog, settled } = await alone();
      end().click();
      await settled();
      expect(inDialog('arrived') === null).to.equal(true);
      element.messages = [aMessage(), aMessage({ id: 'late', text: 'Wait!', time: at(70) })];
      await settled();
      expect(inDialog('arrived-message')?.textContent).to.equal('Wait!');
    });

    it('closes the dialog when another chat is shown', async () => {
      const { end, dialog, selected, settled, calls } = await onDesk();
      end().click();
      await settled();
      selected.next('chat-2');
      await settled();
      expect(dialog().open).to.equal(false);
      expect(calls).to.deep.equal([]);
    });

    it('is not offered in wrap-up, where the composer says that the chat has ended', async () => {
      const { end, field, root } = await onDesk({ state: 'wrap-up' });
      expect(end() === null).to.equal(true);
      expect(field().readOnly).to.equal(true);
      expect(root.querySelector('chat-composer')?.shadowRoot?.textContent).to.contain('The chat has ended.');
    });
  });

  describe('while ending is unavailable', () => {
    const reason = 'Hide the previews to end a chat';

    it('says why to those who see, on hover and focus, and to those who hear; and does nothing', async () => {
      const { element, end, part, dialog, settled } = await alone();
      element.endUnavailable = reason;
      await settled();
      expect(end().getAttribute('aria-disabled')).to.equal('true');
      expect(end().getAttribute('aria-describedby')).to.equal(part('end-reason')?.id);
      expect(part('end-reason')?.textContent).to.equal(reason);
      expect(getComputedStyle(part('end-reason') as Element).visibility).to.equal('hidden');
      end().focus();
      expect(getComputedStyle(part('end-reason') as Element).visibility).to.equal('visible');
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(dialog().open).to.equal(false);
    });

    it('lets Escape send the reason away, and hears no other', async () => {
      const { element, end, part, settled } = await alone();
      const heard: string[] = [];
      element.addEventListener('keydown', ({ key }) => void heard.push(key));
      element.endUnavailable = reason;
      await settled();
      end().focus();
      await sendKeys({ press: 'Escape' });
      await settled();
      expect(getComputedStyle(part('end-reason') as Element).visibility).to.equal('hidden');
      expect(heard).to.deep.equal([]);
      await sendKeys({ press: 'Escape' });
      element.endUnavailable = undefined;
      await settled();
      await sendKeys({ press: 'Escape' });
      expect(heard).to.deep.equal(['Escape', 'Escape']);
    });

    it('follows the list’s previews', async () => {
      const expanded = new BehaviorSubject(true);
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const stage = { ...createStage(), expanded$: expanded as ValueStream<boolean>, expand: () => {} };
      const provider = new ContextProvider(place, { context: stageContext, initialValue: stage });
      provider.hostConnected();
      const fake = createFakeDesk(aView());
      const element = document.createElement('chat-pane');
      element.desk = fake.desk;
      place.append(element);
      const { end, text, settled } = partsOf(element);
      await settled();
      expect(end().getAttribute('aria-disabled')).to.equal('true');
      expect(text('end-reason')).to.equal(reason);
      expanded.next(false);
      await settled();
      expect(end().hasAttribute('aria-disabled')).to.equal(false);
    });
  });

  describe('conversation', () => {
    it('shows the messages and the preview it is given', async () => {
      const { element, log, settled } = await alone();
      element.preview = 'I also';
      await settled();
      expect(log().textContent).to.contain('Hello');
      expect(log().querySelector('typing-indicator')?.shadowRoot?.textContent).to.contain('I also');
    });

    it('follows the selected chat of a desk', async () => {
      const { chat, selected, log, settled } = await onDesk();
      chat('chat-2').add(aMessage({ text: 'Second' }));
      selected.next('chat-2');
      await settled();
      expect(log().textContent).to.contain('Second').and.not.contain('Hello');
      selected.next(undefined);
      await settled();
    });

    it('goes to the end when the agent sends', async () => {
      const { element, chat, log, settled } = await onDesk();
      chat('chat-1').add(
        ...Array.from({ length: 30 }, (_, index) => aMessage({ id: `n${index}`, time: at(index * 90) })),
      );
      await settled();
      log().scrollTop = 0;
      await settled();
      element.focus();
      await sendKeys({ type: 'Hello' });
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(log().scrollHeight - log().clientHeight - log().scrollTop).to.be.below(1);
    });

    it('gives the focus to the text field', async () => {
      const { element, field } = await onDesk();
      element.focus();
      expect(field().matches(':focus')).to.equal(true);
    });

    it('moves neither focus nor caret when messages arrive while the agent types', async () => {
      const { element, field, chat, settled } = await onDesk();
      element.focus();
      await sendKeys({ type: 'Hello' });
      field().setSelectionRange(2, 2);
      chat('chat-1').add(aMessage({ id: 'late', time: at(70) }));
      chat('chat-1').change({ wait });
      await settled();
      expect(field().matches(':focus')).to.equal(true);
      expect([field().value, field().selectionStart]).to.deep.equal(['Hello', 2]);
    });
  });
});

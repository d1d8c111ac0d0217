import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ChatComposer } from '../../../src/elements/chat-composer/chat-composer.js';
import type { ChatBeforeSendEvent } from '../../../src/elements/chat-composer/chat-composer.events.js';
import { DeskError } from '../../../src/desk/desk-error.js';
import type { DeliveryGuarantee } from '../../../src/core/index.js';
import type { ChatView } from '../../../src/desk/index.js';
import { expectAccessible } from '../../support/accessible.js';
import { at } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(ChatComposer);

const partsOf = (element: ChatComposer) => ({
  field: element.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement,
  button: element.shadowRoot?.querySelector('button') as HTMLButtonElement,
  reason: () => element.shadowRoot?.querySelector<HTMLElement>('[part="lock-reason"]')?.textContent,
});

const alone = async () => {
  const element = await fixture<ChatComposer>(html`<chat-composer></chat-composer>`);
  return { element, ...partsOf(element) };
};

/** A composer on a desk with two chats, the first one selected. */
const setup = async (view: Partial<ChatView> = {}, delivery: DeliveryGuarantee = 'idempotent') => {
  const fake = createFakeDesk(aView(view), aView({ id: 'chat-2', selected: false }));
  const desk = { ...fake.desk, connector: { ...fake.desk.connector, delivery } };
  const element = await fixture<ChatComposer>(html`<chat-composer .desk=${desk}></chat-composer>`);
  const asked: ChatBeforeSendEvent[] = [];
  element.addEventListener('chat-before-send', (event) => asked.push(event));
  return {
    element,
    asked,
    ...fake,
    ...partsOf(element),
    sent: () => fake.calls.filter(([name]) => name === 'send'),
    type: async (text: string) => {
      element.focus();
      await sendKeys({ type: text });
    },
    press: async (press: string) => {
      await sendKeys({ press });
      // Whatever the listeners decided at once is done a task later.
      await aTimeout(0);
      await element.updateComplete;
    },
    select: async (id: string | undefined) => {
      fake.selected.next(id);
      await element.updateComplete;
    },
  };
};

const elsewhere = (text: string) => ({ text, start: 1, end: 1, scroll: 0, elsewhere: true });

describe('<chat-composer>', () => {
  describe('beside another tab', () => {
    it('has what is typed there', async () => {
      const { chat, element, field } = await setup();
      chat('chat-1').draft.next(elsewhere('Hello'));
      await element.updateComplete;
      expect(field.value).to.equal('Hello');
    });

    it('keeps what the agent is typing here', async () => {
      const { chat, element, field, type } = await setup();
      await type('Mine');
      chat('chat-1').draft.next(elsewhere('Theirs'));
      await element.updateComplete;
      expect(field.value).to.equal('Mine');
      await type('!');
      expect(chat('chat-1').draft.value.text).to.equal('Mine!');
    });
  });

  describe('shape', () => {
    it('is accessible, open and locked', async () => {
      const { element } = await alone();
      await expectAccessible(element);
      element.lockedBecause = 'There is no connection.';
      await element.updateComplete;
      await expectAccessible(element);
    });

    it('names the field "Message…" and the button "Send"', async () => {
      const { field, button } = await alone();
      expect(field.getAttribute('aria-label')).to.equal('Message…');
      expect(field.placeholder).to.equal('Message…');
      expect(button.textContent?.trim()).to.equal('Send');
    });

    it('copies the name that the page gives it to the field', async () => {
      const element = await fixture<ChatComposer>(html`<chat-composer aria-label="Answer"></chat-composer>`);
      expect(partsOf(element).field.getAttribute('aria-label')).to.equal('Answer');
    });

    it('grows with its text up to about six lines', async () => {
      const { element, field } = await alone();
      const heightOf = async (lines: number): Promise<number> => {
        element.value = Array(lines).fill('line').join('\n');
        await element.updateComplete;
        return field.getBoundingClientRect().height;
      };
      const [one, three, eight, twenty] = [await heightOf(1), await heightOf(3), await heightOf(8), await heightOf(20)];
      expect(three).to.be.above(one + 30);
      expect(eight).to.equal(twenty);
      expect(twenty).to.be.below(one * 5.5);
      expect(field.hasAttribute('style')).to.equal(false);
    });
  });

  describe('alone', () => {
    it('reflects what is typed, and shows what is set', async () => {
      const { element, field } = await alone();
      element.focus();
      await sendKeys({ type: 'Hello' });
      expect(element.value).to.equal('Hello');
      element.value = 'Other';
      await element.updateComplete;
      expect(field.value).to.equal('Other');
    });

    it('asks on Enter, and keeps the text where there is no desk to send it', async () => {
      const { element, field } = await alone();
      const warnings: unknown[] = [];
      const { warn } = console;
      console.warn = (text: unknown) => void warnings.push(text);
      const asked: ChatBeforeSendEvent[] = [];
      element.addEventListener('chat-before-send', (event) => asked.push(event));
      element.focus();
      await sendKeys({ type: 'Hello' });
      await sendKeys({ press: 'Enter' });
      await aTimeout(0);
      console.warn = warn;
      expect(asked.map(({ detail }) => [detail.deskId, detail.text])).to.deep.equal([['', 'Hello']]);
      expect(field.value).to.equal('Hello');
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('<chat-composer> has no desk');
    });

    it('sends nothing while it is locked, and keeps focus and text', async () => {
      const { element, field, button, reason } = await alone();
      let asked = 0;
      element.addEventListener('chat-before-send', () => (asked += 1));
      element.focus();
      await sendKeys({ type: 'Hello' });
      element.lockedBecause = 'Not now.';
      await element.updateComplete;
      await sendKeys({ type: 'x' });
      await sendKeys({ press: 'Enter' });
      button.click();
      expect(asked).to.equal(0);
      expect(field.value).to.equal('Hello');
      expect(element.shadowRoot?.activeElement === field).to.equal(true);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(field.getAttribute('aria-describedby')).to.equal('lock');
      expect(reason()).to.equal('Not now.');
    });
  });

  describe('sending', () => {
    it('sends on Enter and empties the field', async () => {
      const { type, press, sent, field, asked, element } = await setup();
      await type('Hello');
      await press('Enter');
      expect(sent()).to.deep.equal([['send', 'chat-1', 'Hello']]);
      expect(field.value).to.equal('');
      expect(element.value).to.equal('');
      expect(asked[0]?.detail).to.deep.equal({ deskId: 'desk-1', time: at(60), chatId: 'chat-1', text: 'Hello' });
    });

    it('sends on the button, and leaves the focus in the field', async () => {
      const { type, button, sent, element, field } = await setup();
      await type('Hello');
      button.click();
      await aTimeout(0);
      expect(sent()).to.have.length(1);
      expect(element.shadowRoot?.activeElement === field).to.equal(true);
    });

    it('breaks the line on Shift+Enter', async () => {
      const { type, press, sent, field } = await setup();
      await type('a');
      await sendKeys({ down: 'Shift' });
      await press('Enter');
      await sendKeys({ up: 'Shift' });
      await type('b');
      expect(sent()).to.have.length(0);
      expect(field.value).to.equal('a\nb');
    });

    it('never sends what is blank', async () => {
      const { type, press, button, asked } = await setup();
      await type('  ');
      await press('Enter');
      button.click();
      expect(asked).to.have.length(0);
    });

    it('sends once on a double Enter', async () => {
      const { type, sent, button } = await setup();
      await type('Hello');
      await Promise.all([sendKeys({ press: 'Enter' }), sendKeys({ press: 'Enter' })]);
      button.click();
      await aTimeout(0);
      expect(sent()).to.have.length(1);
    });

    it('sends once on two clicks in one task', async () => {
      const { type, sent, button } = await setup();
      await type('Hello');
      button.click();
      button.click();
      await aTimeout(0);
      expect(sent()).to.have.length(1);
    });

    it('clears the draft of what it sent', async () => {
      const { type, press, chat } = await setup();
      await type('Hello');
      expect(chat('chat-1').draft.value.text).to.equal('Hello');
      await press('Enter');
      expect(chat('chat-1').draft.value.text).to.equal('');
    });

    it('puts the text back when the desk itself refused it', async () => {
      const { type, press, field, answers } = await setup();
      answers.send = () => Promise.reject(new DeskError('illegal-step', 'It has ended.'));
      await type('Hello');
      await press('Enter');
      expect(field.value).to.equal('Hello');
    });

    it('leaves the field empty when the back end refused it, as the conversation shows it', async () => {
      const { type, press, field, answers } = await setup();
      answers.send = () => Promise.reject(new Error('unavailable'));
      await type('Hello');
      await press('Enter');
      expect(field.value).to.equal('');
    });

    it('tells the desk that the agent types', async () => {
      const { type, calls } = await setup();
      await type('Hi');
      expect(calls.filter(([name]) => name === 'typing')).to.deep.equal([
        ['typing', 'chat-1'],
        ['typing', 'chat-1'],
      ]);
    });
  });

  describe('asking', () => {
    it('keeps the text when a listener vetoes', async () => {
      const { element, type, press, sent, field } = await setup();
      element.addEventListener('chat-before-send', (event) => event.preventDefault());
      await type('Hello');
      await press('Enter');
      expect(sent()).to.have.length(0);
      expect(field.value).to.equal('Hello');
    });

    it('sends what a listener made of the text', async () => {
      const { element, type, press, sent, field } = await setup();
      element.addEventListener('chat-before-send', (event) => event.amend('Hello!'));
      await type('Hello');
      await press('Enter');
      expect(sent()).to.deep.equal([['send', 'chat-1', 'Hello!']]);
      expect(field.value).to.equal('');
    });

    it('waits for a decision, sends once, and takes an amendment made meanwhile', async () => {
      const { element, type, press, sent, field } = await setup();
      let decide = (_allowed: boolean): void => {};
      let amend = (_text: string): void => {};
      element.addEventListener('chat-before-send', (event) => {
        amend = (text) => event.amend(text);
        event.decide(new Promise<boolean>((resolve) => (decide = resolve)));
      });
      await type('Hello');
      await press('Enter');
      await press('Enter');
      expect(field.value).to.equal('Hello');
      amend('Hello there');
      decide(true);
      await aTimeout(0);
      expect(sent()).to.deep.equal([['send', 'chat-1', 'Hello there']]);
      expect(() => amend('late')).to.throw('decided already');
    });

    it('keeps what is typed while a host decides', async () => {
      const { element, type, press, field } = await setup();
      let decide = (_allowed: boolean): void => {};
      element.addEventListener('chat-before-send', (event) =>
        event.decide(new Promise<boolean>((resolve) => (decide = resolve))),
      );
      await type('Hello');
      await press('Enter');
      await type(' more');
      decide(true);
      await aTimeout(0);
      await element.updateComplete;
      expect(field.value).to.equal(' more');
      expect(field.selectionStart).to.equal(5);
    });

    it('sends to the chat it was written in, though another one is shown when the host decides', async () => {
      const { element, type, press, sent, field, select, chat } = await setup();
      let decide = (_allowed: boolean): void => {};
      element.addEventListener('chat-before-send', (event) =>
        event.decide(new Promise<boolean>((resolve) => (decide = resolve))),
      );
      await type('Hello');
      await press('Enter');
      await select('chat-2');
      await type('Other');
      decide(true);
      await aTimeout(0);
      expect(sent()).to.deep.equal([['send', 'chat-1', 'Hello']]);
      expect(field.value).to.equal('Other');
      expect(chat('chat-1').draft.value.text).to.equal('');
    });

    it('tells the words of a veto', async () => {
      const { element, type, press, calls } = await setup();
      element.addEventListener('chat-before-send', (event) => event.decide({ veto: 'No numbers, please.' }));
      await type('Hello');
      await press('Enter');
      expect(calls).to.deep.include(['notify', { code: 'host-veto', text: 'No numbers, please.', chatId: 'chat-1' }]);
    });
  });

  describe('drafts', () => {
    it('keeps text, caret and scroll of each chat', async () => {
      const { type, field, select, element } = await setup();
      await type(Array(20).fill('line').join('\n').replaceAll('\n', ' '));
      element.value = Array(20).fill('line').join('\n');
      await element.updateComplete;
      field.setSelectionRange(3, 8);
      field.scrollTop = 40;
      const scroll = field.scrollTop;
      await select('chat-2');
      expect(field.value).to.equal('');
      await type('Other');
      await select('chat-1');
      expect(field.value).to.contain('line\nline');
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([3, 8]);
      expect(scroll).to.be.above(0);
      expect(field.scrollTop).to.equal(scroll);
      await select('chat-2');
      expect(field.value).to.equal('Other');
    });

    it('keeps the focus when another chat is shown', async () => {
      const { type, field, select, element } = await setup();
      await type('Hello');
      await select('chat-2');
      expect(element.shadowRoot?.activeElement === field).to.equal(true);
    });

    it('shows a draft that something else changed', async () => {
      const { element, desk, field } = await setup();
      desk.setDraft('chat-1', { text: 'From before', start: 0, end: 0, scroll: 0 });
      await element.updateComplete;
      expect(field.value).to.equal('From before');
    });

    it('makes a draft of the value that a page sets', async () => {
      const { element, chat } = await setup();
      element.value = 'Suggested';
      await element.updateComplete;
      expect(chat('chat-1').draft.value.text).to.equal('Suggested');
    });

    it('keeps text and caret when it is moved in the document', async () => {
      const { type, element, field } = await setup();
      await type('Hello');
      field.setSelectionRange(2, 2);
      const place = document.createElement('div');
      element.parentElement?.append(place);
      place.append(element);
      await element.updateComplete;
      expect(field.value).to.equal('Hello');
      expect(field.selectionStart).to.equal(2);
    });

    it('takes what was typed before there was a desk', async () => {
      const { element } = await alone();
      element.focus();
      await sendKeys({ type: 'Early' });
      const fake = createFakeDesk(aView());
      element.desk = fake.desk;
      await element.updateComplete;
      expect(element.value).to.equal('Early');
      expect(fake.chat('chat-1').draft.value.text).to.equal('Early');
    });
  });

  describe('locks', () => {
    for (const [state, text] of [
      ['left', 'Ana Silva has left and cannot read messages.'],
      ['wrap-up', 'The chat has ended.'],
      ['waiting', 'Answer a new chat to begin.'],
    ] as const)
      it(`locks, and says why, while the chat is ${state}`, async () => {
        const { field, reason } = await setup({ state });
        expect(field.readOnly).to.equal(true);
        expect(reason()).to.equal(text);
      });

    it('locks, and says why, while the chat is being ended', async () => {
      const { field, reason } = await setup({ pending: 'end' });
      expect([field.readOnly, reason()]).to.deep.equal([true, 'Ending the chat…']);
    });

    for (const [delivery, state, locked] of [
      ['at-most-once', 'offline', true],
      ['at-most-once', 'connecting', true],
      ['archived', 'offline', true],
      ['idempotent', 'offline', false],
      ['idempotent', 'connecting', false],
      ['idempotent', 'closed', true],
    ] as const)
      it(`${locked ? 'locks' : 'stays open'} while the connection is ${state}, over ${delivery}`, async () => {
        const { field, reason, connection, element } = await setup({}, delivery);
        connection.next(state);
        await element.updateComplete;
        expect([field.readOnly, reason()]).to.deep.equal([locked, locked ? 'There is no connection.' : undefined]);
      });

    it('locks while messages are missing, and has them fetched again where that failed', async () => {
      const { chat, element, field, reason, calls } = await setup({ gap: 'filling' });
      const retry = () => element.shadowRoot?.querySelector<HTMLElement>('[part="gap-retry-button"]');
      expect(reason()).to.equal('Messages are missing here. They are being fetched…');
      expect(retry()).to.equal(null);
      chat('chat-1').change({ gap: 'failed' });
      await element.updateComplete;
      expect(reason()).to.equal('Messages are missing here and could not be fetched.');
      await expectAccessible(element);
      retry()?.click();
      expect(calls).to.deep.include(['fillGap', 'chat-1']);
      chat('chat-1').change({ gap: undefined });
      await element.updateComplete;
      expect(field.readOnly).to.equal(false);
    });

    it('opens again with the draft when the end user is back', async () => {
      const { field, type, chat, element } = await setup();
      await type('Hello');
      chat('chat-1').change({ state: 'left' });
      await element.updateComplete;
      expect(field.readOnly).to.equal(true);
      chat('chat-1').change({ state: 'active' });
      await element.updateComplete;
      expect(field.readOnly).to.equal(false);
      expect(field.value).to.equal('Hello');
      expect(element.shadowRoot?.activeElement === field).to.equal(true);
    });
  });
});

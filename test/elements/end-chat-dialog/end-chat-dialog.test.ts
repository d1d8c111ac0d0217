import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { EndChatDialog } from '../../../src/elements/end-chat-dialog/end-chat-dialog.js';
import type { ChatBeforeEndEvent } from '../../../src/elements/end-chat-dialog/end-chat-dialog.events.js';
import { aMessage } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(EndChatDialog);

const part = <T extends HTMLElement>(element: EndChatDialog, name: string): T => {
  const found = element.shadowRoot!.querySelector<T>(`[part='${name}']`);
  if (found === null) throw new Error(`no part ${name}`);
  return found;
};

const focusedPart = (element: EndChatDialog): string | null | undefined =>
  element.shadowRoot!.activeElement?.getAttribute('part');

/** A dialog on a fake desk, opened by a button that has the focus. */
const setup = async ({ open = true } = {}) => {
  const fake = createFakeDesk(aView({ count: 1 }), aView({ id: 'chat-2', selected: false }));
  const chat = fake.chat('chat-1');
  chat.add(aMessage({ id: 'old', text: 'Before' }));
  const page = await fixture<HTMLElement>(html`
    <main>
      <button id="opener">Opener</button>
      <end-chat-dialog chat-id="chat-1" .desk=${fake.desk}></end-chat-dialog>
    </main>
  `);
  const opener = page.querySelector<HTMLButtonElement>('#opener')!;
  const element = page.querySelector('end-chat-dialog')!;
  const heard: string[] = [];
  for (const type of ['cancel', 'close', 'chat-before-end'])
    element.addEventListener(type, (event) => heard.push(event.type));
  opener.focus();
  element.open = open;
  await element.updateComplete;
  const ends = () => fake.calls.filter(([name]) => name === 'end');
  const settled = async () => {
    await nextFrame();
    await element.updateComplete;
  };
  return {
    ...fake,
    chat,
    page,
    opener,
    element,
    heard,
    ends,
    settled,
    dialog: part<HTMLDialogElement>(element, 'dialog'),
  };
};

describe('end-chat-dialog', () => {
  afterEach(async () => {
    await emulateMedia({ colorScheme: 'light' });
    await setViewport({ width: 800, height: 600 });
  });

  describe('shape', () => {
    for (const colorScheme of ['light', 'dark'] as const)
      it(`is accessible in ${colorScheme}, with what arrived and while it ends`, async () => {
        await emulateMedia({ colorScheme });
        document.documentElement.style.setProperty('color-scheme', 'light dark');
        const { element, chat, settled } = await setup();
        chat.add(aMessage({ id: 'new', text: 'Wait' }));
        await settled();
        await expect(element).to.be.accessible();
        document.documentElement.style.removeProperty('color-scheme');
      });

    it('is a modal dialog named by its heading, and says whom it is about', async () => {
      const { dialog, element } = await setup();
      expect(dialog.matches(':modal')).to.be.true;
      const label = element.shadowRoot!.getElementById(dialog.getAttribute('aria-labelledby')!)!;
      expect(label.localName).to.equal('h2');
      expect(label.textContent.trim()).to.equal('End chat?');
      expect(part(element, 'text').textContent.trim()).to.equal(
        'Ana Silva can no longer write to you in this chat. You wrap it up next.',
      );
      expect(part(element, 'cancel').textContent.trim()).to.equal('Cancel');
      expect(part(element, 'confirm').textContent.trim()).to.equal('End chat');
    });

    it('takes the name that the page gives', async () => {
      const element = await fixture<EndChatDialog>(
        html`<end-chat-dialog open aria-label="Close it?"></end-chat-dialog>`,
      );
      expect(part(element, 'dialog').getAttribute('aria-label')).to.equal('Close it?');
      expect(part(element, 'dialog').hasAttribute('aria-labelledby')).to.be.false;
    });

    it('fits into 280 px in French', async () => {
      await setViewport({ width: 280, height: 500 });
      const { element, dialog, chat } = await setup();
      element.locale = 'fr';
      chat.add(aMessage({ id: 'new', text: 'https://example.com/'.repeat(12) }));
      await waitUntil(() => part(element, 'title').textContent.includes('Mettre'));
      const box = dialog.getBoundingClientRect();
      expect(box.left).to.be.at.least(0);
      expect(box.right).to.be.at.most(280);
      expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
      expect(part(element, 'title').textContent.trim()).to.equal('Mettre fin à la discussion ?');
      expect(part(element, 'confirm').textContent.trim()).to.equal('Mettre fin au chat');
    });
  });

  describe('properties', () => {
    it('works alone, with a chat and what arrived', async () => {
      const element = await fixture<EndChatDialog>(html`
        <end-chat-dialog
          open
          .chat=${aView({ naming: { by: 'phone', text: '+15550100' } })}
          .arrived=${[aMessage({ id: '1', text: 'One' }), aMessage({ id: '2', text: 'Two' })]}
        ></end-chat-dialog>
      `);
      expect(part(element, 'text').textContent).to.contain('+15550100');
      expect(part(element, 'arrived').textContent).to.contain('2 messages');
      expect(part(element, 'arrived-message').textContent).to.equal('Two');
    });

    it('reflects open, and tells nothing when the page opens or closes it', async () => {
      const { element, dialog, heard, settled } = await setup();
      expect(element.hasAttribute('open')).to.be.true;
      element.open = false;
      await settled();
      expect(element.hasAttribute('open')).to.be.false;
      expect(dialog.open).to.be.false;
      expect(heard).to.deep.equal([]);
    });

    it('follows the selected chat where it names none', async () => {
      const { element, selected, settled } = await setup({ open: false });
      element.chatId = undefined;
      selected.next('chat-2');
      element.open = true;
      await settled();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(element.open).to.be.false;
    });

    it('speaks another language live', async () => {
      const { element, settled } = await setup();
      element.strings = { endChatTitle: 'Stop?' };
      await settled();
      expect(part(element, 'title').textContent.trim()).to.equal('Stop?');
    });
  });

  describe('what the agent does', () => {
    it('ends the chat when it is confirmed, and closes', async () => {
      const { ends, element, heard, settled } = await setup();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(ends()).to.deep.equal([['end', 'chat-1']]);
      expect(element.open).to.be.false;
      expect(heard).to.deep.equal(['chat-before-end', 'close']);
    });

    it('ends once however often End chat is pressed', async () => {
      const { answers, element, ends, settled } = await setup();
      answers.end = () => new Promise(() => undefined);
      for (let press = 0; press < 5; press += 1) part(element, 'confirm').click();
      await settled();
      part(element, 'confirm').click();
      await settled();
      expect(ends()).to.have.length(1);
      expect(part(element, 'confirm').getAttribute('aria-disabled')).to.equal('true');
    });

    it('closes and leaves the chat alone when the back end refuses', async () => {
      const { answers, element, settled } = await setup();
      answers.end = () => Promise.reject(new Error('no'));
      part(element, 'confirm').click();
      await settled();
      expect(element.open).to.be.false;
    });

    it('does nothing beside the dialog when that is pressed', async () => {
      const { element } = await setup();
      await sendMouse({ type: 'click', position: [3, 3] });
      expect(element.open).to.be.true;
      expect(focusedPart(element)).to.equal('cancel');
    });

    it('shows and speaks what the end user writes meanwhile, and nothing from before', async () => {
      const { chat, element, settled } = await setup();
      const status = element.shadowRoot!.querySelector('[role=status]')!;
      expect(status.textContent.trim()).to.equal('');
      chat.add(
        aMessage({ id: 'reply', author: 'agent', text: 'Mine' }),
        aMessage({ id: 'new', text: 'One more thing' }),
      );
      await settled();
      expect(status.textContent.replace(/\s+/gu, ' ').trim()).to.equal('New since you opened this: One more thing');
      expect(part(element, 'arrived-message').getAttribute('dir')).to.equal('auto');
      chat.add(aMessage({ id: 'newer', text: 'And another' }));
      await settled();
      expect(status.textContent.replace(/\s+/gu, ' ').trim()).to.equal(
        'New since you opened this: 2 messages And another',
      );
    });

    it('begins anew what has arrived each time it opens', async () => {
      const { chat, element, settled } = await setup();
      chat.add(aMessage({ id: 'new', text: 'One more thing' }));
      await settled();
      element.open = false;
      await settled();
      element.open = true;
      await settled();
      expect(element.shadowRoot!.querySelector("[part='arrived']")).to.be.null;
    });

    it('names what cannot be shown', async () => {
      const { chat, element, settled } = await setup();
      chat.add(aMessage({ id: 'new', kind: 'image', text: '' }));
      await settled();
      expect(part(element, 'arrived-message').textContent).to.contain('cannot be shown here (image)');
    });

    for (const [what, move] of [
      ['ended by itself', ({ chat }) => chat.change({ state: 'wrap-up' })],
      ['left the list', ({ chat }) => chat.view.next(undefined)],
    ] as const satisfies readonly [string, (given: Awaited<ReturnType<typeof setup>>) => void][])
      it(`closes when the chat has ${what}`, async () => {
        const given = await setup();
        move(given);
        await given.settled();
        expect(given.element.open).to.be.false;
        expect(given.heard).to.deep.equal(['close']);
      });

    it('stays open when the end user leaves: the chat is still to be ended', async () => {
      const { chat, element, settled } = await setup();
      chat.change({ state: 'left' });
      await settled();
      expect(element.open).to.be.true;
    });

    it('closes when another chat is selected, and never ends that one', async () => {
      const { element, ends, selected, settled } = await setup({ open: false });
      element.chatId = undefined;
      element.open = true;
      await settled();
      selected.next('chat-2');
      part(element, 'confirm').click();
      await settled();
      expect(ends().filter(([, id]) => id === 'chat-2')).to.deep.equal([]);
      expect(element.open).to.be.false;
    });
  });

  describe('events and veto', () => {
    it('asks with the desk, the time and the chat, in bubbles the page can hear', async () => {
      const { clock, element, page } = await setup();
      setTimeout(() => part(element, 'confirm').click());
      const event = await oneEvent<ChatBeforeEndEvent>(page, 'chat-before-end');
      expect(event.detail).to.deep.equal({ deskId: 'desk-1', time: clock.now(), chatId: 'chat-1' });
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    });

    it('does not end what the page prevented', async () => {
      const { element, ends, page, settled } = await setup();
      page.addEventListener('chat-before-end', (event) => event.preventDefault());
      part(element, 'confirm').click();
      await settled();
      expect(ends()).to.deep.equal([]);
      expect(element.open).to.be.false;
    });

    it('waits for the page to decide, and tells its words', async () => {
      const { calls, element, ends, page, settled } = await setup();
      let decide: (decision: { veto: string }) => void = () => undefined;
      page.addEventListener('chat-before-end', (event) => event.decide(new Promise((resolve) => (decide = resolve))));
      part(element, 'confirm').click();
      await settled();
      expect(part(element, 'confirm').getAttribute('aria-disabled')).to.equal('true');
      expect(element.open).to.be.true;
      decide({ veto: 'Take the order first.' });
      await settled();
      expect(ends()).to.deep.equal([]);
      expect(calls).to.deep.include(['notify', { code: 'host-veto', text: 'Take the order first.', chatId: 'chat-1' }]);
      expect(element.open).to.be.false;
    });

    it('does not end a chat whose end was cancelled while the page decided', async () => {
      const { element, ends, page, settled } = await setup();
      let decide: (decision: boolean) => void = () => undefined;
      page.addEventListener('chat-before-end', (event) => event.decide(new Promise((resolve) => (decide = resolve))));
      part(element, 'confirm').click();
      await settled();
      await sendKeys({ press: 'Escape' });
      await settled();
      decide(true);
      await settled();
      expect(ends()).to.deep.equal([]);
    });

    it('warns once without a desk', async () => {
      const element = await fixture<EndChatDialog>(html`<end-chat-dialog open .chat=${aView()}></end-chat-dialog>`);
      const warnings: string[] = [];
      const { warn } = console;
      console.warn = (text: string) => void warnings.push(text);
      part(element, 'confirm').click();
      await nextFrame();
      element.open = true;
      await element.updateComplete;
      part(element, 'confirm').click();
      await nextFrame();
      console.warn = warn;
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('has no desk to end a chat');
    });
  });

  describe('keyboard and focus', () => {
    it('begins on Cancel, and gives the focus back when it is cancelled', async () => {
      const { element, ends, heard, opener, settled } = await setup();
      expect(focusedPart(element)).to.equal('cancel');
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(document.activeElement === opener).to.be.true;
      expect(heard).to.deep.equal(['cancel', 'close']);
      expect(ends()).to.deep.equal([]);
    });

    it('stays while the key is held that opened it, and hears the next press', async () => {
      const { element, opener, heard, settled } = await setup({ open: false });
      opener.addEventListener('click', () => (element.open = true));
      for (let repeats = 0; repeats < 3; repeats += 1) {
        await sendKeys({ down: 'Enter' });
        await settled();
      }
      expect([element.open, focusedPart(element), heard]).to.deep.equal([true, 'cancel', []]);
      await sendKeys({ up: 'Enter' });
      await sendKeys({ press: 'Enter' });
      expect(heard).to.deep.equal(['cancel', 'close']);
    });

    it('is cancelled by Escape, which nothing around it sees', async () => {
      const { element, heard, opener, page, settled } = await setup();
      let seen = 0;
      page.addEventListener('keydown', () => (seen += 1));
      await sendKeys({ press: 'Escape' });
      await settled();
      expect(element.open).to.be.false;
      expect(heard).to.deep.equal(['cancel', 'close']);
      expect(document.activeElement === opener).to.be.true;
      expect(seen).to.equal(0);
    });

    it('keeps the focus inside', async () => {
      const { element, opener } = await setup();
      await sendKeys({ press: 'Tab' });
      expect(focusedPart(element)).to.equal('confirm');
      opener.focus();
      expect(document.activeElement === element).to.be.true;
    });
  });

  describe('lifetime', () => {
    it('is modal again after a move in the document, and still gives the focus back', async () => {
      const { element, heard, opener, page, settled } = await setup();
      const section = page.appendChild(document.createElement('section'));
      section.append(element);
      await settled();
      const dialog = part<HTMLDialogElement>(element, 'dialog');
      expect(dialog.matches(':modal')).to.be.true;
      expect(focusedPart(element)).to.equal('cancel');
      expect(heard).to.deep.equal([]);
      await sendKeys({ press: 'Escape' });
      await settled();
      expect(document.activeElement === opener).to.be.true;
    });

    it('opens although its desk comes later', async () => {
      const fake = createFakeDesk(aView());
      const element = await fixture<EndChatDialog>(html`<end-chat-dialog open chat-id="chat-1"></end-chat-dialog>`);
      expect(part(element, 'text').textContent).to.contain('Customer');
      element.desk = fake.desk;
      await element.updateComplete;
      await nextFrame();
      expect(element.open).to.be.true;
      expect(part(element, 'text').textContent).to.contain('Ana Silva');
      part(element, 'confirm').click();
      await nextFrame();
      expect(fake.calls).to.deep.equal([['end', 'chat-1']]);
    });
  });
});

import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { Disposition } from '../../../src/core/index.js';
import type { WrapUpView } from '../../../src/desk/index.js';
import { WrapUpForm } from '../../../src/elements/wrap-up-form/wrap-up-form.js';
import type { ChatBeforeWrapUpEvent } from '../../../src/elements/wrap-up-form/wrap-up-form.events.js';
import { at } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(WrapUpForm);

const leaf = (id: string, ...path: readonly string[]) => ({
  id,
  name: path.at(-1)!,
  path,
  fullPath: path.join(' › '),
});

const leaves = [
  leaf('late', 'Billing', 'Refund', 'Late delivery'),
  leaf('damaged', 'Billing', 'Refund', 'Damaged goods'),
  leaf('creme', 'Food', 'Crème brûlée'),
  leaf('other', 'Other'),
];

const tree: readonly Disposition[] = [
  {
    id: 'billing',
    name: 'Billing',
    children: [
      { id: 'late', name: 'Late delivery' },
      { id: 'paid', name: 'Paid' },
    ],
  },
  { id: 'other', name: 'Other' },
];

const ended = { state: 'wrap-up', count: 14, endedAt: at(10 + 6 * 60 + 5) } as const;

const optional: Partial<WrapUpView> = {
  fields: { disposition: 'optional', notes: 'optional' },
  dispositions: { status: 'ready', leaves },
};

const required: Partial<WrapUpView> = { ...optional, fields: { disposition: 'required', notes: 'required' } };

const find = <T extends HTMLElement>(element: WrapUpForm, selector: string): T => {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

const has = (element: WrapUpForm, selector: string): boolean => element.shadowRoot!.querySelector(selector) !== null;
const notes = (element: WrapUpForm) => find<HTMLTextAreaElement>(element, '#notes');
const combobox = (element: WrapUpForm) => find<HTMLInputElement>(element, '[role=combobox]');
const options = (element: WrapUpForm) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')];
const optionTexts = (element: WrapUpForm) => options(element).map((option) => option.textContent.trim());
const focusedId = (element: WrapUpForm) => element.shadowRoot!.activeElement?.id;
const words = (element: WrapUpForm, selector: string) =>
  find(element, selector).textContent.replace(/\s+/gu, ' ').trim();

const activeText = (element: WrapUpForm): string | undefined => {
  const id = combobox(element).getAttribute('aria-activedescendant');
  return id === null ? undefined : words(element, `#${id}`);
};

/** Presses a key while Ctrl is held. */
const withControl = async (key: string): Promise<void> => {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Control' });
};

/** A form on a fake desk whose chat has ended. */
const setup = async (form: Partial<WrapUpView> = optional) => {
  const fake = createFakeDesk(aView(ended), aView({ ...ended, id: 'chat-2', naming: { by: 'name', text: 'Li Wei' } }));
  const [chat, other] = [fake.chat('chat-1'), fake.chat('chat-2')];
  const change = (changed: Partial<WrapUpView>) => chat.wrapUp.next({ ...chat.wrapUp.value, ...changed });
  for (const one of [chat, other]) one.wrapUp.next({ ...one.wrapUp.value, ...form });
  const page = await fixture<HTMLElement>(
    html`<main><wrap-up-form chat-id="chat-1" .desk=${fake.desk}></wrap-up-form></main>`,
  );
  const element = page.querySelector('wrap-up-form')!;
  const settled = async () => {
    await nextFrame();
    await element.updateComplete;
  };
  const called = (name: string) => fake.calls.filter(([call]) => call === name);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await sendKeys({ press: key });
      await element.updateComplete;
    }
  };
  return { ...fake, chat, other, change, page, element, settled, called, press };
};

/** A form without a desk, in a form of the page. */
const alone = async (given: Partial<Pick<WrapUpForm, 'fields' | 'dispositions' | 'values' | 'summarize'>>) => {
  const form = await fixture<HTMLFormElement>(html`<form><wrap-up-form></wrap-up-form></form>`);
  const element = Object.assign(form.querySelector('wrap-up-form')!, given);
  await element.updateComplete;
  return { form, element };
};

describe('wrap-up-form', () => {
  afterEach(async () => {
    await emulateMedia({ colorScheme: 'light' });
    await setViewport({ width: 800, height: 600 });
    document.documentElement.style.removeProperty('color-scheme');
  });

  describe('shape', () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [what, form] of [
        ['with both fields', { ...optional, summary: 'idle', canUndoSummary: true, deadline: at(80) }],
        ['with no field', {}],
        ['with a list that failed', { ...required, dispositions: { status: 'failed', leaves: [] }, summary: 'failed' }],
        ['once submitted', { ...optional, status: 'submitted', values: { notes: 'Done', disposition: 'late' } }],
      ] as const satisfies readonly [string, Partial<WrapUpView>][])
        it(`is accessible ${what} in ${colorScheme}`, async () => {
          await emulateMedia({ colorScheme });
          document.documentElement.style.setProperty('color-scheme', 'light dark');
          document.documentElement.style.setProperty('background', 'Canvas');
          const { element } = await setup(form);
          await expect(element).to.be.accessible();
          document.documentElement.style.removeProperty('background');
        });

    it('is accessible with the list open and with its errors', async () => {
      const { element, press } = await setup(required);
      find(element, '#submit').click();
      await element.updateComplete;
      await press('ArrowDown');
      await expect(element).to.be.accessible();
    });

    it('names its fields by their labels, and says whom it is about', async () => {
      const { element } = await setup({ ...required, summary: 'idle' });
      expect(words(element, 'h2')).to.equal('Wrap-up');
      expect(words(element, "[part='details']")).to.equal('Ana Silva · Web · 6 min, 14 messages');
      expect(combobox(element).labels![0]!.textContent).to.equal('Disposition');
      expect(notes(element).labels[0]!.textContent).to.equal('Notes');
      expect(combobox(element).getAttribute('aria-required')).to.equal('true');
      expect(words(element, '#summary')).to.equal('Insert summary');
      expect(words(element, '#submit')).to.equal('Submit');
      expect(find(element, "[part='form']").ariaLabel).to.equal('Wrap-up');
    });

    it('has only Submit where both fields are absent', async () => {
      const { element } = await setup({ summary: 'idle' });
      expect(
        [...element.shadowRoot!.querySelectorAll('button')].map((button) => button.textContent.trim()),
      ).to.deep.equal(['Submit']);
      expect(has(element, 'input, textarea')).to.be.false;
    });

    it('shows nothing while its chat goes on', async () => {
      const { element, chat, settled } = await setup();
      chat.change({ state: 'active' });
      await settled();
      expect(has(element, '*:not(style)')).to.be.false;
    });

    it('stays within 280 px, its list too', async () => {
      await setViewport({ width: 280, height: 600 });
      const { element, press } = await setup({ ...required, summary: 'idle', canUndoSummary: true });
      element.style.setProperty('width', '280px');
      element.parentElement!.style.setProperty('margin', '0');
      combobox(element).focus();
      await press('ArrowDown');
      const popup = find(element, '#dispositions').getBoundingClientRect();
      expect(popup.left).to.be.at.least(0);
      expect(popup.right).to.be.at.most(280);
      expect(find(element, "[part='form']").scrollWidth).to.be.at.most(280);
    });

    it('is French with French words', async () => {
      const { element } = await setup(optional);
      element.locale = 'fr';
      await waitUntil(() => words(element, 'h2') === 'Terminer');
      expect(words(element, '#submit')).to.equal('Envoyer');
      expect(words(element, "[part='details']")).to.equal('Ana Silva · Web · 6 min, 14 messages');
    });
  });

  describe('properties', () => {
    it('works alone: fields, dispositions and values', async () => {
      const { element } = await alone({
        fields: { disposition: 'optional', notes: 'optional' },
        dispositions: tree,
        values: { disposition: 'paid', notes: 'Said so.' },
      });
      expect(combobox(element).value).to.equal('Billing › Paid');
      expect(notes(element).value).to.equal('Said so.');
      notes(element).focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ type: ' Twice.' });
      expect(element.values).to.deep.equal({ disposition: 'paid', notes: 'Said so. Twice.' });
    });

    it("shows the page's own fields before the policy's", async () => {
      const { element } = await setup(optional);
      element.fields = { notes: 'required' };
      await element.updateComplete;
      expect(has(element, '[role=combobox]')).to.be.false;
      expect(notes(element).getAttribute('aria-required')).to.equal('true');
    });

    it('warns once of a tree with a loop, and shows the rest', async () => {
      const loop = { id: 'a', name: 'A', children: [] as Disposition[] };
      loop.children.push(loop);
      const warnings: string[] = [];
      const { warn } = console;
      console.warn = (text: string) => void warnings.push(text);
      const { element } = await alone({ fields: { disposition: 'optional' }, dispositions: [loop, ...tree] });
      element.requestUpdate();
      await element.updateComplete;
      console.warn = warn;
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('"dispositions" has a wrong node (loop at "A › A")');
      combobox(element).click();
      await element.updateComplete;
      expect(optionTexts(element)).to.deep.equal(['Billing › Late delivery', 'Billing › Paid', 'Other']);
    });

    it('is part of the form around it: value, validity, reset, disabled', async () => {
      const { form, element } = await alone({
        fields: { disposition: 'optional', notes: 'required' },
        dispositions: tree,
        values: { disposition: 'paid' },
      });
      expect([...new FormData(form)]).to.deep.equal([
        ['disposition', 'paid'],
        ['notes', ''],
      ]);
      expect(form.checkValidity()).to.be.false;
      expect(element.validationMessage).to.equal('Write a note.');
      notes(element).focus();
      await sendKeys({ type: 'Hm' });
      expect(form.checkValidity()).to.be.true;
      expect(new FormData(form).get('notes')).to.equal('Hm');
      form.reset();
      await element.updateComplete;
      expect(notes(element).value).to.equal('');
      expect(combobox(element).value).to.equal('Billing › Paid');
      element.disabled = true;
      await element.updateComplete;
      expect(notes(element).disabled && combobox(element).disabled).to.be.true;
      expect([...new FormData(form)]).to.deep.equal([]);
    });

    it("submits the page's form where there is no desk", async () => {
      const { form, element } = await alone({ fields: { notes: 'optional' }, values: { notes: 'Yes' } });
      let sent: FormDataEntryValue | null = null;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent = new FormData(form).get('notes');
      });
      find(element, '#submit').click();
      await nextFrame();
      expect(sent).to.equal('Yes');
    });
  });

  describe('what the agent does', () => {
    it('keeps every input with the desk', async () => {
      const { called, chat, element } = await setup();
      notes(element).focus();
      await sendKeys({ type: 'Hi' });
      expect(called('setWrapUpValues').at(-1)).to.deep.equal(['setWrapUpValues', 'chat-1', { notes: 'Hi' }]);
      expect(chat.wrapUp.value.values.notes).to.equal('Hi');
    });

    it('submits what is filled in, then lets the chat go with Done', async () => {
      const { called, change, element, settled } = await setup({
        ...optional,
        values: { disposition: 'late', notes: ' ' },
      });
      find(element, '#submit').focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(called('submitWrapUp')).to.deep.equal([['submitWrapUp', 'chat-1', { disposition: 'late' }]]);
      change({ status: 'submitting' });
      await settled();
      expect(find(element, '#submit').ariaDisabled).to.equal('true');
      change({ status: 'submitted' });
      await settled();
      expect(has(element, '#submit')).to.be.false;
      expect(words(element, "[part='status']")).to.equal('Submitted.');
      expect(notes(element).readOnly && combobox(element).readOnly).to.be.true;
      expect(focusedId(element)).to.equal('done');
      await sendKeys({ press: 'Enter' });
      expect(called('done')).to.deep.equal([['done', 'chat-1']]);
    });

    it('does not take the second press of a double click on Submit for Done', async () => {
      const { called, change, element, settled } = await setup();
      change({ status: 'submitted' });
      await settled();
      find(element, '#done').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
      expect(called('done')).to.deep.equal([]);
    });

    it('does not take the key that is still held on Submit for Done; Tab may be held', async () => {
      const { called, change, element, settled } = await setup();
      find(element, '#submit').focus();
      await sendKeys({ down: 'Enter' });
      change({ status: 'submitted' });
      await settled();
      expect(focusedId(element)).to.equal('done');
      await sendKeys({ down: 'Enter' });
      await sendKeys({ up: 'Enter' });
      expect(called('done')).to.deep.equal([]);
      let kept = 0;
      element.addEventListener('keydown', (event) => (kept += event.defaultPrevented ? 1 : 0));
      await sendKeys({ down: 'Tab' });
      find(element, '#done').focus();
      await sendKeys({ down: 'Tab' });
      await sendKeys({ up: 'Tab' });
      expect(kept).to.equal(0);
    });

    it('submits once however often Submit is pressed', async () => {
      const { answers, called, change, element, settled } = await setup();
      answers.submitWrapUp = () => new Promise(() => undefined);
      find(element, '#submit').click();
      find(element, '#submit').click();
      change({ status: 'submitting' });
      await settled();
      find(element, '#submit').click();
      await settled();
      expect(called('submitWrapUp')).to.have.length(1);
    });

    it('says that it failed and keeps what was filled in', async () => {
      const { change, element, settled } = await setup({ ...optional, values: { notes: 'Mine' } });
      change({ status: 'failed' });
      await settled();
      expect(words(element, "[part='status']")).to.contain('Your entries are kept');
      expect(notes(element).value).to.equal('Mine');
      expect(notes(element).readOnly).to.be.false;
      expect(find(element, '#submit').ariaDisabled).to.equal(null);
    });

    it('tells what is missing at its field, goes to the first one, and takes it back once filled', async () => {
      const { called, element, press } = await setup(required);
      find(element, '#submit').click();
      await element.updateComplete;
      expect(called('submitWrapUp')).to.deep.equal([]);
      expect(words(element, `#${combobox(element).getAttribute('aria-describedby')!}`)).to.equal(
        'Choose a disposition.',
      );
      expect(words(element, `#${notes(element).getAttribute('aria-describedby')!}`)).to.equal('Write a note.');
      expect(combobox(element).ariaInvalid).to.equal('true');
      expect(focusedId(element)).to.equal('disposition');
      await press('ArrowDown', 'Enter');
      expect(combobox(element).ariaInvalid).to.equal(null);
      find(element, '#submit').click();
      expect(focusedId(element)).to.equal('notes');
    });

    for (const [status, said] of [
      ['failed', 'The list could not be loaded. You can submit without it.'],
      ['ready', 'The list is empty. You can submit without it.'],
    ] as const)
      it(`offers to load a ${status === 'ready' ? 'list that is empty' : 'list that failed'} again, and to submit without it`, async () => {
        const { called, element } = await setup({
          fields: { disposition: 'required', notes: 'absent' },
          dispositions: { status, leaves: [] },
        });
        expect(words(element, "[part='disposition-problem'] p")).to.equal(said);
        find(element, "[part='disposition-problem'] button").click();
        expect(called('loadDispositions')).to.deep.equal([['loadDispositions', 'chat-1']]);
        find(element, '#submit').click();
        await nextFrame();
        expect(called('submitWrapUp')).to.have.length(1);
      });

    it('counts the time limit down at each second, and no longer once submitted', async () => {
      const { change, clock, element, settled } = await setup({ ...optional, deadline: at(60 + 31.5) });
      expect(words(element, "[part='time-left']")).to.equal('0:32 left to wrap up');
      clock.advance(499);
      await settled();
      expect(words(element, "[part='time-left']")).to.equal('0:32 left to wrap up');
      clock.advance(1);
      await settled();
      expect(words(element, "[part='time-left']")).to.equal('0:31 left to wrap up');
      expect(clock.pending).to.equal(1);
      change({ status: 'submitted' });
      await settled();
      expect(has(element, "[part='time-left']")).to.be.false;
      expect(clock.pending).to.equal(0);
    });
  });

  describe('summary', () => {
    it('is only there where summaries are on', async () => {
      const { change, element, settled } = await setup();
      expect(has(element, '#summary')).to.be.false;
      change({ summary: 'idle' });
      await settled();
      expect(has(element, '#summary')).to.be.true;
    });

    it("asks the desk in the agent's language", async () => {
      const { called, element } = await setup({ ...optional, summary: 'idle' });
      find(element, '#summary').click();
      expect(called('insertSummary')).to.deep.equal([
        [
          'insertSummary',
          'chat-1',
          { locale: 'en', labels: { automatic: 'Automatic summary', endUser: 'Customer', agent: 'Agent' } },
        ],
      ]);
    });

    it('is unavailable while it is made, says so, and says a failure', async () => {
      const { called, change, element, settled } = await setup({ ...optional, summary: 'pending' });
      expect(find(element, '#summary').ariaDisabled).to.equal('true');
      expect(words(element, '#summary-status')).to.equal('Making the summary…');
      find(element, '#summary').click();
      expect(called('insertSummary')).to.deep.equal([]);
      change({ summary: 'failed' });
      await settled();
      expect(words(element, '#summary-status')).to.contain('There is no summary');
      expect(find(element, '#summary').ariaDisabled).to.equal(null);
    });

    it('can be taken back, and the focus stays beside it', async () => {
      const { called, change, element, settled } = await setup({ ...optional, summary: 'idle', canUndoSummary: true });
      find(element, '#undo').focus();
      await sendKeys({ press: 'Enter' });
      expect(called('undoSummary')).to.deep.equal([['undoSummary', 'chat-1']]);
      change({ canUndoSummary: false });
      await settled();
      expect(focusedId(element)).to.equal('summary');
    });

    it('leaves the caret of an agent who writes where it is', async () => {
      const { change, element, settled } = await setup({ ...optional, values: { notes: 'Order late.' } });
      notes(element).focus();
      notes(element).setSelectionRange(5, 5);
      change({ values: { notes: 'Order late.\n\nAutomatic summary' } });
      await settled();
      expect(notes(element).value).to.contain('Automatic');
      expect(notes(element).selectionStart).to.equal(5);
      expect(focusedId(element)).to.equal('notes');
    });

    it('works alone with the page’s own summarizer: appended, undone, failed', async () => {
      const answers: (() => Promise<string>)[] = [
        () => Promise.resolve('The order is late.'),
        () => Promise.reject(new Error('no')),
      ];
      const { element } = await alone({
        fields: { notes: 'optional' },
        values: { notes: 'Typed.' },
        summarize: () => answers.shift()!(),
      });
      find(element, '#summary').click();
      find(element, '#summary').click();
      await nextFrame();
      expect(notes(element).value).to.equal('Typed.\n\nThe order is late.');
      notes(element).focus();
      await withControl('End');
      await sendKeys({ type: ' More.' });
      find(element, '#undo').click();
      await nextFrame();
      expect(notes(element).value).to.equal('Typed. More.');
      find(element, '#summary').click();
      await nextFrame();
      expect(words(element, '#summary-status')).to.contain('There is no summary');
      expect(notes(element).value).to.equal('Typed. More.');
    });

    it('goes to the chat it was asked for, also when it comes late', async () => {
      const { chat, element, other, settled } = await setup();
      let answer: (text: string) => void = () => undefined;
      element.summarize = () => new Promise((resolve) => (answer = resolve));
      await settled();
      find(element, '#summary').click();
      element.chatId = 'chat-2';
      await settled();
      answer('Of the first.');
      await settled();
      expect(chat.wrapUp.value.values.notes).to.equal('Of the first.');
      expect(other.wrapUp.value.values.notes).to.equal(undefined);
      expect(notes(element).value).to.equal('');
      expect(has(element, '#undo')).to.be.false;
    });
  });

  describe('events and veto', () => {
    it('asks with the values, and submits what the page amended', async () => {
      const { called, clock, element, page, settled } = await setup({ ...optional, values: { notes: 'Mine' } });
      setTimeout(() => find(element, '#submit').click());
      page.addEventListener(
        'chat-before-wrap-up',
        (event) => event.amend({ notes: `${event.detail.values.notes} + CRM` }),
        {
          once: true,
        },
      );
      const event = await oneEvent<ChatBeforeWrapUpEvent>(page, 'chat-before-wrap-up');
      await settled();
      expect(event.detail).to.deep.equal({
        deskId: 'desk-1',
        time: clock.now(),
        chatId: 'chat-1',
        values: { notes: 'Mine' },
      });
      expect(called('submitWrapUp')).to.deep.equal([['submitWrapUp', 'chat-1', { notes: 'Mine + CRM' }]]);
    });

    it('does not submit what the page prevented', async () => {
      const { called, element, page, settled } = await setup();
      page.addEventListener('chat-before-wrap-up', (event) => event.preventDefault());
      find(element, '#submit').click();
      await settled();
      expect(called('submitWrapUp')).to.deep.equal([]);
      expect(find(element, '#submit').ariaDisabled).to.equal(null);
    });

    it('waits for the page to decide, and holds back only that chat', async () => {
      const { called, element, page, settled } = await setup();
      let decide: (decision: boolean) => void = () => undefined;
      page.addEventListener(
        'chat-before-wrap-up',
        (event) => event.decide(new Promise((resolve) => (decide = resolve))),
        { once: true },
      );
      find(element, '#submit').click();
      await settled();
      expect(find(element, '#submit').ariaDisabled).to.equal('true');
      expect(notes(element).readOnly).to.be.true;
      element.chatId = 'chat-2';
      await settled();
      expect(find(element, '#submit').ariaDisabled).to.equal(null);
      decide(true);
      await settled();
      expect(called('submitWrapUp').map(([, id]) => id)).to.deep.equal(['chat-1']);
    });

    it('warns once without a desk or a form', async () => {
      const element = await fixture<WrapUpForm>(html`<wrap-up-form></wrap-up-form>`);
      const warnings: string[] = [];
      const { warn } = console;
      console.warn = (text: string) => void warnings.push(text);
      for (let press = 0; press < 2; press += 1) {
        find(element, '#submit').click();
        await nextFrame();
      }
      console.warn = warn;
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('has no desk to submit a wrap-up');
    });
  });

  describe('the disposition field', () => {
    it('opens with the arrows, goes through the leaves by their full paths, and chooses with Enter', async () => {
      const { chat, element, press } = await setup();
      combobox(element).focus();
      expect(combobox(element).ariaExpanded).to.equal('false');
      await press('ArrowDown');
      expect(combobox(element).ariaExpanded).to.equal('true');
      expect(optionTexts(element)).to.deep.equal(leaves.map(({ fullPath }) => fullPath));
      expect(activeText(element)).to.equal('Billing › Refund › Late delivery');
      await press('ArrowDown');
      expect(activeText(element)).to.equal('Billing › Refund › Damaged goods');
      await press('ArrowUp', 'ArrowUp');
      expect(activeText(element)).to.equal('Other');
      await press('ArrowDown');
      expect(activeText(element)).to.equal('Billing › Refund › Late delivery');
      await press('ArrowDown', 'Enter');
      expect(chat.wrapUp.value.values.disposition).to.equal('damaged');
      expect(combobox(element).value).to.equal('Billing › Refund › Damaged goods');
      expect(combobox(element).ariaExpanded).to.equal('false');
      await press('ArrowUp');
      expect(activeText(element)).to.equal('Billing › Refund › Damaged goods');
      expect(find(element, '#option-1').ariaSelected).to.equal('true');
    });

    it('filters by any part of the path, without accents and case', async () => {
      const { chat, element, press } = await setup();
      combobox(element).focus();
      await sendKeys({ type: 'refund' });
      expect(optionTexts(element)).to.deep.equal([
        'Billing › Refund › Late delivery',
        'Billing › Refund › Damaged goods',
      ]);
      await sendKeys({ type: ' late' });
      expect(optionTexts(element)).to.deep.equal(['Billing › Refund › Late delivery']);
      combobox(element).select();
      await sendKeys({ type: 'BRULEE' });
      expect(optionTexts(element)).to.deep.equal(['Food › Crème brûlée']);
      await press('Enter');
      expect(chat.wrapUp.value.values.disposition).to.equal('creme');
    });

    it('says when nothing matches, and how many do', async () => {
      const { element } = await setup();
      combobox(element).focus();
      await sendKeys({ type: 'refund' });
      const spoken = () => words(element, '.field [role=status]');
      expect(spoken()).to.equal('2 matches');
      await sendKeys({ type: 'xyz' });
      expect(spoken()).to.equal('0 matches');
      expect(combobox(element).ariaExpanded).to.equal('false');
    });

    it('closes with Escape, which nothing around it sees, and goes back to what was chosen', async () => {
      const { chat, element, page, press } = await setup({ ...optional, values: { disposition: 'other' } });
      const seen: string[] = [];
      page.addEventListener('keydown', ({ key }) => seen.push(key));
      combobox(element).focus();
      combobox(element).select();
      await sendKeys({ type: 'late' });
      expect(activeText(element)).to.equal('Billing › Refund › Late delivery');
      await press('Escape');
      expect(combobox(element).value).to.equal('Other');
      expect(chat.wrapUp.value.values.disposition).to.equal('other');
      expect(seen).to.deep.equal([]);
    });

    it('is emptied by deleting its text', async () => {
      const { chat, element, press } = await setup({ ...optional, values: { disposition: 'other' } });
      combobox(element).focus();
      await withControl('a');
      await press('Delete', 'Tab');
      expect(chat.wrapUp.value.values.disposition).to.equal('');
      expect(combobox(element).value).to.equal('');
    });

    it('opens and chooses by click, and keeps the focus in the field', async () => {
      const { chat, element, settled } = await setup();
      combobox(element).click();
      await settled();
      const option = options(element)[1]!;
      const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      expect(option.dispatchEvent(down)).to.be.false;
      option.click();
      await settled();
      expect(chat.wrapUp.value.values.disposition).to.equal('damaged');
      expect(has(element, '[role=option]')).to.be.false;
    });

    it('chooses the one it was led to when the field is left', async () => {
      const { chat, element, press } = await setup();
      combobox(element).focus();
      await press('ArrowDown', 'ArrowDown', 'Tab');
      expect(chat.wrapUp.value.values.disposition).to.equal('damaged');
      expect(focusedId(element)).to.equal('notes');
    });

    it('chooses nothing when it is left with a text that fits several', async () => {
      const { chat, element, press } = await setup();
      combobox(element).focus();
      await sendKeys({ type: 'refund' });
      await press('Tab');
      expect(chat.wrapUp.value.values.disposition).to.equal(undefined);
      expect(combobox(element).value).to.equal('');
    });

    it('takes no key that an input method composes with', async () => {
      const { chat, element, press } = await setup();
      combobox(element).focus();
      await press('ArrowDown');
      combobox(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
      await element.updateComplete;
      expect(chat.wrapUp.value.values.disposition).to.equal(undefined);
      expect(combobox(element).ariaExpanded).to.equal('true');
    });

    it('is in the top layer, beside its field, and shows the active one of 500', async () => {
      const many = Array.from({ length: 500 }, (_, index) => leaf(`id-${index}`, 'Group', `Reason ${index}`));
      const { element, page, press } = await setup({ ...optional, dispositions: { status: 'ready', leaves: many } });
      page.style.setProperty('overflow', 'hidden');
      page.style.setProperty('height', '90px');
      combobox(element).focus();
      await press('ArrowDown', 'ArrowUp');
      const popup = find(element, '#dispositions');
      expect(popup.matches(':popover-open')).to.be.true;
      const [box, field, line] = [popup, find(element, '.field'), find(element, '#option-499')].map((one) =>
        one.getBoundingClientRect(),
      ) as [DOMRect, DOMRect, DOMRect];
      expect(box.left).to.be.closeTo(field.left, 1);
      expect(box.bottom <= field.top || box.top >= field.bottom).to.be.true;
      expect(line.bottom).to.be.at.most(box.bottom);
      expect(line.top).to.be.at.least(box.top);
      const seen = document.elementFromPoint(line.left + 8, line.top + 8);
      expect(seen === element).to.be.true;
    });

    it('is beside its field also where browsers cannot anchor it', async () => {
      const { supports } = CSS;
      Object.assign(CSS, {
        supports: (...asked: [string]) => !asked[0].includes('position-area') && supports(...asked),
      });
      try {
        const { element, press } = await setup({ ...optional, dispositions: { status: 'ready', leaves } });
        const unanchored = new CSSStyleSheet();
        unanchored.replaceSync('[popover] { position-area: none !important; position-try-fallbacks: none !important }');
        element.shadowRoot!.adoptedStyleSheets.push(unanchored);
        combobox(element).focus();
        await press('ArrowDown');
        const [box, field] = [find(element, '#dispositions'), find(element, '.field')].map((one) =>
          one.getBoundingClientRect(),
        ) as [DOMRect, DOMRect];
        expect(box.left).to.be.closeTo(field.left, 1);
        expect(box.width).to.be.closeTo(field.width, 1);
        expect(box.top).to.be.within(field.bottom, field.bottom + 16);
      } finally {
        Object.assign(CSS, { supports });
      }
    });

    it('says that the list is loading', async () => {
      const { element } = await setup({ ...optional, dispositions: { status: 'loading', leaves: [] } });
      expect(combobox(element).placeholder).to.equal('Loading…');
      expect(combobox(element).getAttribute('aria-busy')).to.equal('true');
      expect(has(element, "[part='disposition-problem']")).to.be.false;
    });
  });

  describe('keyboard and focus', () => {
    it('keeps what is typed from the hotkeys of the page, and lets commands pass', async () => {
      const { element, page } = await setup();
      const seen: string[] = [];
      for (const type of ['keydown', 'keypress', 'keyup'] as const)
        page.addEventListener(type, ({ key }) => seen.push(`${type} ${key}`));
      for (const field of [notes(element), combobox(element)]) {
        field.focus();
        await sendKeys({ type: 'a/?' });
        await sendKeys({ press: 'Backspace' });
      }
      expect(seen).to.deep.equal([]);
      await withControl('k');
      expect(seen).to.include('keydown k');
    });
  });

  describe('focus()', () => {
    for (const [what, form, place] of [
      ['the first field', optional, 'disposition'],
      ['the only field', { fields: { disposition: 'absent', notes: 'optional' } }, 'notes'],
      ['Submit where there is none', {}, 'submit'],
      ['Done once submitted', { ...optional, status: 'submitted' }, 'done'],
    ] as const satisfies readonly [string, Partial<WrapUpView>, string][])
      it(`goes to ${what}`, async () => {
        const { element } = await setup(form);
        element.focus();
        expect(focusedId(element)).to.equal(place);
      });
  });

  describe('lifetime', () => {
    it("shows another chat's values when it shows another chat, and the first one's when it comes back", async () => {
      const { chat, element, settled } = await setup(required);
      notes(element).focus();
      await sendKeys({ type: 'First' });
      combobox(element).focus();
      await sendKeys({ type: 'ref' });
      find(element, '#submit').click();
      await settled();
      element.chatId = 'chat-2';
      await settled();
      expect(words(element, "[part='details']")).to.contain('Li Wei');
      expect(notes(element).value).to.equal('');
      expect(combobox(element).value).to.equal('');
      expect(has(element, "[part='error']")).to.be.false;
      expect(chat.wrapUp.value.values.notes).to.equal('First');
      element.chatId = 'chat-1';
      await settled();
      expect(notes(element).value).to.equal('First');
    });

    it("does not undo into another chat's notes", async () => {
      const { element, settled } = await setup();
      notes(element).focus();
      await sendKeys({ type: 'First' });
      element.chatId = 'chat-2';
      await settled();
      notes(element).focus();
      await sendKeys({ type: 'S' });
      await withControl('z');
      await withControl('z');
      expect(notes(element).value).not.to.contain('First');
    });

    it('keeps what was filled in when it is moved in the document', async () => {
      const { element, page, settled } = await setup();
      notes(element).focus();
      await sendKeys({ type: 'Kept' });
      page.appendChild(document.createElement('section')).append(element);
      await settled();
      expect(notes(element).value).to.equal('Kept');
    });

    it('lets go of clock and list when it leaves the document', async () => {
      const { clock, element, press } = await setup({ ...optional, deadline: at(100) });
      combobox(element).focus();
      await press('ArrowDown');
      element.remove();
      await aTimeout(0);
      expect(clock.pending).to.equal(0);
      expect(combobox(element).ariaExpanded).to.equal('false');
    });

    it('follows the selected chat where it names none', async () => {
      const { element, selected, settled } = await setup();
      element.chatId = undefined;
      selected.next('chat-2');
      await settled();
      expect(words(element, "[part='details']")).to.contain('Li Wei');
    });
  });
});

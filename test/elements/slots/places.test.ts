import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChatPane } from '../../../src/elements/chat-pane/chat-pane.js';
import type { WrapUpForm } from '../../../src/elements/wrap-up-form/wrap-up-form.js';
import type { ChatBeforeWrapUpEvent } from '../../../src/elements/wrap-up-form/wrap-up-form.events.js';
import { focusedElement } from '../../../src/testing/harnesses/shadow.js';
import { expectAccessible } from '../../support/accessible.js';
import { expectSame } from '../../support/expect-same.js';
import { aView } from '../../support/fake-desk.js';
import { painted, setup } from './setup.js';

const isInView = (element: Element | null): boolean => (element?.getBoundingClientRect().height ?? 0) > 0;

/** WebKitGTK's own buttons are white on grey where it is dark. */
const LEGIBLE = 'color: CanvasText; background: Canvas';

/** Something of the page's in each slot of an adapter. */
const content = html`
  <a slot="header" href="#crm">CRM record</a>
  <button slot="composer-tools" type="button" style=${LEGIBLE}>Templates</button>
  <p slot="empty">Take a break.</p>
  <label slot="wrap-up-extra">Order <input name="order" /></label>
`;

const wrappedUp = [
  aView({ id: 'done-1', state: 'wrap-up', endedAt: 0 }),
  aView({ id: 'done-2', state: 'wrap-up', endedAt: 0, selected: false }),
];

describe('a page’s own content in an adapter', () => {
  it('stands in its places of a conversation', async () => {
    const { adapter } = await setup({ content });
    const seen = [...adapter.children].filter(isInView).map((one) => one.slot);
    expect(seen).to.deep.equal(['header', 'composer-tools']);
    await expectAccessible(adapter);
  });

  it('stands where no conversation is open in place of our own words, which come back without it', async () => {
    const { adapter, all } = await setup({ content, views: [] });
    expect([...adapter.children].filter(isInView).map((one) => one.slot)).to.deep.equal(['empty']);
    expect(all('[part=empty-title]').length).to.equal(0);
    await expectAccessible(adapter);
    adapter.querySelector('[slot=empty]')!.remove();
    await painted();
    expect(all('[part=empty-title]').length).to.equal(1);
  });

  it('stands in the closing form', async () => {
    const { adapter } = await setup({ content, views: wrappedUp });
    expect([...adapter.children].filter(isInView).map((one) => one.slot)).to.deep.equal(['wrap-up-extra']);
    await expectAccessible(adapter);
  });

  it('is nothing but empty slots where the page gives none', async () => {
    const { all } = await setup();
    expect(all('[part=empty-title], [part=own-content]').length).to.equal(0);
    for (const slot of all('slot')) expect(slot.getBoundingClientRect().width).to.equal(0);
  });

  it('keeps the focus and what is in it while chats come, go and change', async () => {
    const { adapter, chat, select } = await setup({ content: html`<input slot="header" aria-label="Note" />` });
    const note = adapter.querySelector('input')!;
    note.focus();
    await sendKeys({ type: 'vip' });
    select('chat-2');
    await painted();
    chat('chat-2').change({ unread: 2, selected: true });
    await painted();
    expect([focusedElement() === note, note.value]).to.deep.equal([true, 'vip']);
  });

  it('leaves the focus in the adapter when its place goes away', async () => {
    const { adapter, select, find } = await setup({
      content,
      views: [aView(), { ...wrappedUp[0]!, selected: false }],
    });
    adapter.querySelector('a')!.focus();
    select('done-1');
    await painted();
    expectSame(document.activeElement, adapter);
    expect(find('[part=panel]').contains(adapter.shadowRoot!.activeElement)).to.equal(true);
  });

  it('learns which chat is shown, and that it changed', async () => {
    const { adapter, select, chat, selected, show } = await setup({ content });
    const heard: string[] = [];
    adapter.addEventListener('shown-chat-change', ({ detail }) =>
      heard.push(`${detail.chatId} ${adapter.shownChat?.id} ${adapter.shownChat?.state}`),
    );
    expect(adapter.shownChat?.id).to.equal('chat-1');
    select('chat-2');
    await painted();
    chat('chat-2').change({ state: 'left', selected: true });
    await painted();
    chat('chat-2').change({ state: 'wrap-up', selected: true });
    await painted();
    show();
    selected.next(undefined);
    await painted();
    expect(heard).to.deep.equal([
      'chat-2 chat-2 active',
      'chat-2 chat-2 left',
      'chat-2 chat-2 wrap-up',
      ' undefined undefined',
    ]);
  });
});

describe('a page’s own content in a tag alone', () => {
  it('stands in a pane', async () => {
    const pane = await fixture<ChatPane>(html`
      <chat-pane .chat=${aView()} .messages=${[]}>
        <b slot="header">VIP</b><button slot="composer-tools">Templates</button>
      </chat-pane>
    `);
    await painted();
    expect([...pane.children].filter(isInView).length).to.equal(2);
    expect(pane.shownChat?.id).to.equal('chat-1');
  });

  it('stands in a composer, and its keys are the page’s', async () => {
    const composer = await fixture(html`
      <chat-composer><input slot="composer-tools" aria-label="Find a template" /></chat-composer>
    `);
    const heard: string[] = [];
    composer.parentElement!.addEventListener('keydown', ({ key }) => heard.push(key));
    composer.querySelector('input')!.focus();
    await sendKeys({ press: 'x' });
    expect(heard).to.deep.equal(['x']);
    await expectAccessible(composer);
  });
});

/** The page's own fields of every sort. */
const fields = html`
  <div slot="wrap-up-extra">
    <input name="order" aria-label="Order" />
    <input type="checkbox" name="refund" value="yes" aria-label="Refund" />
    <input type="radio" name="mood" value="good" aria-label="Good" checked />
    <input type="radio" name="mood" value="bad" aria-label="Bad" />
    <select name="topics" multiple aria-label="Topics">
      <option>late</option>
      <option>damaged</option>
      <option>lost</option>
    </select>
    <input aria-label="Not kept" />
  </div>
`;

describe('a page’s own fields in the closing form', () => {
  const open = async (inForm = fields) => {
    const stage = await setup({ content: inForm, views: wrappedUp });
    const control = <T extends HTMLElement>(label: string): T => {
      const found = stage.adapter.querySelector<T>(`[aria-label="${label}"]`);
      if (found === null) throw new Error(`There is no ${label}.`);
      return found;
    };
    const choose = (label: string): void => control(label).click();
    const kept = (id: string) => stage.desk.chat(id).wrapUp$.value.values.extra;
    const submit = async (): Promise<void> => {
      stage.find('#submit').click();
      await painted();
    };
    const submitted = () =>
      stage.calls.filter(([name]) => name === 'submitWrapUp').map(([, id, values]) => [id, values]);
    return { ...stage, control, choose, kept, submit, submitted };
  };

  it('are kept as they are filled in, and submitted with the values', async () => {
    const { control, choose, kept, submit, submitted } = await open();
    control('Order').focus();
    await sendKeys({ type: '8841' });
    choose('Refund');
    choose('Bad');
    const topics = control<HTMLSelectElement>('Topics');
    for (const option of topics.options) option.selected = option.value !== 'damaged';
    topics.dispatchEvent(new Event('change', { bubbles: true }));
    const extra = { order: '8841', refund: 'yes', mood: 'bad', topics: 'late\nlost' };
    expect(kept('done-1')).to.deep.equal(extra);
    await submit();
    expect(submitted()).to.deep.equal([['done-1', { extra }]]);
  });

  it('belong to their chat: another one begins with its own, and the first finds what it had', async () => {
    const { control, choose, select, kept } = await open();
    control('Order').focus();
    await sendKeys({ type: '8841' });
    choose('Refund');
    choose('Bad');
    const state = () => [
      control<HTMLInputElement>('Order').value,
      control<HTMLInputElement>('Refund').checked,
      control<HTMLInputElement>('Good').checked,
      control<HTMLInputElement>('Bad').checked,
    ];
    select('done-2');
    await painted();
    expect(state()).to.deep.equal(['', false, true, false]);
    choose('Refund');
    choose('Refund');
    select('done-1');
    await painted();
    expect(state()).to.deep.equal(['8841', true, false, true]);
    expect(kept('done-2')).to.deep.equal({ order: '', refund: '', mood: 'good', topics: '' });
  });

  it('are filled in from what was kept before a reload', async () => {
    const { adapter, chat } = await open(html``);
    const form = chat('done-1').wrapUp;
    form.next({ ...form.value, values: { extra: { order: '77' } } });
    const field = document.createElement('input');
    Object.assign(field, { name: 'order', slot: 'wrap-up-extra', ariaLabel: 'Order' });
    adapter.append(field);
    await painted();
    expect(field.value).to.equal('77');
  });

  it('that are wrong hold Submit back, and the agent is led to the first', async () => {
    const { control, submit, submitted } = await open(html`
      <input slot="wrap-up-extra" name="order" aria-label="Order" required />
    `);
    await submit();
    expect(submitted()).to.deep.equal([]);
    expectSame(focusedElement(), control('Order'));
    await sendKeys({ type: '1' });
    await submit();
    expect(submitted()).to.deep.equal([['done-1', { extra: { order: '1' } }]]);
  });

  it('can be amended by the page, as all values can', async () => {
    const { adapter, control, submit, submitted } = await open();
    adapter.addEventListener('chat-before-wrap-up', (event: ChatBeforeWrapUpEvent) =>
      event.amend({ ...event.values, extra: { ...event.values.extra, ticket: 'T-1' } }),
    );
    control('Order').focus();
    await sendKeys({ type: '5' });
    await submit();
    expect(submitted()).to.deep.equal([['done-1', { extra: { order: '5', mood: 'good', ticket: 'T-1' } }]]);
  });

  it('cannot be changed while it is submitted, nor after that', async () => {
    const { chat, control } = await open();
    const form = chat('done-1').wrapUp;
    form.next({ ...form.value, status: 'submitted' });
    await painted();
    control('Order').focus();
    expect(focusedElement() === control('Order')).to.equal(false);
  });

  it('are part of the page’s form where the closing form is', async () => {
    const page = await fixture<HTMLFormElement>(html`
      <form>
        <wrap-up-form name="closing" .fields=${{ notes: 'optional' }} .values=${{ notes: 'Hi' }}>
          <input slot="wrap-up-extra" name="order" value="1" aria-label="Order" />
        </wrap-up-form>
      </form>
    `);
    await painted();
    expect(Object.fromEntries(new FormData(page))).to.deep.equal({ notes: 'Hi', order: '1' });
    const form = page.querySelector<WrapUpForm>('wrap-up-form')!;
    form.values = { extra: { order: '2' } };
    await painted();
    expect(page.querySelector('input')?.value).to.equal('2');
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../../src/define/define.js';
import type { ChatAdapter } from '../../src/elements/chat-adapter/chat-adapter.js';
import type { ChatBeforeSendEvent } from '../../src/elements/chat-composer/chat-composer.events.js';
import type { ResponseTimer } from '../../src/elements/response-timer/response-timer.js';
import { deepAll } from '../../src/testing/harnesses/shadow.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { aMessage, at } from '../support/builders.js';
import { aView, createFakeDesk } from '../support/fake-desk.js';

define();

interface Manifest {
  readonly modules: { declarations?: { tagName?: string; cssStates?: { name: string }[] }[] }[];
}

/** The states that the manifest tells of each tag. */
const told = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { modules } = (await (await fetch('/custom-elements.json')).json()) as Manifest;
  return new Map(
    modules
      .flatMap(({ declarations = [] }) => declarations)
      .map(({ tagName = '', cssStates = [] }) => [tagName, cssStates.map(({ name }) => name)]),
  );
};

const states = await told();
/** Those that a test has seen, by tag. */
const seen = new Map<string, Set<string>>();

type Tag = HTMLElement & { readonly updateComplete: Promise<unknown> };

/** The states of an element that a style sheet sees, in the manifest's order. */
const statesOf = async (element: Element): Promise<readonly string[]> => {
  const tag = element as Tag;
  while (!(await tag.updateComplete));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const now = (states.get(tag.localName) ?? []).filter((name) => tag.matches(`:state(${name})`));
  seen.set(tag.localName, new Set([...(seen.get(tag.localName) ?? []), ...now]));
  return now;
};

/** What an element's states are as it comes, and after each change. */
const course = async <T extends Element>(
  element: T,
  ...changes: readonly ((element: T) => void)[]
): Promise<readonly string[]> => {
  const all = [(await statesOf(element)).join(' ')];
  for (const change of changes) {
    change(element);
    all.push((await statesOf(element)).join(' '));
  }
  return all;
};

const set =
  (values: object) =>
  (element: Element): void =>
    void Object.assign(element, values);

describe('the states of', () => {
  it('a channel’s icon', async () => {
    expect(
      await course(
        await fixture(html`<channel-icon channel="web"></channel-icon>`),
        set({ channel: 'mobile', left: true }),
        set({ channel: 'whatsapp', left: false }),
        set({ channel: 'sms' }),
        set({ channel: 'fax' }),
      ),
    ).to.deep.equal(['web', 'left mobile', 'whatsapp', 'sms', 'other']);
  });

  it('a timer, as time goes on', async () => {
    const clock = createManualClock(at(0));
    const timer = await fixture<ResponseTimer>(
      html`<response-timer .since=${at(0)} .target=${100} .clock=${clock}></response-timer>`,
    );
    expect(
      await course(
        timer,
        () => clock.advance(60_000),
        () => clock.advance(30_000),
        () => clock.advance(10_000),
        set({ target: 0 }),
      ),
    ).to.deep.equal(['on-time', 'soon', 'urgent', 'missed', '']);
  });

  it('a launcher', async () => {
    expect(
      await course(await fixture(html`<chat-launcher></chat-launcher>`), set({ waiting: 2 }), set({ open: true })),
    ).to.deep.equal(['', 'waiting', 'open waiting']);
  });

  it('an indicator', async () => {
    expect(
      await course(
        await fixture(html`<chat-indicator .chat=${aView({ state: 'waiting', waiting: 3 })}></chat-indicator>`),
        set({ chat: aView({ state: 'waiting', pending: 'accept', selected: false }) }),
        set({ chat: aView({ unread: 2, urgency: 'soon' }) }),
        set({ chat: aView({ typing: true, urgency: 'urgent' }) }),
        set({ chat: aView({ urgency: 'on-time' }), expanded: true }),
        set({ chat: aView({ state: 'left', urgency: 'missed' }) }),
        set({ chat: aView({ state: 'wrap-up' }) }),
      ),
    ).to.deep.equal([
      'new selected',
      'new busy',
      'active soon selected unread',
      'active urgent selected typing',
      'active on-time selected expanded',
      'left missed selected expanded',
      'wrap-up selected expanded',
    ]);
  });

  it('a list', async () => {
    expect(
      await course(
        await fixture(html`<chat-list .chats=${[]}></chat-list>`),
        set({ chats: [aView()], expanded: true }),
        set({ chats: [aView({ state: 'waiting' })], expanded: false }),
        (list) => list.shadowRoot?.querySelector<HTMLElement>('[part=calm]')?.click(),
      ),
    ).to.deep.equal(['empty', 'expanded', 'waiting', 'waiting calm']);
  });

  it('a message', async () => {
    const message = (given: Parameters<typeof aMessage>[0]) => set({ message: aMessage(given) });
    expect(
      await course(
        await fixture(html`<chat-message .message=${aMessage()} grouped></chat-message>`),
        message({ kind: 'image' }),
        set({ grouped: false }),
        message({ author: 'agent', delivery: 'sending' }),
        message({ author: 'agent', delivery: 'sent' }),
        message({ author: 'agent', delivery: 'handed-over' }),
        message({ author: 'agent', delivery: 'failed' }),
        message({ author: 'agent', internal: true }),
        message({ author: 'bot' }),
        message({ author: 'system' }),
      ),
    ).to.deep.equal([
      'end-user grouped',
      'end-user placeholder grouped',
      'end-user placeholder',
      'agent sending',
      'agent sent',
      'agent handed-over',
      'agent failed',
      'agent internal',
      'bot',
      'system',
    ]);
  });

  it('a typing indicator', async () => {
    expect(
      await course(
        await fixture(html`<typing-indicator></typing-indicator>`),
        set({ typing: true }),
        set({ preview: 'I also' }),
        set({ typing: false }),
      ),
    ).to.deep.equal(['', 'typing', 'typing preview', 'preview']);
  });

  it('a transcript', async () => {
    const { desk, chat } = createFakeDesk(aView());
    const many = (from: number) =>
      Array.from({ length: 30 }, (_, index) => aMessage({ id: `m${from + index}`, time: at(from + index) }));
    const element = await fixture(html`<chat-transcript .desk=${desk} style="block-size: 300px"></chat-transcript>`);
    expect(
      await course(
        element,
        () => chat('chat-1').typing.next({ typing: true }),
        () => {
          chat('chat-1').typing.next({ typing: false });
          chat('chat-1').add(...many(0));
        },
        () => (element.shadowRoot!.querySelector('[role=log]')!.scrollTop = 0),
        () => chat('chat-1').add(...many(30)),
      ),
    ).to.deep.equal(['empty at-end', 'empty at-end typing', 'at-end', '', 'new-messages']);
  });

  it('a composer', async () => {
    const { desk, chat } = createFakeDesk(aView());
    let decide = (_: boolean): void => undefined;
    const composer = await fixture(html`<chat-composer .desk=${desk}></chat-composer>`);
    composer.addEventListener('chat-before-send', (event) =>
      (event as ChatBeforeSendEvent).decide(new Promise((resolve) => (decide = resolve))),
    );
    expect(
      await course(
        composer,
        set({ value: 'Hello' }),
        () => composer.shadowRoot!.querySelector('button')!.click(),
        () => decide(false),
        () => chat('chat-1').change({ state: 'left' }),
      ),
    ).to.deep.equal(['blank', '', 'busy', '', 'locked']);
  });

  it('a pane', async () => {
    const chat = (given: Parameters<typeof aView>[0]) => set({ chat: aView(given) });
    expect(
      await course(
        await fixture(html`<chat-pane .messages=${[]}></chat-pane>`),
        chat({ state: 'waiting' }),
        chat({ urgency: 'on-time', typing: true }),
        chat({ urgency: 'soon' }),
        chat({ urgency: 'urgent' }),
        chat({ state: 'left', urgency: 'missed' }),
        (pane) => pane.shadowRoot!.querySelector<HTMLElement>('[part=end-button]')!.click(),
        (pane) =>
          pane.shadowRoot!.querySelector('end-chat-dialog')!.shadowRoot!.querySelector<HTMLElement>('#cancel')!.click(),
        chat({ state: 'wrap-up' }),
      ),
    ).to.deep.equal([
      'empty',
      'new',
      'active on-time typing',
      'active soon',
      'active urgent',
      'left missed',
      'left missed ending',
      'left missed',
      'wrap-up',
    ]);
  });

  it('a dialog', async () => {
    const element = await fixture(html`<end-chat-dialog .chat=${aView()}></end-chat-dialog>`);
    expect(
      await course(
        element,
        set({ open: true }),
        set({ arrived: [aMessage()] }),
        set({ chat: aView({ pending: 'end' }) }),
      ),
    ).to.deep.equal(['', 'open', 'open arrived', 'open busy arrived']);
  });

  it('a closing form', async () => {
    const { desk, chat } = createFakeDesk(aView({ state: 'wrap-up', endedAt: at(60) }));
    const form = chat('chat-1').wrapUp;
    expect(
      await course(
        await fixture(html`<wrap-up-form .desk=${desk}></wrap-up-form>`),
        () => form.next({ ...form.value, deadline: at(80) }),
        () => form.next({ ...form.value, status: 'submitting' }),
        () => form.next({ ...form.value, status: 'failed' }),
        () => form.next({ ...form.value, status: 'submitted' }),
      ),
    ).to.deep.equal([
      'editing',
      'editing little-time',
      'submitting busy little-time',
      'failed little-time',
      'submitted',
    ]);
  });

  it('an adapter', async () => {
    const { desk, connection, selected, show } = createFakeDesk();
    const element = await fixture<ChatAdapter>(html`<chat-adapter .desk=${desk}></chat-adapter>`);
    expect(
      await course(
        element,
        set({ open: true }),
        () => {
          show(aView());
          selected.next('chat-1');
        },
        () => {
          deepAll(element.shadowRoot!, '[part=expand]')[0]!.click();
          connection.next('connecting');
        },
        () => {
          show(aView({ state: 'wrap-up' }));
          connection.next('offline');
        },
        () => connection.next('closed'),
      ),
    ).to.deep.equal([
      'empty online',
      'open empty online',
      'open conversation online',
      'open expanded conversation connecting',
      'open expanded wrap-up offline',
      'open expanded wrap-up closed',
    ]);
  });

  it('every tag are those of the manifest, each seen above', () => {
    for (const [tag, names] of states) expect([...(seen.get(tag) ?? [])].sort(), tag).to.deep.equal([...names].sort());
  });
});

describe('a state', () => {
  it('is styled by the page, on a tag deep in the adapter too, by its part', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'chat-adapter::part(list-indicator):state(left) { outline-style: dotted } chat-adapter:state(open) { outline-style: dashed }',
    );
    document.adoptedStyleSheets.push(sheet);
    const { desk } = createFakeDesk(
      aView({ state: 'left', selected: false }),
      aView({ id: 'chat-2', selected: false }),
    );
    const adapter = await fixture<ChatAdapter>(html`<chat-adapter open .desk=${desk}></chat-adapter>`);
    await statesOf(adapter);
    const indicators = deepAll(adapter.shadowRoot!, 'chat-indicator');
    await Promise.all(indicators.map(statesOf));
    expect([adapter, ...indicators].map((one) => getComputedStyle(one).outlineStyle)).to.deep.equal([
      'dashed',
      'dotted',
      'none',
    ]);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  it('is no error in a browser that has none', async () => {
    const { get } = Object.getOwnPropertyDescriptor(ElementInternals.prototype, 'states')!;
    const errors: unknown[] = [];
    const onError = (event: ErrorEvent | PromiseRejectionEvent): void => void errors.push(event);
    addEventListener('unhandledrejection', onError);
    for (const states of [
      undefined,
      {
        clear: () => undefined,
        add: () => {
          throw new SyntaxError('The name must start with two dashes.');
        },
      },
    ]) {
      Object.defineProperty(ElementInternals.prototype, 'states', { get: () => states, configurable: true });
      const icon = await fixture<Tag>(html`<channel-icon channel="web"></channel-icon>`);
      await icon.updateComplete;
      expect(icon.shadowRoot?.querySelector('[part=icon]')).not.to.equal(null);
    }
    Object.defineProperty(ElementInternals.prototype, 'states', { get, configurable: true });
    removeEventListener('unhandledrejection', onError);
    expect(errors).to.deep.equal([]);
  });
});

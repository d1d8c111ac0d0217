import { waitUntil } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import type { ConnectionState, Message } from '../../../src/core/index.js';
import type { ChatView, Notice, WrapUpView } from '../../../src/desk/index.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { at, aMessage } from '../../support/builders.js';
import { aView as anyView, createFakeDesk, type FakeDesk } from '../../support/fake-desk.js';

/** One state of one or more tags. No data in it has Latin letters, so that what has some is ours. */
export interface State {
  readonly name: string;
  readonly view: () => TemplateResult;
  /** What is done once it is there. */
  readonly act?: (page: HTMLElement) => void | Promise<void>;
}

const NAME = { by: 'name', text: 'Άννα' } as const;

const aView = (given: Partial<ChatView> = {}): ChatView => anyView({ naming: NAME, queue: 'Ουρά', ...given });

const says = (seconds: number, given: Partial<Message> = {}): Message =>
  aMessage({ id: `m-${seconds}`, text: 'Γεια σας', time: at(seconds), seq: seconds, ...given });

const talk = [says(1), says(2, { author: 'agent', delivery: 'sent' }), says(3)];

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Finds an element, one shadow root deeper at each step, as soon as it is there. */
const find = async <T extends HTMLElement>(page: ParentNode, ...path: readonly string[]): Promise<T> => {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = path.reduce<Element | null | undefined>(
      (from, selector, step) => (step === 0 ? page : from?.shadowRoot)?.querySelector(selector),
      null,
    );
    if (found) return found as T;
    await frame();
  }
  throw new Error(`There is no ${path.join(' > ')}.`);
};

const click =
  (...path: readonly string[]): NonNullable<State['act']> =>
  async (page) =>
    (await find(page, ...path)).click();

const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

/** A pane's entry of its menu. */
const choose =
  (part: string): NonNullable<State['act']> =>
  async (page) => {
    await click('chat-pane', '[part~=more-button]')(page);
    await click('chat-pane', `[part~=${part}]`)(page);
  };

const withDesk = (
  view: ChatView,
  messages: readonly Message[],
  render: (fake: FakeDesk) => TemplateResult,
): TemplateResult => {
  const fake = createFakeDesk(view);
  fake.chat(view.id).add(...messages);
  return render(fake);
};

const channels = ['web', 'mobile', 'whatsapp', 'sms', 'φαξ'];

const waitOf = (seconds: number): NonNullable<ChatView['wait']> => ({
  since: at(60 - seconds),
  target: 120,
  warnAt: 45,
  urgentAt: 15,
  latched: false,
});

const indicated: readonly ChatView[] = [
  ...channels.map((channel) => aView({ id: channel, channel, unread: 2 })),
  aView({ id: 'nobody', naming: { by: 'nothing' }, typing: true }),
  aView({ id: 'left', state: 'left' }),
  aView({ id: 'wrap-up', state: 'wrap-up' }),
  aView({ id: 'new', state: 'waiting', waiting: 1, requestedAt: at(0) }),
  aView({ id: 'news', state: 'waiting', waiting: 120, requestedAt: at(0) }),
  aView({ id: 'picture', last: { author: 'end-user', kind: 'εικόνα', text: '', time: at(1) } }),
  ...[38, 84, 110, 131].map((seconds) => aView({ id: `waits-${seconds}`, wait: waitOf(seconds) })),
];

const small: readonly State[] = [
  {
    name: 'icons, timers, launchers',
    view: () =>
      html`${channels.map((channel) => html`<channel-icon channel=${channel}></channel-icon>`)}
        <channel-icon channel="web" left></channel-icon>
        ${[38, 84, 110, 131].flatMap((seconds) =>
          ['elapsed', 'remaining'].map(
            (display) =>
              html`<response-timer
                .clock=${{ now: () => at(200) }}
                .since=${at(200 - seconds)}
                .target=${120}
                .display=${display as 'elapsed'}
              ></response-timer>`,
          ),
        )}
        <chat-launcher .waiting=${1}></chat-launcher><chat-launcher .waiting=${12}></chat-launcher>
        <chat-launcher open></chat-launcher>`,
  },
  {
    name: 'indicators',
    view: () =>
      html`${indicated.flatMap((chat) =>
        [false, true].map(
          (expanded) =>
            html`<chat-indicator
              .chat=${chat}
              .clock=${createFakeDesk().clock}
              ?expanded=${expanded}
            ></chat-indicator>`,
        ),
      )}`,
  },
  {
    name: 'lists',
    view: () =>
      html`<chat-list .chats=${[]}></chat-list><chat-list .chats=${indicated}></chat-list
        ><chat-list .chats=${indicated} expanded></chat-list>`,
  },
  {
    name: 'a long list with new chats out of sight',
    view: () => {
      const many = Array.from({ length: 120 }, (_, place) =>
        aView({ id: `c-${place}`, state: place < 10 || place > 110 ? 'waiting' : 'active', selected: false }),
      );
      return html`<chat-list .chats=${many} style="block-size: 400px"></chat-list>`;
    },
    act: async (page) => {
      const scroller = await find(page, 'chat-list', '.chats');
      scroller.scrollTop = scroller.scrollHeight / 2;
      await frame();
    },
  },
];

const written: readonly State[] = [
  {
    name: 'messages',
    view: () =>
      html`${[
        says(1),
        says(2, { author: 'bot' }),
        says(3, { author: 'system' }),
        says(4, { author: 'agent', internal: true }),
        ...(['sending', 'sent', 'handed-over', 'failed'] as const).map((delivery, place) =>
          says(5 + place, { author: 'agent', delivery }),
        ),
        says(10, { kind: 'εικόνα', text: '' }),
        says(11, { text: 'Γεια\u200bσας' }),
      ].map((message) => html`<chat-message .message=${message}></chat-message>`)}`,
  },
  {
    name: 'an empty transcript, and one that waits for its line',
    view: () =>
      html`<chat-transcript .messages=${[]}></chat-transcript>${withDesk(
          aView(),
          [
            ...talk,
            says(4, { author: 'agent', delivery: 'failed' }),
            says(5, { author: 'agent', delivery: 'sending' }),
          ],
          ({ desk, connection }) => {
            connection.next('offline');
            return html`<chat-transcript .desk=${desk} chat-id="chat-1"></chat-transcript>`;
          },
        )}`,
  },
  {
    name: 'a transcript of two days with an unread line, a preview, and more below',
    view: () => {
      const day = 24 * 60 * 60;
      const long = Array.from({ length: 60 }, (_, place) =>
        says(place + 10, { time: Date.now() - 1000 * (90 - place) }),
      );
      const messages = [says(1, { time: Date.now() - 1000 * day }), ...long];
      return html`<chat-transcript
        style="block-size: 300px"
        .chat=${aView({ unreadFrom: 'm-40' })}
        .messages=${messages}
        typing
        .preview=${'Θέλω'}
      ></chat-transcript>`;
    },
    act: async (page) => {
      const transcript = await find<HTMLElement & { messages: readonly Message[] }>(page, 'chat-transcript');
      const log = await find(page, 'chat-transcript', '[role=log]');
      log.scrollTop = 0;
      await frame();
      await frame();
      transcript.messages = [...transcript.messages, says(80, { time: Date.now() }), says(81, { time: Date.now() })];
    },
  },
  {
    name: 'who types',
    view: () =>
      html`<typing-indicator typing .name=${'Άννα'}></typing-indicator
        ><typing-indicator typing .name=${'Άννα'} .preview=${'Θέλω'}></typing-indicator>`,
  },
  {
    name: 'composers that are locked, and why',
    view: () =>
      html`<chat-composer></chat-composer>${(
          [
            { state: 'left' },
            { state: 'wrap-up' },
            { state: 'waiting' },
            { gap: 'filling' },
            { gap: 'failed' },
          ] as Partial<ChatView>[]
        ).map((given) =>
          withDesk(
            aView(given),
            talk,
            ({ desk }) => html`<chat-composer .desk=${desk} chat-id="chat-1"></chat-composer>`,
          ),
        )}${withDesk(aView(), talk, ({ desk, connection }) => {
          connection.next('closed');
          return html`<chat-composer .desk=${desk} chat-id="chat-1"></chat-composer>`;
        })}`,
  },
];

const pane = (given: Partial<ChatView> = {}, messages = talk): TemplateResult =>
  withDesk(
    aView(given),
    messages,
    ({ desk }) => html`<chat-pane style="block-size: 500px" .desk=${desk} chat-id="chat-1"></chat-pane>`,
  );

const seek =
  (query: string): NonNullable<State['act']> =>
  async (page) => {
    await choose('find-item')(page);
    const field = await find<HTMLInputElement>(page, 'chat-pane', '[part~=find-field]');
    type(field, query);
    await new Promise((resolve) => setTimeout(resolve, 300));
  };

/** Copies a conversation, on a page that lets the clipboard be written, or does not. */
const copy =
  (isAllowed: boolean): NonNullable<State['act']> =>
  async (page) => {
    const write = (): Promise<void> => (isAllowed ? Promise.resolve() : Promise.reject(new Error('No.')));
    Object.defineProperty(navigator.clipboard, 'write', { value: write, configurable: true });
    Object.defineProperty(document, 'execCommand', { value: () => isAllowed, configurable: true });
    await choose('copy-item')(page);
    await find(page, 'chat-pane', '[part~=done-close-button]');
  };

/** Prints a conversation where no document can be written into a frame, as in one that is sandboxed. */
const printInVain: NonNullable<State['act']> = async (page) => {
  const root = (await find(page, 'chat-pane', '[part~=more-button]')).getRootNode();
  new MutationObserver(() => {
    const frame = (root as ShadowRoot).querySelector('iframe');
    if (frame) Object.defineProperty(frame, 'contentWindow', { value: {} });
  }).observe(root, { childList: true, subtree: true });
  await choose('print-item')(page);
  await find(page, 'chat-pane', '[part~=done-close-button]');
};

const panes: readonly State[] = [
  { name: 'a pane', view: () => pane() },
  { name: 'a pane without a chat', view: () => html`<chat-pane></chat-pane>` },
  { name: 'a pane whose end user left', view: () => pane({ state: 'left', leftAt: at(20) }) },
  { name: 'a pane whose end user left at no known time', view: () => pane({ state: 'left' }) },
  { name: 'a pane whose chat is being ended', view: () => pane({ pending: 'end' }) },
  {
    name: 'the menu',
    view: () => pane({ unread: 1, unreadFrom: 'm-2' }),
    act: async (page) => {
      await click('chat-pane', '[part~=more-button]')(page);
      await find(page, 'chat-pane', '[role=menu]');
    },
  },
  { name: 'finding', view: () => pane(), act: seek('γεια') },
  { name: 'finding nothing', view: () => pane(), act: seek('ψψψ') },
  {
    name: 'going to a date without messages',
    view: () => pane(),
    act: async (page) => {
      await choose('date-item')(page);
      const field = await find<HTMLInputElement>(page, 'chat-pane', '[part~=date-field]');
      field.removeAttribute('max');
      field.value = '2999-01-01';
      await click('chat-pane', '[part~=date-go-button]')(page);
    },
  },
  { name: 'a conversation copied', view: () => pane(), act: copy(true) },
  { name: 'a conversation not copied', view: () => pane(), act: copy(false) },
  { name: 'a conversation not printed', view: () => pane(), act: printInVain },
  {
    name: 'a conversation that cannot be read as a whole',
    view: () =>
      withDesk(
        aView(),
        talk,
        ({ desk }) =>
          html`<chat-pane
            style="block-size: 500px"
            .desk=${{ ...desk, whole: () => Promise.reject(new Error('No.')) }}
            chat-id="chat-1"
          ></chat-pane>`,
      ),
    act: copy(true),
  },
];

const dialogs: readonly State[] = [
  {
    name: 'the dialog, while messages come',
    view: () => html`<end-chat-dialog open .chat=${aView()} .arrived=${[says(1), says(2)]}></end-chat-dialog>`,
  },
  {
    name: 'the dialog, while the chat is being ended',
    view: () =>
      html`<end-chat-dialog
        open
        .chat=${aView({ pending: 'end' })}
        .arrived=${[says(1, { kind: 'εικόνα', text: '' })]}
      ></end-chat-dialog>`,
  },
];

const leaves = [{ id: '1', name: 'Άλλο', path: ['Άλλο'], fullPath: 'Άλλο' }];

const ready: Partial<WrapUpView> = {
  fields: { disposition: 'required', notes: 'required' },
  dispositions: { status: 'ready', leaves },
  summary: 'idle',
};

const form = (given: Partial<WrapUpView>): TemplateResult =>
  withDesk(aView({ state: 'wrap-up', count: 4, endedAt: at(400) }), talk, ({ desk, chat }) => {
    const { wrapUp } = chat('chat-1');
    wrapUp.next({ ...wrapUp.value, ...ready, ...given });
    return html`<wrap-up-form .desk=${desk} chat-id="chat-1"></wrap-up-form>`;
  });

const forms: readonly State[] = [
  {
    name: 'a form with what is missing',
    view: () => form({}),
    act: click('wrap-up-form', '#submit'),
  },
  {
    name: 'a form whose disposition is being looked for',
    view: () => form({}),
    act: async (page) => type(await find(page, 'wrap-up-form', '[role=combobox]'), 'άλλο'),
  },
  {
    name: 'forms in every state',
    view: () =>
      html`${(
        [
          { dispositions: { status: 'loading', leaves: [] } },
          { dispositions: { status: 'failed', leaves: [] } },
          { dispositions: { status: 'ready', leaves: [] } },
          { summary: 'pending' },
          { summary: 'failed' },
          { canUndoSummary: true },
          { status: 'submitting' },
          { status: 'failed' },
          { status: 'submitted' },
          { deadline: at(80) },
        ] as Partial<WrapUpView>[]
      ).map(form)}`,
  },
];

const adapter = (change: (fake: FakeDesk) => void, delivery?: 'at-most-once'): TemplateResult =>
  withDesk(aView(), talk, (fake) => {
    const desk = delivery ? { ...fake.desk, connector: { ...fake.desk.connector, delivery } } : fake.desk;
    change(fake);
    return html`<chat-adapter style="block-size: 500px" layout="inline" .desk=${desk}></chat-adapter>`;
  });

const unsent = (over: boolean) => ({
  chatId: 'chat-1',
  messageId: over ? 'over' : 'waits',
  naming: NAME,
  text: 'Γεια',
  over,
  delivery: over ? ('failed' as const) : ('sending' as const),
});

const notices: readonly Notice['code'][] = [
  'taken',
  'accept-failed',
  'end-failed',
  'send-failed',
  'wrap-up-failed',
  'done-failed',
  'host-veto',
  'host-decision-failed',
];

/** An adapter whose connection is lost, and comes back. */
const wasOffline = (): State => {
  const fake = createFakeDesk(aView());
  return {
    name: 'an adapter that was offline',
    view: () => html`<chat-adapter layout="inline" .desk=${fake.desk}></chat-adapter>`,
    act: async (page) => {
      fake.connection.next('offline');
      await find(page, 'chat-adapter', '[part~=connection]');
      fake.connection.next('online');
      await find(page, 'chat-adapter', '[part~=connected]');
    },
  };
};

const adapters: readonly State[] = [
  { name: 'an adapter', view: () => adapter(() => {}) },
  {
    name: 'an adapter with previews',
    view: () => adapter(() => {}),
    act: click('chat-adapter', 'chat-list', '[part~=expand]'),
  },
  {
    name: 'the list of the keys',
    view: () => adapter(() => {}),
    act: async (page) => {
      await click('chat-adapter', 'chat-pane', '[part~=more-button]')(page);
      await click('chat-adapter', 'chat-pane', '[part~=keys-item]')(page);
      await waitUntil(() => deepAll(page, '[part=keys]').length > 0, 'the list', { timeout: 8000 });
    },
  },
  ...(['connecting', 'offline', 'closed'] as ConnectionState[]).map((state) => ({
    name: `an adapter that is ${state}`,
    view: () =>
      adapter(({ connection, unsent: waiting }) => {
        waiting.next([unsent(false)] as never);
        connection.next(state);
      }),
  })),
  {
    name: 'an adapter that is offline and keeps nothing',
    view: () => adapter(({ connection }) => connection.next('offline'), 'at-most-once'),
  },
  wasOffline(),
  {
    name: 'an adapter with what was not sent',
    view: () => adapter(({ unsent: all }) => all.next([unsent(true)] as never)),
  },
  ...notices.map((code) => ({
    name: `the notice ${code}`,
    view: () => adapter(({ desk }) => desk.notify({ code })),
  })),
];

/** Every tag in every state that has words of its own. */
export const states: readonly State[] = [...small, ...written, ...panes, ...dialogs, ...forms, ...adapters];

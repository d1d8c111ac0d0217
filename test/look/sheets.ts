import { html, type TemplateResult } from 'lit';
import type { Message } from '../../src/core/index.js';
import type { ChatView } from '../../src/desk/index.js';
import type { ChatAdapter } from '../../src/elements/chat-adapter/chat-adapter.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { aMessage, aView, ago, conversation, dispositions, NOW, strip, waitOf } from '../../stories/support/samples.js';
import { createFakeDesk } from '../support/fake-desk.js';

const clock = createManualClock(NOW);

/** What is looked at in one page: the main states of some tags. */
export interface Sheet {
  readonly view: () => TemplateResult;
  /** What is done once it is there. */
  readonly act?: (page: HTMLElement) => void | Promise<void>;
}

const waits = { 'on-time': 38, soon: 84, urgent: 110, missed: 131 } as const;

const inside = <T extends HTMLElement>(page: ParentNode, ...path: readonly string[]): T => {
  let from: ParentNode | null = page;
  let found: Element | null = null;
  for (const selector of path) {
    found = from?.querySelector(selector) ?? null;
    from = found?.shadowRoot ?? null;
  }
  if (found === null) throw new Error(`There is no ${path.join(' > ')}.`);
  return found as T;
};

const indicator = (chat: ChatView, expanded = false): TemplateResult =>
  html`<chat-indicator .chat=${chat} .clock=${clock} ?expanded=${expanded}></chat-indicator>`;

const views: readonly ChatView[] = [
  ...strip.filter(({ state }) => state === 'active'),
  aView({ id: 'urgent', wait: waitOf(110), urgency: 'urgent', unread: 12 }),
  aView({ id: 'wrap-up', state: 'wrap-up' }),
  aView({ id: 'left', state: 'left', channel: 'mobile', naming: { by: 'name', text: 'Li Wei' } }),
  { ...(strip[0] ?? aView()), waiting: 120 },
];

const messages: readonly Message[] = [
  aMessage(500, 'system', 'Moved to Billing.'),
  aMessage(400, 'bot', 'An agent will be with you soon.'),
  ...conversation,
  aMessage(30, 'agent', 'Let me look that up.', { delivery: 'failed' }),
  aMessage(20, 'agent', 'VIP, see case C-2041.', { internal: true }),
  aMessage(15, 'end-user', 'receipt.heic', { kind: 'image' }),
  aMessage(1, 'agent', 'One moment.', { delivery: 'sending' }),
];

const pane = (given: object = {}): TemplateResult => {
  const all = {
    chat: aView({ selected: true, wait: waitOf(38), urgency: 'on-time' }),
    messages: conversation,
    ...given,
  };
  return html`<chat-pane
    .clock=${clock}
    .chat=${all.chat}
    .messages=${all.messages}
    .preview=${(all as { preview?: string }).preview}
    .endUnavailable=${(all as { endUnavailable?: string }).endUnavailable}
  ></chat-pane>`;
};

const form = (rule: 'optional' | 'required' | 'absent'): TemplateResult =>
  html`<wrap-up-form
    .fields=${{ disposition: rule, notes: rule }}
    .dispositions=${dispositions}
    .summarize=${() => Promise.resolve('')}
  ></wrap-up-form>`;

/** An agent with the chats of the design's strip, of which one is open. */
const adapter = (layout: 'inline' | 'popover'): TemplateResult => {
  const fake = createFakeDesk(...strip);
  fake.chat('ana').add(...conversation);
  return html`<chat-adapter .desk=${{ ...fake.desk, clock }} layout=${layout} open></chat-adapter>`;
};

const withNotices = (): TemplateResult => {
  const fake = createFakeDesk(...strip);
  fake.chat('ana').add(...conversation);
  fake.connection.next('offline');
  fake.desk.notify({ code: 'taken' } as never);
  fake.unsent.next([
    { messageId: 'm', chatId: 'x', naming: { by: 'name', text: 'Bo Chen' }, text: 'It left the depot.' },
  ] as never);
  return html`<chat-adapter .desk=${{ ...fake.desk, clock }} layout="inline" open></chat-adapter>`;
};

const press = (page: ParentNode, ...path: readonly string[]): void => inside(page, ...path).click();

export const sheets: Readonly<Record<string, Sheet>> = {
  small: {
    view: () =>
      html`<div class="look-row">
          ${['web', 'mobile', 'whatsapp', 'sms', 'fax'].map((channel) => html`<channel-icon channel=${channel}></channel-icon> `)}
          <channel-icon channel="mobile" left></channel-icon>
          ${Object.values(waits).map(
            (seconds) => html`<response-timer .clock=${clock} since=${ago(seconds)} target="120"></response-timer> `,
          )}
        </div>
        <div class="look-row">
          <chat-launcher waiting="3"></chat-launcher> <chat-launcher></chat-launcher>
          <chat-launcher open></chat-launcher>
        </div>
        <div class="look-row">${views.map((view) => indicator(view))}</div>
        <div class="look-row">${views.map((view) => indicator(view, true))}</div>`,
  },
  lists: {
    view: () =>
      html`<div class="look-row">
        <chat-list .chats=${strip} .clock=${clock}></chat-list>
        <chat-list .chats=${strip} .clock=${clock} expanded></chat-list>
        <chat-list .chats=${[]} .clock=${clock}></chat-list>
        <chat-list .chats=${strip} .clock=${clock} orientation="horizontal"></chat-list>
      </div>`,
  },
  messages: {
    view: () =>
      html`${messages.map((message) => html`<chat-message .message=${message} name="Ana Silva"></chat-message>`)}
        <typing-indicator typing></typing-indicator>
        <typing-indicator typing preview="I also wanted to change the addr"></typing-indicator>
        <chat-composer></chat-composer>
        <chat-composer .value=${'Good afternoon, Ana.'}></chat-composer>
        <chat-composer
          .value=${'A draft'}
          .lockedBecause=${'Ana Silva has left and cannot read messages.'}
        ></chat-composer>`,
  },
  transcript: {
    view: () =>
      html`<chat-transcript
        .chat=${aView({ unreadFrom: conversation[3]?.id ?? '' })}
        .messages=${[...messages]}
        typing
        .preview=${'I also wanted to change the addr'}
      ></chat-transcript>`,
  },
  panes: {
    view: () =>
      html`<div class="look-row">
        ${pane()} ${pane({ chat: aView({ state: 'left', leftAt: ago(20), selected: true }) })}
        ${pane({ chat: undefined, messages: [] })}
      </div>`,
  },
  unavailable: {
    view: () => html`<div class="look-row">${pane({ endUnavailable: 'Hide the previews to end a chat' })}</div>`,
    act: (page) => inside(page, 'chat-pane', '[part~="end-button"], .end button').focus(),
  },
  find: {
    view: () => html`<div class="look-row">${pane()}</div>`,
    act: (page) => {
      const log = inside(page, 'chat-pane', 'chat-transcript', '[role=log]');
      log.focus();
      log.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'f',
          code: 'KeyF',
          ctrlKey: true,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    },
  },
  menu: {
    view: () => html`<div class="look-row">${pane()}</div>`,
    act: (page) => press(page, 'chat-pane', '.more button'),
  },
  forms: {
    view: () => html`<div class="look-row">${form('optional')} ${form('required')} ${form('absent')}</div>`,
    act: (page) => {
      const required = page.querySelectorAll('wrap-up-form')[1] as HTMLElement;
      press(required.shadowRoot!, '.actions button');
    },
  },
  choosing: {
    view: () => html`<div class="look-row">${form('optional')}</div>`,
    act: (page) => press(page, 'wrap-up-form', '[role=combobox]'),
  },
  dialog: {
    view: () =>
      html`<end-chat-dialog
        open
        .chat=${aView()}
        .arrived=${[aMessage(1, 'end-user', 'Wait, one more thing')]}
      ></end-chat-dialog>`,
  },
  adapter: { view: () => html`<div class="look-whole">${adapter('inline')}</div>` },
  previews: {
    view: () => html`<div class="look-whole">${adapter('inline')}</div>`,
    act: async (page) => {
      const whole = inside<ChatAdapter>(page, 'chat-adapter');
      press(whole.shadowRoot!, 'chat-list', '.tools button:last-of-type');
      await whole.updateComplete;
    },
  },
  notices: { view: () => html`<div class="look-whole">${withNotices()}</div>` },
  popover: { view: () => adapter('popover') },
};

import { html, type TemplateResult } from 'lit';
import type { Message } from '../../../src/core/index.js';
import type { ChatView } from '../../../src/desk/index.js';
import { ago, aMessage, aView, conversation, waitOf } from '../../support/samples.js';
import { deskOf, unsentDesk } from '../desks.js';
import { partOf, press } from '../acts.js';
import { state, type Room, type SheetState, type TagStates } from '../state.js';

interface Written {
  readonly who?: string;
  readonly grouped?: boolean;
  readonly room?: Room;
}

const message = (name: string, shown: Message, { who, grouped = false, room }: Written = {}): SheetState =>
  state(
    name,
    () => html`<chat-message .message=${shown} .name=${who} ?grouped=${grouped}></chat-message>`,
    room ? { room } : {},
  );

const own = (delivery: NonNullable<Message['delivery']>): Message =>
  aMessage(60, 'agent', 'Good afternoon, Ana. Let me look that up.', { delivery });

const ofDesk = (name: string, delivery: 'failed' | 'sending', connection: 'online' | 'offline'): SheetState =>
  state(name, () => {
    const desk = unsentDesk(delivery, connection);
    return html`<chat-message chat-id="chat-1" .desk=${desk} .message=${own(delivery)}></chat-message>`;
  });

const messages: TagStates = {
  tag: 'chat-message',
  room: [320, 136, 390],
  states: [
    message('from the end user', aMessage(60, 'end-user', 'Hello? My order 8841 is late.'), { who: 'Ana Silva' }),
    message('grouped', aMessage(60, 'end-user', 'It should have come on Friday.'), { grouped: true }),
    message('sending', own('sending')),
    message('sent', own('sent')),
    message('handed over', own('handed-over')),
    message('not sent', own('failed')),
    ofDesk('not sent and what to do', 'failed', 'online'),
    ofDesk('waits to be sent', 'sending', 'offline'),
    message('bot', aMessage(60, 'bot', 'An agent will be with you soon.')),
    message('system', aMessage(60, 'system', 'Moved to Billing.')),
    message('internal note', aMessage(60, 'agent', 'VIP, see case C-2041.', { internal: true })),
    message('cannot be shown', aMessage(60, 'end-user', 'receipt.heic', { kind: 'image' }), { who: 'Ana Silva' }),
    message('markup and long words', aMessage(60, 'end-user', `<img src=x onerror=alert(1)> ${'a'.repeat(90)}`), {
      room: [320, 170, 590],
    }),
    message('Arabic', aMessage(60, 'end-user', 'مرحبا، طلبي 8841 متأخر.')),
  ],
};

interface Told {
  readonly chat?: ChatView;
  readonly all?: readonly Message[];
  readonly typing?: boolean;
  readonly preview?: string;
}

const transcript = (
  name: string,
  { chat = aView(), all = conversation, typing = false, preview = '' }: Told,
): SheetState =>
  state(
    name,
    () =>
      html`<div class="sheet-fill">
        <chat-transcript .chat=${chat} .messages=${all} ?typing=${typing} .preview=${preview}></chat-transcript>
      </div>`,
  );

const DAY = 86_400;
const TYPED = 'I also wanted to change the addr';

const transcripts: TagStates = {
  tag: 'chat-transcript',
  room: [360, 400],
  states: [
    transcript('conversation', {}),
    transcript('unread line', { chat: aView({ unreadFrom: conversation[3]?.id ?? '' }) }),
    transcript('typing', { typing: true }),
    transcript('preview', { typing: true, preview: TYPED }),
    transcript('several days', {
      all: [
        aMessage(9 * DAY, 'end-user', 'Is it here yet?'),
        aMessage(DAY, 'agent', 'Not yet.', { delivery: 'sent' }),
        ...conversation.slice(-1),
      ],
    }),
    transcript('all kinds', {
      all: [
        aMessage(90, 'bot', 'An agent will be with you soon.'),
        aMessage(80, 'system', 'Moved to Billing.'),
        aMessage(70, 'agent', 'VIP, see case C-2041.', { internal: true }),
        aMessage(60, 'end-user', '', { kind: 'image' }),
      ],
    }),
    transcript('empty', { all: [] }),
  ],
};

const typing = (name: string, isTyping: boolean, preview = ''): SheetState =>
  state(
    name,
    () => html`<typing-indicator ?typing=${isTyping} preview=${preview} name="Ana Silva"></typing-indicator>`,
  );

const typings: TagStates = {
  tag: 'typing-indicator',
  room: [320, 84, 210],
  states: [typing('typing', true), typing('preview', true, TYPED), typing('preview that pauses', false, TYPED)],
};

const composer = (name: string, value: string, lockedBecause?: string): SheetState =>
  state(name, () => html`<chat-composer .value=${value} .lockedBecause=${lockedBecause}></chat-composer>`);

const composerOn = (name: string, chat: Partial<ChatView>): SheetState =>
  state(name, () => html`<chat-composer chat-id="chat-1" .desk=${deskOf(chat).desk}></chat-composer>`);

const composers: TagStates = {
  tag: 'chat-composer',
  room: [400, 140, 280],
  states: [
    composer('empty', ''),
    composer('draft', 'Good afternoon, Ana.\nLet me look that up.'),
    composer('locked by the page', 'A draft that stays', 'The customer’s account is being moved.'),
    composerOn('end user left', { state: 'left', leftAt: ago(20) }),
    composerOn('chat ended', { state: 'wrap-up' }),
    composerOn('messages are fetched', { gap: 'filling' }),
    composerOn('messages are missing', { gap: 'failed' }),
  ],
};

const pane = (name: string, chat: Partial<ChatView>, more: Partial<SheetState> = {}): SheetState =>
  state(
    name,
    () => html`<div class="sheet-fill"><chat-pane chat-id="chat-1" .desk=${deskOf(chat).desk}></chat-pane></div>`,
    more,
  );

const paneWith = (name: string, preview: string | undefined, endUnavailable: string | undefined): SheetState =>
  state(name, () => {
    const { desk } = deskOf();
    const shown: TemplateResult = html`<chat-pane
      chat-id="chat-1"
      .desk=${desk}
      .chat=${desk.chats$.value[0]}
      .messages=${conversation}
      .preview=${preview}
      .endUnavailable=${endUnavailable}
    ></chat-pane>`;
    return html`<div class="sheet-fill">${shown}</div>`;
  });

const find = (tag: HTMLElement): (() => boolean) => {
  partOf(tag, 'pane')?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'f', code: 'KeyF', ctrlKey: true, bubbles: true }),
  );
  return () => partOf(tag, 'find-field') !== null;
};

const panes: TagStates = {
  tag: 'chat-pane',
  room: [440, 470],
  states: [
    pane('conversation', {}),
    pane('on time', { wait: waitOf(38), urgency: 'on-time' }),
    pane('target missed', { wait: waitOf(131), urgency: 'missed' }),
    pane('by phone', { naming: { by: 'phone', text: '+447700900123' }, channel: 'whatsapp' }),
    paneWith('preview', TYPED, undefined),
    pane('end user left', { state: 'left', leftAt: ago(20) }),
    pane('messages are missing', { gap: 'failed' }),
    pane('being ended', { pending: 'end' }),
    paneWith('cannot be ended', undefined, 'Hide the previews to end a chat'),
    state('not sent', () => {
      const desk = unsentDesk('failed', 'online');
      return html`<div class="sheet-fill"><chat-pane chat-id="chat-1" .desk=${desk}></chat-pane></div>`;
    }),
    state('nothing open', () => html`<div class="sheet-fill"><chat-pane></chat-pane></div>`),
    pane('more', {}, { alone: true, act: press('more-button', (tag) => partOf(tag, 'menu-item') !== null) }),
    pane('find', {}, { alone: true, act: find }),
    pane('end chat', {}, { alone: true, act: press('end-button') }),
  ],
};

const dialog = (name: string, arrived: readonly Message[], chat: Partial<ChatView> = {}): SheetState =>
  state(name, () => html`<end-chat-dialog open .chat=${aView(chat)} .arrived=${arrived}></end-chat-dialog>`, {
    alone: true,
  });

const dialogs: TagStates = {
  tag: 'end-chat-dialog',
  room: [480, 320, 420],
  states: [
    dialog('open', []),
    dialog('one arrived', [aMessage(1, 'end-user', 'Wait, one more thing')]),
    dialog('two arrived', [aMessage(2, 'end-user', 'Wait'), aMessage(1, 'end-user', 'One more thing')]),
    dialog('being ended', [], { pending: 'end' }),
  ],
};

/** What an agent reads and writes. */
export const conversationStates: readonly TagStates[] = [messages, transcripts, typings, composers, panes, dialogs];

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { quietKeys } from '../../controllers/quiet-keys.js';
import { Repaint } from '../../controllers/repaint.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { systemClock, type ChatOrder, type Clock, type ConnectionState, type KeyAction } from '../../core/index.js';
import type { ChatView } from '../../desk/index.js';
import { ChatIndicator } from '../chat-indicator/chat-indicator.js';
import type { LauncherToggleEvent } from '../chat-launcher/chat-launcher.events.js';
import { ChatLauncher } from '../chat-launcher/chat-launcher.js';
import { ChatList } from '../chat-list/chat-list.js';
import { ChatPane } from '../chat-pane/chat-pane.js';
import { AdapterToggleEvent } from '../chat-provider/chat-provider.events.js';
import { isInForm } from '../chat-provider/notice-words.js';
import { ProviderElement } from '../chat-provider/provider-element.js';
import { isTextField } from '../is-text-field.js';
import type { MessageRenderer } from '../message-renderer.js';
import { WrapUpForm } from '../wrap-up-form/wrap-up-form.js';
import { renderNotices, renderUnsentMessages } from './adapter-notices.js';
import { styles } from './chat-adapter.styles.js';
import { ConversationFocus } from './conversation-focus.js';

/** How long it is said that there is a connection again, in milliseconds. */
const AGAIN_STAYS = 4000;

/**
 * Everything an agent needs, to drop into a page: a launcher, the list of chats, the conversation, the closing form.
 *
 * It is a provider too, and finds its desk as `<chat-provider>` does. As `popover` it stands in the page's corner and opens
 * above the launcher; it closes by the launcher only. As `inline` it fills its container, is always open and has no
 * launcher.
 *
 * @summary The whole adapter, to drop in.
 * @tag chat-adapter
 * @fires {ChatRequestedEvent} chat-requested - Tells of a new waiting request.
 * @fires {ChatWithdrawnEvent} chat-withdrawn - Tells that a waiting request went away, and why.
 * @fires {ChatAcceptedEvent} chat-accepted - Tells that this agent answered, and who the end user is.
 * @fires {ChatSelectedEvent} chat-selected - Tells that another conversation, or none, is open.
 * @fires {ChatMessageAddedEvent} chat-message-added - Tells that a conversation has one more message; no text.
 * @fires {ChatUnreadChangeEvent} chat-unread-change - Tells how many messages are unread.
 * @fires {ChatEndUserLeftEvent} chat-end-user-left - Tells that the end user left.
 * @fires {ChatEndUserReturnedEvent} chat-end-user-returned - Tells that the end user is back.
 * @fires {ChatEndedEvent} chat-ended - Tells that a chat ended, and by whom.
 * @fires {ResponseUrgencyChangeEvent} response-urgency-change - Tells that a reply became more or less urgent.
 * @fires {WrapUpSubmittedEvent} wrap-up-submitted - Tells that a wrap-up was submitted, and its values.
 * @fires {WrapUpDoneEvent} wrap-up-done - Tells that the agent let a chat go.
 * @fires {AdapterToggleEvent} adapter-toggle - Tells that the agent opened or closed it; not that the page did.
 * @fires {ConnectionChangeEvent} connection-change - Tells how the back end is reached.
 * @fires {ChatErrorEvent} chat-error - Tells what went wrong.
 * @slot header - The page's own in the conversation's header, such as a link to the CRM's record.
 * @slot composer-tools - Buttons in the reply, such as templates.
 * @slot empty - What stands in the conversation's place while none is open.
 * @slot wrap-up-extra - The page's own fields in the closing form.
 * @csspart launcher - The button that opens and closes it.
 * @csspart panel - All that opens.
 * @csspart columns - The strip and what is beside it.
 * @csspart list - The strip of chats.
 * @csspart main - Beside the strip.
 * @csspart pane - The conversation.
 * @csspart wrap-up - The closing form.
 * @csspart notices - What the agent should know in passing.
 * @csspart notice - One of them.
 * @csspart notice-text - Its words.
 * @csspart dismiss-button - The button that dismisses it.
 * @csspart connection - What it says while there is no connection; `data-state` is how the back end is reached.
 * @csspart connection-text - Its words.
 * @csspart connected - That there is one again, for a while.
 * @csspart unsent-messages - The messages that their chats' ends overtook.
 * @csspart unsent - A message that its chat's end overtook; `data-id` is its id.
 * @csspart unsent-title - Which chat it was for.
 * @csspart unsent-text - Its words, to copy.
 * @csspart unsent-discard-button - Gives it up.
 * @csspart spoken - What is said to screen readers only; not seen.
 * @csspart glyph - A drawn icon.
 * @cssstate open - It is open.
 * @cssstate expanded - It shows previews of all chats.
 * @cssstate empty - No conversation is open.
 * @cssstate conversation - One is.
 * @cssstate wrap-up - A closing form is.
 * @cssstate connecting - There is no connection yet.
 * @cssstate online - There is one.
 * @cssstate offline - There is none.
 * @cssstate closed - There will be none again.
 */
export class ChatAdapter extends ProviderElement {
  static readonly tag = 'chat-adapter';
  static readonly parts =
    'launcher panel columns list main pane wrap-up notices notice notice-text dismiss-button connection connection-text connected unsent-messages unsent unsent-title unsent-text unsent-discard-button spoken glyph';
  static readonly uses = [ChatLauncher, ChatList, ChatPane, WrapUpForm];
  static override styles: CSSResultGroup = styles;

  readonly #selected = new StreamValue(this, () => this.currentDesk?.selected$);
  readonly #chat = new StreamValue<ChatView | undefined>(this, () => {
    const chatId = this.#selected.value;
    return chatId === undefined ? undefined : this.currentDesk?.chat(chatId).view$;
  });
  readonly #connection = new StreamValue(this, () => this.currentDesk?.connection$);
  readonly #reason = new StreamValue(this, () => this.currentDesk?.connectionReason$);
  readonly #unsent = new StreamValue(this, () => this.currentDesk?.unsent$);
  readonly #notices = new StreamValue(this, () => this.currentDesk?.notices$);
  readonly #expanded = new StreamValue(this, () => this.provide.stage.expanded$);
  readonly #focus = new ConversationFocus(this, {
    desk: () => this.currentDesk,
    panel: () => this.panel,
    content: () => this.main?.querySelector<HTMLElement>('chat-pane, wrap-up-form') ?? null,
    list: () => this.list,
    indicator: () => this.#indicatorToFocus,
    onOpened: () => this.#makeRoom(),
  });

  readonly #repaint = new Repaint(this);
  #cutOff = false;
  /** Until when it is said that the connection is back, by the desk's clock. */
  #againUntil = 0;

  /** Whether the panel is open. Agents toggle it by the launcher; as `inline` it always is. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** In the page's corner behind a launcher, or filling its container. */
  @property({ reflect: true }) layout: 'popover' | 'inline' = 'popover';

  /** How the list is sorted: as chats came, or the most urgent first. */
  @property() order: ChatOrder = 'arrival';

  /** Makes the page's own content of a message, in place of its bubble; nothing where the bubble serves. */
  @property({ attribute: false }) renderMessage?: MessageRenderer | undefined;

  /** Makes what the page puts beside a message, such as buttons. */
  @property({ attribute: false }) renderMessageActions?: MessageRenderer | undefined;

  @query('.panel') private readonly panel!: HTMLElement | null;
  @query('.main') private readonly main!: HTMLElement | null;
  @query('chat-list') private readonly list!: ChatList | null;

  /** The chat that it shows, for what the page puts into its slots. `shown-chat-change` tells when it changed. */
  get shownChat(): ChatView | undefined {
    return this.#chat.value;
  }

  protected override get shows(): boolean {
    return this.open || this.layout === 'inline';
  }

  protected override get states(): readonly unknown[] {
    const chat = this.#chat.value;
    return [
      this.shows && 'open',
      this.#expanded.value && 'expanded',
      chat === undefined ? 'empty' : chat.state === 'wrap-up' ? 'wrap-up' : 'conversation',
      this.#connectionNow,
    ];
  }

  /** The selected chat's indicator, else the first one. */
  get #indicatorToFocus(): ChatIndicator | null {
    const all = [...(this.list?.renderRoot.querySelectorAll('chat-indicator') ?? [])];
    return all.find(({ chat }) => chat?.selected === true) ?? all[0] ?? null;
  }

  /** What the connection is worth telling: nothing where nobody asked for one. */
  get #connectionNow(): ConnectionState {
    if (this.currentDesk !== undefined) return this.#connection.value ?? 'connecting';
    const { state } = this.provide;
    if (state === 'none') return 'online';
    return state === 'failed' ? 'offline' : 'connecting';
  }

  get #clock(): Clock {
    return this.currentDesk?.clock ?? systemClock;
  }

  protected override willUpdate(): void {
    const connection = this.#connectionNow;
    if (connection === 'online' && this.#cutOff) {
      this.#againUntil = this.#clock.now() + AGAIN_STAYS;
      this.#repaint.at(this.#clock, this.#againUntil);
    }
    // A connection that only comes up was not lost.
    if (connection !== 'connecting') this.#cutOff = connection !== 'online';
  }

  /** What a key is to do must be seen: it opens the adapter, and gives the conversation its room. */
  protected override act(action: KeyAction): boolean {
    if (!this.shows && action !== 'toggle' && action !== 'help' && this.currentDesk?.chats$.value.length)
      this.#onToggle(true);
    if (/^(?:reply|find|end)$/.test(action)) this.#makeRoom();
    // Now: what is not shown takes no focus.
    if (this.isUpdatePending) this.performUpdate();
    return super.act(action);
  }

  /** Where there is no width for cards and a conversation, a chat that was opened takes the place of the cards. */
  #makeRoom(): void {
    if (this.main?.checkVisibility() === false) this.provide.stage.expand(false);
  }

  readonly #onLauncher = ({ detail: { open } }: LauncherToggleEvent): void => this.#onToggle(open);

  #onToggle(open: boolean): void {
    this.open = open;
    const desk = this.currentDesk;
    if (desk === undefined) this.dispatchEvent(new AdapterToggleEvent({ open, deskId: '', time: Date.now() }));
    else desk.tell('adapter-toggle', { open }, 'agent');
  }

  readonly #onListClick = (event: Event): void => {
    // By its tag: it may be another copy's on the page.
    const indicator = event.composedPath().find((target) => (target as Element).localName === ChatIndicator.tag);
    this.#focus.opening((indicator as ChatIndicator | undefined)?.chat?.id);
  };

  readonly #onAct = (): void => this.#focus.forget();

  readonly #onKey = (event: KeyboardEvent): void => {
    if (isTextField(event.composedPath()[0])) quietKeys(event);
  };

  readonly #onDismiss = (id: number): void => {
    this.#leave('[part=dismiss-button]');
    this.currentDesk?.dismissNotice(id);
  };

  /** Goes from a button that will be gone: to the next of its kind, else on with the conversation. */
  #leave(selector: string): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>(selector)];
    const at = buttons.findIndex((button) => button === this.shadowRoot?.activeElement);
    if (at < 0) return;
    const next = buttons[at + 1] ?? buttons[at - 1] ?? this.main?.querySelector<HTMLElement>('chat-pane, wrap-up-form');
    this.panel?.focus({ preventScroll: true });
    next?.focus();
  }

  readonly #onDiscard = (chatId: string, messageId: string): void => {
    this.currentDesk
      ?.as('agent')
      .discard(chatId, messageId)
      .catch(() => {});
    this.#leave('[part=unsent-discard-button]');
  };

  #renderNotices(): TemplateResult {
    const connection = this.#connectionNow;
    const now = this.#clock.now();
    const keeps = this.currentDesk?.connector.delivery === 'idempotent';
    const waiting = (this.#unsent.value ?? []).filter(({ delivery }) => keeps && delivery === 'sending').length;
    const line = { connection, reason: this.#reason.value, keeps, waiting, again: now < this.#againUntil };
    const notices = (this.#notices.value ?? []).filter((notice) => !isInForm(notice, this.#selected.value));
    return renderNotices(line, notices, this.words, this.#onDismiss);
  }

  #renderMain(): TemplateResult {
    const chat = this.#chat.value;
    const over = (this.#unsent.value ?? []).filter((message) => message.over && message.delivery === 'failed');
    return html`${renderUnsentMessages(over, this.words, this.#onDiscard)}
    ${
      chat?.state === 'wrap-up'
        ? html`<wrap-up-form part="wrap-up" chat-id=${chat.id} .headingLevel=${this.headingLevel}
            ><slot name="wrap-up-extra" slot="wrap-up-extra"></slot
          ></wrap-up-form>`
        : html`<chat-pane
            part="pane"
            .headingLevel=${this.headingLevel}
            .renderMessage=${this.renderMessage}
            .renderMessageActions=${this.renderMessageActions}
            ><slot name="header" slot="header"></slot><slot name="composer-tools" slot="composer-tools"></slot
            ><slot name="empty" slot="empty"></slot
          ></chat-pane>`
    }`;
  }

  #renderPanel(): TemplateResult {
    const { words } = this;
    return html`<section
      class="panel"
      part="panel"
      tabindex="-1"
      lang=${words.locale}
      aria-label=${this.hostLabel ?? words.text('adapterName')}
      ?hidden=${!this.shows}
      @keydown=${this.#onKey}
      @keypress=${this.#onKey}
      @keyup=${this.#onKey}
      @pointerdown=${this.#onAct}
    >
      <div class=${this.#expanded.value === true ? 'columns expanded' : 'columns'} part="columns">
        <chat-list part="list" .order=${this.order} @click=${this.#onListClick}></chat-list>
        <div class="main" part="main">${this.#renderMain()}</div>
        ${this.#renderNotices()}
      </div>
    </section>`;
  }

  override render(): TemplateResult {
    return html`${
      this.layout === 'inline'
        ? nothing
        : html`<chat-launcher part="launcher" .open=${this.open} @launcher-toggle=${this.#onLauncher}></chat-launcher>`
    }
    ${this.#renderPanel()} ${this.announcements.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-adapter': ChatAdapter;
  }
}

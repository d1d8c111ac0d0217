import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ShownChat } from '../../controllers/shown-chat.js';
import { StageKeys } from '../../controllers/stage-keys.js';
import { StreamValue } from '../../controllers/stream-value.js';
import type { KeyAction, Message } from '../../core/index.js';
import type { ChatView } from '../../desk/index.js';
import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import { ChannelIcon } from '../channel-icon/channel-icon.js';
import { ChatComposer } from '../chat-composer/chat-composer.js';
import { lockReason } from '../chat-composer/lock-reason.js';
import { indicatorState } from '../chat-indicator/indicator-view.js';
import { ChatTranscript } from '../chat-transcript/chat-transcript.js';
import { DeskElement } from '../desk-element.js';
import { arrivedAfter, newestFromEndUser } from '../end-chat-dialog/arrived.js';
import { EndChatDialog } from '../end-chat-dialog/end-chat-dialog.js';
import { levelOf } from '../heading-level.js';
import { endChatIcon } from '../icons/end-chat.js';
import { isFilled } from '../is-filled.js';
import type { MessageRenderer } from '../message-renderer.js';
import { numberAttribute } from '../number-attribute.js';
import { rehearse } from '../rehearse.js';
import { ResponseTimer } from '../response-timer/response-timer.js';
import { tellShownChat } from '../shown-chat-change.js';
import { paneStyles } from './chat-pane.styles.js';
import { exampleConversation } from './example-conversation.js';
import { paneParts } from './pane-parts.js';
import { PaneTools } from './pane-tools.js';

/**
 * One conversation: who it is with, how late the reply is, the messages, the reply, and the way to end it.
 *
 * @summary One conversation with its header and reply.
 * @tag chat-pane
 * @fires {ShownChatChangeEvent} shown-chat-change - Tells that `shownChat` is another one, or changed.
 * @slot header - The page's own in the header, such as a link to the CRM's record.
 * @slot composer-tools - Buttons in the reply, such as templates.
 * @slot empty - What stands here while no conversation is open, in place of our own words.
 * @csspart pane - The whole pane.
 * @csspart header - Who it is with, the timer, and "End chat".
 * @csspart face - The round field around the channel's icon.
 * @csspart icon - The channel's icon.
 * @csspart who - Name and details.
 * @csspart name - The end user's name, as a heading.
 * @csspart details - Channel, queue, and when it was answered.
 * @csspart timer-place - Where the response timer stands; there also when it does not.
 * @csspart timer - The response timer.
 * @csspart end - The button "End chat" and its reason.
 * @csspart end-button - The button "End chat".
 * @csspart end-text - Its words.
 * @csspart end-reason - Why a chat cannot be ended now.
 * @csspart more - The button "More" and its menu.
 * @csspart more-button - The button "More".
 * @csspart menu-place - Where its menu opens.
 * @csspart menu - Its menu.
 * @csspart menu-item - An entry of it; also `find-item`, `date-item`, `unread-item`, `copy-item`, `print-item` or `keys-item`.
 * @csspart find-item - Opens the bar that finds.
 * @csspart date-item - Opens the bar that goes to a date.
 * @csspart unread-item - Goes to where the agent left off.
 * @csspart copy-item - Copies the conversation.
 * @csspart print-item - Prints it.
 * @csspart keys-item - Lists the keys.
 * @csspart tools - Where bars open.
 * @csspart find-bar - The bar that finds in the conversation.
 * @csspart find-field - What to find.
 * @csspart find-count - Which match of how many.
 * @csspart find-previous-button - Goes to the match before.
 * @csspart find-next-button - Goes to the match after.
 * @csspart find-close-button - Closes the bar.
 * @csspart date-bar - The bar that goes to a date.
 * @csspart date-label - The date's label.
 * @csspart date-field - The date.
 * @csspart date-go-button - Goes there.
 * @csspart date-none - That there is nothing from this day on.
 * @csspart date-close-button - Closes the bar.
 * @csspart done-bar - That the conversation was copied.
 * @csspart done-text - Its words.
 * @csspart done-close-button - Closes the bar.
 * @csspart transcript - The conversation.
 * @csspart left-notice - That the end user has left.
 * @csspart left-icon - Its icon.
 * @csspart left-text - Its words.
 * @csspart composer - The reply.
 * @csspart empty - What stands here while no conversation is open.
 * @csspart empty-title - Its heading.
 * @csspart empty-hint - What to do.
 * @csspart dialog - "End chat?".
 * @csspart glyph - A drawn icon.
 * @cssstate empty - No conversation is open.
 * @cssstate new - A waiting request.
 * @cssstate active - Answered.
 * @cssstate left - The end user has left.
 * @cssstate wrap-up - It ended, and is to be closed.
 * @cssstate on-time - A reply is owed.
 * @cssstate soon - Its time is running out.
 * @cssstate urgent - It has nearly run out.
 * @cssstate missed - It is over.
 * @cssstate typing - The end user types.
 * @cssstate ending - The dialog "End chat?" is open.
 */
export class ChatPane extends DeskElement {
  static readonly tag = 'chat-pane';
  static readonly parts = paneParts;
  static readonly uses = [ChannelIcon, ResponseTimer, ChatTranscript, ChatComposer, EndChatDialog];

  static override styles: CSSResultGroup = [base, buttons, paneStyles];

  /** @internal */
  static defined(): void {
    rehearse(() => Object.assign(new this(), exampleConversation));
  }

  readonly #shown = new ShownChat(this, this.deskOf, () => this.chatId ?? this.chat?.id);
  readonly #keys: StageKeys = new StageKeys(this, (action) => this.#act(action));
  readonly #expanded = new StreamValue(this, () => this.#keys.stage?.expanded$);
  readonly #tools = new PaneTools(this, () => ({
    chat: this.#chatNow,
    desk: this.#shown.desk,
    messages: this.messages,
    words: this.words,
    stage: this.#keys.stage,
  }));
  #newestAtOpening: string | undefined;

  constructor() {
    super();
    tellShownChat(this, this.deskOf, () => this.#chatNow);
  }

  /** The chat to show; without it the selected one. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** The chat; without it as the desk knows it. */
  @property({ attribute: false }) chat?: ChatView | undefined;

  /** Its messages, in order; without it the desk's. */
  @property({ attribute: false }) messages?: readonly Message[] | undefined;

  /** What the end user has typed so far; without it the desk's. */
  @property() preview?: string | undefined;

  /** Why the chat cannot be ended now; empty: it can. Without it, that the list shows previews. */
  @property({ attribute: 'end-unavailable' }) endUnavailable?: string | undefined;

  /** Makes the page's own content of a message, in place of its bubble; nothing where the bubble serves. */
  @property({ attribute: false }) renderMessage?: MessageRenderer | undefined;

  /** Makes what the page puts beside a message, such as buttons. */
  @property({ attribute: false }) renderMessageActions?: MessageRenderer | undefined;

  /** The level of its headings among the page's; default 2. */
  @property({ attribute: 'heading-level', converter: numberAttribute }) headingLevel?: number | undefined;

  /** Whether the dialog "End chat?" is open. */
  @state() private confirming = false;

  /** Whether the reason on the button was sent away with Escape. */
  @state() private reasonHidden = false;

  /** Whether the page shows something of its own while no conversation is open. */
  @state() private hasOwnEmpty = false;

  @query('chat-composer') private readonly composer!: ChatComposer | null;
  @query('chat-transcript') private readonly transcript!: ChatTranscript | null;

  /** The chat that it shows, for what the page puts into its slots. `shown-chat-change` tells when it changed. */
  get shownChat(): ChatView | undefined {
    return this.#chatNow;
  }

  /** Puts the focus into the text field. Does nothing while no conversation is open. */
  override focus(options?: FocusOptions): void {
    this.composer?.focus(options);
  }

  protected override get states(): readonly unknown[] {
    const chat = this.#chatNow;
    if (chat === undefined) return ['empty'];
    const { urgency, typing } = chat;
    return [indicatorState(chat), urgency !== 'none' && urgency, typing && 'typing', this.confirming && 'ending'];
  }

  get #endReason(): string | undefined {
    const { words } = this;
    if (this.endUnavailable !== undefined) return this.endUnavailable || undefined;
    if (this.#expanded.value === true) return words.text('endUnavailable');
    return this.#chatNow?.pending === 'end' ? words.text('ending') : undefined;
  }

  get #chatNow(): ChatView | undefined {
    return this.chat ?? this.#shown.view;
  }

  #act(action: KeyAction): boolean {
    const button = this.renderRoot.querySelector<HTMLElement>('[part=end-button]');
    if (action === 'find' && this.#chatNow !== undefined) this.#tools.find();
    else if (action === 'end' && button !== null) {
      // Where it cannot be ended now, the button says why.
      button.focus();
      button.click();
    } else return false;
    return true;
  }

  readonly #onEnd = (): void => {
    if (this.#endReason !== undefined) return;
    this.#newestAtOpening = newestFromEndUser(this.messages ?? []);
    this.confirming = true;
  };

  readonly #onDialogClose = (): void => {
    this.confirming = false;
  };

  readonly #onReasonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.reasonHidden || this.#endReason === undefined) return;
    // It closes this, and nothing around it.
    event.stopPropagation();
    this.reasonHidden = true;
  };

  readonly #onReasonAway = (): void => {
    this.reasonHidden = false;
  };

  /** Our own words cannot stand in the slot: those of a slot in a slot are never shown. */
  readonly #onEmptySlot = (event: Event): void => {
    this.hasOwnEmpty = isFilled(event);
  };

  /** Whoever sends wants to see what was sent. */
  readonly #onSent = (): void => this.transcript?.scrollToEnd();

  #renderName({ naming }: ChatView): TemplateResult {
    const name = this.words.name(naming);
    const level = levelOf(this.headingLevel);
    // Of a phone number that is too long the end is what tells it from others.
    return naming.by === 'phone'
      ? html`<h2 id="name" class="phone" part="name" aria-level=${level}><bdi dir="ltr">${name}</bdi></h2>`
      : html`<h2 id="name" part="name" aria-level=${level}><bdi>${name}</bdi></h2>`;
  }

  #renderDetails({ channel, queue, acceptedAt }: ChatView): TemplateResult {
    const { words } = this;
    const separator = words.text('detailSeparator');
    const answered = acceptedAt === undefined ? '' : words.text('answeredAt', { time: words.time(acceptedAt) });
    return html`<p class="details" part="details">
      ${words.channelTitle(channel)}${queue ? html`${separator}<bdi>${queue}</bdi>` : nothing}${
        answered === '' ? nothing : html`${separator}${answered}`
      }
    </p>`;
  }

  #renderTimer({ wait }: ChatView): TemplateResult {
    // The place stays when the timer goes, so that nothing beside it moves.
    return html`<div class="timer" part="timer-place">
      ${
        wait === undefined
          ? nothing
          : html`<response-timer
              part="timer"
              .locale=${this.locale}
              .strings=${this.strings}
              .since=${wait.since}
              .target=${wait.target}
              .warnAt=${wait.warnAt}
              .urgentAt=${wait.urgentAt}
              .latched=${wait.latched}
              .clock=${this.deskOf.value?.clock}
            ></response-timer>`
      }
    </div>`;
  }

  #renderEnd(chat: ChatView): TemplateResult | typeof nothing {
    if (chat.state !== 'active' && chat.state !== 'left') return nothing;
    const reason = this.#endReason;
    return html`<div
      class="end"
      part="end"
      @keydown=${this.#onReasonKey}
      @pointerleave=${this.#onReasonAway}
      @focusout=${this.#onReasonAway}
    >
      <button
        type="button"
        class="danger"
        part="end-button"
        aria-haspopup="dialog"
        aria-disabled=${reason === undefined ? nothing : 'true'}
        aria-describedby=${reason === undefined ? nothing : 'reason'}
        aria-keyshortcuts=${this.#keys.of('end')}
        @click=${this.#onEnd}
      >
        ${endChatIcon}<span class="text" part="end-text">${this.words.text('endChat')}</span>
      </button>
      ${
        reason === undefined
          ? nothing
          : html`<span
              id="reason"
              role="tooltip"
              class=${this.reasonHidden ? 'reason hidden' : 'reason'}
              part="end-reason"
              >${reason}</span
            >`
      }
    </div>`;
  }

  #renderLeft({ channel, leftAt, naming, state }: ChatView): TemplateResult | typeof nothing {
    if (state !== 'left') return nothing;
    const { words } = this;
    const name = words.name(naming);
    return html`<div class="notice" part="left-notice">
      <channel-icon part="left-icon" aria-hidden="true" .channel=${channel} left></channel-icon>
      <p part="left-text" dir=${words.direction}>
        ${
          leftAt === undefined
            ? words.text('sayLeft', { name })
            : words.text('hasLeft', { name, time: words.time(leftAt) })
        }
      </p>
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    const { words } = this;
    this.deskOf.needToShow(() => !!this.chatId && !this.chat);
    return html`<section class="empty" part="pane empty" aria-label=${this.hostLabel ?? nothing}>
      <slot name="empty" @slotchange=${this.#onEmptySlot}></slot>
      ${
        this.hasOwnEmpty
          ? nothing
          : html`<h2 part="empty-title" aria-level=${levelOf(this.headingLevel)}>${words.text('nothingSelected')}</h2>
              <p part="empty-hint">${words.text('nothingSelectedHint')}</p>`
      }
    </section>`;
  }

  override render(): TemplateResult {
    const { desk, locale, strings, words, messages } = this;
    const chat = this.#chatNow;
    if (chat === undefined) return this.#renderEmpty();
    const { id } = chat;
    const label = this.hostLabel;
    const locked = this.chat === undefined ? undefined : lockReason(this.chat, 'online', 'idempotent', words);
    const arrived = messages && this.confirming ? arrivedAfter(messages, this.#newestAtOpening) : undefined;
    return html`<section
        class="pane"
        part="pane"
        aria-label=${label ?? nothing}
        aria-labelledby=${label === undefined ? 'name' : nothing}
        @keydown=${this.#tools.onKey}
        @copy=${this.#tools.onCopy}
      >
        <header part="header">
          <span class="face" part="face">
            <channel-icon
              part="icon"
              .locale=${locale}
              .strings=${strings}
              .channel=${chat.channel}
              .left=${chat.state === 'left'}
            >
            </channel-icon>
          </span>
          <div class="who" part="who">${this.#renderName(chat)} ${this.#renderDetails(chat)}</div>
          ${this.#renderTimer(chat)} <slot name="header"></slot> ${this.#renderEnd(chat)} ${this.#tools.renderButton()}
        </header>
        <div class="tools" part="tools"></div>
        <chat-transcript
          part="transcript"
          .locale=${locale}
          .strings=${strings}
          .desk=${desk}
          .chatId=${id}
          .chat=${this.chat}
          .messages=${messages}
          .preview=${this.preview}
          .renderMessage=${this.renderMessage}
          .renderMessageActions=${this.renderMessageActions}
        ></chat-transcript>
        ${this.#renderLeft(chat)}
        <chat-composer
          part="composer"
          .locale=${locale}
          .strings=${strings}
          .desk=${desk}
          .chatId=${id}
          .lockedBecause=${locked}
          @sent=${this.#onSent}
          ><slot name="composer-tools" slot="composer-tools"></slot
        ></chat-composer>
      </section>
      <end-chat-dialog
        part="dialog"
        .locale=${locale}
        .strings=${strings}
        .desk=${desk}
        .chatId=${id}
        .chat=${this.chat}
        .arrived=${arrived}
        .headingLevel=${this.headingLevel}
        .open=${this.confirming}
        @close=${this.#onDialogClose}
      ></end-chat-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-pane': ChatPane;
  }
}

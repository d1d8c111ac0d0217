import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Repaint } from '../../controllers/repaint.js';
import { ShownChat } from '../../controllers/shown-chat.js';
import { StreamValue } from '../../controllers/stream-value.js';
import type { Message } from '../../core/index.js';
import type { ChatDesk, ChatView, Typing } from '../../desk/index.js';
import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import { messageStyles } from '../chat-message/chat-message.styles.js';
import { linkFinder } from '../chat-message/load-links.js';
import { OwnContent } from '../chat-message/own-content.js';
import { messageParts, renderMessage, type MessageAct } from '../chat-message/message-template.js';
import { DeskElement } from '../desk-element.js';
import type { MessageRenderer } from '../message-renderer.js';
import { chevronDownIcon } from '../icons/chevron-down.js';
import { TypingIndicator } from '../typing-indicator/typing-indicator.js';
import { transcriptStyles } from './chat-transcript.styles.js';
import type { ShownRow } from './painted-rows.js';
import { RowWindow } from './row-window.js';
import { countFrom, midnight, rowAt, type DayLine, type Row, type RowsOptions } from './rows-of.js';

const none: readonly Message[] = [];

/** What all rows of a conversation depend on. */
interface RowLook {
  readonly options: RowsOptions;
  readonly endUser: string;
  readonly active: boolean;
  /** Whether what was not sent yet waits until something changes. */
  readonly waits: boolean;
}

const dayWords = { today: 'today', yesterday: 'yesterday' } as const;

/**
 * A conversation: its messages in order, by day and author, with a line where the agent left off, and what the end user is
 * typing. It follows new messages only while the reader is at the end.
 *
 * @summary The messages of a conversation.
 * @tag chat-transcript
 * @csspart log - The scrolling log.
 * @csspart content - All that scrolls.
 * @csspart messages - The list of messages.
 * @csspart row - A message with the lines above it; `data-id` is the message's id.
 * @csspart found - A row in which something is found, in browsers that cannot mark the text itself.
 * @csspart found-current - The one that is shown of them.
 * @csspart day - The line between two days.
 * @csspart unread-line - The line where the agent left off.
 * @csspart unread-text - Its words.
 * @csspart message - A message; also `incoming`, `outgoing` or `system`, and `bot`, `internal` or `failed`.
 * @csspart incoming - A message of the end user's.
 * @csspart outgoing - A message of an agent's or a bot's.
 * @csspart system - A message of the system's.
 * @csspart bot - A message of a bot's.
 * @csspart internal - An internal note.
 * @csspart failed - A message that was not sent.
 * @csspart bubble - Its text; also `placeholder` where it cannot be shown.
 * @csspart placeholder - The bubble of a message that cannot be shown.
 * @csspart placeholder-text - That it cannot be shown.
 * @csspart caption - The text that came with it.
 * @csspart link - A link in a text.
 * @csspart link-host - Where it leads, if its text says or looks otherwise.
 * @csspart unseen-character - Stands for a character that cannot be seen, by its code.
 * @csspart own-content - What the page shows in place of the bubble.
 * @csspart line - Its author, time and delivery.
 * @csspart author - Who wrote it.
 * @csspart time - When.
 * @csspart delivery - What became of an own message; `data-state` is its `delivery`.
 * @csspart internal-note - The label of an internal note.
 * @csspart message-actions - The buttons of a message that was not sent.
 * @csspart retry-button - Sends it again.
 * @csspart discard-button - Gives it up.
 * @csspart own-actions - What the page puts beside a message.
 * @csspart glyph - A drawn icon.
 * @csspart typing - That the end user types, and what.
 * @csspart empty - "No messages yet".
 * @csspart new-messages-button - Goes to the end, when new messages came while the reader was elsewhere; `data-count` is how many.
 * @csspart new-messages-text - Its words.
 * @cssstate empty - There is no message.
 * @cssstate at-end - The reader is at the end.
 * @cssstate new-messages - New ones came while the reader was elsewhere.
 * @cssstate typing - The end user types.
 */
export class ChatTranscript extends DeskElement {
  static readonly tag = 'chat-transcript';
  static readonly parts = `log content messages row found found-current day unread-line unread-text empty typing new-messages-button new-messages-text ${messageParts}`;
  static readonly uses = [TypingIndicator];

  static override styles: CSSResultGroup = [base, buttons, messageStyles, transcriptStyles];

  readonly #shown = new ShownChat(this, this.deskOf, () => this.chatId ?? this.chat?.id);
  readonly #messages = new StreamValue(this, () => this.#shown.handle?.messages$);
  readonly #connection = new StreamValue(this, () => this.#shown.desk?.connection$);
  readonly #typing = new StreamValue(this, () => this.#shown.handle?.typing$);
  readonly #repaint = new Repaint(this);
  readonly #own = new OwnContent(this);
  readonly #window = new RowWindow(
    this,
    () =>
      this.scroller === null || this.content === null || this.list === null
        ? undefined
        : { scroller: this.scroller, content: this.content, list: this.list },
    (index) => this.#rowAt(index),
    (place) => {
      const seen = this.#shownMessages[(this.#seen ?? 0) - 1]?.id;
      if (this.#shownId !== undefined) this.#shownDesk?.setReadingPlace(this.#shownId, place && { ...place, seen });
      if (this.#window.atEnd !== this.#paintedAtEnd) this.requestUpdate();
    },
    (id) => this.#own.slots?.release(id),
  );
  /** What the rows show, as of the last update. */
  #look: RowLook | undefined;
  #paintedAtEnd = true;
  /** Whether the focus was in a row when the update began. */
  #hadRow = false;
  #shownDesk: ChatDesk | undefined;
  #shownId: string | undefined;
  /** How many messages there were when the reader was last at the end. */
  #seen: number | undefined;
  #unread: RowsOptions['unread'];
  /** How many messages the button to the end tells of. */
  #fresh = 0;
  #shownMessages: readonly Message[] = none;

  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('.content') private readonly content!: HTMLElement | null;
  @query('ol') private readonly list!: HTMLElement | null;

  /** The chat to show; without it the selected one. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** Names the end user and says what is unread; without it the chat as the desk knows it. */
  @property({ attribute: false }) chat?: ChatView | undefined;

  /** The messages, in order; without it the chat's. A list that grows in place needs `requestUpdate()`. */
  @property({ attribute: false }) messages?: readonly Message[] | undefined;

  /** Whether the end user types; without it the chat's. */
  @property({ type: Boolean }) typing?: boolean | undefined;

  /** What the end user has typed so far; without it the chat's. */
  @property() preview?: string | undefined;

  /** Makes the page's own content of a message, in place of its bubble; nothing where the bubble serves. */
  @property({ attribute: false }) renderMessage?: MessageRenderer | undefined;

  /** Makes what the page puts beside a message, such as buttons. */
  @property({ attribute: false }) renderMessageActions?: MessageRenderer | undefined;

  /** Goes to the newest message. */
  scrollToEnd(): void {
    this.#window.goToEnd();
    if (this.#shownId !== undefined) this.#shownDesk?.setReadingPlace(this.#shownId, undefined);
    this.requestUpdate();
  }

  /** Goes to a message, and with `focus` puts the focus on it. Returns whether it is there; if not, nothing happens. */
  scrollToMessage(id: string, { focus = false }: { readonly focus?: boolean } = {}): boolean {
    const row = this.#window.reveal(id);
    if (row !== undefined && focus) focusRow(row);
    return row !== undefined;
  }

  /** Goes to the first message of a time or later: epoch milliseconds. Returns whether there is one. */
  scrollToTime(time: number): boolean {
    const message = this.#shownMessages.find((one) => one.time >= time);
    return message !== undefined && this.#window.reveal(message.id, true) !== undefined;
  }

  /** Goes to where the agent left off. Returns whether there is such a line. */
  scrollToUnread(): boolean {
    const from = this.#look?.options.unread;
    return from !== undefined && from.count > 0 && this.#window.reveal(from.from, true) !== undefined;
  }

  protected override get states(): readonly unknown[] {
    return [
      this.#shownMessages.length === 0 && 'empty',
      this.#window.atEnd && 'at-end',
      this.#fresh > 0 && 'new-messages',
      this.#typingNow.typing && 'typing',
    ];
  }

  /** What stands beside it takes its room first: rows are painted once, for the height that is left, and with what they show. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.hasUpdated
      ? super.scheduleUpdate()
      : Promise.resolve(this.#own.load()).then(() => super.scheduleUpdate());
  }

  protected override updated(): void {
    // The row that had the focus went with its message.
    if (this.#hadRow && this.shadowRoot?.activeElement === null) this.scroller?.focus({ preventScroll: true });
  }

  protected override willUpdate(): void {
    this.#hadRow = this.list?.contains(this.shadowRoot?.activeElement ?? null) === true;
    this.#window.measure();
    const { desk, id } = this.#shown;
    if (id === this.#shownId && desk === this.#shownDesk) return;
    this.deskOf.needToShow(() => !!this.chatId && !this.chat && !this.messages);
    this.#shownId = id;
    this.#shownDesk = desk;
    this.#seen = undefined;
    this.#unread = undefined;
    this.#window.open(id === undefined ? undefined : desk?.readingPlace(id));
  }

  #take(messages: readonly Message[]): readonly Message[] {
    const before = this.#window.take(messages);
    if (this.#seen !== undefined) this.#seen += before;
    this.#shownMessages = messages;
    return messages;
  }

  readonly #onNewMessages = (): void => {
    this.scrollToEnd();
    // The button goes away with this: the focus stays in the conversation.
    this.scroller?.focus({ preventScroll: true });
  };

  /** From message to message by the arrow keys; Home and End once one of them has the focus. */
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // What the page put into a row has keys of its own.
    if (!this.shadowRoot?.contains(event.target as Node)) return;
    const messages = this.#shownMessages;
    const index = this.#window.indexIn(this.shadowRoot?.activeElement ?? null);
    const next = nextIndex(event.key, index, () => this.#window.lastSeen(), messages.length - 1);
    const message = next === undefined ? undefined : messages[next];
    if (message === undefined) return;
    event.preventDefault();
    const row = this.#window.row(message.id) ?? this.#window.reveal(message.id);
    if (row === undefined) return;
    focusRow(row);
    row.scrollIntoView({ block: 'nearest' });
  };

  #act(act: MessageAct, messageId: string): void {
    const commands = this.#shownDesk?.as('agent');
    // What fails stays in the conversation as not sent, and the desk tells it.
    if (this.#shownId !== undefined) commands?.[act](this.#shownId, messageId).catch(() => {});
    this.scroller?.focus({ preventScroll: true });
  }

  /** What counted as unread when the chat was opened stays on the line while the agent reads on. */
  #unreadLine(chat: ChatView | undefined, messages: readonly Message[]): RowsOptions['unread'] {
    const from = chat?.unreadFrom;
    if (chat === undefined || from === undefined) this.#unread = undefined;
    else if (chat.unread > 0) this.#unread = { from, count: chat.unread };
    else if (this.#unread?.from !== from || this.#unread.count === 0)
      this.#unread = { from, count: countFrom(messages, from) };
    return this.#unread;
  }

  /** How many messages came since the reader left the end. */
  #countNew(messages: readonly Message[], chat: ChatView | undefined): number {
    if (this.#window.atEnd) this.#seen = messages.length;
    else if (this.#seen === undefined) {
      const { id: chatId = '' } = this.#shown;
      const seen = this.#shownDesk?.readingPlace(chatId)?.seen;
      const last = messages.findIndex(({ id }) => id === seen);
      const unread = messages.findIndex(({ id }) => id === chat?.unreadFrom);
      this.#seen = last >= 0 ? last + 1 : unread < 0 ? messages.length : unread;
    }
    return Math.max(0, messages.length - (this.#seen ?? 0));
  }

  get #typingNow(): Typing {
    const { preview } = this;
    const typing = this.typing ?? this.chat?.typing;
    const own = typing !== undefined || preview !== undefined || this.messages !== undefined;
    if (!own) return this.#typing.value ?? { typing: false };
    return { typing: typing ?? false, ...(preview === undefined ? {} : { preview }) };
  }

  #dayText({ kind, time }: DayLine): string {
    return kind === 'date' ? this.words.date(time) : this.words.text(dayWords[kind]);
  }

  #lookNow(messages: readonly Message[], chat: ChatView | undefined): RowLook {
    const clock = this.deskOf.clock;
    const now = clock.now();
    // From midnight on, "Today" is "Yesterday".
    this.#repaint.at(clock, midnight(now, 1));
    const active = chat?.state === 'active';
    // Over any other connector nothing waits: it is on its way, or it failed.
    const online = this.#connection.value === 'online' || this.#shownDesk?.connector.delivery !== 'idempotent';
    return {
      options: { now, unread: this.#unreadLine(chat, messages) },
      endUser: this.words.name(chat?.naming ?? { by: 'nothing' }),
      active,
      waits: !(active && online),
    };
  }

  #rowAt(index: number): ShownRow | undefined {
    const look = this.#look;
    const row = look && rowAt(this.#shownMessages, index, look.options);
    if (look === undefined || row === undefined) return undefined;
    const { message, grouped, day, unread } = row;
    const { endUser, active, waits } = look;
    return {
      facts: [
        message,
        grouped,
        day?.kind,
        unread,
        endUser,
        this.words,
        this.#shownDesk,
        active,
        waits,
        this.#own.slots?.era,
        linkFinder(),
      ],
      show: () => this.#renderRow(row, look),
    };
  }

  #renderRow({ message, grouped, day, unread }: Row, { endUser, active, waits }: RowLook): TemplateResult {
    const { words } = this;
    const { author, id } = message;
    const isOnDesk = this.#shownDesk !== undefined && this.#shownId !== undefined;
    const look = {
      words,
      grouped,
      name: author === 'end-user' ? endUser : undefined,
      waits: isOnDesk && waits,
      onAct: isOnDesk ? (act: MessageAct) => this.#act(act, id) : undefined,
      final: !active,
      repaint: () => this.requestUpdate(),
      own: this.#own.slots?.show(message, this.chat ?? this.#shown.view),
    };
    const shown = renderMessage(message, look);
    // Most rows are nothing but their message, and cost nothing more.
    if (day === undefined && unread === undefined) return shown;
    return html`${day === undefined ? nothing : html`<p class="day" part="day">${this.#dayText(day)}</p>`}${
      unread === undefined
        ? nothing
        : html`<p class="unread" part="unread-line">
            <span part="unread-text" dir=${words.direction}>${words.text('unreadLine', { count: unread })}</span>
          </p>`
    }
    ${shown}`;
  }

  override render(): TemplateResult {
    const { words } = this;
    const chat = this.chat ?? this.#shown.view;
    const messages = this.#take(this.messages ?? this.#messages.value ?? none);
    this.#look = this.#lookNow(messages, chat);
    const { typing, preview } = this.#typingNow;
    const fresh = (this.#fresh = this.#countNew(messages, chat));
    this.#paintedAtEnd = this.#window.atEnd;
    // What was written before the answer may still be on its way from the desk.
    const isEmpty = messages.length === 0 && (this.messages !== undefined || !chat?.waiting);
    return html`<div
        class="scroller"
        part="log"
        role="log"
        aria-live="off"
        aria-label=${this.hostLabel || words.text('conversation')}
        tabindex="0"
        @scroll=${this.#window.onScroll}
        @keydown=${this.#onKeyDown}
      >
        <div class="content" part="content">
          ${isEmpty ? html`<p class="none" part="empty">${words.text('noMessages')}</p>` : nothing}
          <ol part="messages"></ol>
          ${
            typing || preview
              ? html`<typing-indicator
                  part="typing"
                  .locale=${this.locale}
                  .strings=${this.strings}
                  .typing=${typing}
                  .preview=${preview}
                  .name=${chat === undefined ? undefined : words.name(chat.naming)}
                ></typing-indicator>`
              : nothing
          }
        </div>
      </div>
      ${
        fresh === 0
          ? nothing
          : html`<button
              type="button"
              class="jump"
              part="new-messages-button"
              data-count=${fresh}
              @click=${this.#onNewMessages}
            >
              <span part="new-messages-text" dir=${words.direction}
                >${words.text('newMessagesButton', { count: fresh })}</span
              >${chevronDownIcon}
            </button>`
      }`;
  }
}

/** The index of the message to go to by a key: `index` has the focus; if none has, one begins with the last that is seen. */
const nextIndex = (
  key: string,
  index: number | undefined,
  lastSeen: () => number,
  last: number,
): number | undefined => {
  if (key === 'ArrowUp') return index === undefined ? lastSeen() : Math.max(0, index - 1);
  if (index === undefined) return undefined;
  if (key === 'ArrowDown') return Math.min(last, index + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
};

/** Rows take the focus by keyboard only: a click in one leaves it with the log. */
const focusRow = (row: HTMLElement): void => {
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
};

declare global {
  interface HTMLElementTagNameMap {
    'chat-transcript': ChatTranscript;
  }
}

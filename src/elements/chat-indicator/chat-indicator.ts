import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Repaint } from '../../controllers/repaint.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { warnOnce } from '../../core/warn-once.js';
import { given, LARGEST_SHOWN_COUNT, URGENCIES, type Channel, type Clock, type Urgency } from '../../core/index.js';
import type { ChatDesk, ChatView } from '../../desk/index.js';
import { tellVeto } from '../asking-event.js';
import { ChannelIcon } from '../channel-icon/channel-icon.js';
import { DeskElement } from '../desk-element.js';
import { chatIcon } from '../icons/chat.js';
import { numberAttribute } from '../number-attribute.js';
import { ResponseTimer } from '../response-timer/response-timer.js';
import { urgencyIcon } from '../response-timer/urgency-icon.js';
import { ChatBeforeAcceptEvent, ChatBeforeSelectEvent } from './chat-indicator.events.js';
import { styles } from './chat-indicator.styles.js';
import {
  INDICATOR_STATES,
  nameOfView,
  namingFrom,
  nextSecondAt,
  nextUrgencyAt,
  previewOfView,
  stateWord,
  viewOfChat,
  type IndicatorState,
  type IndicatorView,
} from './indicator-view.js';

/**
 * One chat in the strip: a waiting request, or a chat that the agent has.
 *
 * Activating it answers a request, and opens any other chat. It shows `chat`, else the chat of `chat-id` on its desk, else
 * what its attributes say.
 *
 * @summary One chat in the strip.
 * @tag chat-indicator
 * @fires {ChatBeforeAcceptEvent} chat-before-accept - Before a request is answered; cancelable.
 * @fires {ChatBeforeSelectEvent} chat-before-select - Before another chat is opened; cancelable at once only.
 * @csspart tile - The whole indicator; `data-state` and `data-urgency` say what the tag's attributes do.
 * @csspart button - The button that covers it.
 * @csspart look - What is seen under the button.
 * @csspart face - The round ground of the icon.
 * @csspart glyph - The drawing of a new chat, or the shape of an urgency without a running time.
 * @csspart icon - The channel's icon.
 * @csspart badge - The count on the icon; `data-count` is the whole number.
 * @csspart name - Who it is.
 * @csspart status - The timer, or a word on where the chat stands.
 * @csspart timer - The running response time.
 * @csspart urgency - An urgency without a running time.
 * @csspart word - The channel, the queue, or where the chat stands.
 * @csspart preview - The newest message, on a card.
 * @cssstate new - A waiting request.
 * @cssstate active - Answered.
 * @cssstate left - The end user has left.
 * @cssstate wrap-up - It ended, and is to be closed.
 * @cssstate on-time - A reply is owed.
 * @cssstate soon - Its time is running out.
 * @cssstate urgent - It has nearly run out.
 * @cssstate missed - It is over.
 * @cssstate selected - Its conversation is open.
 * @cssstate unread - It has unread messages.
 * @cssstate typing - The end user types.
 * @cssstate busy - The answer is under way.
 * @cssstate expanded - It is a card.
 */
export class ChatIndicator extends DeskElement {
  static readonly tag = 'chat-indicator';
  static readonly parts = 'tile look face glyph icon badge name status timer urgency word preview button';
  static readonly uses = [ChannelIcon, ResponseTimer];
  static override styles = styles;

  readonly #crossing = new Repaint(this, 'crossing');
  readonly #second = new Repaint(this, 'beat');
  readonly #view = new StreamValue<ChatView | undefined>(this, () =>
    this.chat === undefined && this.chatId !== undefined ? this.deskOf.chat(this.chatId)?.view$ : undefined,
  );

  /** What the last update showed. */
  #painted: IndicatorView | undefined;

  /** The chat to show; with it, neither the desk nor the attributes are read. */
  @property({ attribute: false }) chat?: ChatView | undefined;

  /** Which of the desk's chats to show. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** How the chat stands, without a desk. Default `active`. */
  @property() state?: IndicatorState | undefined;

  /** Where the end user writes from, without a desk. */
  @property() channel: Channel = '';

  /** How late a reply is, without a desk. */
  @property() urgency: Urgency = 'none';

  /** Messages unread (waiting, for a new chat), without a desk. */
  @property({ converter: numberAttribute }) unread?: number | undefined;

  /** Whether the conversation is open, without a desk. */
  @property({ type: Boolean }) selected = false;

  /** The end user's name, or phone number, without a desk. */
  @property() name?: string | undefined;

  /** Whether it is a card with a preview of the newest message. */
  @property({ type: Boolean, reflect: true }) expanded = false;

  /** Whether it stands still instead of pulsing. */
  @property({ type: Boolean, reflect: true }) calm = false;

  /** Whether Tab passes it by, as in a list where the arrow keys move. */
  @property({ attribute: false }) untabbable = false;

  /** The key that leads here, as `aria-keyshortcuts` writes it. */
  @property({ attribute: false }) shortcut?: string | undefined;

  /** The clock to read; by default the desk's, else the page's. */
  @property({ attribute: false }) clock?: Clock | undefined;

  /** The request whose answer is under way here. */
  @state() private answering: string | undefined;

  /** Puts the focus on the button that covers it. */
  override focus(options?: FocusOptions): void {
    const focus = (): void => this.renderRoot.querySelector('button')?.focus(options);
    if (this.hasUpdated) focus();
    else void this.updateComplete.then(focus);
  }

  /** Answers the request, or opens the chat, as a click on it does. */
  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  get #clock(): Clock {
    return this.clock ?? this.deskOf.clock;
  }

  protected override get states(): readonly unknown[] {
    const shown = this.#painted;
    if (shown === undefined) return [];
    const { state: of, urgency, selected, count, typing } = shown;
    return [
      of,
      urgency !== 'none' && urgency,
      selected && 'selected',
      of !== 'new' && count > 0 && 'unread',
      typing && 'typing',
      this.#isBusy(shown) && 'busy',
      this.expanded && 'expanded',
    ];
  }

  get #shown(): IndicatorView | undefined {
    const chat = this.chat ?? this.#view.value;
    if (chat !== undefined) return viewOfChat(chat, this.#clock.now());
    if (this.chatId !== undefined && this.state === undefined && this.deskOf.value !== undefined) return undefined;
    const { chatId: id, channel, unread, selected } = this;
    const count = unread !== undefined && unread > 0 ? unread : 0;
    const of = this.#oneOf('state', INDICATOR_STATES, 'active');
    const urgency = this.#oneOf('urgency', URGENCIES, 'none');
    return { id, state: of, channel, urgency, selected, count, naming: namingFrom(this.name) };
  }

  /** What the page set a property to, if it is one of the words for it. */
  #oneOf<T extends string>(name: 'state' | 'urgency', words: readonly T[], otherwise: NoInfer<T>): T {
    const value = this[name];
    const word = words.find((each) => each === value);
    if (value !== undefined && word === undefined)
      warnOnce(this, `<chat-indicator> cannot use ${name}="${value}": ${name} takes ${words.join(', ')}.`);
    return word ?? otherwise;
  }

  #isBusy({ accepting }: IndicatorView): boolean {
    return accepting === true || this.answering !== undefined;
  }

  readonly #onClick = (): void => {
    const shown = this.#shown;
    if (shown === undefined) return;
    if (shown.state === 'new') void this.#accept(shown);
    else this.#select(shown);
  };

  async #accept(shown: IndicatorView): Promise<void> {
    const { channel, queue } = shown;
    if (this.#isBusy(shown)) return;
    const chatId = shown.id ?? '';
    const event = new ChatBeforeAcceptEvent(given({ ...this.deskOf.told(chatId, this.#clock), channel, queue }));
    this.answering = chatId;
    try {
      const veto = await event.ask(this, this.#clock);
      if (veto) return tellVeto(this.deskOf.value, veto, chatId);
      await this.#deskFor(shown, 'answer a chat')?.as('agent').accept(chatId);
    } catch {
      // The desk itself has told the agent.
    } finally {
      this.answering = undefined;
    }
  }

  #select(shown: IndicatorView): void {
    const desk = this.deskOf.value;
    const to = shown.id ?? '';
    const from = desk?.selected$.value;
    if (desk !== undefined && from === to) return;
    if (!this.dispatchEvent(new ChatBeforeSelectEvent({ ...this.deskOf.told(to, this.#clock), from, to }))) return;
    this.#deskFor(shown, 'open a chat')
      ?.as('agent')
      .select(to)
      .catch(() => undefined);
  }

  #deskFor(shown: IndicatorView, what: string): ChatDesk | undefined {
    const desk = this.deskOf.need(what);
    if (desk !== undefined && shown.id === undefined)
      warnOnce(this, '<chat-indicator> does not know its chat. Set chat-id="…", or its "chat" property.');
    return shown.id === undefined ? undefined : desk;
  }

  #renderFace({ state: shown, channel, count }: IndicatorView): TemplateResult {
    const isNew = shown === 'new';
    return html`<span
      class="face ${isNew ? 'pulsing' : ''} ${this.calm ? 'calm' : ''} ${count > 0 ? 'counted' : ''}"
      part="face"
      >${
        isNew
          ? chatIcon
          : html`<channel-icon
              part="icon"
              .locale=${this.locale}
              .strings=${this.strings}
              .channel=${channel}
              ?left=${shown === 'left'}
            ></channel-icon>`
      }${
        count > 0
          ? html`<span class="badge ${count > LARGEST_SHOWN_COUNT ? 'long' : ''}" part="badge" data-count=${count}
              ><bdi>${this.words.badge(count)}</bdi></span
            >`
          : nothing
      }</span
    >`;
  }

  #renderName({ state: shown, naming }: IndicatorView): TemplateResult {
    if (shown === 'new') return html`<span class="name" part="name">${this.words.text('newChat')}</span>`;
    const name = this.words.name(naming);
    return naming.by === 'phone'
      ? html`<span class="name phone" part="name"><bdi dir="ltr">${name}</bdi></span>`
      : html`<span class="name" part="name" dir="auto">${name}</span>`;
  }

  #renderStatus({ state: shown, channel, queue, urgency, wait }: IndicatorView): TemplateResult | typeof nothing {
    const { words } = this;
    if (wait !== undefined)
      return html`<response-timer
        aria-hidden="true"
        part="timer"
        .clock=${this.#clock}
        .locale=${this.locale}
        .strings=${this.strings}
        .since=${wait.since}
        .target=${wait.target}
        .warnAt=${wait.warnAt}
        .urgentAt=${wait.urgentAt}
        .latched=${wait.latched}
      ></response-timer>`;
    if (urgency !== 'none') return html`<span class="urgency ${urgency}" part="urgency">${urgencyIcon}</span>`;
    const asked = this.expanded ? queue : words.channel(channel);
    const word = shown === 'new' ? asked : stateWord(shown, words);
    return word ? html`<span class="word" part="word" dir="auto">${word}</span>` : nothing;
  }

  override render(): TemplateResult | typeof nothing {
    const shown = (this.#painted = this.#shown);
    const clock = this.#clock;
    const now = clock.now();
    this.#crossing.at(clock, shown && nextUrgencyAt(shown, now));
    this.#second.at(clock, shown && this.expanded ? nextSecondAt(shown, now) : undefined);
    if (shown === undefined) return nothing;
    const busy = this.#isBusy(shown);
    const classes = `${this.expanded ? 'card' : 'tile'} ${shown.state} ${shown.selected ? 'selected' : ''} ${busy ? 'busy' : ''}`;
    // What is seen lies under the button instead of in it: its name says the same in another order, and in words.
    return html`<div class=${classes} part="tile" data-state=${shown.state} data-urgency=${shown.urgency}>
      <div class="look" part="look" aria-hidden="true">
        ${this.#renderFace(shown)}${this.#renderName(shown)}<span class="status" part="status"
          >${this.#renderStatus(shown)}</span
        >${
          this.expanded
            ? html`<span id="preview" class="note" part="preview" dir="auto"
                >${previewOfView(shown, this.words, now)}</span
              >`
            : nothing
        }
      </div>
      <button
        type="button"
        part="button"
        tabindex=${this.untabbable ? -1 : nothing}
        aria-label=${this.ariaLabel ?? nameOfView(shown, this.words)}
        aria-current=${shown.selected ? 'true' : nothing}
        aria-busy=${busy ? 'true' : nothing}
        aria-describedby=${this.expanded ? 'preview' : nothing}
        aria-keyshortcuts=${this.shortcut ?? nothing}
        @click=${this.#onClick}
      ></button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-indicator': ChatIndicator;
  }
}

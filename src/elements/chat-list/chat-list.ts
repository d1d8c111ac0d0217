import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { EventStream } from '../../controllers/event-stream.js';
import { RovingFocus } from '../../controllers/roving-focus.js';
import { StageExpanded } from '../../controllers/stage-expanded.js';
import { StreamValue } from '../../controllers/stream-value.js';
import type { Clock } from '../../core/index.js';
import type { ChatView, Happening } from '../../desk/index.js';
import { ChatIndicator } from '../chat-indicator/chat-indicator.js';
import { indicatorState } from '../chat-indicator/indicator-view.js';
import { DeskElement } from '../desk-element.js';
import { collapseIcon } from '../icons/collapse.js';
import { keyedRows } from '../keyed-rows.js';
import { expandIcon } from '../icons/expand.js';
import { pauseIcon } from '../icons/pause.js';
import { styles } from './chat-list.styles.js';

const none: readonly ChatView[] = [];

/**
 * The strip of waiting requests and the agent's chats, in order of arrival.
 *
 * It is one tab stop; arrow keys, Home and End move along it. Expanded, it shows a card with a preview for each chat.
 *
 * @summary The strip of indicators.
 * @tag chat-list
 * @csspart chats - the list
 * @csspart empty - what it says when there is no chat
 * @csspart tools - the row of buttons
 * @csspart expand - Show previews, Hide previews
 * @csspart calm - Stop blinking
 */
export class ChatList extends DeskElement {
  static readonly tag = 'chat-list';
  static readonly uses = [ChatIndicator];
  static override styles = styles;

  readonly #roving = new RovingFocus(this, {
    itemOf: (id) => this.#indicatorOf(id),
    idOf: (element) => (element as Partial<ChatIndicator>).chat?.id,
    whenEmpty: () => this.renderRoot.querySelector<HTMLElement>('[part=expand]') ?? undefined,
  });
  readonly #chats = new StreamValue(this, () => (this.chats === undefined ? this.deskOf.value?.chats$ : undefined));

  /** The chats to show; without it the desk's. */
  @property({ attribute: false }) chats?: readonly ChatView[] | undefined;

  /** Whether each chat is a card that previews its newest message. Inside a provider End chat is unavailable meanwhile. */
  @property({ type: Boolean, reflect: true }) expanded = false;

  /** A column, or a strip where there is not the width for one. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';

  /** The clock to read; by default the desk's, else the page's. */
  @property({ attribute: false }) clock?: Clock | undefined;

  /** Whether the agent has stopped the blinking. */
  @state() private calm = false;

  constructor() {
    super();
    new StageExpanded(this);
    new EventStream(
      this,
      () => this.deskOf.value?.happenings$,
      (happening) => this.#onHappening(happening),
    );
  }

  #indicatorOf(id: string): ChatIndicator | undefined {
    return [...this.renderRoot.querySelectorAll('chat-indicator')].find((indicator) => indicator.chat?.id === id);
  }

  /** Whoever was about to answer is told why the request went away; for the others it was never theirs. */
  #onHappening({ type, chatId, detail }: Happening): void {
    if (type !== 'chat-withdrawn' || detail.reason !== 'answered-elsewhere' || chatId === undefined) return;
    const indicator = this.#indicatorOf(chatId);
    if (indicator === undefined || !(this.#roving.focused === chatId || indicator.matches(':hover'))) return;
    const desk = this.deskOf.value;
    // An answer under way fails by itself, and the desk tells that.
    const isTold = desk?.notices$.value.some((notice) => notice.code === 'taken' && notice.chatId === chatId);
    if (indicator.chat?.pending !== 'accept' && isTold !== true) desk?.notify({ code: 'taken', chatId });
  }

  readonly #onExpand = (): void => {
    this.expanded = !this.expanded;
  };

  readonly #onCalm = (): void => {
    this.calm = !this.calm;
  };

  readonly #onCalmBlur = (): void => this.requestUpdate();

  #renderChats(chats: readonly ChatView[]): TemplateResult {
    const selected = chats.find((chat) => chat.selected)?.id;
    const ids = chats.map((chat) => chat.id);
    const stop = this.#roving.arrange(ids, selected);
    const label = this.ariaLabel ?? this.words.text('chatList');
    if (chats.length === 0) return html`<p class="empty" part="empty">${this.words.text('noChats')}</p>`;
    return html`<ul
      class="chats"
      part="chats"
      role="list"
      aria-label=${label}
      @keydown=${this.#roving.onKeyDown}
      @focusin=${this.#roving.onFocusIn}
      ${keyedRows(
        chats,
        ({ id }) => id,
        (chat) =>
          html`<chat-indicator
            chat-id=${chat.id}
            state=${indicatorState(chat)}
            channel=${chat.channel}
            urgency=${chat.urgency}
            unread=${chat.state === 'waiting' ? chat.waiting : chat.unread}
            ?selected=${chat.selected}
            .chat=${chat}
            .desk=${this.desk}
            .clock=${this.clock}
            .locale=${this.locale}
            .strings=${this.strings}
            .untabbable=${chat.id !== stop}
            ?expanded=${this.expanded}
            ?calm=${this.calm}
          ></chat-indicator>`,
      )}
    ></ul>`;
  }

  #renderTools(blinks: boolean): TemplateResult {
    const { expanded, calm, words } = this;
    // Kept while it has the focus, which would be lost with it.
    const keepsFocus = this.shadowRoot?.activeElement?.matches('[part=calm]') === true;
    return html`<div class="tools" part="tools">
      <button
        type="button"
        class="turns"
        part="expand"
        aria-label=${words.text(expanded ? 'hidePreviews' : 'showPreviews')}
        aria-expanded=${expanded}
        @click=${this.#onExpand}
      >
        ${expanded ? collapseIcon : expandIcon}
      </button>
      ${
        blinks || keepsFocus
          ? html`<button
              type="button"
              part="calm"
              aria-label=${words.text('stopBlinking')}
              aria-pressed=${calm}
              @click=${this.#onCalm}
              @blur=${this.#onCalmBlur}
            >
              ${pauseIcon}
            </button>`
          : nothing
      }
    </div>`;
  }

  override render(): TemplateResult {
    const chats = this.chats ?? this.#chats.value ?? none;
    return html`${this.#renderChats(chats)}${this.#renderTools(chats.some((chat) => chat.state === 'waiting'))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-list': ChatList;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { EventStream } from '../../controllers/event-stream.js';
import { Repaint } from '../../controllers/repaint.js';
import { RovingFocus } from '../../controllers/roving-focus.js';
import { StageKeys } from '../../controllers/stage-keys.js';
import { keepExpanded } from '../../controllers/stage-expanded.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { inOrder, type ChatOrder, type Clock, type KeyAction } from '../../core/index.js';
import type { ChatView, Happening } from '../../desk/index.js';
import { ChatIndicator } from '../chat-indicator/chat-indicator.js';
import { indicatorState, nextUrgencyAt, urgencyOfChat } from '../chat-indicator/indicator-view.js';
import { DeskElement } from '../desk-element.js';
import { chatIcon } from '../icons/chat.js';
import { chevronDownIcon } from '../icons/chevron-down.js';
import { collapseIcon } from '../icons/collapse.js';
import { expandIcon } from '../icons/expand.js';
import { pauseIcon } from '../icons/pause.js';
import { keyedRows } from '../keyed-rows.js';
import { styles } from './chat-list.styles.js';
import { ListWindow } from './list-window.js';
import { nextInNeed } from './next-in-need.js';
import { StableOrder } from './stable-order.js';

const none: readonly ChatView[] = [];

const isWaiting = ({ state }: ChatView): boolean => state === 'waiting';

/** A row: a chat, its place in the list, and how many rows before it are not rendered. */
interface Row {
  readonly chat: ChatView;
  readonly place: number;
  readonly hole: number;
}

/**
 * The strip of waiting requests and the agent's chats, in order of arrival or of urgency.
 *
 * It is one tab stop; arrow keys, Home and End move along it. Expanded, it shows a card with a preview for each chat. Of
 * more than 40 chats it renders those near what is seen, where its height (horizontal: its width) is less than theirs.
 *
 * @summary The strip of indicators.
 * @tag chat-list
 * @csspart frame - The list and what stands over it.
 * @csspart chats - The list.
 * @csspart row - A row of it.
 * @csspart indicator - The chat in a row.
 * @csspart new-before - Tells of requests that are scrolled away before what is seen; leads to the nearest.
 * @csspart new-after - Tells of those after what is seen; leads to the nearest.
 * @csspart empty - What it says when there is no chat.
 * @csspart glyph - A drawn icon.
 * @csspart tools - The row of buttons.
 * @csspart expand - The button "Show previews" or "Hide previews".
 * @csspart calm - The button "Stop blinking".
 * @cssstate empty - There is no chat.
 * @cssstate waiting - A request waits.
 * @cssstate expanded - It shows previews.
 * @cssstate calm - The agent stopped the blinking.
 */
export class ChatList extends DeskElement {
  static readonly tag = 'chat-list';
  static readonly parts = 'frame chats row indicator new-before new-after glyph empty tools expand calm';
  static readonly uses = [ChatIndicator];
  static override styles = styles;

  readonly #roving: RovingFocus = new RovingFocus(this, {
    itemOf: (id) => this.#indicatorOf(id),
    reveal: (id) => this.#window.reveal(id),
    idOf: (element) => (element as Partial<ChatIndicator>).chat?.id,
    whenEmpty: () => this.renderRoot.querySelector<HTMLElement>('[part=expand]') ?? undefined,
  });
  readonly #window: ListWindow = new ListWindow(this, {
    scroller: () => this.renderRoot.querySelector('ul'),
    rowOf: (id) => this.#indicatorOf(id),
    isHorizontal: () => this.orientation === 'horizontal',
  });
  readonly #stable = new StableOrder(this);
  readonly #crossing = new Repaint(this);
  readonly #keys: StageKeys = new StageKeys(this, (action) => this.#act(action));
  /** The chats of the last update. */
  #shown = none;
  readonly #chats = new StreamValue(this, () => (this.chats === undefined ? this.deskOf.value?.chats$ : undefined));

  /** The chats to show; without it the desk's. */
  @property({ attribute: false }) chats?: readonly ChatView[] | undefined;

  /** Whether each chat is a card that previews its newest message. Inside a provider End chat is unavailable meanwhile. */
  @property({ type: Boolean, reflect: true }) expanded = false;

  /** A column, or a strip where there is not the width for one. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';

  /**
   * How the chats are sorted: as they came; or the most urgent first, and again when that changes, but never while the focus
   * or the pointer is inside.
   */
  @property() order: ChatOrder = 'arrival';

  /** The clock to read; by default the desk's, else the page's. */
  @property({ attribute: false }) clock?: Clock | undefined;

  /** Whether the agent has stopped the blinking. */
  @state() private calm = false;

  constructor() {
    super();
    keepExpanded(this);
    new EventStream(
      this,
      () => this.deskOf.value?.happenings$,
      (happening) => this.#onHappening(happening),
    );
  }

  protected override get states(): readonly unknown[] {
    const { expanded, calm } = this;
    const chats = this.#shown;
    return [chats.length === 0 && 'empty', chats.some(isWaiting) && 'waiting', expanded && 'expanded', calm && 'calm'];
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

  #act(action: KeyAction): boolean {
    const chats = this.#shown;
    if (action === 'previews') this.#onExpand();
    const id =
      action === 'answer'
        ? chats
            .filter(({ state, pending }) => state === 'waiting' && pending === undefined)
            .sort((a, b) => a.requestedAt - b.requestedAt)[0]?.id
        : action === 'next' || action === 'previous'
          ? nextInNeed(chats, action === 'next' ? 1 : -1)
          : /^chat\d/.test(action)
            ? chats[Number(action.slice(-1)) - 1]?.id
            : undefined;
    if (id !== undefined) void this.#goTo(id, action);
    return id !== undefined || action === 'previews';
  }

  /** As the agent would: there, and press. A request is answered by its own key only, not by its number. */
  async #goTo(id: string, action: KeyAction): Promise<void> {
    this.#roving.go(id);
    await this.updateComplete;
    const indicator = this.#indicatorOf(id);
    await indicator?.updateComplete;
    if (action === 'answer' || indicator?.chat?.state !== 'waiting') indicator?.click();
  }

  readonly #onExpand = (): void => {
    this.expanded = !this.expanded;
  };

  readonly #onCalm = (): void => {
    this.calm = !this.calm;
  };

  readonly #onBlur = (): void => this.requestUpdate();

  /** The chats in the order to show. */
  #arranged(chats: readonly ChatView[]): readonly ChatView[] {
    const clock = this.clock ?? this.deskOf.clock;
    const now = clock.now();
    const crossings = this.order === 'urgency' ? chats.map((chat) => nextUrgencyAt(chat, now) ?? Infinity) : [];
    const next = Math.min(...crossings);
    this.#crossing.at(clock, next === Infinity ? undefined : next);
    return this.#stable.arrange(chats, (all) => inOrder(all, this.order, (chat) => urgencyOfChat(chat, now)));
  }

  /** Where requests are scrolled away: how many, and the way to the nearest. */
  #renderHint(chats: readonly ChatView[], side: -1 | 1): TemplateResult | typeof nothing {
    const away = chats.filter((chat, place) => isWaiting(chat) && this.#window.sideOf(place) === side);
    const part = side < 0 ? 'new-before' : 'new-after';
    const nearest = away.at(side < 0 ? -1 : 0);
    // Kept while it has the focus, which would be lost with it.
    if (nearest === undefined && this.shadowRoot?.activeElement?.matches(`[part=${part}]`) !== true) return nothing;
    const { length: count } = away;
    return html`<button
      type="button"
      class="hint primary"
      part=${part}
      data-count=${count}
      aria-label=${this.words.text(side < 0 ? 'newChatsBefore' : 'newChatsAfter', { count })}
      @click=${() => nearest && this.#roving.go(nearest.id)}
      @blur=${this.#onBlur}
    >
      ${chatIcon}<bdi>${this.words.badge(count)}</bdi>${chevronDownIcon}
    </button>`;
  }

  #renderChats(chats: readonly ChatView[]): TemplateResult {
    const selected = chats.find((chat) => chat.selected)?.id;
    const ids = chats.map((chat) => chat.id);
    const stop = this.#roving.arrange(ids, selected);
    const label = this.ariaLabel ?? this.words.text('chatList');
    if (chats.length === 0) return html`<p class="empty" part="empty">${this.words.text('noChats')}</p>`;
    const places = this.#window.arrange(ids, selected, [stop, this.#roving.focused]);
    const { isPart } = this.#window;
    const rows = places.flatMap((place, index): readonly Row[] => {
      const chat = chats[place];
      return chat === undefined ? [] : [{ chat, place, hole: place - (places[index - 1] ?? -1) - 1 }];
    });
    const isCut = (places.at(-1) ?? 0) < chats.length - 1;
    const keyOf = (place: number): string | typeof nothing => this.#keys.of(`chat${(place + 1) as 1}`);
    const told = [isPart && chats.length, this.desk, this.clock, this.locale, this.strings, this.expanded, this.calm];
    return html`<div class="frame" part="frame">
      ${this.#renderHint(chats, -1)}
      <ul
        class="chats ${isPart ? 'part' : ''} ${isCut ? 'cut' : ''}"
        part="chats"
        role="list"
        tabindex="-1"
        aria-label=${label}
        @keydown=${this.#roving.onKeyDown}
        @focusin=${this.#roving.onFocusIn}
        @scroll=${this.#window.onScroll}
        ${keyedRows(
          rows,
          ({ chat }) => chat.id,
          ({ chat, place, hole }, row) => {
            row.style.setProperty('--_hole', this.#window.roomOf(hole));
            row.ariaPosInSet = isPart ? String(place + 1) : null;
            row.ariaSetSize = isPart ? String(chats.length) : null;
            row.part.value = 'row';
            return html`<chat-indicator
              part="indicator"
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
              .shortcut=${keyOf(place)}
              ?expanded=${this.expanded}
              ?calm=${this.calm}
            ></chat-indicator>`;
          },
          ({ chat, place, hole }) => [chat, place, this.#window.roomOf(hole), chat.id === stop, keyOf(place), ...told],
        )}
      ></ul>
      ${this.#renderHint(chats, 1)}
    </div>`;
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
        aria-keyshortcuts=${this.#keys.of('previews')}
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
              @blur=${this.#onBlur}
            >
              ${pauseIcon}
            </button>`
          : nothing
      }
    </div>`;
  }

  override render(): TemplateResult {
    const chats = (this.#shown = this.#arranged(this.chats ?? this.#chats.value ?? none));
    return html`${this.#renderChats(chats)}${this.#renderTools(chats.some(isWaiting))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-list': ChatList;
  }
}

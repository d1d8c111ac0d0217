import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ShownChat } from '../../controllers/shown-chat.js';
import { StreamValue } from '../../controllers/stream-value.js';
import type { Message } from '../../core/index.js';
import { legible } from '../../core/unseen.js';
import type { ChatView } from '../../desk/index.js';
import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import { tellVeto } from '../asking-event.js';
import { attentionOf } from '../chat-provider/attention.js';
import { DeskElement } from '../desk-element.js';
import { focused } from '../focused.js';
import { levelOf } from '../heading-level.js';
import { speakInside } from '../modals.js';
import { numberAttribute } from '../number-attribute.js';
import { oneActivation } from '../one-activation.js';
import { arrivedAfter, newestFromEndUser } from './arrived.js';
import { ChatBeforeEndEvent } from './end-chat-dialog.events.js';
import { styles } from './end-chat-dialog.styles.js';

/**
 * Asks the agent to confirm the end of a chat, and shows what the end user writes meanwhile.
 *
 * @summary The confirmation before a chat ends.
 * @tag end-chat-dialog
 * @fires {ChatBeforeEndEvent} chat-before-end - The agent confirmed; cancelable, and a host may decide later.
 * @fires {Event} cancel - The agent cancelled. Does not bubble.
 * @fires {Event} close - The dialog closed by itself or by the agent, not by the page. Does not bubble.
 * @csspart dialog - The dialog.
 * @csspart title - Its heading.
 * @csspart text - What ending the chat means.
 * @csspart name - Whom the chat is with.
 * @csspart status - Where it is told what the end user wrote meanwhile.
 * @csspart arrived - What the end user wrote meanwhile.
 * @csspart arrived-text - That they wrote, and how much.
 * @csspart arrived-message - The newest of it.
 * @csspart actions - The row of buttons.
 * @csspart cancel - The button that cancels.
 * @csspart confirm - The button that ends the chat.
 * @cssstate open - It is shown.
 * @cssstate busy - The chat is being ended.
 * @cssstate arrived - The end user wrote meanwhile.
 */
export class EndChatDialog extends DeskElement {
  static readonly tag = 'end-chat-dialog';
  static readonly parts = 'dialog title text name status arrived arrived-text arrived-message actions cancel confirm';
  static override styles = [base, buttons, styles];

  readonly #shown = new ShownChat(this, this.deskOf, () => this.chatId);
  readonly #messages = new StreamValue(this, () => (this.open ? this.#shown.handle?.messages$ : undefined));
  /** The chat the dialog was opened for: it never ends another one. */
  #openedFor: string | undefined;
  #newestAtOpening: string | undefined;
  #focusBefore: HTMLElement | null = null;
  #stopSpeech: (() => void) | undefined;
  /** Stands for one confirmation; another one, or none, means that it was given up. */
  #attempt: object | undefined;

  /** Whether the dialog is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** The chat to end; without it the selected one. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** The chat, for use without a desk. */
  @property({ attribute: false }) chat?: ChatView | undefined;

  /** What the end user wrote since the dialog was opened, oldest first; for use without a desk. */
  @property({ attribute: false }) arrived?: readonly Message[] | undefined;

  /** The level of its heading among the page's; default 2. */
  @property({ attribute: 'heading-level', converter: numberAttribute }) headingLevel?: number | undefined;

  @state() private ending = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('[aria-live]') private readonly region!: HTMLElement | null;
  @query('#cancel') private readonly cancelButton!: HTMLButtonElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    // A dialog that was moved in the document may say that it is open, but it is no longer modal.
    if (!this.open || !this.dialog) return;
    this.dialog.removeAttribute('open');
    this.#showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopSpeech?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.#attempt = undefined;
    this.ending = false;
    this.#openedFor = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.open) this.#pin();
    if (changed.has('open')) {
      if (this.open) this.#show();
      else if (changed.get('open') === true) this.#hide();
    }
    if (this.#isOver()) queueMicrotask(() => this.#isOver() && this.#close());
  }

  protected override get states(): readonly unknown[] {
    return [this.open && 'open', this.#isBusy && 'busy', this.#arrivedNow.length > 0 && 'arrived'];
  }

  get #isBusy(): boolean {
    return this.ending || this.#shownChat?.pending === 'end';
  }

  get #arrivedNow(): readonly Message[] {
    const known = this.open && this.#openedFor !== undefined ? (this.#messages.value ?? []) : [];
    return this.arrived ?? arrivedAfter(known, this.#newestAtOpening);
  }

  get #shownChat(): ChatView | undefined {
    return this.chat ?? this.#shown.view;
  }

  /** Keeps to the chat that is there when the dialog opens, or comes first after that. */
  #pin(): void {
    const id = this.#shownChat?.id;
    if (this.#openedFor !== undefined || id === undefined) return;
    this.#openedFor = id;
    this.#newestAtOpening = newestFromEndUser(this.#messages.value ?? []);
  }

  /** Whether there is nothing left to confirm: the chat ended by itself, left the list, or another one is selected. */
  #isOver(): boolean {
    if (!this.open || !this.isConnected || this.#openedFor === undefined) return false;
    const chat = this.#shownChat;
    if (chat === undefined) return this.deskOf.value !== undefined;
    return chat.id !== this.#openedFor || (chat.state !== 'active' && chat.state !== 'left');
  }

  #show(): void {
    this.#focusBefore = focused();
    if (this.isConnected && this.dialog?.open === false) this.#showModal();
  }

  /** What undoes nothing has the focus first. */
  #showModal(): void {
    this.dialog?.showModal();
    this.cancelButton?.focus();
    this.#stopSpeech = this.region ? speakInside(this.region) : undefined;
  }

  #hide(): void {
    this.#stopSpeech?.();
    this.dialog?.close();
    // After a move in the document the browser no longer knows where the focus came from.
    const now = focused();
    if (now === null || now === document.body || this.dialog?.contains(now)) this.#focusBefore?.focus();
    this.#focusBefore = null;
  }

  #close(): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }

  #cancel(): void {
    if (!this.open) return;
    this.dispatchEvent(new Event('cancel'));
    this.#close();
  }

  readonly #onNativeCancel = (event: Event): void => {
    event.preventDefault();
    this.#cancel();
  };

  // The browser closes the dialog by itself when it is asked a second time.
  readonly #onNativeClose = (): void => {
    if (this.dialog?.open === false) this.#cancel();
  };

  // Escape closes this dialog, and nothing around it.
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation();
    // The press that opened it must not cancel it.
    oneActivation(event);
  };

  // A press beside the dialog neither closes it nor takes the focus out of it.
  readonly #onMouseDown = (event: MouseEvent): void => {
    if (event.target === this.dialog) event.preventDefault();
  };

  readonly #onConfirm = async (): Promise<void> => {
    const chatId = this.#openedFor ?? this.chatId;
    if (this.#attempt !== undefined || this.#shownChat?.pending === 'end') return;
    const attempt = {};
    this.#attempt = attempt;
    this.ending = true;
    const desk = this.deskOf.value;
    const event = new ChatBeforeEndEvent(this.deskOf.told(chatId));
    const veto = await event.ask(this, this.deskOf.clock);
    if (this.#attempt !== attempt) return;
    if (veto) tellVeto(desk, veto, chatId);
    else if (desk !== undefined && chatId !== undefined)
      // What failed stays as it was, and the desk says so.
      await desk
        .as('agent')
        .end(chatId)
        .catch(() => undefined);
    else this.deskOf.need('end a chat');
    if (this.#attempt === attempt) this.#close();
  };

  /** Whether what the end user writes is spoken by who presents the desk: here it would be spoken twice. */
  get #isNarrated(): boolean {
    const desk = this.deskOf.value;
    return desk !== undefined && this.arrived === undefined && attentionOf(desk).presenters.size > 0;
  }

  #renderText(): TemplateResult {
    const [before, after] = this.words.around('endChatText', 'name');
    const name = this.words.name(this.#shownChat?.naming ?? { by: 'nothing' });
    return html`${before}<bdi part="name">${name}</bdi>${after}`;
  }

  #renderArrived(): TemplateResult | typeof nothing {
    const arrived = this.#arrivedNow;
    const last = arrived.at(-1);
    if (last === undefined) return nothing;
    const { words } = this;
    const text = last.kind === 'text' ? last.text : last.text || words.text('cannotShow', { kind: last.kind });
    const count = arrived.length > 1 ? words.text('endChatArrivedCount', { count: arrived.length }) : nothing;
    return html`<div part="arrived">
      <p part="arrived-text">${words.text('endChatArrived')} ${count}</p>
      <p part="arrived-message" dir="auto">${legible(text)}</p>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const busy = this.#isBusy;
    return html`<dialog
      part="dialog"
      lang=${words.locale}
      aria-labelledby=${this.hostLabel ? nothing : 'title'}
      aria-label=${this.hostLabel || nothing}
      aria-describedby="text"
      @cancel=${this.#onNativeCancel}
      @close=${this.#onNativeClose}
      @keydown=${this.#onKeyDown}
      @mousedown=${this.#onMouseDown}
    >
      <h2 id="title" part="title" aria-level=${levelOf(this.headingLevel)}>${words.text('endChatTitle')}</h2>
      <p id="text" part="text">${this.#renderText()}</p>
      <div part="status" role=${this.#isNarrated ? nothing : 'status'}>${this.#renderArrived()}</div>
      <div class="spoken" role="status">${busy ? words.text('ending') : nothing}</div>
      <div class="spoken" aria-live="polite"></div>
      <div part="actions">
        <button id="cancel" part="cancel" type="button" @click=${this.#cancel}>${words.text('endChatCancel')}</button>
        <button
          part="confirm"
          class="danger primary"
          type="button"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${this.#onConfirm}
        >
          ${words.text('endChatConfirm')}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'end-chat-dialog': EndChatDialog;
  }
}

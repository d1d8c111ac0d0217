import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StreamValue } from '../../controllers/stream-value.js';
import type { Message } from '../../core/index.js';
import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import { DeskElement } from '../desk-element.js';
import type { MessageRenderer } from '../message-renderer.js';
import { messageStyles } from './chat-message.styles.js';
import { OwnContent } from './own-content.js';
import { messageParts, renderMessage, type MessageAct } from './message-template.js';

/**
 * One message of a conversation: plain text in a bubble, with who wrote it, when, and what became of it.
 *
 * @summary One message of a conversation.
 * @tag chat-message
 * @csspart message - The whole message; also `incoming`, `outgoing` or `system`, and `bot`, `internal` or `failed`.
 * @csspart incoming - A message of the end user's.
 * @csspart outgoing - A message of an agent's or a bot's.
 * @csspart system - A message of the system's.
 * @csspart bot - A message of a bot's.
 * @csspart internal - An internal note.
 * @csspart failed - A message that was not sent.
 * @csspart bubble - The text; also `placeholder` where the message cannot be shown.
 * @csspart placeholder - The bubble of a message that cannot be shown.
 * @csspart placeholder-text - That it cannot be shown.
 * @csspart caption - The text that came with it.
 * @csspart link - A link in a text.
 * @csspart link-host - Where it leads, if its text says or looks otherwise.
 * @csspart unseen-character - Stands for a character that cannot be seen, by its code.
 * @csspart own-content - What the page shows in place of the bubble.
 * @csspart line - Author, time and delivery.
 * @csspart author - Who wrote it.
 * @csspart time - When.
 * @csspart delivery - What became of an own message; `data-state` is its `delivery`.
 * @csspart internal-note - The label of an internal note.
 * @csspart message-actions - The buttons of a message that was not sent.
 * @csspart retry-button - Sends it again.
 * @csspart discard-button - Gives it up.
 * @csspart own-actions - What the page puts beside a message.
 * @csspart glyph - A drawn icon.
 * @cssstate end-user - The end user wrote it.
 * @cssstate agent - An agent did.
 * @cssstate bot - A bot did.
 * @cssstate system - The system did.
 * @cssstate internal - It is an internal note.
 * @cssstate placeholder - It cannot be shown.
 * @cssstate grouped - The next one goes on from it.
 * @cssstate sending - It is on its way.
 * @cssstate sent - It was sent.
 * @cssstate handed-over - It was handed over.
 * @cssstate failed - It was not sent.
 */
export class ChatMessage extends DeskElement {
  static readonly tag = 'chat-message';
  static readonly parts = messageParts;

  static override styles: CSSResultGroup = [base, buttons, messageStyles];

  readonly #view = new StreamValue(this, () => this.#handle?.view$);
  readonly #connection = new StreamValue(this, () => this.deskOf.value?.connection$);

  readonly #own = new OwnContent(this);
  #shownId: string | undefined;

  /** The chat it belongs to: names its end user, and lets "Try again" and "Discard" work. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** The message. */
  @property({ attribute: false }) message?: Message | undefined;

  /** The author's shown name; without it the chat's end user's, or the word for the author. */
  @property() name?: string | undefined;

  /** Whether the next message goes on from it: author and time are then only spoken. */
  @property({ type: Boolean }) grouped = false;

  /** Makes the page's own content of the message, in place of its bubble. */
  @property({ attribute: false }) renderMessage?: MessageRenderer | undefined;

  /** Makes what the page puts beside the message, such as buttons. */
  @property({ attribute: false }) renderMessageActions?: MessageRenderer | undefined;

  protected override willUpdate(): void {
    const id = this.message?.id;
    if (this.#shownId !== undefined && this.#shownId !== id) this.#own.slots?.release(this.#shownId);
    this.#shownId = id;
  }

  readonly #onAct = (act: MessageAct): void => {
    const { chatId, message } = this;
    const commands = this.deskOf.value?.as('agent');
    // What fails stays in the conversation as not sent, and the desk tells it.
    if (chatId !== undefined && message) commands?.[act](chatId, message.id).catch(() => {});
  };

  protected override get states(): readonly unknown[] {
    const { author, internal, kind, delivery } = this.message ?? {};
    return [
      author,
      delivery,
      internal && 'internal',
      kind !== undefined && kind !== 'text' && 'placeholder',
      this.grouped && 'grouped',
    ];
  }

  get #handle(): ReturnType<typeof this.deskOf.chat> {
    return this.chatId === undefined ? undefined : this.deskOf.chat(this.chatId);
  }

  get #name(): string | undefined {
    const naming = this.#view.value?.naming;
    if (this.name !== undefined) return this.name;
    return this.message?.author === 'end-user' && naming !== undefined ? this.words.name(naming) : undefined;
  }

  override render(): TemplateResult {
    const { message, words, grouped } = this;
    if (message === undefined) return html`${nothing}`;
    const desk = this.chatId === undefined ? undefined : this.deskOf.value;
    const active = this.#view.value?.state === 'active';
    const online = this.#connection.value === 'online' || desk?.connector.delivery !== 'idempotent';
    return renderMessage(message, {
      words,
      name: this.#name,
      grouped,
      waits: desk !== undefined && !(active && online),
      onAct: desk && this.#onAct,
      final: !active,
      repaint: () => this.requestUpdate(),
      own: this.#own.slots?.show(message, this.#view.value),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-message': ChatMessage;
  }
}

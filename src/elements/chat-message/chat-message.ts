import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StreamValue } from '../../controllers/stream-value.js';
import type { Message } from '../../core/index.js';
import type { DeskCommands } from '../../desk/index.js';
import { base, buttons } from '../../theme/base.js';
import { DeskElement } from '../desk-element.js';
import { messageStyles } from './chat-message.styles.js';
import { renderMessage } from './message-template.js';

/**
 * One message of a conversation: plain text in a bubble, with who wrote it, when, and what became of it.
 *
 * @summary One message of a conversation.
 * @tag chat-message
 * @csspart message - The whole message; also `incoming`, `outgoing` or `system`.
 * @csspart bubble - The text; also `placeholder` where the message cannot be shown.
 * @csspart line - Author, time and delivery.
 * @csspart delivery - What became of an own message.
 * @csspart internal-note - The label of an internal note.
 * @csspart message-actions - The buttons of a message that was not sent.
 * @csspart retry-button - Sends it again.
 * @csspart discard-button - Gives it up.
 */
export class ChatMessage extends DeskElement {
  static readonly tag = 'chat-message';

  static override styles: CSSResultGroup = [base, buttons, messageStyles];

  readonly #view = new StreamValue(this, () => this.#handle?.view$);
  readonly #connection = new StreamValue(this, () => this.deskOf.value?.connection$);

  /** The chat it belongs to: names its end user, and lets "Try again" and "Discard" work. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** The message. */
  @property({ attribute: false }) message?: Message | undefined;

  /** The author's shown name; without it the chat's end user's, or the word for the author. */
  @property() name?: string | undefined;

  /** Whether the next message goes on from it: author and time are then only spoken. */
  @property({ type: Boolean }) grouped = false;

  #do(what: string, act: (commands: DeskCommands, chatId: string, messageId: string) => Promise<unknown>): void {
    const desk = this.deskOf.need(what);
    if (desk === undefined || this.chatId === undefined || this.message === undefined) return;
    // What fails stays in the conversation as not sent, and the desk tells it.
    act(desk.as('agent'), this.chatId, this.message.id).catch(() => {});
  }

  readonly #onRetry = (): void =>
    this.#do('send a message again', (commands, chatId, id) => commands.retry(chatId, id));

  readonly #onDiscard = (): void =>
    this.#do('discard a message', (commands, chatId, id) => commands.discard(chatId, id));

  get #handle(): ReturnType<typeof this.deskOf.chat> {
    return this.chatId === undefined ? undefined : this.deskOf.chat(this.chatId);
  }

  get #name(): string | undefined {
    const naming = this.#view.value?.naming;
    if (this.name !== undefined) return this.name;
    return this.message?.author === 'end-user' && naming !== undefined ? this.words.name(naming) : undefined;
  }

  override render(): TemplateResult {
    if (this.message === undefined) return html`${nothing}`;
    const desk = this.chatId === undefined ? undefined : this.deskOf.value;
    const active = this.#view.value?.state === 'active';
    const online = this.#connection.value === 'online' || desk?.connector.delivery !== 'idempotent';
    return renderMessage(this.message, {
      words: this.words,
      name: this.#name,
      grouped: this.grouped,
      waits: desk !== undefined && !(active && online),
      onRetry: desk && active ? this.#onRetry : undefined,
      onDiscard: desk && this.#onDiscard,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-message': ChatMessage;
  }
}

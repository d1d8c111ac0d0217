import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { isSendable } from '../../core/index.js';
import { legible } from '../../core/unseen.js';
import type { ChatHandle } from '../../desk/index.js';
import { base } from '../../theme/base.js';
import { DeskElement } from '../desk-element.js';
import { typingStyles } from './typing-indicator.styles.js';

/**
 * That the end user is typing: three dots, and where the policy allows it the live text. It is no message: never counted,
 * kept or announced.
 *
 * @summary That the end user is typing, and what.
 * @tag typing-indicator
 * @csspart alone - The frame of the dots where there is no preview.
 * @csspart typing - The dots.
 * @csspart dot - One of them.
 * @csspart preview - The live text with its caption.
 * @csspart preview-text - The live text.
 * @csspart preview-caption - "Message preview".
 * @cssstate typing - The end user types.
 * @cssstate preview - There is a preview of it.
 */
export class TypingIndicator extends DeskElement {
  static readonly tag = 'typing-indicator';
  static readonly parts = 'alone typing dot preview preview-text preview-caption';

  static override styles: CSSResultGroup = [base, typingStyles];

  readonly #typing = new StreamValue(this, () => this.#handle?.typing$);
  readonly #view = new StreamValue(this, () => this.#handle?.view$);

  /** The chat whose end user types, where a desk knows it. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** Whether the end user types; without it the chat's. */
  @property({ type: Boolean }) typing?: boolean | undefined;

  /** What the end user has typed so far; without it (and without `typing`) the chat's. */
  @property() preview?: string | undefined;

  /** The end user's shown name; without it the chat's, or a neutral word. */
  @property() name?: string | undefined;

  get #handle(): ChatHandle | undefined {
    return this.chatId === undefined ? undefined : this.deskOf.chat(this.chatId);
  }

  protected override get states(): readonly unknown[] {
    const { typing, preview = '' } = this.#now;
    return [typing && 'typing', isSendable(preview) && 'preview'];
  }

  get #now(): { readonly typing?: boolean | undefined; readonly preview?: string | undefined } {
    const { typing, preview } = this;
    return typing !== undefined || preview !== undefined ? { typing, preview } : (this.#typing.value ?? {});
  }

  #renderDots(): TemplateResult {
    const name = this.name ?? this.words.name(this.#view.value?.naming ?? { by: 'nothing' });
    const [before, after] = this.words.around('typing', 'name');
    return html`<span class="dots" part="typing"
      ><i part="dot" aria-hidden="true"></i><i part="dot" aria-hidden="true"></i><i part="dot" aria-hidden="true"></i
      ><span class="spoken">${before}<bdi>${name}</bdi>${after}</span></span
    >`;
  }

  override render(): TemplateResult {
    const { typing, preview = '' } = this.#now;
    if (!isSendable(preview))
      return typing === true ? html`<div class="alone" part="alone">${this.#renderDots()}</div>` : html`${nothing}`;
    return html`<figure part="preview">
      <p class="text" part="preview-text" dir="auto">${legible(preview)}</p>
      <figcaption part="preview-caption">
        ${this.words.text('messagePreview')}${typing === true ? this.#renderDots() : nothing}
      </figcaption>
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'typing-indicator': TypingIndicator;
  }
}

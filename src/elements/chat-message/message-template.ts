import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery, Message } from '../../core/index.js';
import { legible } from '../../core/unseen.js';
import type { MessageSlotNames } from '../chat-slots/message-slots.js';
import { retryIcon } from '../icons/retry.js';
import { warningIcon } from '../icons/warning.js';
import { renderText, type TextLook } from './message-text.js';
import { authorWords, deliveryWords } from './message-words.js';

/** What can be done with a message that was not sent. */
export type MessageAct = 'retry' | 'discard';

/** What a message is shown with. */
export interface MessageLook extends TextLook {
  /** The author's shown name; default: the catalogue's word for the author. */
  readonly name?: string | undefined;
  /** Whether the next message goes on from it: its author and time are then only spoken. */
  readonly grouped?: boolean | undefined;
  /** Whether a message on its way waits for the line, or for the end user to be back. */
  readonly waits?: boolean | undefined;
  /** What "Try again" and "Discard" do on a message that was not sent; without them there are no buttons. */
  readonly onAct?: ((act: MessageAct) => void) | undefined;
  /** Whether nothing can be sent again. */
  readonly final?: boolean | undefined;
  /** Where the page's own content stands. */
  readonly own?: MessageSlotNames | undefined;
}

/** The parts of a message, in whatever tag it stands. */
export const messageParts =
  'message incoming outgoing system bot internal failed bubble placeholder placeholder-text caption link link-host unseen-character internal-note own-content line author time delivery message-actions retry-button discard-button own-actions glyph';

const renderContent = ({ kind, text }: Message, look: MessageLook): TemplateResult => {
  const { words } = look;
  // The text stands tight in its element: white space inside it is shown as it was written.
  if (kind === 'text') return html`<p class="bubble" part="bubble" dir="auto">${renderText(text, look)}</p>`;
  return html`<div class="bubble placeholder" part="bubble placeholder">
    <p part="placeholder-text" dir=${words.direction}>${words.text('cannotShow', { kind: legible(kind) })}</p>
    ${text === '' ? nothing : html`<p class="caption" part="caption" dir="auto">${renderText(text, look)}</p>`}
  </div>`;
};

const renderOwn = (what: string, slot: string): TemplateResult =>
  html`<div class="own" part="own-${what}"><slot name=${slot}></slot></div>`;

const renderDelivery = (delivery: Delivery, { words, waits }: MessageLook): TemplateResult =>
  html`${words.text('detailSeparator')}<span class="delivery ${delivery}" part="delivery" data-state=${delivery}
      >${delivery === 'failed' ? warningIcon : nothing}${words.text(
        waits === true && delivery === 'sending' ? 'deliveryWaiting' : deliveryWords[delivery],
      )}</span
    >`;

const renderActions = ({ words, onAct, final }: MessageLook): TemplateResult | typeof nothing =>
  onAct
    ? html`<div class="actions" part="message-actions">
        ${
          final
            ? nothing
            : html`<button type="button" part="retry-button" @click=${() => onAct('retry')}>
                ${retryIcon}${words.text('retryMessage')}
              </button>`
        }
        <button type="button" part="discard-button" @click=${() => onAct('discard')}>
          ${words.text('discardMessage')}
        </button>
      </div>`
    : nothing;

/**
 * One message as `<chat-message>` and the transcript's rows show it. Whoever cannot see the bubbles hears who wrote it
 * first, then the text, then the time.
 */
export const renderMessage = (message: Message, look: MessageLook): TemplateResult => {
  const { words, grouped, own } = look;
  const { author, internal, delivery, time } = message;
  const side = author === 'end-user' ? 'incoming' : author === 'system' ? 'system' : 'outgoing';
  const who = look.name ?? words.text(authorWords[author] ?? 'authorSystem');
  const failed = delivery === 'failed';
  const said = words.time(time);
  // An agent knows the own side of the conversation by its place; all others are named to the eye as well.
  const named = author !== 'agent' || look.name !== undefined;
  const kinds = `message ${side} ${author === 'bot' ? 'bot' : ''} ${internal === true ? 'internal' : ''} ${failed ? 'failed' : ''}`;
  return html`<div class=${kinds} part=${kinds}>
    <span class="spoken">${words.text('sayMessage', { name: who, text: '' })}</span>
    ${internal === true ? html`<p class="label" part="internal-note">${words.text('internalNote')}</p>` : nothing}
    ${own?.content ? renderOwn('content', own.content) : renderContent(message, look)}
    <p class=${grouped === true && !failed ? 'spoken' : 'line'} part="line">
      ${named ? html`<span part="author" aria-hidden="true"><bdi>${who}</bdi>${words.text('detailSeparator')}</span>` : nothing}${said ? html`<time part="time" dir="auto" datetime=${new Date(time).toISOString()}>${said}</time>` : nothing}${author === 'agent' && internal !== true && delivery !== undefined ? renderDelivery(delivery, look) : nothing}
    </p>
    ${failed ? renderActions(look) : nothing} ${own?.actions ? renderOwn('actions', own.actions) : nothing}
  </div>`;
};

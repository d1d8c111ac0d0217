import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { styles } from './chat-provider.styles.js';
import { ProviderElement } from './provider-element.js';

/**
 * Gives a desk, words and a voice to the tags inside it.
 *
 * The desk is the first of: the `desk` property, one made of the `connector` property, one made of the connector that
 * `connect-to` names, the nearest provider's around it (this one may then only change words). A desk it made itself it
 * disposes of, one task after it left the document; moving it keeps the desk.
 *
 * @summary A desk for what is inside; no look.
 * @tag chat-provider
 * @slot - The tags to provide for, at any depth.
 * @fires {ChatRequestedEvent} chat-requested - Tells of a new waiting request.
 * @fires {ChatWithdrawnEvent} chat-withdrawn - Tells that a waiting request went away, and why.
 * @fires {ChatAcceptedEvent} chat-accepted - Tells that this agent answered, and who the end user is.
 * @fires {ChatSelectedEvent} chat-selected - Tells that another conversation, or none, is open.
 * @fires {ChatMessageAddedEvent} chat-message-added - Tells that a conversation has one more message; no text.
 * @fires {ChatUnreadChangeEvent} chat-unread-change - Tells how many messages are unread.
 * @fires {ChatEndUserLeftEvent} chat-end-user-left - Tells that the end user left.
 * @fires {ChatEndUserReturnedEvent} chat-end-user-returned - Tells that the end user is back.
 * @fires {ChatEndedEvent} chat-ended - Tells that a chat ended, and by whom.
 * @fires {ResponseUrgencyChangeEvent} response-urgency-change - Tells that a reply became more or less urgent.
 * @fires {WrapUpSubmittedEvent} wrap-up-submitted - Tells that a wrap-up was submitted, and its values.
 * @fires {WrapUpDoneEvent} wrap-up-done - Tells that the agent let a chat go.
 * @fires {AdapterToggleEvent} adapter-toggle - Tells that the agent opened or closed an adapter inside.
 * @fires {ConnectionChangeEvent} connection-change - Tells how the back end is reached.
 * @fires {ChatErrorEvent} chat-error - Tells what went wrong.
 * @csspart spoken - What is said to screen readers only; not seen.
 */
export class ChatProvider extends ProviderElement {
  static readonly tag = 'chat-provider';
  static readonly parts = 'spoken';
  static override styles: CSSResultGroup = styles;

  /** @internal */
  readonly holdsPage = true;

  override render(): TemplateResult {
    return html`<slot></slot>${this.announcements.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-provider': ChatProvider;
  }
}

import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChatConnector, Clock, Crm, DeskStorage, PolicyLayer } from '../../core/index.js';
import type { ChatDesk } from '../../desk/index.js';
import { ChatElement } from '../chat-element.js';
import { Announcements } from './announcements.js';
import { styles } from './chat-provider.styles.js';
import { connectors, type ConnectorRegistry } from './connectors.js';
import { ProvideDesk } from './provide-desk.js';

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
export class ChatProvider extends ChatElement {
  static readonly tag = 'chat-provider';

  /** @internal */
  static readonly connectors: ConnectorRegistry = connectors;
  static override styles: CSSResultGroup = styles;

  readonly #announcements = new Announcements(this);
  readonly #provide: ProvideDesk = new ProvideDesk(this, { words: () => this.words, announcer: this.#announcements });

  /** The name of a connector, as given to `registerConnector`. */
  @property({ attribute: 'connect-to' }) connectTo?: string | undefined;

  /** A desk to provide; the page that made it sets its policy and disposes of it. */
  @property({ attribute: false }) desk?: ChatDesk | undefined;

  /** The way to a back end, to make a desk of. */
  @property({ attribute: false }) connector?: ChatConnector | undefined;

  /** The host's layer of the policy, live. For a desk that this provider makes; a given `desk` has its own. */
  @property({ attribute: false }) policy?: PolicyLayer | undefined;

  /** The host's CRM, live. For a desk that this provider makes. */
  @property({ attribute: false }) crm?: Crm | undefined;

  /** The clock of a desk that this provider makes; without it the page's. */
  @property({ attribute: false }) clock?: Clock | undefined;

  /**
   * Where a desk that this provider makes keeps drafts and wrap-up values; `null` for nowhere. Without it the page's
   * `localStorage`, if the tag was registered by `define`.
   */
  @property({ attribute: false }) storage?: DeskStorage | null | undefined;

  /** The desk in use, once there is one: the given one, the one made here, or that of the provider around this one. */
  get currentDesk(): ChatDesk | undefined {
    return this.#provide.desk;
  }

  override render(): TemplateResult {
    return html`<slot></slot>${this.#announcements.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-provider': ChatProvider;
  }
}

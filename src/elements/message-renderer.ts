import type { Message } from '../core/index.js';
import type { ChatView } from '../desk/index.js';

/** What a page's renderer is given beside the message. */
export interface MessageContext {
  /** The chat that the message belongs to, as it is now. */
  readonly chat: ChatView | undefined;
  /**
   * Aborted when what is returned is no longer shown: the row was scrolled out of the document, another chat is open,
   * or something else took its place. Whoever made it takes it down then.
   */
  readonly signal: AbortSignal;
  /** What was returned for this message before, where that still stands. Return it again, and it stays. */
  readonly shown: Node | undefined;
}

/** Makes the page's own content of a message, such as an order's card; nothing where the tag's own serves. */
export type MessageRenderer = (message: Message, context: MessageContext) => Node | null | undefined;

/** A tag that shows messages, and lets the page show them in its way. */
export interface MessageRenderers {
  readonly renderMessage?: MessageRenderer | undefined;
  readonly renderMessageActions?: MessageRenderer | undefined;
}

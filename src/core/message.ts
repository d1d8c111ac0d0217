/** Who wrote a message. */
export type Author = 'end-user' | 'agent' | 'bot' | 'system';

/**
 * What became of an agent's own message. `sending`: not yet accepted. `sent`: accepted by the back end. `handed-over`:
 * given to an `at-most-once` connector, which can never say "sent". `failed`: refused, or no answer; the agent decides.
 */
export type Delivery = 'sending' | 'sent' | 'handed-over' | 'failed';

/** One message of a conversation, as plain data. */
export interface Message {
  /** The client's id: the message's key for life, unique in its chat. */
  readonly id: string;
  readonly author: Author;
  /** `text`, or a kind that may be unknown here; what cannot be shown becomes a labelled placeholder. */
  readonly kind: 'text' | (string & {});
  /** The words of a text message; for other kinds a caption, or empty. */
  readonly text: string;
  /** When it was written: epoch milliseconds on the server's clock. For an agent's message, when the agent sent it. */
  readonly time: number;
  /** Its place in the chat, from 1, gapless. Absent until the back end accepted it. */
  readonly seq?: number;
  /** Only on an agent's own messages. */
  readonly delivery?: Delivery;
  /** Whether the end user never sees it (a note among agents). */
  readonly internal?: boolean;
}

/** Whether the connector accepted a message: it is neither under way nor did it fail. */
export const isAccepted = ({ delivery }: Message): boolean => delivery !== 'sending' && delivery !== 'failed';

/**
 * Whether a message answers the end user: an agent's message that the connector accepted. Notes, system and bot
 * messages, and sends that failed or are under way do not.
 */
export const isReply = (message: Message): boolean =>
  message.author === 'agent' && message.internal !== true && isAccepted(message);

/** Whether a message is the end user's own. */
export const isFromEndUser = (message: Message): boolean => message.author === 'end-user';

/** Whether a text holds anything to see: spaces, control characters and what takes no room (U+200B …) are blank. */
export const isSendable = (text: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);

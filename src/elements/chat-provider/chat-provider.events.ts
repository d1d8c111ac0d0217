import type { Happening, HappeningDetails, HappeningType } from '../../desk/index.js';
import type { ChatEventDetail, EventDetail } from '../asking-event.js';

/** Happenings that are not about one chat, or not always. */
type Unbound = 'chat-selected' | 'adapter-toggle' | 'connection-change' | 'chat-error';

/** What a telling event tells: the happening's own detail, which desk, when, and which chat. */
export type TellingDetail<T extends HappeningType> = HappeningDetails[T] &
  (T extends Unbound ? EventDetail & { readonly chatId?: string } : ChatEventDetail);

/**
 * An event that tells what the agent, the wire or the clock did; never what the page itself did on the desk. Its type is
 * that of its class.
 */
abstract class TellingEvent<T extends HappeningType> extends CustomEvent<TellingDetail<T>> {
  static readonly type: HappeningType;

  constructor(detail: TellingDetail<T>) {
    super(new.target.type, { detail, bubbles: true, composed: true });
  }
}

/** Tells of a new waiting request. */
export class ChatRequestedEvent extends TellingEvent<'chat-requested'> {
  static override readonly type = 'chat-requested';
}

/** Tells that a waiting request went away, and why. */
export class ChatWithdrawnEvent extends TellingEvent<'chat-withdrawn'> {
  static override readonly type = 'chat-withdrawn';
}

/** Tells that this agent answered, and who the end user is: enough for a screen pop. */
export class ChatAcceptedEvent extends TellingEvent<'chat-accepted'> {
  static override readonly type = 'chat-accepted';
}

/** Tells that another conversation, or none, is open. */
export class ChatSelectedEvent extends TellingEvent<'chat-selected'> {
  static override readonly type = 'chat-selected';
}

/** Tells that a conversation has one more message: its id and author, never its text. */
export class ChatMessageAddedEvent extends TellingEvent<'chat-message-added'> {
  static override readonly type = 'chat-message-added';
}

/** Tells how many messages of a chat, and of all, are unread. */
export class ChatUnreadChangeEvent extends TellingEvent<'chat-unread-change'> {
  static override readonly type = 'chat-unread-change';
}

/** Tells that the end user left. */
export class ChatEndUserLeftEvent extends TellingEvent<'chat-end-user-left'> {
  static override readonly type = 'chat-end-user-left';
}

/** Tells that the end user is back. */
export class ChatEndUserReturnedEvent extends TellingEvent<'chat-end-user-returned'> {
  static override readonly type = 'chat-end-user-returned';
}

/** Tells that a chat ended, and by whom. */
export class ChatEndedEvent extends TellingEvent<'chat-ended'> {
  static override readonly type = 'chat-ended';
}

/** Tells that a reply became more or less urgent; `missed` exactly once per wait. */
export class ResponseUrgencyChangeEvent extends TellingEvent<'response-urgency-change'> {
  static override readonly type = 'response-urgency-change';
}

/** Tells that a wrap-up was submitted, and its values. */
export class WrapUpSubmittedEvent extends TellingEvent<'wrap-up-submitted'> {
  static override readonly type = 'wrap-up-submitted';
}

/** Tells that the agent let a chat go, and what its wrap-up said. */
export class WrapUpDoneEvent extends TellingEvent<'wrap-up-done'> {
  static override readonly type = 'wrap-up-done';
}

/** Tells that the agent opened or closed the adapter. */
export class AdapterToggleEvent extends TellingEvent<'adapter-toggle'> {
  static override readonly type = 'adapter-toggle';
}

/** Tells how the back end is reached. */
export class ConnectionChangeEvent extends TellingEvent<'connection-change'> {
  static override readonly type = 'connection-change';
}

/** Tells what went wrong: a code to act on, and words for a developer. */
export class ChatErrorEvent extends TellingEvent<'chat-error'> {
  static override readonly type = 'chat-error';
}

const classes = [
  ChatRequestedEvent,
  ChatWithdrawnEvent,
  ChatAcceptedEvent,
  ChatSelectedEvent,
  ChatMessageAddedEvent,
  ChatUnreadChangeEvent,
  ChatEndUserLeftEvent,
  ChatEndUserReturnedEvent,
  ChatEndedEvent,
  ResponseUrgencyChangeEvent,
  WrapUpSubmittedEvent,
  WrapUpDoneEvent,
  AdapterToggleEvent,
  ConnectionChangeEvent,
  ChatErrorEvent,
];

/** The event that tells a happening of a desk. */
export const eventOf = ({ type, detail, time, chatId }: Happening, deskId: string): Event => {
  // The types of one happening belong together; TypeScript does not follow them through the list.
  const EventClass = classes.find((each) => each.type === type) as unknown as new (detail: object) => Event;
  return new EventClass({ ...detail, deskId, time, ...(chatId !== undefined && { chatId }) });
};

declare global {
  interface GlobalEventHandlersEventMap {
    'chat-requested': ChatRequestedEvent;
    'chat-withdrawn': ChatWithdrawnEvent;
    'chat-accepted': ChatAcceptedEvent;
    'chat-selected': ChatSelectedEvent;
    'chat-message-added': ChatMessageAddedEvent;
    'chat-unread-change': ChatUnreadChangeEvent;
    'chat-end-user-left': ChatEndUserLeftEvent;
    'chat-end-user-returned': ChatEndUserReturnedEvent;
    'chat-ended': ChatEndedEvent;
    'response-urgency-change': ResponseUrgencyChangeEvent;
    'wrap-up-submitted': WrapUpSubmittedEvent;
    'wrap-up-done': WrapUpDoneEvent;
    'adapter-toggle': AdapterToggleEvent;
    'connection-change': ConnectionChangeEvent;
    'chat-error': ChatErrorEvent;
  }
}

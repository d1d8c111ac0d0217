import type { Happening, HappeningDetails, HappeningType } from '../../desk/index.js';
import type { ChatEventDetail, EventDetail } from '../asking-event.js';

/** Happenings that are not about one chat, or not always. */
type Unbound = 'chat-selected' | 'adapter-toggle' | 'connection-change' | 'chat-error';

/** What a telling event tells: the happening's own detail, which desk, when, and which chat. */
export type TellingDetail<T extends HappeningType> = HappeningDetails[T] &
  (T extends Unbound ? EventDetail & { readonly chatId?: string } : ChatEventDetail);

/** An event that tells what the agent, the wire or the clock did; never what the page itself did on the desk. */
abstract class TellingEvent<T extends HappeningType> extends CustomEvent<TellingDetail<T>> {
  constructor(type: T, detail: TellingDetail<T>) {
    super(type, { detail, bubbles: true, composed: true });
  }
}

/** Tells of a new waiting request. */
export class ChatRequestedEvent extends TellingEvent<'chat-requested'> {
  static readonly type = 'chat-requested';
  constructor(detail: TellingDetail<'chat-requested'>) {
    super(ChatRequestedEvent.type, detail);
  }
}

/** Tells that a waiting request went away, and why. */
export class ChatWithdrawnEvent extends TellingEvent<'chat-withdrawn'> {
  static readonly type = 'chat-withdrawn';
  constructor(detail: TellingDetail<'chat-withdrawn'>) {
    super(ChatWithdrawnEvent.type, detail);
  }
}

/** Tells that this agent answered, and who the end user is: enough for a screen pop. */
export class ChatAcceptedEvent extends TellingEvent<'chat-accepted'> {
  static readonly type = 'chat-accepted';
  constructor(detail: TellingDetail<'chat-accepted'>) {
    super(ChatAcceptedEvent.type, detail);
  }
}

/** Tells that another conversation, or none, is open. */
export class ChatSelectedEvent extends TellingEvent<'chat-selected'> {
  static readonly type = 'chat-selected';
  constructor(detail: TellingDetail<'chat-selected'>) {
    super(ChatSelectedEvent.type, detail);
  }
}

/** Tells that a conversation has one more message: its id and author, never its text. */
export class ChatMessageAddedEvent extends TellingEvent<'chat-message-added'> {
  static readonly type = 'chat-message-added';
  constructor(detail: TellingDetail<'chat-message-added'>) {
    super(ChatMessageAddedEvent.type, detail);
  }
}

/** Tells how many messages of a chat, and of all, are unread. */
export class ChatUnreadChangeEvent extends TellingEvent<'chat-unread-change'> {
  static readonly type = 'chat-unread-change';
  constructor(detail: TellingDetail<'chat-unread-change'>) {
    super(ChatUnreadChangeEvent.type, detail);
  }
}

/** Tells that the end user left. */
export class ChatEndUserLeftEvent extends TellingEvent<'chat-end-user-left'> {
  static readonly type = 'chat-end-user-left';
  constructor(detail: TellingDetail<'chat-end-user-left'>) {
    super(ChatEndUserLeftEvent.type, detail);
  }
}

/** Tells that the end user is back. */
export class ChatEndUserReturnedEvent extends TellingEvent<'chat-end-user-returned'> {
  static readonly type = 'chat-end-user-returned';
  constructor(detail: TellingDetail<'chat-end-user-returned'>) {
    super(ChatEndUserReturnedEvent.type, detail);
  }
}

/** Tells that a chat ended, and by whom. */
export class ChatEndedEvent extends TellingEvent<'chat-ended'> {
  static readonly type = 'chat-ended';
  constructor(detail: TellingDetail<'chat-ended'>) {
    super(ChatEndedEvent.type, detail);
  }
}

/** Tells that a reply became more or less urgent; `missed` exactly once per wait. */
export class ResponseUrgencyChangeEvent extends TellingEvent<'response-urgency-change'> {
  static readonly type = 'response-urgency-change';
  constructor(detail: TellingDetail<'response-urgency-change'>) {
    super(ResponseUrgencyChangeEvent.type, detail);
  }
}

/** Tells that a wrap-up was submitted, and its values. */
export class WrapUpSubmittedEvent extends TellingEvent<'wrap-up-submitted'> {
  static readonly type = 'wrap-up-submitted';
  constructor(detail: TellingDetail<'wrap-up-submitted'>) {
    super(WrapUpSubmittedEvent.type, detail);
  }
}

/** Tells that the agent let a chat go, and what its wrap-up said. */
export class WrapUpDoneEvent extends TellingEvent<'wrap-up-done'> {
  static readonly type = 'wrap-up-done';
  constructor(detail: TellingDetail<'wrap-up-done'>) {
    super(WrapUpDoneEvent.type, detail);
  }
}

/** Tells that the agent opened or closed the adapter. */
export class AdapterToggleEvent extends TellingEvent<'adapter-toggle'> {
  static readonly type = 'adapter-toggle';
  constructor(detail: TellingDetail<'adapter-toggle'>) {
    super(AdapterToggleEvent.type, detail);
  }
}

/** Tells how the back end is reached. */
export class ConnectionChangeEvent extends TellingEvent<'connection-change'> {
  static readonly type = 'connection-change';
  constructor(detail: TellingDetail<'connection-change'>) {
    super(ConnectionChangeEvent.type, detail);
  }
}

/** Tells what went wrong: a code to act on, and words for a developer. */
export class ChatErrorEvent extends TellingEvent<'chat-error'> {
  static readonly type = 'chat-error';
  constructor(detail: TellingDetail<'chat-error'>) {
    super(ChatErrorEvent.type, detail);
  }
}

const classes: { readonly [T in HappeningType]: new (detail: TellingDetail<T>) => CustomEvent<TellingDetail<T>> } = {
  'chat-requested': ChatRequestedEvent,
  'chat-withdrawn': ChatWithdrawnEvent,
  'chat-accepted': ChatAcceptedEvent,
  'chat-selected': ChatSelectedEvent,
  'chat-message-added': ChatMessageAddedEvent,
  'chat-unread-change': ChatUnreadChangeEvent,
  'chat-end-user-left': ChatEndUserLeftEvent,
  'chat-end-user-returned': ChatEndUserReturnedEvent,
  'chat-ended': ChatEndedEvent,
  'response-urgency-change': ResponseUrgencyChangeEvent,
  'wrap-up-submitted': WrapUpSubmittedEvent,
  'wrap-up-done': WrapUpDoneEvent,
  'adapter-toggle': AdapterToggleEvent,
  'connection-change': ConnectionChangeEvent,
  'chat-error': ChatErrorEvent,
};

/** The event that tells a happening of a desk. */
export const eventOf = ({ type, detail, time, chatId }: Happening, deskId: string): Event => {
  const about = chatId === undefined ? {} : { chatId };
  // The types of one happening belong together; TypeScript does not follow them through the table.
  const EventClass = classes[type] as new (detail: object) => Event;
  return new EventClass({ ...detail, deskId, time, ...about });
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

import { AskingEvent, type ChatEventDetail } from '../asking-event.js';

/** Asks before a chat is ended, after the agent confirmed it. */
export class ChatBeforeEndEvent extends AskingEvent<ChatEventDetail> {
  static readonly type = 'chat-before-end';

  constructor(detail: ChatEventDetail) {
    super(ChatBeforeEndEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'chat-before-end': ChatBeforeEndEvent;
  }
}

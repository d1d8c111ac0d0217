import type { Channel } from '../../core/index.js';
import { AskingEvent, type ChatEventDetail } from '../asking-event.js';

export interface ChatBeforeAcceptDetail extends ChatEventDetail {
  readonly channel: Channel;
  readonly queue?: string;
}

/** Asks before the agent answers a waiting request. */
export class ChatBeforeAcceptEvent extends AskingEvent<ChatBeforeAcceptDetail> {
  static readonly type = 'chat-before-accept';

  constructor(detail: ChatBeforeAcceptDetail) {
    super(ChatBeforeAcceptEvent.type, detail);
  }
}

export interface ChatBeforeSelectDetail extends ChatEventDetail {
  /** The chat that is open now, if one is. */
  readonly from: string | undefined;
  readonly to: string;
}

/** Asks before the agent opens another conversation. It is settled at once: only `preventDefault()` vetoes. */
export class ChatBeforeSelectEvent extends AskingEvent<ChatBeforeSelectDetail> {
  static readonly type = 'chat-before-select';

  constructor(detail: ChatBeforeSelectDetail) {
    super(ChatBeforeSelectEvent.type, detail);
  }

  /** Always throws: an agent who opens a conversation must not wait for an answer. */
  override decide(): never {
    throw new Error(`${this.type}: it is settled at once; call preventDefault() in place of decide().`);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'chat-before-accept': ChatBeforeAcceptEvent;
    'chat-before-select': ChatBeforeSelectEvent;
  }
}

import type { WrapUpValues } from '../../core/index.js';
import { AskingEvent, type ChatEventDetail } from '../asking-event.js';

/** What is asked before a wrap-up is submitted. */
export interface ChatBeforeWrapUpDetail extends ChatEventDetail {
  /** What the agent filled in. */
  readonly values: WrapUpValues;
}

/** Asks before a wrap-up is submitted; a host may put other values in. */
export class ChatBeforeWrapUpEvent extends AskingEvent<ChatBeforeWrapUpDetail> {
  static readonly type = 'chat-before-wrap-up';
  #values: WrapUpValues;

  constructor(detail: ChatBeforeWrapUpDetail) {
    super(ChatBeforeWrapUpEvent.type, detail);
    this.#values = detail.values;
  }

  /** What will be submitted: what the agent filled in, or what a host put in its place. */
  get values(): WrapUpValues {
    return this.#values;
  }

  /** Submits these values in place of the agent's. Counts until the event is decided. */
  amend(values: WrapUpValues): void {
    this.#values = values;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'chat-before-wrap-up': ChatBeforeWrapUpEvent;
  }
}

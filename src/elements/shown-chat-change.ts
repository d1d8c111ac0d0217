import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskOf } from '../controllers/desk-of.js';
import type { ChatView } from '../desk/index.js';
import type { ChatEventDetail } from './asking-event.js';

/** Tells that `shownChat` of a tag is another one, or that something about it changed. */
export class ShownChatChangeEvent extends CustomEvent<ChatEventDetail> {
  static readonly type = 'shown-chat-change';

  constructor(detail: ChatEventDetail) {
    super(ShownChatChangeEvent.type, { detail, bubbles: true, composed: true });
  }
}

/** Tells, at first and at each change, what the page puts into a tag's slots which chat is shown there. */
export class TellShownChat implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #deskOf: DeskOf;
  readonly #now: () => ChatView | undefined;
  #told: ChatView | undefined | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, deskOf: DeskOf, now: () => ChatView | undefined) {
    this.#host = host;
    this.#deskOf = deskOf;
    this.#now = now;
    host.addController(this);
  }

  hostUpdated(): void {
    const chat = this.#now();
    if (chat === this.#told) return;
    this.#told = chat;
    this.#host.dispatchEvent(new ShownChatChangeEvent(this.#deskOf.told(chat?.id)));
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'shown-chat-change': ShownChatChangeEvent;
  }
}

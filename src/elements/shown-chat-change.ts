import type { ReactiveControllerHost } from 'lit';
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
export const tellShownChat = (
  host: ReactiveControllerHost & HTMLElement,
  deskOf: DeskOf,
  now: () => ChatView | undefined,
): void => {
  let told: ChatView | undefined | null = null;
  host.addController({
    hostUpdated() {
      const chat = now();
      if (chat === told) return;
      told = chat;
      host.dispatchEvent(new ShownChatChangeEvent(deskOf.told(chat?.id)));
    },
  });
};

declare global {
  interface GlobalEventHandlersEventMap {
    'shown-chat-change': ShownChatChangeEvent;
  }
}

import type { ReactiveController } from 'lit';
import type { ControlledElement } from '../../controllers/from-context.js';
import type { MessageSlots } from '../chat-slots/message-slots.js';
import { loadSlots } from '../load-slots.js';
import type { MessageRenderers } from '../message-renderer.js';

/** What the page shows in place of messages, and beside them: what places it is fetched when the page gives any. */
export class OwnContent implements ReactiveController {
  readonly #host: ControlledElement & MessageRenderers;
  #loading: Promise<void> | undefined;

  /** What places it, once it is there. */
  slots: MessageSlots | undefined;

  constructor(host: ControlledElement & MessageRenderers) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    void this.load();
  }

  /** Fetches what places it; `undefined` where the page gives nothing to place. Never rejects. */
  load(): Promise<void> | undefined {
    const host = this.#host;
    if (!host.renderMessage && !host.renderMessageActions) return undefined;
    return (this.#loading ??= loadSlots(host).then((loaded) => {
      this.slots = loaded?.createMessageSlots(host);
      host.requestUpdate();
    }));
  }
}

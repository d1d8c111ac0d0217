import type { ReactiveController } from 'lit';
import type { ControlledElement } from '../../controllers/from-context.js';
import { inOrderOf, type OrderedChat } from '../../core/index.js';

/**
 * Keeps the order of a list while the focus or the pointer is inside, so that nothing moves under either. The host updates
 * once both have left.
 */
export class StableOrder implements ReactiveController {
  readonly #host: ControlledElement;
  #ids: readonly string[] = [];
  #hasPointer = false;
  #hasFocus = false;

  constructor(host: ControlledElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('pointerenter', () => (this.#hasPointer = true));
    host.addEventListener('pointerleave', () => this.#left(() => (this.#hasPointer = false)));
    host.addEventListener('focusin', () => (this.#hasFocus = true));
    // A host hears of the focus only when it comes from outside, or goes there.
    host.addEventListener('focusout', () => this.#left(() => (this.#hasFocus = false)));
  }

  /** The chats in the order that `sorted` gives, or as they stood before. */
  arrange<T extends OrderedChat>(chats: readonly T[], sorted: (chats: readonly T[]) => readonly T[]): readonly T[] {
    const wanted = sorted(chats);
    const arranged = this.#hasPointer || this.#hasFocus ? inOrderOf(wanted, this.#ids) : wanted;
    this.#ids = arranged.map(({ id }) => id);
    return arranged;
  }

  #left(note: () => void): void {
    note();
    // Not in the midst of an update that takes away what has the focus.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  /** Safari does not tell that what had the focus was taken away. */
  hostUpdate(): void {
    this.#hasFocus &&= this.#host.matches(':focus-within');
  }

  hostDisconnected(): void {
    this.#hasPointer = this.#hasFocus = false;
  }
}

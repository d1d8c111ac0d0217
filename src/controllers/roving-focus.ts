import type { ReactiveController } from 'lit';
import type { ControlledElement } from './from-context.js';

/** How far each key goes along the list; left and right where the text runs rightwards. */
const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
};

/** What the focus moves along. */
export interface RovingItems {
  itemOf(id: string): HTMLElement | undefined;
  /** The id of an element of the host's shadow root, if it is an item. */
  idOf(element: Element): string | undefined;
  /** Brings an item into view, rendered or not: browsers leave one that is seen in part as it is. */
  reveal(id: string): void;
  /** What takes the focus of the last item that goes. */
  whenEmpty(): HTMLElement | undefined;
}

/**
 * One tab stop for a list of items known by id, along which arrow keys, Home and End move. Focus stays where it is when
 * items come and go; only if the item with the focus goes, its neighbour gets it.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: ControlledElement;
  readonly #items: RovingItems;
  #ids: readonly string[] = [];
  #stop: string | undefined;
  /** The item that gets the focus once it is there. */
  #wanted: string | undefined;
  /** Which item had the focus when the update began, and where it stood. */
  #held: { readonly id: string; readonly index: number } | undefined;

  constructor(host: ControlledElement, items: RovingItems) {
    this.#host = host;
    this.#items = items;
    host.addController(this);
  }

  /** The id that has the focus now. */
  get focused(): string | undefined {
    const active = this.#host.shadowRoot?.activeElement;
    return active == null ? undefined : this.#items.idOf(active);
  }

  /** Tells which items there are now, in order; returns the one that Tab stops at. `preferred` is it until the user moves. */
  arrange(ids: readonly string[], preferred: string | undefined): string | undefined {
    this.#ids = ids;
    const held = this.#held;
    if (this.#stop !== undefined && !ids.includes(this.#stop))
      this.#stop = held?.id === this.#stop ? this.#at(held.index) : undefined;
    return this.#stop ?? (preferred !== undefined && ids.includes(preferred) ? preferred : ids[0]);
  }

  /** Gives an item the focus; one that is not rendered yet, after the update that it asks for: the tab stop always is. */
  go(id: string): void {
    this.#items.reveal(id);
    const item = this.#items.itemOf(id);
    if (item !== undefined) return item.focus();
    this.#stop = this.#wanted = id;
    this.#host.requestUpdate();
  }

  readonly onFocusIn = (): void => {
    const { focused } = this;
    if (focused === undefined || focused === this.#stop) return;
    this.#stop = focused;
    this.#host.requestUpdate();
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const step = steps[event.key];
    const { focused } = this;
    if (step === undefined || focused === undefined) return;
    event.preventDefault();
    const isTurned = /Left|Right/u.test(event.key) && this.#host.matches(':dir(rtl)');
    const id = this.#at(this.#ids.indexOf(focused) + (isTurned ? -step : step));
    if (id !== undefined) this.go(id);
  };

  /** The id at a place, or at the end that is nearest to it. */
  #at(place: number): string | undefined {
    return this.#ids[Math.max(0, Math.min(place, this.#ids.length - 1))];
  }

  hostUpdate(): void {
    const id = this.focused;
    this.#held = id === undefined ? undefined : { id, index: this.#ids.indexOf(id) };
  }

  hostUpdated(): void {
    const held = this.#held;
    const wanted = this.#wanted;
    this.#held = this.#wanted = undefined;
    if (wanted !== undefined) return this.#items.itemOf(wanted)?.focus();
    // Only what this update took from the focus is put right: what the user did meanwhile counts.
    if (held === undefined || this.focused !== undefined || this.#host.shadowRoot?.activeElement != null) return;
    const id = this.#ids.includes(held.id) ? held.id : this.#at(held.index);
    (id === undefined ? this.#items.whenEmpty() : this.#items.itemOf(id))?.focus({
      preventScroll: this.#ids.includes(held.id),
    });
  }
}

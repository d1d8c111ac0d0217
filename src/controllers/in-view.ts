import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is told when an element comes into view, or leaves it. */
const told = new WeakMap<Element, (isSeen: boolean) => void>();

/** One for the whole page, made at the first need: an observer for each element is what costs. */
let observer: IntersectionObserver | undefined;

const observerOf = (): IntersectionObserver =>
  (observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
  }));

/** Whether its host may be seen: not while it is scrolled away, or not displayed at all. Until that is known, it may. */
export class InView implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #isSeen = true;

  /** `changed` runs when the host comes into view, and when it leaves it. */
  constructor(host: ReactiveControllerHost & Element, changed: () => void) {
    this.#host = host;
    told.set(host, (isSeen) => {
      if (isSeen === this.#isSeen) return;
      this.#isSeen = isSeen;
      changed();
    });
    host.addController(this);
  }

  get isSeen(): boolean {
    return this.#isSeen;
  }

  hostConnected(): void {
    observerOf().observe(this.#host);
  }

  hostDisconnected(): void {
    observerOf().unobserve(this.#host);
    this.#isSeen = true;
  }
}

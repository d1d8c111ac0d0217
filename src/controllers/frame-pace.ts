import type { LitElement } from 'lit';

/** The next frame; a page that is not seen has none, and there a task later is soon enough. */
const nextFrame = (): Promise<unknown> =>
  new Promise((resolve) => (document.hidden ? setTimeout(resolve) : requestAnimationFrame(resolve)));

/** Lets its host paint once a frame, however often it is told of changes: the first one at once, the others together. */
export class FramePace {
  readonly #host: LitElement;
  #frame: Promise<unknown> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** When the host may update: to be awaited before it does. */
  async turn(): Promise<void> {
    while (this.#frame !== undefined) await this.#frame;
    if (!this.#host.hasUpdated) return;
    this.#frame = nextFrame().then(() => {
      this.#frame = undefined;
    });
  }
}

import type { PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import { DeskOf } from '../controllers/desk-of.js';
import type { ChatDesk } from '../desk/index.js';
import { ChatElement } from './chat-element.js';

/** In milliseconds: after so long without a frame a page is busy, or a part of another that is out of view. */
const LATE = 200;

const waiting: (() => void)[] = [];
let frame = 0;
let timer = 0;

const runAll = (): void => {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  document.removeEventListener('visibilitychange', runAll);
  for (const run of waiting.splice(0)) run();
};

/** A page that is hidden gets no frames, also none that it waits for already: there a task later is soon enough. */
const inNextFrame = (run: () => void): void => {
  if (waiting.push(run) > 1) return;
  timer = window.setTimeout(runAll, document.hidden ? 0 : LATE);
  if (document.hidden) return;
  frame = requestAnimationFrame(runAll);
  document.addEventListener('visibilitychange', runAll);
};

/**
 * A tag that works on a desk: its own, or the nearest provider's. However often a desk's streams tell of changes, it is
 * painted for them once a frame: for the first at once, for the others together.
 */
export abstract class DeskElement extends ChatElement {
  protected readonly deskOf = new DeskOf(this);

  /** Whether it was painted for a stream in this frame. */
  #wasPainted = false;
  #canWait = false;
  #stopWaiting: (() => void) | undefined;

  /** The desk to work on; without it the nearest provider's. */
  @property({ attribute: false }) desk?: ChatDesk | undefined;

  /** Whatever but a stream asks for an update gets it at once. */
  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    if (this.hasUpdated) this.#endWait();
    super.requestUpdate(name, oldValue, options);
  }

  /** @internal Called by what follows a stream. */
  requestUpdateInFrame(): void {
    if (this.isUpdatePending) return;
    this.#canWait = this.#wasPainted;
    if (!this.#wasPainted) {
      this.#wasPainted = true;
      inNextFrame(() => {
        this.#wasPainted = false;
        this.#endWait();
      });
    }
    super.requestUpdate();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    if (!this.#canWait) return super.scheduleUpdate();
    return new Promise<void>((resolve) => (this.#stopWaiting = resolve)).then(() => super.scheduleUpdate());
  }

  #endWait(): void {
    this.#canWait = false;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }
}

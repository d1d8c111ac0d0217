import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Announcer } from '../../context/announcer-context.js';

/** How long a text stays to be spoken, in milliseconds. */
const STAY = 3000;

/**
 * A live region: render it from the first update on, so that it is there before its first words. Every text is a new
 * element that goes after a while: what is said twice is spoken twice.
 */
export class Announcements implements Announcer, ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #texts: readonly { readonly text: string }[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#texts = [];
    this.#host.requestUpdate();
  }

  say(text: string): void {
    const said = { text };
    this.#texts = [...this.#texts, said];
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#texts = this.#texts.filter((other) => other !== said);
      this.#host.requestUpdate();
    }, STAY);
    this.#timers.add(timer);
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="spoken" part="spoken" aria-live="polite">
      ${repeat(
        this.#texts,
        (said) => said,
        ({ text }) => html`<p dir="auto">${text}</p>`,
      )}
    </div>`;
  }
}

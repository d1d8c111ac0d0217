import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Announcer } from '../../context/announcer-context.js';

/** How long a text stays to be spoken, in milliseconds. */
const STAY = 3000;

/**
 * A live region: render it from the first update on, so that it is there before its first words. Every text is a new
 * element that goes after a while: what is said twice is spoken twice.
 */
export class Announcements implements Announcer, ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get #region(): Element | null | undefined {
    return this.#host.shadowRoot?.querySelector('[aria-live]');
  }

  hostDisconnected(): void {
    this.hush();
  }

  hush(): void {
    this.#region?.replaceChildren();
  }

  say(text: string): void {
    const said = document.createElement('p');
    said.dir = 'auto';
    said.textContent = text;
    this.#region?.append(said);
    setTimeout(() => said.remove(), STAY);
  }

  render(): TemplateResult {
    return html`<div class="spoken" part="spoken" aria-live="polite"></div>`;
  }
}

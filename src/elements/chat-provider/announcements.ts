import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Announcer } from '../../context/announcer-context.js';
import { regionOfModal } from '../modals.js';

/** How long a text stays to be spoken, in milliseconds: readers that are busy come to it later. */
const STAY = 8000;

/**
 * A live region: render it from the first update on, so that it is there before its first words. Every text is a new
 * element that goes after a while: what is said twice is spoken twice. While a modal of ours is open it is inert, and its
 * words go into the modal's.
 */
export class Announcements implements Announcer, ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #standing = new Set<Element>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hush();
  }

  hush(): void {
    for (const said of this.#standing) this.#remove(said);
  }

  say(text: string): void {
    const said = document.createElement('p');
    said.dir = 'auto';
    said.textContent = text;
    (regionOfModal() ?? this.#host.shadowRoot?.querySelector('[part=spoken]'))?.append(said);
    this.#standing.add(said);
    setTimeout(() => this.#remove(said), STAY);
  }

  #remove(said: Element): void {
    said.remove();
    this.#standing.delete(said);
  }

  render(): TemplateResult {
    return html`<div class="spoken" part="spoken" aria-live="polite"></div>`;
  }
}

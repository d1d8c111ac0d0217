import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Shows the states of its host to style sheets, as `:state(name)`, after each update. What is no name is left out, as in
 * `[this.open && 'open']`. Browsers that know no states show none.
 */
export class States implements ReactiveController {
  readonly #internals: ElementInternals;
  readonly #now: () => readonly unknown[];
  #shown = '';

  constructor(host: ReactiveControllerHost, internals: ElementInternals, now: () => readonly unknown[]) {
    this.#internals = internals;
    this.#now = now;
    host.addController(this);
  }

  hostUpdated(): void {
    const now = this.#now().filter(Boolean);
    const shown = now.join(' ');
    if (shown === this.#shown) return;
    this.#shown = shown;
    try {
      const { states } = this.#internals;
      states.clear();
      for (const name of now) states.add(String(name));
    } catch {
      // Safari had none before 17.4, and Chrome before 125 took no plain names.
    }
  }
}

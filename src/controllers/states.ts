import type { ReactiveControllerHost } from 'lit';

/**
 * Shows the states of its host to style sheets, as `:state(name)`, after each update. What is no name is left out, as in
 * `[this.open && 'open']`. Browsers that know no states show none.
 */
export const showStates = (
  host: ReactiveControllerHost,
  internals: ElementInternals,
  statesNow: () => readonly unknown[],
): void => {
  let shown = '';
  host.addController({
    hostUpdated() {
      const now = statesNow().filter(Boolean);
      const names = now.join(' ');
      if (names === shown) return;
      shown = names;
      try {
        const { states } = internals;
        states.clear();
        for (const name of now) states.add(String(name));
      } catch {
        // Safari had none before 17.4, and Chrome before 125 took no plain names.
      }
    },
  });
};

import type { DeskStorage } from '../../core/index.js';

/** What providers use where the page sets nothing. */
export interface ProviderDefaults {
  /** Where desks keep drafts and wrap-up values. */
  readonly storage?: DeskStorage;
}

let defaults: ProviderDefaults = {};

/** Sets what providers use where the page sets nothing: elements know no browser storage, so `define` hands it over. */
export const provideDefaults = (given: ProviderDefaults): void => {
  defaults = { ...defaults, ...given };
};

/** What providers use where the page sets nothing. */
export const providerDefaults = (): ProviderDefaults => defaults;

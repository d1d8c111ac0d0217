import { isServer } from 'lit';

/** The hosts that stand as a server made them. */
const asMade = new WeakSet<object>();

/** Notes whether a host stands as a server made it. */
export const setHydrating = (host: object, hydrating: boolean): void =>
  void (hydrating ? asMade.add(host) : asMade.delete(host));

/**
 * Whether a host stands as a server made it, or is just being made by one. For so long it shows what it shows with nothing
 * around it: Lit takes over only what it would have made itself.
 */
export const isHydrating = (host: object): boolean =>
  isServer ? (host as { readonly hasUpdated?: boolean }).hasUpdated === false : asMade.has(host);

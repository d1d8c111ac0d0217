import { isServer } from 'lit';

/** What tells of a Lit element whether it was painted. */
interface Painted {
  readonly hasUpdated?: boolean;
  readonly shadowRoot?: ShadowRoot | null;
}

/**
 * Whether a host stands as a server made it, or is just being made by one. For so long it shows what it shows with nothing
 * around it: Lit takes over only what it would have made itself.
 */
export const isHydrating = (host: object): boolean => {
  const { hasUpdated, shadowRoot }: Painted = host;
  return hasUpdated === false && (isServer || Boolean(shadowRoot?.firstChild));
};

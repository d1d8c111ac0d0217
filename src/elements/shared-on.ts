/** For owners that are frozen: those a copy can remember only for itself. */
const ofFrozen = new WeakMap<object, object>();

const holderOf = (owner: object): object => {
  if (Object.isExtensible(owner)) return owner;
  const holder = ofFrozen.get(owner) ?? {};
  ofFrozen.set(owner, holder);
  return holder;
};

/**
 * What all copies of the package on a page share about an object: made by the first that asks, and kept on the object
 * itself, as copies have no module in common.
 */
export const sharedOn = <T>(owner: object, name: string, make: () => T): T => {
  const key = Symbol.for(`agent-chat-adapter/${name}@1`);
  const at = (from: object): T | undefined => (from as Record<symbol, T | undefined>)[key];
  // One that was frozen after it was first asked for has it already.
  const known = at(owner) ?? at(holderOf(owner));
  if (known !== undefined) return known;
  const made = make();
  Object.defineProperty(holderOf(owner), key, { value: made });
  return made;
};

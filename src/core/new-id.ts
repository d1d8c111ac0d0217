/** An id that nobody else makes. `crypto.randomUUID` exists only on https and localhost. */
export const newId = (): string =>
  typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : crypto.getRandomValues(new Uint32Array(4)).join('-');

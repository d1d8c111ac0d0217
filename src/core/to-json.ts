/** What old libraries gave a `toJSON` of their own, by which it becomes something else. */
const PATCHED = [Array, String, Number, Object].map(({ prototype }) => prototype as { toJSON?: unknown });

/** As JSON, also in the page of an old library: for the time being what is plain has no `toJSON`. */
export const toJson = (value: unknown): string => {
  const patched = PATCHED.filter((prototype) => Object.hasOwn(prototype, 'toJSON'));
  const before = patched.map(({ toJSON }) => toJSON);
  try {
    for (const prototype of patched) delete prototype.toJSON;
    return JSON.stringify(value);
  } finally {
    patched.forEach((prototype, at) => (prototype.toJSON = before[at]));
  }
};

/** What old libraries gave a `toJSON` of their own, by which it becomes something else. */
const PATCHED = [Array, String, Number, Object].map(({ prototype }) => prototype as { toJSON?: unknown });

/**
 * As JSON, also in the page of an old library: for the time being what is plain has no `toJSON`. The page gets it back as it
 * was, and one that cannot be taken away stays.
 */
export const toJson = (value: unknown): string => {
  const taken = PATCHED.map((prototype) => [prototype, Object.getOwnPropertyDescriptor(prototype, 'toJSON')] as const);
  try {
    for (const [prototype, own] of taken) if (own?.configurable) delete prototype.toJSON;
    return JSON.stringify(value);
  } finally {
    for (const [prototype, own] of taken) if (own?.configurable) Object.defineProperty(prototype, 'toJSON', own);
  }
};

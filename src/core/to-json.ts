/**
 * As JSON, also in a page where an old library gave arrays a `toJSON` of their own, by which they become something else. For
 * the time being arrays have none.
 */
export const toJson = (value: unknown): string => {
  const arrays = Array.prototype as { toJSON?: unknown };
  const { toJSON } = arrays;
  if (toJSON === undefined) return JSON.stringify(value);
  try {
    delete arrays.toJSON;
    return JSON.stringify(value);
  } finally {
    arrays.toJSON = toJSON;
  }
};

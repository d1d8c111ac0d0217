// A plain attribute in a template reaches a directive as text.

/** @param {unknown} value */
export const asBoolean = (value) => (typeof value === 'string' ? value !== 'false' : value);

/** @param {unknown} value */
export const asNumber = (value) => (typeof value === 'string' ? Number(value) : value);

import type { ComplexAttributeConverter } from 'lit';

/**
 * Reads a number from an attribute. Absent and empty mean `undefined`; a text that is no number becomes `NaN`, so that the
 * tag can tell the mistake from an attribute that is not there.
 */
export const numberAttribute: ComplexAttributeConverter<number | undefined> = {
  fromAttribute: (text) => (text === null || text.trim() === '' ? undefined : Number(text)),
};

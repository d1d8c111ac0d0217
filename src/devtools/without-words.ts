/** Fields that hold what people wrote, or who they are. */
const PRIVATE = new Set(['text', 'preview', 'values', 'submitted', 'reason', 'endUser']);

/** What stands there and is none of that: a choice from a list, and the reasons that programs give. */
const CHOICES = new Set(['disposition']);
const REASONS = new Set(['answered-elsewhere', 'end-user-left', 'withdrawn', 'agent', 'timeout']);

/** As long as it was, so that a conversation looks as it did: letters become x, digits 0. */
const masked = (text: string): string =>
  REASONS.has(text) ? text : text.replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '0');

const mask = (value: unknown): unknown => {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, CHOICES.has(key) ? held : mask(held)]));
};

/** A copy of plain data in which nothing is left of what people wrote, or of who they are; its shape stays. */
export const withoutWords = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(withoutWords) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.entries(value).map(([key, held]: [string, unknown]) => [
    key,
    PRIVATE.has(key) ? mask(held) : withoutWords(held),
  ]);
  return Object.fromEntries(copy) as T;
};

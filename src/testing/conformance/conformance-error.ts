/** What a clause wanted and what came instead. Its message says which clause, too. */
export class ConformanceError extends Error {
  readonly clause: string;
  readonly expected: string;
  readonly came: string;

  constructor(clause: string, expected: string, came: string, options?: ErrorOptions) {
    super(`The connector does not keep the clause “${clause}”.\n  Expected: ${expected}.\n  Came: ${came}.`, options);
    this.name = 'ConformanceError';
    this.clause = clause;
    this.expected = expected;
    this.came = came;
  }
}

/** Inside a clause: what was expected, and what came. */
export class Unmet extends Error {
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`${expected}; ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

const LONGEST = 600;

/** Anything in a few words, for people. */
export const inWords = (value: unknown): string => {
  if (value instanceof Error) {
    const { code } = value as { readonly code?: unknown };
    return `${value.name}${typeof code === 'string' ? ` (${code})` : ''}: ${value.message}`;
  }
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // A loop, or a getter that throws.
  }
  text ??= String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** What a harness did not find, and what is there instead. */
export class HarnessError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'HarnessError';
  }
}

/** A list of what there is, for the end of such a message. */
export const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'there is none' : `there is: ${[...new Set(names)].join(', ')}`;

/** What one side of one chat wrote, in the order it was written, and where it can be read in the end. Each text is unique. */
export interface Account {
  /** In the order of writing. `refused`: its writer was told that it was not sent. */
  readonly written: readonly { readonly text: string; readonly refused: boolean }[];
  /** As the engine keeps it, in order. */
  readonly kept: readonly string[];
  /** As the other side shows it, in order. */
  readonly shown: readonly string[];
}

/** How often delivery broke its promise. */
export interface Verdict {
  /** Written, not refused, and not shown on the other side. */
  readonly lost: number;
  /** Shown more than once. */
  readonly duplicated: number;
  /** Shown after something that was written later. */
  readonly outOfOrder: number;
  /** Kept more than once. */
  readonly sentTwice: number;
}

const repeated = (texts: readonly string[]): number => texts.length - new Set(texts).size;

/** Judges one account. */
export const judge = ({ written, kept, shown }: Account): Verdict => {
  const there = new Set(shown);
  const place = new Map(written.map(({ text }, index) => [text, index]));
  let latest = -1;
  let outOfOrder = 0;
  for (const text of new Set(shown)) {
    const index = place.get(text) ?? -1;
    if (index < latest) outOfOrder += 1;
    latest = Math.max(latest, index);
  }
  return {
    lost: written.filter(({ text, refused }) => !refused && !there.has(text)).length,
    duplicated: repeated(shown),
    outOfOrder,
    sentTwice: repeated(kept),
  };
};

/** All verdicts in one. */
export const total = (verdicts: readonly Verdict[]): Verdict => {
  const sum = (key: keyof Verdict): number => verdicts.reduce((all, verdict) => all + verdict[key], 0);
  return {
    lost: sum('lost'),
    duplicated: sum('duplicated'),
    outOfOrder: sum('outOfOrder'),
    sentTwice: sum('sentTwice'),
  };
};

/** The smallest value that `share` of all are not above; 0 of none. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;

/** What became of one kind of bad input at one end. */
export interface Outcome {
  readonly end: 'gateway' | 'agent’s page' | 'end user’s page';
  readonly case: string;
  /** By which name: a code of the wire, a close code, an HTTP status, or what is not as it should be. */
  readonly refusedAs: string;
  /** By which name it has to be. */
  readonly wants: string;
  /** Whether the connection, or the next one, and everybody else's goes on as before. */
  readonly alive: boolean;
}

/** Whether a case came out as it has to. */
export const isGood = ({ refusedAs, wants, alive }: Outcome): boolean => alive && refusedAs === wants;

/** What came of many frames of nonsense. */
export interface Fuzzed {
  readonly frames: number;
  /** How many were refused, by name. */
  readonly refused: Readonly<Record<string, number>>;
  /** What was not as before afterwards, in words. */
  readonly hurt: readonly string[];
}

/** Names, and how often each came. */
export const counted = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

/** All the names there are, as one. */
export const together = (names: readonly string[]): string => [...new Set(names)].join(', ') || 'nothing';

/** Runs `work`; whether it came to an end well. */
export const works = (work: () => Promise<unknown>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  );

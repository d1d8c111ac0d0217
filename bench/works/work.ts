import type { Sample, Samples } from '../figures.js';
import type { Stage } from '../stage.js';

/** How much is done of each work. */
export interface Amount {
  /** Whether this is only a sample of the whole. */
  readonly quick: boolean;
}

/** One who does a work: ours, or a baseline. */
export interface Entrant {
  readonly name: string;
  /** Not tried when a round of another entrant of the same work took longer than so many milliseconds. */
  readonly unlessSlow?: { readonly entrant: string; readonly limit: number };
  /** At most so many rounds, where there is no ratio to make. */
  readonly rounds?: number;
}

/** A row or more of the table: what is done, and which figures come of it. */
export interface Work {
  readonly name: string;
  /** How many rounds there are; all of them have all entrants in turn. */
  readonly rounds: (amount: Amount) => number;
  readonly entrants: readonly Entrant[];
  sample(stage: Stage, entrant: string, amount: Amount): Promise<Sample>;
  /** The figures that goals are set for; one that could not be measured is `undefined`. */
  figures(samples: Samples): Readonly<Record<string, number | undefined>>;
}

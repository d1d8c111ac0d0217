import type { ChannelAbilities, DeliveryGuarantee } from '../../core/index.js';
import type { ConformanceCapabilities } from './harness.js';
import type { Stage } from './stage.js';

/** What a clause needs of a connector: why it does not apply, or `undefined` where it does. */
export type Need = (capabilities: ConformanceCapabilities) => string | undefined;

/** One thing that the contract asks of a connector. */
export interface Clause {
  /** A plain sentence, unique. */
  readonly name: string;
  readonly needs?: readonly Need[];
  run(stage: Stage): Promise<void>;
}

/** Clauses about what a channel can do. */
export const able =
  (ability: keyof ChannelAbilities): Need =>
  ({ abilities }) =>
    abilities?.[ability] === false ? `abilities say ${ability}: false` : undefined;

/** Clauses about what only some connectors and harnesses have. */
export const has =
  (what: 'network' | 'history' | 'dispositions' | 'summary' | 'bots' | 'longestText'): Need =>
  (capabilities) =>
    capabilities[what] === undefined || capabilities[what] === false ? `capabilities name no ${what}` : undefined;

/** Clauses about one promise of a send, or several. */
export const delivers =
  (...promises: readonly DeliveryGuarantee[]): Need =>
  ({ delivery }) =>
    promises.includes(delivery) ? undefined : `delivery is ${delivery}`;

/** Clauses that belong together. */
export const clauses = (...all: readonly Clause[]): readonly Clause[] => all;

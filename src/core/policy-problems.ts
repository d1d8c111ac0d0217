import { leavesOf, type Disposition, type DispositionProblem } from './dispositions.js';
import { places, POLICY_PATHS, type Check, type PolicyPath } from './policy-places.js';
import type { PolicyLayerName, PolicyLayers } from './policy.js';
import { isRecord, ownValue } from './shape.js';

/** A value that is not what its place takes. */
export interface PolicyProblem {
  readonly layer: PolicyLayerName;
  /** Such as `response.target`. */
  readonly path: string;
  readonly value: unknown;
  /** What the place takes, in words. */
  readonly wants: string;
}

/** The names at the top of a policy, and which of them hold further ones. */
const tops: ReadonlySet<string> = new Set(POLICY_PATHS.map((path) => path.split('.', 1)[0] ?? path));
const isGroup = (key: string): boolean => tops.has(key) && !Object.hasOwn(places, key);

const treeProblem: Readonly<Record<DispositionProblem['code'], string>> = {
  loop: 'a tree without a loop',
  'too-deep': 'five levels at most',
  'duplicate-id': 'each id once',
  'no-id': 'an id for each',
  'no-name': 'a name for each',
  'no-list': 'a list of children',
};

/** Everything wrong with one layer's values, or with its values for one queue (`prefix`). */
const problemsOf = (values: unknown, layer: PolicyLayerName, prefix: readonly string[]): readonly PolicyProblem[] => {
  const problems: PolicyProblem[] = [];
  const bad = (path: readonly string[], value: unknown, wants: string): void =>
    void problems.push({ layer, path: [...prefix, ...path].join('.') || 'policy', value, wants });

  const checkPlace = (path: readonly string[], value: unknown): void => {
    // A name with a dot in it would look like a place and be none.
    const place = path.some((key) => key.includes('.')) ? '' : path.join('.');
    if (!Object.hasOwn(places, place)) return bad(path, value, `one of ${POLICY_PATHS.join(', ')}, queues`);
    const { wants, ok }: Check = places[place as PolicyPath];
    if (value === undefined || value === null) return;
    if (!ok(value)) return bad(path, value, wants);
    if (place !== 'wrapUp.dispositions') return;
    for (const { code, at } of leavesOf(value as readonly Disposition[]).problems)
      bad(path, at, `${treeProblem[code]} (see "${at}")`);
  };

  if (values === undefined || values === null) return [];
  if (!isRecord(values)) bad([], values, 'an object');
  else
    for (const [key, value] of Object.entries(values)) {
      if (key === 'queues' && prefix.length === 0) continue;
      if (!isGroup(key)) checkPlace([key], value);
      else if (isRecord(value)) for (const [inner, one] of Object.entries(value)) checkPlace([key, inner], one);
      else if (value !== undefined && value !== null) bad([key], value, 'an object');
    }
  return problems;
};

/** Everything wrong with the layers, for warnings. */
export const policyProblems = ({ connector, host }: PolicyLayers): readonly PolicyProblem[] =>
  (
    [
      ['connector', connector],
      ['host', host],
    ] as const
  ).flatMap(([name, layer]) => {
    const queues = ownValue(layer, 'queues');
    const inQueues = isRecord(queues)
      ? Object.entries(queues).flatMap(([queue, values]) => problemsOf(values, `${name}'s queue`, ['queues', queue]))
      : problemsOf(queues, `${name}'s queue`, ['queues']);
    return [...problemsOf(layer, name, []), ...inQueues];
  });

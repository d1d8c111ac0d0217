import { POLICY_PATHS, readerOf } from './policy-places.js';
import type { PolicyLayerName, PolicyLayers } from './policy.js';
import { isRecord, ownValue, place, type Tell } from './shape.js';

/** A value that is not what its place takes. */
export interface PolicyProblem {
  readonly layer: PolicyLayerName;
  /** Such as `response.target`. */
  readonly path: string;
  /** What the place takes, in words. */
  readonly wants: string;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** Tells everything wrong with the values of one layer, of one queue, or of a group in them (`path`). */
const check = (values: unknown, path: string, tell: Tell): void => {
  if (isNothing(values)) return;
  if (!isRecord(values)) return tell({ path, wants: 'an object' });
  for (const [key, value] of Object.entries(values)) {
    const at = place(path, key);
    const read = readerOf(at);
    if (read === undefined && POLICY_PATHS.some((known) => known.startsWith(`${at}.`))) check(value, at, tell);
    else if (read === undefined) tell({ path: at, wants: `one of ${POLICY_PATHS.join(', ')}, queues` });
    else if (!isNothing(value)) read(value, at, tell);
  }
};

/** Everything wrong with the layers, for warnings. */
export const policyProblems = (layers: PolicyLayers): readonly PolicyProblem[] => {
  const problems: PolicyProblem[] = [];
  const teller =
    (layer: PolicyLayerName, prefix: string): Tell =>
    ({ path, wants }) =>
      void problems.push({ layer, path: [prefix, path].filter(Boolean).join('.') || 'policy', wants });
  for (const name of ['connector', 'host'] as const) {
    const { queues: _queues, ...values } = { ...layers[name] };
    const queues = ownValue(layers[name], 'queues');
    check(isRecord(layers[name]) ? values : layers[name], '', teller(name, ''));
    const layer = `${name}'s queue` as const;
    if (isRecord(queues))
      for (const [queue, its] of Object.entries(queues)) check(its, '', teller(layer, `queues.${queue}`));
    else check(queues, 'queues', teller(layer, ''));
  }
  return problems;
};

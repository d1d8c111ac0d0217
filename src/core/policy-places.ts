import { leavesOf, type Disposition, type DispositionProblem } from './dispositions.js';
import { isNumber, matching, oneOf, yesOrNo, type Read } from './shape.js';

const seconds = matching('a number of seconds', isNumber);
const notNegative = matching(
  'a number of seconds, 0 or more',
  (value): value is number => isNumber(value) && value >= 0,
);
const fieldRule = oneOf('absent', 'optional', 'required');

const treeProblem: Readonly<Record<DispositionProblem['code'], string>> = {
  loop: 'a tree without a loop',
  'too-deep': 'five levels at most',
  'duplicate-id': 'each id once',
  'no-id': 'an id for each',
  'no-name': 'a name for each',
  'no-list': 'a list of children',
};

/** A tree with faults stays in use, without its wrong parts. */
const tree: Read<readonly Disposition[]> = (value, path, tell) => {
  if (!Array.isArray(value)) return void tell({ path, wants: 'a list of dispositions' });
  const list: readonly Disposition[] = value;
  for (const { code, at } of leavesOf(list).problems) tell({ path, wants: `${treeProblem[code]} (see "${at}")` });
  return list;
};

/** Every place of a policy, and what it takes. */
export const places = {
  crm: yesOrNo,
  typing: oneOf('none', 'indicator', 'preview'),
  summaries: yesOrNo,
  'response.target': seconds,
  'response.warnAt': notNegative,
  'response.urgentAt': notNegative,
  'response.anchor': oneOf('first-unanswered', 'last'),
  'wrapUp.disposition': fieldRule,
  'wrapUp.notes': fieldRule,
  'wrapUp.timeLimit': notNegative,
  'wrapUp.dispositions': tree,
} as const satisfies Record<string, Read<unknown>>;

/** A place of a policy, as `explain` takes it. */
export type PolicyPath = keyof typeof places;

/** Every place of a policy. */
export const POLICY_PATHS = Object.keys(places) as readonly PolicyPath[];

/** What reads a place; `undefined` where a policy has no such place. */
export const readerOf = (path: string): Read<unknown> | undefined =>
  Object.hasOwn(places, path) ? places[path as PolicyPath] : undefined;

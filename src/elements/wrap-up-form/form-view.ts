import {
  leavesOf,
  type Disposition,
  type DispositionLeaf,
  type FieldRule,
  type WrapUpFields,
  type WrapUpValues,
} from '../../core/index.js';
import type { WrapUpView } from '../../desk/index.js';

/** The form where neither a desk nor the page says anything: variant A. */
const EMPTY: WrapUpView = {
  fields: { disposition: 'absent', notes: 'absent' },
  values: {},
  status: 'editing',
  dispositions: { status: 'ready', leaves: [] },
  summary: 'off',
  canUndoSummary: false,
};

/** What the page set on the tag itself. */
export interface OwnProperties {
  readonly fields: Partial<WrapUpFields> | undefined;
  readonly dispositions: readonly Disposition[] | undefined;
  readonly values: WrapUpValues | undefined;
}

const ruleOf = (rule: unknown): FieldRule => (rule === 'optional' || rule === 'required' ? rule : 'absent');

const known = new WeakMap<readonly Disposition[], readonly DispositionLeaf[]>();

/** The leaves of a tree, and once per tree what is wrong with it. */
const leavesOnce = (tree: readonly Disposition[], warn: (text: string) => void): readonly DispositionLeaf[] => {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const { leaves, problems } = leavesOf(tree);
  for (const { code, at } of problems)
    warn(`"dispositions" has a wrong node (${code} at "${at}"): it is left out with all below it. Mend the tree.`);
  known.set(tree, leaves);
  return leaves;
};

/** The form to show: what the page set first, then what the desk says. */
export const formView = (
  shared: WrapUpView | undefined,
  own: OwnProperties,
  warn: (text: string) => void,
): WrapUpView => {
  const view = shared ?? EMPTY;
  const { fields, dispositions, values } = own;
  return {
    ...view,
    ...(fields ? { fields: { disposition: ruleOf(fields.disposition), notes: ruleOf(fields.notes) } } : {}),
    ...(dispositions ? { dispositions: { status: 'ready', leaves: leavesOnce(dispositions, warn) } } : {}),
    ...(values ? { values } : {}),
  };
};

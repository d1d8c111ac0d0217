import { isRecord, isText } from './shape.js';

/** A node of the disposition tree, up to five levels deep; the leaves are what an agent chooses. */
export interface Disposition {
  readonly id: string;
  readonly name: string;
  /** The names from the root to here. Made from the names where a back end leaves it out. */
  readonly full_path?: string;
  readonly children?: readonly Disposition[];
}

/** A disposition that can be chosen. */
export interface DispositionLeaf {
  readonly id: string;
  readonly name: string;
  /** The names from the root down. */
  readonly path: readonly string[];
  readonly fullPath: string;
}

export interface DispositionProblem {
  /** `no-list`: the tree or a node's children are not a list. */
  readonly code: 'loop' | 'too-deep' | 'duplicate-id' | 'no-id' | 'no-name' | 'no-list';
  /** Where, as the names from the root down; empty for the tree itself. */
  readonly at: string;
}

export const DEEPEST_LEVEL = 5;

const SEPARATOR = ' › ';

/** What a tree brings before it is known to be one. */
type Junk = Readonly<Partial<Record<keyof Disposition, unknown>>>;

/**
 * The leaves of a disposition tree in order, and what was wrong with it. A wrong node (a loop, a sixth level, an id used
 * twice, no id or name, children that are no list) is left out with everything below it; the rest stays usable. Takes
 * anything: a tree may come from the wire.
 */
export const leavesOf = (
  tree: readonly Disposition[],
): { readonly leaves: readonly DispositionLeaf[]; readonly problems: readonly DispositionProblem[] } => {
  const leaves: DispositionLeaf[] = [];
  const problems: DispositionProblem[] = [];
  const ids = new Set<string>();
  const visitAll = (nodes: unknown, above: readonly string[], names: readonly string[]): void => {
    if (!Array.isArray(nodes)) return void problems.push({ code: 'no-list', at: names.join(SEPARATOR) });
    for (const node of nodes as readonly unknown[]) visit(isRecord(node) ? node : {}, above, names);
  };
  const visit = (node: Junk, above: readonly string[], names: readonly string[]): void => {
    const { id, name, full_path: fullPath, children } = node;
    const path = [...names, isText(name) ? name : '?'];
    const at = path.join(SEPARATOR);
    const refuse = (code: DispositionProblem['code']): void => void problems.push({ code, at });
    if (!isText(id)) return refuse('no-id');
    // A loop by reference comes back to an id, too.
    if (above.includes(id)) return refuse('loop');
    if (!isText(name)) return refuse('no-name');
    if (path.length > DEEPEST_LEVEL) return refuse('too-deep');
    if (ids.has(id)) return refuse('duplicate-id');
    ids.add(id);
    const isLeaf = children === undefined || children === null || (Array.isArray(children) && children.length === 0);
    if (isLeaf) leaves.push({ id, name, path, fullPath: isText(fullPath) ? fullPath : at });
    else visitAll(children, [...above, id], path);
  };
  visitAll(tree, [], []);
  return { leaves, problems };
};

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
  readonly code: 'loop' | 'too-deep' | 'duplicate-id' | 'no-id' | 'no-name';
  /** Where, as the names from the root down. */
  readonly at: string;
}

export const DEEPEST_LEVEL = 5;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/**
 * The leaves of a disposition tree in order, and what was wrong with it. A wrong node (a loop, a sixth level, an id used
 * twice, no id or name) is left out with everything below it; the rest stays usable.
 */
export const leavesOf = (
  tree: readonly Disposition[],
): { readonly leaves: readonly DispositionLeaf[]; readonly problems: readonly DispositionProblem[] } => {
  const leaves: DispositionLeaf[] = [];
  const problems: DispositionProblem[] = [];
  const ids = new Set<string>();
  const visit = (node: Disposition, above: readonly Disposition[]): void => {
    const path = [...above.map(({ name }) => name), isText(node.name) ? node.name : '?'];
    const at = path.join(' › ');
    const refuse = (code: DispositionProblem['code']): void => void problems.push({ code, at });
    if (above.includes(node) || above.some(({ id }) => id === node.id && isText(id))) return refuse('loop');
    if (!isText(node.id)) return refuse('no-id');
    if (!isText(node.name)) return refuse('no-name');
    if (path.length > DEEPEST_LEVEL) return refuse('too-deep');
    if (ids.has(node.id)) return refuse('duplicate-id');
    ids.add(node.id);
    const children = node.children ?? [];
    if (children.length > 0) for (const child of children) visit(child, [...above, node]);
    else leaves.push({ id: node.id, name: node.name, path, fullPath: isText(node.full_path) ? node.full_path : at });
  };
  for (const node of tree) visit(node, []);
  return { leaves, problems };
};

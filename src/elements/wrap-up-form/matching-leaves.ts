import type { DispositionLeaf } from '../../core/index.js';

const searchable = new WeakMap<DispositionLeaf, string>();

/** Letters without marks and case, so that "a la creme" finds "À la crème". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const plainPath = (leaf: DispositionLeaf): string => {
  const known = searchable.get(leaf);
  if (known !== undefined) return known;
  const made = plain(`${leaf.path.join(' ')} ${leaf.fullPath}`);
  searchable.set(leaf, made);
  return made;
};

/** The leaves whose path holds every word of `query`, in the tree's order; all where `query` is blank. */
export const matchingLeaves = (leaves: readonly DispositionLeaf[], query: string): readonly DispositionLeaf[] => {
  const words = plain(query)
    .split(/[\s›>/]+/u)
    .filter(Boolean);
  return words.length === 0 ? leaves : leaves.filter((leaf) => words.every((word) => plainPath(leaf).includes(word)));
};

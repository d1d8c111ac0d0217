import { everyFigureOf, type Found } from '../state-sheet/contrast.js';

/** What cannot be read, or seen, as well as WCAG 2.2 asks. */
export interface Weak extends Found {
  readonly least: number;
}

/** Large letters, and drawings, need less. */
const leastOf = ({ kind, element }: Found): number => {
  if (kind === 'graphics') return 3;
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
};

/** All that is too weak below `root`, as the browser resolved the colours. */
export const weakIn = (root: ParentNode): readonly Weak[] =>
  everyFigureOf(root).flatMap((found) => {
    const least = leastOf(found);
    return found.ratio < least ? [{ ...found, least }] : [];
  });

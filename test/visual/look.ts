import type { Figures } from '../../stories/state-sheet/contrast.js';
import type { IndexedCell } from './baselines.js';
import { compare } from './compare.js';
import type { PaintedCell } from './page.js';
import { cropped, type Picture } from './picture.js';
import type { Finding } from './report.js';

/** WCAG 2.2 AA, for texts and for graphics. */
const LEAST: Readonly<Record<keyof Figures, number>> = { text: 4.5, graphics: 3 };

/** Pixels that a ring or a badge may stick out of a room that is large enough. */
const OVERHANG = 8;

const contrastProblem = (figures: Figures): string | undefined => {
  const weak = (['text', 'graphics'] as const).flatMap((kind) => {
    const figure = figures[kind];
    return figure && figure.ratio < LEAST[kind] ? [`${kind} "${figure.of}" has ${figure.ratio}:1`] : [];
  });
  return weak.length > 0 ? `too little contrast: ${weak.join(', ')}` : undefined;
};

const problemOf = ({ beyond, figures, judged }: PaintedCell): string | undefined =>
  beyond > OVERHANG ? `its room is ${beyond} pixels too small` : judged ? contrastProblem(figures) : undefined;

/** What of a tag in a mode does not look as it was accepted: state by state, wherever they stand now. */
export const findingsOf = (
  { tag, mode }: Pick<Finding, 'tag' | 'mode'>,
  before: { readonly picture: Picture | undefined; readonly cells: readonly IndexedCell[] },
  now: { readonly picture: Picture; readonly cells: readonly PaintedCell[] },
): readonly Finding[] => {
  const names = new Set([...now.cells, ...before.cells].map(({ name }) => name));
  return [...names].flatMap((state): readonly Finding[] => {
    const accepted = before.cells.find(({ name }) => name === state);
    const painted = now.cells.find(({ name }) => name === state);
    const expected = accepted && before.picture && cropped(before.picture, accepted);
    const actual = painted && cropped(now.picture, painted);
    const verdict = compare(expected, actual);
    const problem = painted && problemOf(painted);
    if (verdict.is === 'same' && problem === undefined) return [];
    return [{ tag, mode, state, verdict, expected, actual, ...(problem !== undefined && { problem }) }];
  });
};

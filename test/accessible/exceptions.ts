import type { Engine, Violation } from './finding.js';

/** Where a rule is wrong: what it says there does not count. One that is needed nowhere any more is an error. */
export interface Exception {
  readonly engine: Engine;
  readonly rule: string;
  /** What the markup that it is wrong about looks like. */
  readonly where: RegExp;
  /** In which stories and modes, as `story · mode`; default: in all. */
  readonly in?: RegExp;
  readonly because: string;
}

export const exceptions: readonly Exception[] = [
  {
    engine: 'axe',
    rule: 'color-contrast',
    where: /^</u,
    in: /forced colours/u,
    because: `axe reads -webkit-text-fill-color, for which Chromium gives the colour that the page wanted, beside the ground
      that the system forced. Contrast in forced colours is judged by the visual tests, which read the colour itself.`,
  },
  {
    engine: 'axe',
    rule: 'landmark-unique',
    where: /part="panel"/u,
    in: /^journeys-two-agents--/u,
    because:
      'Two agents have a page each: in this story alone their pages stand side by side, and each landmark twice.',
  },
  {
    engine: 'ibm',
    rule: 'aria_child_tabbable',
    where: /id="dispositions"/u,
    because: 'The options of a combobox are reached by aria-activedescendant: the focus stays in the field (ARIA 1.2).',
  },
  {
    engine: 'ibm',
    rule: 'aria_child_tabbable',
    where: /role="menu"/u,
    because: 'An open menu has the focus in it already, arrows move it, and Tab leaves: as in the ARIA practices.',
  },
];

/** The exception that a violation falls under, if there is one. */
export const exceptionFor = (
  { engine, rule, snippet }: Violation,
  place: string,
  all: readonly Exception[] = exceptions,
): Exception | undefined =>
  all.find(
    (one) =>
      one.engine === engine &&
      one.rule === rule &&
      one.where.test(snippet) &&
      (one.in === undefined || one.in.test(place)),
  );

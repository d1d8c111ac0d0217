// What the figures say of the goals, and the table that shows it. Pure.
import type { Sample } from './figures.js';
import type { Goal } from './goals.js';

/** What became of a goal. `shown`: measured on a machine that is not asked to be quick, and not judged. */
export interface Verdict {
  readonly work: string;
  readonly figure: string;
  readonly says: string;
  /** `null`: it could not be measured. */
  readonly value: number | null;
  readonly most: number;
  readonly unit: Goal['unit'];
  readonly verdict: 'met' | 'missed' | 'shown';
}

/** As exact as it is shown, so that nobody misses a goal by what they cannot see. */
const rounded = (value: number, unit: Goal['unit']): number =>
  Number(value.toFixed(unit === '×' || unit === 'frames' ? 2 : 0));

export const verdictsOf = (
  work: string,
  goals: readonly Goal[],
  figures: Readonly<Record<string, number | undefined>>,
  quick: boolean,
): readonly Verdict[] =>
  goals.map(({ figure, says, most, unit, counted }) => {
    const found = figures[figure];
    const value = found === undefined || Number.isNaN(found) ? null : rounded(found, unit);
    const met = value !== null && value <= most;
    return { work, figure, says, value, most, unit, verdict: quick && !counted ? 'shown' : met ? 'met' : 'missed' };
  });

const shown = (value: number | null, unit: Goal['unit']): string => {
  if (value === null) return 'not measured';
  const text = value.toLocaleString('en', unit === '×' ? { minimumFractionDigits: 2 } : {});
  return unit === '×' ? `${text} ×` : `${text} ${unit}`;
};

/** The verdicts as a table of Markdown, its columns aligned. */
export const tableOf = (verdicts: readonly Verdict[]): string => {
  const rows = [
    ['work', 'ours', 'goal', ''],
    ...verdicts.map(({ says, value, most, unit, verdict }) => [
      says,
      shown(value, unit),
      `≤ ${shown(most, unit)}`,
      verdict === 'missed' ? 'MISSED' : verdict,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 1 || column === 2 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
};

/** A sample in one line. */
export const inWords = (sample: Sample): string =>
  Object.entries(sample)
    .map(([figure, value]) => `${figure} ${Number(value.toFixed(value < 10 ? 2 : 1))}`)
    .join(', ');

/** A line of a file that a type checker finds fault with. */
interface Fault {
  readonly file: string;
  readonly line: number;
  readonly words: string;
}

/** `src/a.ts(3,7): error TS2322: …`, as tsc and vue-tsc say it; `src/a.ts:3:7 - error …`, as Angular's compiler does. */
const OF_TYPESCRIPT = /^(?<file>\S[^\n]*?)(?:\((?<line>\d+),\d+\)|:(?<line2>\d+):\d+)(?::| -) error (?<words>.*)$/gmu;

/** `1763000000000 ERROR "src/a.svelte" 3:7 "…"`, as svelte-check says it to machines. */
const OF_SVELTE = /^\d+ ERROR "(?<file>[^"]+)" (?<line>\d+):\d+ (?<words>.*)$/gmu;

/** What a type checker found, in whichever of the ways above it is said. */
export const faultsIn = (output: string): readonly Fault[] =>
  [...output.matchAll(OF_TYPESCRIPT), ...output.matchAll(OF_SVELTE)].map(({ groups = {} }) => ({
    file: (groups['file'] ?? '').replaceAll('\\', '/'),
    line: Number(groups['line'] ?? groups['line2']),
    words: groups['words'] ?? '',
  }));

/** `// wrong`, `<!-- wrong -->`, or what JSX has for it, at the end of a line. */
const MARK = /(?:\/\/|<!--|\/\*) wrong\b[^\n]*$/u;

/**
 * Compares what a type checker found with the lines that are marked as wrong: each must be found fault with, and no other.
 * `sources` are the files by their path as the checker names them. Returns what is not so.
 */
export const judgeWrongUse = (sources: ReadonlyMap<string, string>, output: string): readonly string[] => {
  const faults = faultsIn(output);
  const isFound = (file: string, line: number): boolean =>
    faults.some((fault) => fault.file === file && fault.line === line);
  const lines = [...sources].flatMap(([file, text]) =>
    text.split('\n').map((words, at) => ({ file, line: at + 1, words: words.trim(), marked: MARK.test(words) })),
  );
  const marked = lines.filter((line) => line.marked);
  if (marked.length === 0) return ['No line is marked as wrong.'];
  const isMarked = (fault: Fault): boolean =>
    marked.some(({ file, line }) => file === fault.file && line === fault.line);
  return [
    ...marked
      .filter(({ file, line }) => !isFound(file, line))
      .map(({ file, line, words }) => `${file}:${line} is wrong, and nobody says so: ${words}`),
    ...faults
      .filter((fault) => !isMarked(fault))
      .map(({ file, line, words }) => `${file}:${line} is not marked as wrong: ${words}`),
  ];
};

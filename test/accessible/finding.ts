/** The two engines that look: each knows rules that the other does not. */
export type Engine = 'axe' | 'ibm';

/** Something that an engine calls a violation. */
export interface Violation {
  readonly engine: Engine;
  readonly rule: string;
  /** What is wrong, in the engine's words. */
  readonly message: string;
  /** Where, as markup. */
  readonly snippet: string;
}

/** What both engines say of one story in one mode. */
export interface Audit {
  readonly violations: readonly Violation[];
  /** What an engine leaves to people: told as a count. */
  readonly unsure: Readonly<Record<Engine, number>>;
}

/** A violation and every story and mode that has it. */
export interface Grouped {
  readonly violation: Violation;
  readonly story: string;
  readonly modes: readonly string[];
}

/** One line for each violation of a story, however many modes have it. */
export const grouped = (
  found: readonly { readonly story: string; readonly mode: string; readonly violation: Violation }[],
): readonly Grouped[] => {
  const groups = new Map<string, { violation: Violation; story: string; modes: string[] }>();
  for (const { story, mode, violation } of found) {
    const key = [story, violation.engine, violation.rule, violation.snippet].join('\n');
    const group = groups.get(key) ?? { violation, story, modes: [] };
    if (!group.modes.includes(mode)) group.modes.push(mode);
    groups.set(key, group);
  }
  return [...groups.values()];
};

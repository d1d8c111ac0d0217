import type { Engine, Violation } from './finding.js';

/** Where a rule is wrong: what it says there does not count. One that is needed nowhere any more is an error. */
export interface Exception {
  readonly engine: Engine;
  readonly rule: string;
  /** What the markup that it is wrong about looks like. */
  readonly where: RegExp;
  readonly because: string;
}

export const exceptions: readonly Exception[] = [];

/** The exception that a violation falls under, if there is one. */
export const exceptionFor = (
  { engine, rule, snippet }: Violation,
  all: readonly Exception[] = exceptions,
): Exception | undefined => all.find((one) => one.engine === engine && one.rule === rule && one.where.test(snippet));

import { type Clause } from './clause.js';
import { answering } from './clauses/answering.js';
import { conversation } from './clauses/conversation.js';
import { ending } from './clauses/ending.js';
import { extras } from './clauses/extras.js';
import { opening } from './clauses/opening.js';
import { recovery } from './clauses/recovery.js';
import { refusals } from './clauses/refusals.js';
import { requests } from './clauses/requests.js';
import { tabs } from './clauses/tabs.js';
import { ConformanceError, inWords, Unmet } from './conformance-error.js';
import type { ConformanceSubject } from './harness.js';
import { within } from './patience.js';
import { openStage } from './stage.js';

/** In the order of an agent's day. */
const clauses: readonly Clause[] = [
  ...opening,
  ...requests,
  ...answering,
  ...conversation,
  ...ending,
  ...refusals,
  ...tabs,
  ...recovery,
  ...extras,
];

/** One thing that the contract asks of a connector, ready to be tried. */
export interface ConformanceClause {
  /** A plain sentence, unique. */
  readonly name: string;
  /** Why it does not apply to this connector; absent where it does. */
  readonly leftOut?: string;
  /** Tries it on a harness of its own. Rejects with a {@link ConformanceError}; always settles. */
  run(): Promise<void>;
  /** The most that `run` takes, in milliseconds. */
  readonly limit: number;
}

/** So many things one clause may wait for, each as long as the patience. */
const WAITS = 4;

const attempt = async ({ name, run }: Clause, subject: ConformanceSubject, limit: number): Promise<void> => {
  const unmet = (error: unknown): ConformanceError =>
    error instanceof Unmet
      ? new ConformanceError(name, error.expected, error.came, { cause: error })
      : new ConformanceError(name, 'the clause to run to its end', inWords(error), { cause: error });
  try {
    await within(
      limit,
      'the clause',
      (async () => {
        const stage = openStage(subject, await subject.make());
        try {
          await run(stage);
        } finally {
          await stage.close();
        }
      })(),
    );
  } catch (error) {
    throw unmet(error);
  }
};

/**
 * The clauses of the connector contract, ready to be tried on a connector: for any runner, or none.
 *
 * @example
 * for (const { name, leftOut, run } of conformanceClauses(subject)) if (leftOut === undefined) test(name, run);
 */
export const conformanceClauses = (subject: ConformanceSubject): readonly ConformanceClause[] =>
  clauses.map((clause) => {
    const why = clause.needs?.map((need) => need(subject.capabilities)).find((reason) => reason !== undefined);
    const limit = (subject.patience ?? 2000) * WAITS;
    return {
      name: clause.name,
      ...(why === undefined ? {} : { leftOut: why }),
      limit,
      run: () => attempt(clause, subject, limit),
    };
  });

/** What of a test runner is used: `describe` and `it` of Vitest, Mocha, Jest or `node:test` fit as they are. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>, timeout?: number): unknown;
  /** Such as `it.skip`: told of each clause that is left out, with the reason in its name. Default: they are not told. */
  skip?(name: string, body: () => Promise<void>): unknown;
}

/**
 * Makes a test of each clause that applies to a connector, in a test runner.
 *
 * @param title what is tried, such as `The acme connector`
 *
 * @example
 * connectorConformance('The acme connector', { describe, it, skip: it.skip }, { capabilities, make });
 */
export const connectorConformance = (title: string, runner: TestRunner, subject: ConformanceSubject): void => {
  runner.describe(title, () => {
    for (const { name, leftOut, limit, run } of conformanceClauses(subject))
      if (leftOut === undefined) runner.it(name, run, limit + 1000);
      else runner.skip?.(`${name} (left out: ${leftOut})`, () => Promise.resolve());
  });
};

/** What came of trying every clause. */
export interface ConformanceReport {
  readonly passed: readonly string[];
  readonly failed: readonly ConformanceError[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  /** All of it as lines for people; the last is a sum. */
  readonly text: string;
}

/** Tries every clause that applies, one after the other, without a test runner. */
export const checkConformance = async (subject: ConformanceSubject): Promise<ConformanceReport> => {
  const passed: string[] = [];
  const failed: ConformanceError[] = [];
  const leftOut: { name: string; why: string }[] = [];
  for (const { name, leftOut: why, run } of conformanceClauses(subject)) {
    if (why !== undefined) leftOut.push({ name, why });
    else
      await run().then(
        () => passed.push(name),
        (error: unknown) => failed.push(error as ConformanceError),
      );
  }
  const text = [
    ...passed.map((name) => `passed    ${name}`),
    ...leftOut.map(({ name, why }) => `left out  ${name} (${why})`),
    ...failed.map(({ message }) => `FAILED    ${message}`),
    `${passed.length} passed, ${failed.length} failed, ${leftOut.length} left out`,
  ].join('\n');
  return { passed, failed, leftOut, text };
};

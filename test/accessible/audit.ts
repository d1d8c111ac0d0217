import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import type { Audit, Violation } from './finding.js';

const fileOf = createRequire(import.meta.url).resolve;

/** What both engines are to a page. */
const engines = ['axe-core/axe.min.js', 'accessibility-checker-engine/ace.js'].map((file) =>
  readFileSync(fileOf(file), 'utf8'),
);

/** Level A and AA up to WCAG 2.2, and what axe recommends beyond them. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const IBM_RULES = 'WCAG_2_2';

interface IbmReport {
  readonly results: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly snippet: string;
    /** Of what weight the rule is, and what became of it here. */
    readonly value: readonly [weight: string, outcome: string];
  }[];
}

declare const axe: { run(context: object, options: object): Promise<AxeResults> };
declare const ace: { Checker: new () => { check(root: Element, rules: readonly string[]): Promise<IbmReport> } };

/** Gives a page both engines. */
export const bringEngines = async (page: Page): Promise<void> => {
  for (const content of engines) await page.addScriptTag({ content });
};

const runAxe = async (page: Page, root: string): Promise<Audit> => {
  const { violations, incomplete } = await page.evaluate(
    async ([selector, tags]) =>
      axe.run(
        { include: [selector] },
        { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], elementRef: false },
      ),
    [root, AXE_TAGS] as const,
  );
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }): Violation => {
        return { engine: 'axe', rule: id, message: failureSummary, snippet: html };
      }),
    ),
    unsure: { axe: incomplete.length, ibm: 0 },
  };
};

const runIbm = async (page: Page, root: string): Promise<Audit> => {
  const { violations, unsure } = await page.evaluate(
    async ([selector, rules]) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`There is no ${selector}.`);
      const { results } = await new ace.Checker().check(element, [rules]);
      return {
        violations: results
          .filter(({ value: [weight, outcome] }) => weight === 'VIOLATION' && outcome === 'FAIL')
          .map(({ ruleId, message, snippet }) => ({ ruleId, message, snippet })),
        unsure: results.filter(
          ({ value: [weight, outcome] }) => outcome !== 'PASS' && !(weight === 'VIOLATION' && outcome === 'FAIL'),
        ).length,
      };
    },
    [root, IBM_RULES] as const,
  );
  return {
    violations: violations.map(({ ruleId: rule, message, snippet }) => ({ engine: 'ibm', rule, message, snippet })),
    unsure: { axe: 0, ibm: unsure },
  };
};

/** What both engines say of the part of a page below `root`. */
export const auditPage = async (page: Page, root: string): Promise<Audit> => {
  // One after the other: each looks at the whole page, and axe forbids company.
  const axeSays = await runAxe(page, root);
  const ibmSays = await runIbm(page, root);
  return {
    violations: [...axeSays.violations, ...ibmSays.violations],
    unsure: { axe: axeSays.unsure.axe, ibm: ibmSays.unsure.ibm },
  };
};

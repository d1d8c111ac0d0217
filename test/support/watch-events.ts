import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { compare } from './events/compare.js';
import { contract } from './events/contract.js';
import { outOfOrder } from './events/order.js';
import type { FiredEvent } from './events/record-in-page.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browsers of the journeys write down what our tags dispatch. */
    eventsFolder: string;
  }
}

const readAll = (folder: string): readonly FiredEvent[] =>
  readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as FiredEvent),
  );

/** Whether every journey there is ran, and passed: only then is what nobody dispatched worth a word. */
const isWhole = async (project: TestProject): Promise<boolean> => {
  const modules = project.vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const { testFiles } = await project.globTestFiles();
  const ran = new Set(modules.map(({ moduleId }) => moduleId));
  return testFiles.every((file) => ran.has(file)) && tests.every((test) => test.result().state === 'passed');
};

/**
 * Records every event that our tags dispatch during the journeys, and compares it with the manifest and the schemas when
 * all have ended. A difference makes the run fail.
 */
export const setup = (project: TestProject): (() => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-chat-events-'));
  project.provide('eventsFolder', folder);
  return async () => {
    const fired = readAll(folder);
    rmSync(folder, { recursive: true });
    const problems = [...compare(fired, contract, await isWhole(project)), ...outOfOrder(fired)];
    console.log(`\nEvents: ${fired.length} dispatched by our tags; ${problems.length} differ from what is promised.`);
    if (problems.length === 0) return;
    for (const problem of problems) console.error(`  ${problem}`);
    // What a teardown throws is printed, and the run is green all the same.
    process.exitCode = 1;
  };
};

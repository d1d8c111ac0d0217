import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { serve } from '../../demo/serve.mjs';
import { atTop } from './at-top.mjs';
import { ensureChrome } from './find-chrome.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the demo is served, without a slash at the end. */
    demoUrl: string;
    /** The executable of the browser to use. */
    chromePath: string;
  }
}

/**
 * Builds the gateway and the files that the demo's pages load, once for all journeys, and serves the demo on a free port
 * while they run.
 */
export default async function serveDemo(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromePath', ensureChrome());
  execFileSync('npm', ['run', '--silent', 'build:gateway'], { cwd: atTop(), stdio: 'inherit' });
  // In `npm test` they are those of the package as it would be published.
  if (process.env['LIBRARY'] === undefined)
    execFileSync(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], {
      cwd: atTop(),
      stdio: 'inherit',
    });
  const demo = await serve({ port: 0 });
  project.provide('demoUrl', demo.url);
  return demo.close;
}

import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { TestProject } from 'vitest/node';
import { atTop } from '../support/at-top.mjs';
import { ensureChrome } from '../support/find-chrome.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the static Storybook is served, with a slash at the end. */
    storybookUrl: string;
  }
}

/** A folder that no build could have guessed. */
const FOLDER = '/some/folder/';

/** Builds the static Storybook, and serves it below a folder while the tests run. */
export default async function serveStorybook(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromePath', ensureChrome());
  const storybook = atTop('node_modules/storybook/dist/bin/dispatcher.js');
  execFileSync(
    process.execPath,
    [storybook, 'build', '-c', 'stories/.storybook', '-o', 'storybook-static', '--quiet', '--disable-telemetry'],
    // A test runner's own mode would make another build than the one that is published.
    { cwd: atTop(), stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  const files = sirv(atTop('storybook-static'));
  const server = createServer((request, response) => {
    const nothing = (): void => void response.writeHead(404).end();
    if (!request.url?.startsWith(FOLDER)) return nothing();
    request.url = request.url.slice(FOLDER.length - 1);
    files(request, response, nothing);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  project.provide('storybookUrl', `http://localhost:${(server.address() as AddressInfo).port}${FOLDER}`);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { atTop } from '../support/at-top.mjs';
import { bundledPackage } from '../support/bundled-package.mjs';
import { countsReporter } from '../support/counts-reporter.mjs';
import { chromeArguments, ensureChrome } from '../support/find-chrome.mjs';
import { packedModules } from '../support/packed.mjs';

const countsFile = process.env.COUNTS_FILE;

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: atTop(),
  files:
    'test/{elements,controllers,connectors/local,platform,context,define,theme,devtools/page,testing/harnesses}/**/*.test.ts',
  nodeResolve: { exportConditions: ['es2015', 'development'] },
  plugins: [
    packedModules(),
    bundledPackage('rxjs'),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: atTop('tsconfig.json') }),
  ],
  browsers: [
    chromeLauncher({
      // A window each: of two tabs in one window the hidden one gets no frames, and its tests stall.
      createPage: ({ browser }) => browser.newPage({ type: 'window' }),
      launchOptions: { executablePath: ensureChrome(), args: [...chromeArguments] },
    }),
  ],
  concurrency: 2,
  testFramework: { config: { timeout: '10000', forbidOnly: true } },
  testRunnerHtml: (testFramework) =>
    `<!doctype html><html lang="en"><head><title>Tests</title></head><body><script type="module" src="${testFramework}"></script></body></html>`,
  staticLogging: !process.stdout.isTTY,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }),
    ...(countsFile ? [countsReporter(countsFile)] : []),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};

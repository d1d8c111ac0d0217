// The Chromium that the widget, story and journey tests run in: CHROME_PATH, the usual places, PATH, else Debian's own.
import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';
import { canInstallByApt, installByApt, isExecutable } from './apt.mjs';

const windowsRoots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
  (root) => root !== undefined,
);

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const usualPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: windowsRoots.flatMap((root) => [
    join(root, 'Google/Chrome/Application/chrome.exe'),
    join(root, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
};

const HELP = 'Install Chrome or Chromium (Debian: apt-get install chromium), or set CHROME_PATH to its executable.';

/**
 * What a test browser is started with: without a sandbox as root, where Chromium refuses one, and without calls home.
 * @type {readonly string[]}
 */
export const chromeArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chrome or Chromium on this machine, or `undefined`. Throws if CHROME_PATH is set to what is none.
 * @returns {string | undefined}
 */
export function findChrome() {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH=${env.CHROME_PATH} is no executable file.`);
  }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['chromium', 'google-chrome-stable', 'google-chrome', 'chrome'].map((name) => join(folder, name)),
    );
  return [...(usualPlaces[platform] ?? []), ...onPath].find(isExecutable);
}

/**
 * The path of a Chrome or Chromium; where there is none, root on Debian gets it by apt-get. Throws with what to do.
 * @returns {string}
 */
export function ensureChrome() {
  const found = findChrome();
  if (found !== undefined) return found;
  if (!canInstallByApt()) throw new Error(`There is no Chrome or Chromium on this machine. ${HELP}`);
  console.error('There is no Chrome or Chromium: installing chromium with apt-get …');
  try {
    // The fonts are named because a bare machine has none, and text without a font has no size.
    installByApt(['chromium', 'fonts-liberation']);
    const installed = findChrome();
    // Ubuntu's package of that name is only a pointer to a snap, which does not start in a container.
    if (installed !== undefined) execFileSync(installed, ['--version'], { stdio: 'ignore' });
    if (installed !== undefined) return installed;
  } catch (error) {
    throw new Error(`apt-get did not give a Chromium that starts. ${HELP}`, { cause: error });
  }
  throw new Error(`apt-get installed chromium, but it is in none of the usual places. ${HELP}`);
}

// By its name: bundled into another program, its address is that program's.
if (process.argv[1]?.endsWith('find-chrome.mjs')) {
  try {
    console.log(ensureChrome());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

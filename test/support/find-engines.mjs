// Firefox and WebKitGTK, in which the tests run beside Chromium: what is there, else Debian's own.
import { env } from 'node:process';
import { canInstallByApt, installByApt, isExecutable } from './apt.mjs';

const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const machines = ['x86_64', 'aarch64'];
const webkits = machines.map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

/** @returns {string | undefined} FIREFOX_PATH, or where Debian puts it */
const findFirefox = () => [env.FIREFOX_PATH ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(isExecutable);

const findWebKit = () => {
  const browser = webkits.find(isExecutable);
  // xsettingsd tells the browser what the system prefers, such as less motion; Xvfb is the screen.
  const there = [WEBKIT_DRIVER, '/usr/bin/Xvfb', '/usr/bin/xsettingsd'].every(isExecutable);
  return browser !== undefined && there ? { browser, driver: WEBKIT_DRIVER } : undefined;
};

/**
 * What `find` finds, after apt-get where that may run. Throws with what to do.
 * @template T
 * @param {string} name
 * @param {() => T | undefined} find
 * @param {readonly string[]} packages
 * @returns {T}
 */
const ensure = (name, find, packages) => {
  const found = find();
  if (found !== undefined) return found;
  const help = `Debian has it: apt-get install ${packages.join(' ')}.`;
  if (!canInstallByApt()) throw new Error(`There is no ${name} on this machine. ${help}`);
  console.error(`There is no ${name}: installing ${packages.join(', ')} with apt-get …`);
  installByApt(packages);
  const installed = find();
  if (installed === undefined) throw new Error(`apt-get gave no ${name} in the usual places. ${help}`);
  return installed;
};

export const ensureFirefox = () => ensure('Firefox', findFirefox, ['firefox-esr', 'fonts-liberation']);

export const ensureWebKit = () =>
  ensure('WebKitGTK', findWebKit, ['webkit2gtk-driver', 'xvfb', 'xsettingsd', 'fonts-liberation']);

// Runs widget tests in WebKitGTK's own small browser, driven by WebKitWebDriver (Debian: webkit2gtk-driver, xvfb).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from './free-ports.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const BROWSERS = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

/** The keys that are no characters, as WebDriver writes them. @type {Readonly<Record<string, string>>} */
const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  Space: ' ',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
};

/** @returns {import('@web/test-runner').BrowserLauncher & {sendKeys(id: string, keys: readonly string[]): Promise<void>}} */
export const webkitLauncher = () => {
  const binary = BROWSERS.find(existsSync);
  if (binary === undefined || !existsSync(DRIVER))
    throw new Error('There is no WebKitGTK on this machine (Debian: apt-get install webkit2gtk-driver xvfb).');
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  let driver = '';
  /** @type {Promise<string> | undefined} */
  let session;
  /** @type {string | undefined} */
  let active;

  /** @type {(method: string, path: string, body?: object) => Promise<any>} */
  const call = async (method, path, body) => {
    const answer = await fetch(driver + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKitWebDriver, ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };

  /** @returns {Promise<string>} */
  const display = async () => {
    if (process.env.DISPLAY) return process.env.DISPLAY;
    const screen = ['-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    processes.push(server);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`));
    });
  };

  const isReady = () =>
    call('GET', '/status').then(
      () => true,
      () => false,
    );

  const start = async () => {
    const [port] = await freePorts(1);
    const env = { ...process.env, DISPLAY: await display() };
    processes.push(spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' }));
    driver = `http://127.0.0.1:${port}`;
    for (let tries = 0; tries < 50 && !(await isReady()); tries += 1) await sleep(100);
    const options = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: options } });
    return `/session/${sessionId}`;
  };

  return {
    name: 'WebKit',
    type: 'webdriver',
    /** Each of `keys` is pressed and let go; in a combination such as "Alt+Shift+N" all are held. */
    async sendKeys(/** @type {string} */ _id, /** @type {readonly string[]} */ keys) {
      const list = keys.flatMap((key) => {
        const values = key.split(/\+(?=.)/).map((one) => KEYS[one] ?? one);
        const down = values.map((value) => ({ type: 'keyDown', value }));
        return [...down, ...values.reverse().map((value) => ({ type: 'keyUp', value }))];
      });
      await call('POST', `${await session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: list }] });
    },
    concurrency: 1,
    async startSession(id, url) {
      session ??= start();
      active = id;
      await call('POST', `${await session}/url`, { url });
    },
    isActive: (id) => active === id,
    getBrowserUrl: async () => call('GET', `${await session}/url`),
    async stopSession() {
      active = undefined;
      await call('POST', `${await session}/url`, { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKit has no debug session here.');
    },
    async stop() {
      if (session !== undefined) await call('DELETE', await session).catch(() => {});
      for (const one of processes.splice(0).reverse()) one.kill();
    },
  };
};

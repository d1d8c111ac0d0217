// WebKitGTK's own small browser, driven by WebKitWebDriver on a screen of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureWebKit } from './find-engines.mjs';
import { freePorts } from './free-ports.mjs';

/** The keys that are no characters, as WebDriver writes them. @type {Readonly<Record<string, string>>} */
const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  F3: '\uE033',
  Space: ' ',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

/** Its bars take no more room than they must, so that a page can be as narrow as a phone. */
const NARROW = '* { min-width: 0; min-height: 0; margin: 0; border-width: 0; padding: 0; font-size: 1px }';

/** How narrow that is at most, in pixels; it is a little less. */
const NARROWEST = 300;

/** What a page can be told of its reader: the system's setting behind it. @type {Readonly<Record<string, (value: string) => string>>} */
const MEDIA = {
  'prefers-color-scheme': (value) => `Net/ThemeName "${value === 'dark' ? 'Adwaita-dark' : 'Adwaita'}"`,
  'prefers-reduced-motion': (value) => `Gtk/EnableAnimations ${value === 'reduce' ? 0 : 1}`,
};

/** Styles follow what was set with the next frame. */
const PAINTED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

/** @param {string} key */
const keyOf = (key) => KEYS[key] ?? key;

/**
 * One page, worked as Puppeteer's are; of those, only what the tests use.
 * @typedef {object} WebKitPage
 * @property {(url: string) => Promise<void>} goto
 * @property {() => Promise<string>} url
 * @property {() => Promise<void>} reload
 * @property {(expression: string) => Promise<any>} evaluate what the expression gives, once a promise settled
 * @property {{type(text: string): Promise<void>, press(key: string): Promise<void>, down(key: string): Promise<void>, up(key: string): Promise<void>}} keyboard
 * @property {{move(x: number, y: number): Promise<void>, click(x: number, y: number, options?: {button?: string}): Promise<void>, down(options?: {button?: string}): Promise<void>, up(options?: {button?: string}): Promise<void>, reset(): Promise<void>}} mouse
 * @property {(size: {width: number, height: number}) => Promise<void>} setViewport
 * @property {(features: readonly {name: string, value: string}[]) => Promise<void>} emulateMediaFeatures
 * @property {() => Promise<void>} close
 */

/**
 * Starts the browser. Each page is a window of its own.
 * @returns {Promise<{newPage(): Promise<WebKitPage>, close(): Promise<void>}>}
 */
export const startWebKit = async () => {
  const { browser: binary, driver } = ensureWebKit();
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  const home = mkdtempSync(join(tmpdir(), 'agent-chat-webkit-'));
  const stop = () => {
    for (const one of processes) one.kill();
  };

  const display = async () => {
    // Without a window manager the window under the pointer has the focus, and the pointer is in the middle: of a screen
    // so small that this is over the narrowest window. Windows may be larger than it.
    const screen = ['-screen', '0', '500x400x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    processes.push(server);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`));
    });
  };

  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/gtk.css'), NARROW);
  const preferences = join(home, 'preferences');
  writeFileSync(preferences, '');
  const homes = Object.fromEntries(['CONFIG', 'DATA', 'CACHE'].map((name) => [`XDG_${name}_HOME`, home]));
  const env = { ...process.env, ...homes, DISPLAY: await display() };
  const system = spawn('xsettingsd', ['--config', preferences], { env, stdio: 'ignore' });
  processes.push(system);
  const [port] = await freePorts(1);
  processes.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
  process.once('exit', stop);

  /** @type {(method: string, path: string, body?: object) => Promise<any>} */
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKitWebDriver, ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };

  const isReady = () =>
    ask('GET', '/status').then(
      () => true,
      () => false,
    );
  for (let tries = 0; tries < 100 && !(await isReady()); tries += 1) await sleep(100);
  const options = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: options } });
  const session = `/session/${sessionId}`;

  /** @type {Map<string, string>} */
  const preferred = new Map();
  /** The window that commands go to; one command at a time, as each is for the window of that moment. */
  let current = await ask('GET', `${session}/window`);
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  let unused = [current];
  let open = 1;

  /** @type {(evaluate: (expression: string) => Promise<any>, preferred: ReadonlyMap<string, string>) => Promise<void>} */
  const tell = async (evaluate, wanted) => {
    writeFileSync(preferences, [...wanted].map(([name, value]) => `${MEDIA[name]?.(value)}\n`).join(''));
    system.kill('SIGHUP');
    const isSo = [...wanted].map(([name, value]) => `matchMedia('(${name}: ${value})').matches`).join(' && ');
    for (let tries = 0; tries < 100 && !(await evaluate(isSo)); tries += 1) await sleep(20);
  };

  /** @param {string} handle @returns {WebKitPage} */
  const pageOf = (handle) => {
    /** @type {(method: string, path: string, body?: object) => Promise<any>} */
    const call = (method, path, body) => {
      const mine = last.then(async () => {
        if (current !== handle) await ask('POST', `${session}/window`, { handle });
        current = handle;
        return ask(method, session + path, body);
      });
      last = mine.catch(() => {});
      return mine;
    };
    /** @param {object[]} actions */
    const keys = (...actions) => call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    /** @param {object[]} actions */
    const pointer = (...actions) =>
      call('POST', '/actions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      });
    /** @param {number} x @param {number} y */
    const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
    /** @param {string} type @param {string} [button] */
    const button = (type, button = 'left') => ({ type, button: ['left', 'middle', 'right'].indexOf(button) });
    /** @param {string} key */
    const stroke = (key) => ['keyDown', 'keyUp'].map((type) => ({ type, value: keyOf(key) }));
    const evaluate = (/** @type {string} */ expression) =>
      call('POST', '/execute/sync', { script: `return (${expression});`, args: [] });

    return {
      goto: (url) => call('POST', '/url', { url }),
      url: () => call('GET', '/url'),
      reload: () => call('POST', '/refresh', {}),
      evaluate,
      keyboard: {
        type: (text) => keys(...[...text].flatMap(stroke)),
        press: (key) => keys(...stroke(key)),
        down: (key) => keys({ type: 'keyDown', value: keyOf(key) }),
        up: (key) => keys({ type: 'keyUp', value: keyOf(key) }),
      },
      mouse: {
        move: (x, y) => pointer(move(x, y)),
        click: (x, y, options) =>
          pointer(move(x, y), button('pointerDown', options?.button), button('pointerUp', options?.button)),
        down: (options) => pointer(button('pointerDown', options?.button)),
        up: (options) => pointer(button('pointerUp', options?.button)),
        reset: () => call('DELETE', '/actions').then(() => pointer(move(0, 0))),
      },
      /** As near to it as a window can be: it is as much larger than its page as its own bars are. */
      async setViewport({ width, height }) {
        const bars = 'outerHeight - innerHeight';
        await call('POST', '/window/rect', { width, height: height + (await evaluate(bars)) });
        const isThere = `innerWidth >= ${width} && innerWidth <= ${Math.max(width, NARROWEST)} && innerHeight === ${height}`;
        for (let tries = 0; tries < 100 && !(await evaluate(isThere)); tries += 1) await sleep(20);
        await evaluate(PAINTED);
      },
      async emulateMediaFeatures(features) {
        const scheme = preferred.get('prefers-color-scheme') ?? 'light';
        for (const { name, value } of features) preferred.set(name, value);
        // It reads its styles again only when the colours change.
        await tell(evaluate, new Map([...preferred, ['prefers-color-scheme', scheme === 'dark' ? 'light' : 'dark']]));
        await tell(evaluate, new Map([['prefers-color-scheme', scheme], ...preferred]));
        await evaluate(PAINTED);
      },
      async close() {
        // The last window takes the session with it.
        if (open === 1) {
          await call('POST', '/url', { url: 'about:blank' });
          unused = [handle];
          return;
        }
        await call('DELETE', '/window');
        current = '';
        open -= 1;
      },
    };
  };

  return {
    async newPage() {
      const first = unused.pop();
      if (first !== undefined) return pageOf(first);
      const { handle } = await ask('POST', `${session}/window/new`, { type: 'window' });
      open += 1;
      return pageOf(handle);
    },
    async close() {
      await ask('DELETE', session).catch(() => {});
      const gone = processes.map((one) => one.exitCode ?? new Promise((resolve) => one.once('exit', resolve)));
      stop();
      await Promise.all(gone);
      // The browser itself may still write to its caches.
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
};

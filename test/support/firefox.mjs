import { launch } from 'puppeteer-core';
import { ensureFirefox } from './find-engines.mjs';

/**
 * What a page can be told of its reader, and how Firefox is told so: by the settings behind. 2 is what the system says.
 * @type {Readonly<Record<string, readonly [setting: string, values: Readonly<Record<string, number>>]>>}
 */
const MEDIA = {
  'prefers-color-scheme': ['layout.css.prefers-color-scheme.content-override', { dark: 0, light: 1 }],
  'prefers-reduced-motion': ['ui.prefersReducedMotion', { 'no-preference': 0, reduce: 1 }],
};

/** @typedef {import('puppeteer-core').Browser} Browser */

/** How to start Firefox, over WebDriver BiDi. */
export const firefoxOptions = () => ({
  browser: /** @type {const} */ ('firefox'),
  executablePath: ensureFirefox(),
  // Puppeteer tells no Firefox what its reader prefers; its own settings do, and only its own windows reach them.
  args: ['--remote-allow-system-access'],
});

/** @returns {Promise<Browser>} */
export const startFirefox = () => launch(firefoxOptions());

/**
 * Asks Firefox something that Puppeteer has no words for.
 * @param {Browser} browser
 * @param {string} method
 * @param {object} parameters
 * @returns {Promise<any>}
 */
const ask = async (browser, method, parameters) => {
  const { connection } = /** @type {{connection: {send(method: string, parameters: object): Promise<any>}}} */ (
    /** @type {unknown} */ (browser)
  );
  return (await connection.send(method, parameters)).result;
};

/**
 * A page on which Puppeteer does what it does in Chromium: it can be told what its reader prefers, knows the space bar by
 * its name, and a pointer that is reset leaves what it was over.
 * @param {Browser} browser
 */
export const newFirefoxPage = async (browser) => {
  const page = await browser.newPage();
  const { keyboard, mouse } = page;
  const press = keyboard.press.bind(keyboard);
  keyboard.press = (key, options) =>
    press(/** @type {import('puppeteer-core').KeyInput} */ (key === 'Space' ? ' ' : key), options);
  const reset = mouse.reset.bind(mouse);
  mouse.reset = async () => {
    await reset();
    // Its pointer is said to be at 0, 0 now, and one that does not move leaves nothing.
    await mouse.move(1, 1);
  };
  return Object.assign(page, {
    /** @param {readonly {name: string, value: string}[]} features */
    async emulateMediaFeatures(features) {
      const { contexts } = await ask(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
      for (const { name, value } of features) {
        const [setting, values] = MEDIA[name] ?? [];
        if (setting === undefined) throw new Error(`Firefox has no setting for ${name} here.`);
        await ask(browser, 'script.evaluate', {
          expression: `Services.prefs.setIntPref(${JSON.stringify(setting)}, ${values?.[value] ?? 2})`,
          target: { context: contexts[0].context },
          awaitPromise: false,
        });
      }
      // A style that follows a setting is there with the next frame.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    },
  });
};

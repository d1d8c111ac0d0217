import { readFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright';
import type { PNG } from 'pngjs';
import { compile } from 'tailwindcss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleLook, openLook, pageWith, showSheet, steadyShot } from '../look/stage.js';
import { atTop } from '../support/at-top.mjs';
import { startBrowser } from '../support/browser.js';

const read = (file: string): string => readFileSync(atTop(`node_modules/${file}`), 'utf8');

const preflight = (await compile(read('tailwindcss/preflight.css'))).build([]);

/** The most that may look different, of all pixels. */
const MOST = 0.001;

const whole = ['adapter', 'previews', 'notices', 'popover'];
const alone = ['small', 'lists', 'messages', 'panes', 'forms', 'dialog'];

/** A page that takes every style away has taken a lone tag's size too; what it says about an adapter's inside is nothing. */
const pages: readonly (readonly [name: string, styles: string, sheets: readonly string[]])[] = [
  ['unsets every style', '* { all: unset !important; }', [...whole, 'messages', 'forms', 'dialog']],
  ['gives its root 40 px', 'html { font-size: 40px; }', [...whole, ...alone]],
  ['gives its root 62.5 %', 'html { font-size: 62.5%; }', [...whole, ...alone]],
  ['has Bootstrap', read('bootstrap/dist/css/bootstrap.css'), [...whole, ...alone]],
  ['has Tailwind’s preflight', preflight, [...whole, ...alone]],
  [
    'shouts at everything',
    `html, body, * { font: italic 700 30px/3 cursive; letter-spacing: 4px; text-transform: uppercase; text-align: right;
       text-shadow: 0 0 4px red; text-indent: 30px; white-space: pre; word-spacing: 20px; cursor: wait; }
     button, input, textarea, p, ul, li, h2, svg { margin: 20px; padding: 20px; border: 9px solid red; }`,
    whole,
  ],
];

const differing = (one: PNG, other: PNG): number =>
  pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.1 }) / (one.width * one.height);

describe('a host page', () => {
  let browser: Browser;
  let script: string;
  const clean = new Map<string, PNG>();

  const open = (styles: string): Promise<Page> =>
    openLook(browser, { script, page: pageWith(styles), context: { colorScheme: 'light', reducedMotion: 'reduce' } });

  beforeAll(async () => {
    [browser, script] = await Promise.all([startBrowser(), bundleLook()]);
    const page = await open('');
    for (const sheet of [...whole, ...alone]) {
      await showSheet(page, sheet);
      clean.set(sheet, await steadyShot(page));
    }
  });
  afterAll(() => browser.close());

  it.each(pages)('that %s changes nothing inside', async (_name, styles, sheets) => {
    const page = await open(styles);
    const changed: string[] = [];
    for (const sheet of sheets) {
      await showSheet(page, sheet);
      const part = differing(clean.get(sheet)!, await steadyShot(page));
      if (part > MOST) changed.push(`${sheet}: ${(part * 100).toFixed(2)} %`);
    }
    expect(changed).toEqual([]);
  });

  it('is told from another where a tag does look different', async () => {
    const page = await open(':root { --chat-color-surface: #cce; }');
    await showSheet(page, 'adapter');
    expect(differing(clean.get('adapter')!, await steadyShot(page))).toBeGreaterThan(MOST);
  });
});

import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure, measureFocus, type Finding } from '../look/measure.js';
import { bundleLook, openLook, pageWith, showSheet } from '../look/stage.js';
import { startBrowser } from '../support/browser.js';

/** Device pixels in one of CSS: a stroke of text then has a core of one colour. */
const SCALE = 2;

describe('the contrast that is measured from pixels', () => {
  let browser: Browser;
  let script: string;

  /** What is weak on a sheet where the page sets these tokens, by kind. */
  const weak = async (sheet: string, tokens: string): Promise<readonly Finding['kind'][]> => {
    const page = await openLook(browser, {
      script,
      page: pageWith(`:root { ${tokens} }`),
      context: { colorScheme: 'light', reducedMotion: 'reduce', deviceScaleFactor: SCALE },
    });
    await showSheet(page, sheet);
    const findings = [...(await measure(page, SCALE)), ...(await measureFocus(page, SCALE))];
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['text', 'icon', 'edge', 'focus']));
    return [...new Set(findings.filter((each) => each.contrast < each.least).map(({ kind }) => kind))];
  };

  beforeAll(async () => {
    [browser, script] = await Promise.all([startBrowser(), bundleLook()]);
  });
  afterAll(() => browser.close());

  it('is enough of everything in a form and its messages', async () => {
    expect(await weak('forms', '')).toEqual([]);
    expect(await weak('messages', '')).toEqual([]);
  });

  it.each<[planted: string, tokens: string, kind: Finding['kind']]>([
    ['pale text', '--chat-color-soft: #9aa2ae;', 'text'],
    ['text in the colour of its ground', '--chat-bubble-own-ink: #e6edfd;', 'text'],
    ['pale edges of fields', '--chat-field-line: #c9ced6;', 'edge'],
    ['a pale ring', '--chat-focus: 2px solid #c9ced6;', 'focus'],
    ['no ring', '--chat-focus: none;', 'focus'],
  ])('is too little with %s', async (_name, tokens, kind) => {
    expect(await weak(kind === 'text' ? 'messages' : 'forms', tokens)).toContain(kind);
  });
});

import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coreContrast } from '../look/pixels.js';
import { bundleLook, openLook, pageWith, showSheet, steadyShot } from '../look/stage.js';
import { startBrowser } from '../support/browser.js';

const SHEETS = ['small', 'messages', 'adapter', 'previews', 'notices', 'forms', 'dialog'] as const;

/** What a reader may do to the text without losing any of it (WCAG 1.4.12). */
const WIDER = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

describe('every reader', () => {
  let browser: Browser;
  let script: string;

  const open = async (context: BrowserContextOptions, sheet?: string): Promise<Page> => {
    const page = await openLook(browser, { script, context, page: pageWith('') });
    if (sheet !== undefined) await showSheet(page, sheet);
    return page;
  };

  /** What is cut off on each sheet, and which sheets have to be scrolled to the side. */
  const lost = async (page: Page, sheets: readonly string[] = SHEETS): Promise<readonly string[]> => {
    const all: string[] = [];
    for (const sheet of sheets) {
      await showSheet(page, sheet);
      const cut = await page.evaluate(() => [
        ...window.marks.cut(),
        ...(document.documentElement.scrollWidth > innerWidth + 1 ? ['the page is too wide'] : []),
      ]);
      all.push(...cut.map((each) => `${sheet}: ${each}`));
    }
    return all;
  };

  beforeAll(async () => {
    [browser, script] = await Promise.all([startBrowser(), bundleLook()]);
  });
  afterAll(() => browser.close());

  it('sees the page’s colour scheme at once, with nothing rendered anew', async () => {
    const page = await open({ colorScheme: 'light' }, 'adapter');
    const { light, dark, updates } = await page.evaluate(async () => {
      const adapter = document.querySelector('chat-adapter')!;
      let proto = Object.getPrototypeOf(adapter) as Record<string, () => unknown>;
      while (!Object.hasOwn(proto, 'performUpdate')) proto = Object.getPrototypeOf(proto) as typeof proto;
      const perform = proto['performUpdate']!;
      let updates = 0;
      proto['performUpdate'] = function (this: unknown) {
        updates += 1;
        return perform.call(this);
      };
      const pane = adapter.shadowRoot!.querySelector('chat-pane')!;
      const ground = () => getComputedStyle(pane).backgroundColor;
      const light = ground();
      document.documentElement.style.setProperty('color-scheme', 'dark', 'important');
      const dark = ground();
      for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
      return { light, dark, updates };
    });
    expect([light, dark]).toEqual(['rgb(255, 255, 255)', 'rgb(21, 24, 29)']);
    expect(updates).toBe(0);
  });

  it('who wants more contrast gets it', async () => {
    const page = await open({ colorScheme: 'light', contrast: 'more' }, 'messages');
    const colours = await page.evaluate(() => {
      const root = document.querySelector('chat-message')!.shadowRoot!;
      return [getComputedStyle(root.host).color, getComputedStyle(root.querySelector('.system')!).color];
    });
    expect(colours[1]).toBe(colours[0]);
  });

  it('who has forced colours sees the shape of every urgency, and what is selected', async () => {
    // A pulse is painted apart, and its edge not always by the same grey.
    const page = await open({ forcedColors: 'active', reducedMotion: 'reduce' }, 'small');
    const { pills, icons, bars } = await page.evaluate(() => {
      const timers = [...document.querySelectorAll('response-timer')].map((timer) => timer.shadowRoot!);
      const selected = [...document.querySelectorAll('chat-indicator')].map((one) =>
        one.shadowRoot!.querySelector('.selected')?.getBoundingClientRect(),
      );
      const boxes = timers.map((root) => root.querySelector('.urgency')!.getBoundingClientRect());
      const shape = (root: ShadowRoot): string =>
        [...root.querySelectorAll('path')]
          .filter((path) => getComputedStyle(path).strokeOpacity !== '0' || getComputedStyle(path).fillOpacity !== '0')
          .map((path) => path.getAttribute('d'))
          .join();
      return {
        pills: boxes.map(({ x, y, width, height }) => ({ x, y, width, height })),
        icons: new Set(timers.map(shape)).size,
        bars: selected.flatMap((box) => (box ? [{ x: box.x, y: box.y + 9, width: 3, height: box.height - 18 }] : [])),
      };
    });
    expect(icons).toBe(4);
    // The style says that the edge is transparent, also where it is painted.
    const shot = await steadyShot(page);
    const ground = (await openLook(browser, { script, context: { forcedColors: 'active' } })).screenshot();
    const bare = PNG.sync.read(await ground);
    for (const { x, y, width } of pills)
      expect(coreContrast(shot, bare, { x: x + 8, y, width: width - 16, height: 2 }, 1)).toBeGreaterThan(3);
    expect(bars).toHaveLength(2);
    for (const bar of bars) expect(coreContrast(shot, bare, bar, 1)).toBeGreaterThan(3);
  });

  it('who wants less motion sees nothing move for long', async () => {
    const moving = (): Promise<number> => page.evaluate(() => window.marks.moving());
    const page = await open({ reducedMotion: 'no-preference' });
    await showSheet(page, 'small');
    expect(await moving()).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const sheet of ['small', 'messages']) {
      await showSheet(page, sheet);
      expect(await moving()).toBe(0);
    }
  });

  it('who wants less transparency sees nothing through the dialog’s ground', async () => {
    const page = await open({}, 'dialog');
    const ground = (): Promise<string> =>
      page.evaluate(
        () =>
          getComputedStyle(
            document.querySelector('end-chat-dialog')!.shadowRoot!.querySelector('dialog')!,
            '::backdrop',
          ).backgroundColor,
      );
    expect(await ground()).toMatch(/^rgba/);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-transparency', value: 'reduce' }],
    });
    expect(await ground()).toMatch(/^rgb\(/);
  });

  it('who prints gets dark on white, without shadows or pulses, beside the page and not over it', async () => {
    const page = await open({ colorScheme: 'dark' }, 'popover');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const printed = await page.evaluate(() => {
      const root = document.querySelector('chat-adapter')!.shadowRoot!;
      const panel = getComputedStyle(root.querySelector('.panel')!);
      return {
        ink: panel.color,
        ground: panel.backgroundColor,
        shadow: panel.boxShadow,
        position: [getComputedStyle(root.host).position, panel.position],
        launcher: getComputedStyle(root.querySelector('chat-launcher')!).display,
        moving: window.marks.moving(),
      };
    });
    expect(printed).toEqual({
      ink: 'rgb(21, 24, 29)',
      ground: 'rgb(255, 255, 255)',
      shadow: 'none',
      position: ['static', 'static'],
      launcher: 'none',
      moving: 0,
    });
  });

  it('who reads at twice the size loses no text', async () => {
    const page = await open({}, 'adapter');
    const size = (): Promise<string> =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('chat-adapter')!.shadowRoot!.querySelector('.panel')!).fontSize,
      );
    expect(await size()).toBe('14px');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    expect(await size()).toBe('28px');
    expect(await lost(page)).toEqual([]);
  });

  it.each([
    ['280 px', 280, 600],
    ['320 px, as a page of 1280 is at 400 %', 320, 256],
    ['768 px', 768, 1024],
    ['3840 px', 3840, 2160],
  ])('with a page of %s loses no text', async (_name, width, height) => {
    const page = await open({ viewport: { width, height } });
    expect(await lost(page, ['messages', 'adapter', 'previews', 'notices', 'popover', 'dialog'])).toEqual([]);
  });

  it('who spaces text out loses none of it', async () => {
    const page = await open({});
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const root = attach.call(this, init);
        // After Lit has put in the tag’s own.
        queueMicrotask(() => (root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]));
        return root;
      };
    }, WIDER);
    for (const sheet of SHEETS) {
      await page.evaluate((name) => window.showSheet(name), sheet);
      expect([sheet, ...(await page.evaluate(() => window.marks.cut()))]).toEqual([sheet]);
    }
  });

  it.each([
    ['a mouse', {}, 24],
    ['a finger', { hasTouch: true, isMobile: true, viewport: { width: 800, height: 1000 } }, 44],
  ] as const)('with %s has targets large enough', async (_name, context, least) => {
    const page = await open(context);
    for (const sheet of [
      'small',
      'lists',
      'messages',
      'find',
      'menu',
      'forms',
      'choosing',
      'dialog',
      'adapter',
      'notices',
    ]) {
      await showSheet(page, sheet);
      expect([sheet, ...(await page.evaluate((pixels) => window.marks.small(pixels), least))]).toEqual([sheet]);
    }
  });
});

import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPage, bringEngines } from '../accessible/audit.js';
import type { AuditMode } from '../accessible/modes.js';
import { showIn } from '../accessible/story-pages.js';
import { startBrowser } from '../support/browser.js';

const light: AuditMode = { scheme: 'light', direction: 'ltr', forcedColors: 'none', width: 1280 };

describe('the two engines that look at every story', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await startBrowser()));
  afterAll(() => browser.close());

  /** A page that shows a piece of markup inside a shadow root. */
  const pageWith = async (markup: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.setContent(
      '<!doctype html><html lang="en" style="background: Canvas"><title>A page</title><main id="root"><p></p></main></html>',
    );
    await page.evaluate((inside) => {
      document.querySelector('p')?.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
      const root = document.querySelector('p')?.shadowRoot;
      if (root) root.innerHTML = inside;
    }, markup);
    await bringEngines(page);
    return page;
  };

  const enginesAgainst = async (markup: string, mode: AuditMode): Promise<readonly string[]> => {
    const page = await pageWith(markup);
    await showIn(page, mode);
    const { violations } = await auditPage(page, '#root');
    await page.close();
    return [...new Set(violations.map(({ engine }) => engine))].sort();
  };

  it('say nothing against what is right', async () => {
    expect(await enginesAgainst('<button>Send</button>', light)).toEqual([]);
  });

  it('both find a button without a name in a shadow root', async () => {
    expect(await enginesAgainst('<button></button>', light)).toEqual(['axe', 'ibm']);
  });

  it('find a colour that is too weak in the dark only', async () => {
    const weak = '<style>span { color: light-dark(#000, #444) }</style><span>Message</span>';
    expect(await enginesAgainst(weak, light)).toEqual([]);
    expect(await enginesAgainst(weak, { ...light, scheme: 'dark' })).toContain('axe');
  });
});

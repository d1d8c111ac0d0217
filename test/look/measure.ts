import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import type { Kind } from './marks.js';
import { contrasts, coreContrast } from './pixels.js';
import { steadyShot } from './stage.js';

/** What was measured of one thing. */
export interface Finding {
  readonly kind: Kind | 'focus';
  readonly name: string;
  readonly contrast: number;
  readonly least: number;
}

/** The least contrast that WCAG 2.2 asks for: of text (1.4.3), and of what else has to be seen (1.4.11). */
const LEAST: Readonly<Record<Finding['kind'], number>> = { text: 4.5, icon: 3, edge: 3, focus: 3 };

const KINDS: readonly Kind[] = ['text', 'icon', 'edge'];

/** Room for a ring around what has the focus. */
const RING = 10;

/**
 * The contrast of whatever the page shows. Each kind of thing is made to disappear: what differs then is the thing, and what
 * is seen instead is its own ground, whatever that is made of. Not a word is taken from styles or tokens.
 */
export const measure = async (page: Page, scale: number): Promise<readonly Finding[]> => {
  const shown = await steadyShot(page);
  const marks = await page.evaluate(() => window.marks.collect());
  const findings: Finding[] = [];
  for (const kind of KINDS) {
    const ofKind = marks.filter((mark) => mark.kind === kind);
    if (ofKind.length === 0) continue;
    await page.evaluate((each) => window.marks.hide(each, true), kind);
    const hidden = await steadyShot(page);
    await page.evaluate((each) => window.marks.hide(each, false), kind);
    for (const mark of ofKind)
      findings.push({ kind, name: mark.name, contrast: coreContrast(shown, hidden, mark, scale), least: LEAST[kind] });
  }
  return findings;
};

/**
 * The contrast of each focus ring with what is there without it. At least as many pixels as a line of one pixel around the
 * thing has must change by 3:1 (2.4.13 says how that is counted): the weakest of those is the figure.
 */
export const measureFocus = async (page: Page, scale: number): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  // A key first: what a script focuses after a click has no ring.
  await page.keyboard.press('Shift');
  const count = await page.evaluate(() => window.marks.count());
  for (let which = 0; which < count; which += 1) {
    const focused = await page.evaluate((each) => window.marks.focus(each), which);
    if (focused === undefined) continue;
    const { name, box } = focused;
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const left = Math.max(0, Math.floor(box.x - RING));
    const top = Math.max(0, Math.floor(box.y - RING));
    const clip = {
      x: left,
      y: top,
      width: Math.min(width, Math.ceil(box.x + box.width + RING)) - left,
      height: Math.min(height, Math.ceil(box.y + box.height + RING)) - top,
    };
    if (clip.width <= 0 || clip.height <= 0) continue;
    const look = async (): Promise<PNG> =>
      PNG.sync.read(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
    const ringed = await look();
    await page.evaluate(() => window.marks.blur());
    const bare = await look();
    const all = contrasts(ringed, bare, { x: 0, y: 0, width: clip.width, height: clip.height }, scale);
    const line = Math.round((Math.min(box.width, width) + Math.min(box.height, height)) * 2 * scale * scale);
    findings.push({ kind: 'focus', name, contrast: all.at(-line) ?? 1, least: LEAST.focus });
  }
  return findings;
};

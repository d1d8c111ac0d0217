import type { CSSResultOrNative } from 'lit';
import { registerUnit } from '../theme/css.js';

type View = Window & typeof globalThis;

/** The sheets that were made for other documents than the script's: a window may show one after the other. */
const made = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

const sheetOf = (style: CSSResultOrNative, view: View): CSSStyleSheet => {
  if (style instanceof CSSStyleSheet) return style;
  if (view === window && style.styleSheet) return style.styleSheet;
  const sheets = made.get(view.document) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  made.set(view.document, sheets);
  let sheet = sheets.get(style);
  if (sheet === undefined) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    sheets.set(style, sheet);
  }
  return sheet;
};

/** Styles a shadow root that came into another document: a sheet serves only the one that it was made in. */
export const adoptStyles = (root: ShadowRoot, styles: readonly CSSResultOrNative[]): void => {
  const view = root.ownerDocument.defaultView;
  // In a document that nobody sees, such as a template's.
  if (view === null) return;
  registerUnit(view.document);
  root.adoptedStyleSheets = styles.map((style) => sheetOf(style, view));
};

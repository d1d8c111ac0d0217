/// <reference types="vite/client" />
/** The ready themes, each a file of plain CSS; one more file in their folder is one more entry in the toolbar. */
const files = import.meta.glob<string>('../../../src/theme/themes/*.css', {
  // As they are written: a build rewrites what it takes for its own styles.
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A theme's name is its file's. */
export const themes: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, css]) => [path.replace(/^.*\/|\.css$/g, ''), css]),
);

/** Where the theme builder keeps what was made with it, in this browser. */
const KEPT = 'theme-builder';
/** What the theme that was made here is called in the toolbar. */
export const OWN_THEME = 'own';

export const keptTheme = (): string => {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
};

export const keepTheme = (css: string): void => {
  try {
    localStorage.setItem(KEPT, css);
  } catch {
    // A browser that keeps nothing still lets the theme be exported.
  }
};

const sheet = new CSSStyleSheet();

/** Gives the page a theme: a ready one, the one made here, or (any other name) none. */
export const wear = (name: string): void => {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  sheet.replaceSync(name === OWN_THEME ? keptTheme() : (themes.get(name) ?? ''));
};

/** What a theme sets a token to; `dark` where it is another value in the dark. */
export interface Setting {
  readonly light: string;
  readonly dark?: string;
}

/** Only what differs from the defaults, by the token's name. */
export type Theme = ReadonlyMap<string, Setting>;

const PAIR = /^light-dark\(\s*((?:[^(),]|\([^()]*\))*),\s*((?:[^(),]|\([^()]*\))*)\)$/;

const written = ({ light, dark }: Setting): string =>
  dark === undefined || dark === light ? light : `light-dark(${light}, ${dark})`;

const read = (value: string): Setting => {
  const [, light, dark] = PAIR.exec(value) ?? [];
  return light === undefined || dark === undefined ? { light: value } : { light: light.trim(), dark: dark.trim() };
};

/** The declarations of a theme, a line each. */
export const declarationsOf = (theme: Theme): string =>
  [...theme].map(([name, setting]) => `  ${name}: ${written(setting)};\n`).join('');

/** A theme as a file of CSS, to load after nothing in particular: tokens are inherited by all that is in the page. */
export const cssOf = (theme: Theme): string =>
  `/* A theme for agent-chat-adapter. Set it on :root, or on any element around the tags. */\n:root {\n${declarationsOf(theme)}}\n`;

/** What was found in a file: the tokens it sets, and what it sets that is none. */
export interface Imported {
  readonly theme: Theme;
  readonly unknown: readonly string[];
}

/** Reads the tokens that CSS sets, whatever its selectors; the last of several counts. */
export const themeFrom = (css: string, known: ReadonlySet<string>): Imported => {
  const text = css.replace(/\/\*[^]*?\*\//g, '');
  const found = [...text.matchAll(/(--chat-[\w-]+)\s*:\s*([^;}]+)/g)].map(
    ([, name = '', value = '']) => [name, read(value.replace(/\s+/g, ' ').trim())] as const,
  );
  return {
    theme: new Map(found.filter(([name]) => known.has(name))),
    unknown: [...new Set(found.map(([name]) => name).filter((name) => !known.has(name)))],
  };
};

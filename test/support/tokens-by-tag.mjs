import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { atTop } from './at-top.mjs';
import { inCss, nameOf, readTokens } from './read-tokens.mjs';

/** @typedef {{name: string, default: string, description: string}} CssProperty */

/** What of another folder a tag has in its own styles: not the tags that it shows. */
const STYLES = /\.styles\.ts$|\/theme\/|\/chat-tools\//;

/**
 * A file and whatever it imports that says how its tag looks.
 * @param {string} file
 * @param {Set<string>} found
 */
const stylesOf = (file, found = new Set()) => {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/['"](\.[^'"]+)\.js['"]/g)) {
    const other = path.join(path.dirname(file), `${from}.ts`);
    if (path.dirname(other) === path.dirname(file) || STYLES.test(other)) stylesOf(other, found);
  }
  return found;
};

/**
 * The tokens that each tag reads, as the manifest tells them: of the semantic and the component layer.
 * @returns {Promise<ReadonlyMap<string, readonly CssProperty[]>>}
 */
export const tokensByTag = async () => {
  const tokens = await readTokens('src/theme/tokens.json');
  const reference = (/** @type {readonly string[]} */ of) => `var(${nameOf(of)})`;
  const folders = readdirSync(atTop('src/elements'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    folders.map(({ name: tag }) => {
      const css = [...stylesOf(atTop(`src/elements/${tag}/${tag}.ts`))]
        .filter((file) => !file.endsWith('/theme/tokens.ts'))
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n');
      const used = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
      const properties = tokens
        .filter(({ layer, name, own }) => used.has(name) || (layer === 'semantic' && used.has(own)))
        .map(({ name, value, description }) => ({ name, default: inCss(value, { reference }), description }));
      return [tag, properties];
    }),
  );
};

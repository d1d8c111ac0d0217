// What templates hold for readers of the source only: the layout of markup, and the layout and comments of styles. They
// are strings, which no page's own bundler makes smaller.
import { transformSync } from 'esbuild';

/**
 * Markup as it stands between backticks. A break between two things of a page counts as a space, so one stays; whatever
 * must be tight is written tight.
 * @type {(raw: string) => string}
 */
export const smallMarkup = (raw) => raw.replace(/\s*\n\s*/g, ' ').replaceAll(' >', '>');

/**
 * Styles, to stand between backticks.
 * @type {(styles: string) => string}
 */
export const smallStyles = (styles) =>
  transformSync(styles, { loader: 'css', minify: true, charset: 'utf8' }).code.trim().replaceAll('\\', '\\\\');

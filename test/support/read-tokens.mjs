// Reads the design tokens, and says how each is written in CSS.
import StyleDictionary from 'style-dictionary';
import { atTop } from './at-top.mjs';

/** Where our own words on a token stand, as the format wants it. */
const OURS = 'agent-chat-adapter';

/**
 * @typedef {'palette' | 'semantic' | 'component'} Layer
 * @typedef {object} Token
 * @property {Layer} layer
 * @property {string} name the custom property, such as `--chat-color-ink`
 * @property {string | undefined} own the tags' own name for it, such as `--_ink`; only of the semantic layer
 * @property {string} type the format's word for what it is
 * @property {string} description
 * @property {unknown} value as it is in the file
 * @property {unknown} dark the value where the colour scheme is dark; the same as `value` where there is none
 * @property {unknown} moreContrast
 * @property {unknown} lessTransparency
 */

/** @param {readonly string[]} path */
export const nameOf = (path) => `--chat-${(path[0] === 'palette' ? path : path.slice(1)).join('-')}`;

/** @param {string} name */
const ownNameOf = (name) => name.replace('--chat-', '--_').replace(/color-|font-(?=size)/, '');

/**
 * A file of tokens, in order. Fails where a token means one that is not there.
 * @param {string} file from the top of the repository
 * @param {readonly string[]} [beside] files whose tokens this one's may mean
 * @returns {Promise<readonly Token[]>}
 */
export const readTokens = async (file, beside = []) => {
  const dictionary = new StyleDictionary({
    include: beside.map((path) => atTop(path)),
    source: [atTop(file)],
    usesDtcg: true,
    log: { verbosity: 'silent', warnings: 'disabled', errors: { brokenReferences: 'throw' } },
    platforms: { css: {} },
  });
  const { allTokens } = await dictionary.getPlatformTokens('css');
  return allTokens
    .filter(({ filePath }) => filePath === atTop(file))
    .map(({ path, original, $type, $description }) => {
      const layer = /** @type {Layer} */ (path[0]);
      const ours = original['$extensions']?.[OURS] ?? {};
      const value = original['$value'];
      return {
        layer,
        name: nameOf(path),
        own: layer === 'semantic' ? ownNameOf(nameOf(path)) : undefined,
        type: $type ?? '',
        description: $description ?? '',
        value,
        dark: ours.dark ?? value,
        moreContrast: ours.moreContrast,
        lessTransparency: ours.lessTransparency,
      };
    });
};

/** @param {{hex: string, alpha?: number, components: readonly number[]}} colour */
const colour = ({ hex, alpha = 1, components }) => {
  const bytes = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (components.some((part, index) => Math.round(part * 255) !== bytes[index]))
    throw new Error(`The components of ${hex} are those of another colour.`);
  return alpha === 1
    ? hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3')
    : `rgb(${bytes.join(' ')} / ${Math.round(alpha * 100)}%)`;
};

/**
 * @typedef {object} Writing
 * @property {(path: readonly string[]) => string} reference how another token is written
 * @property {boolean} [rem] whether lengths in rem may stay so; else they are pixels, of which a rem has sixteen
 */

/**
 * A value as CSS has it.
 * @param {any} value
 * @param {Writing} writing
 * @returns {string}
 */
export const inCss = (value, writing) => {
  const part = (/** @type {unknown} */ it) => inCss(it, writing);
  if (typeof value === 'string' && value.startsWith('{')) return writing.reference(value.slice(1, -1).split('.'));
  if (Array.isArray(value)) return value.map((name) => (/^[\w-]+$/.test(name) ? name : `'${name}'`)).join(', ');
  if (typeof value !== 'object') return String(value);
  if ('hex' in value) return colour(value);
  if ('offsetX' in value)
    return [value.offsetX, value.offsetY, value.blur, value.spread, value.color]
      .map(part)
      .filter((text, index) => index !== 3 || text !== '0')
      .join(' ');
  if ('style' in value) return [value.width, value.style, value.color].map(part).join(' ');
  if (value.value === 0) return '0';
  if (value.unit === 'rem' && writing.rem === false) return `${value.value * 16}px`;
  return `${value.value}${value.unit}`;
};

// Makes from src/theme/tokens.json what is made of the design tokens: the tags' styles, types, the table of the docs; and
// from src/theme/themes/*.json the style sheets of the themes. `npm run tokens` writes them; with `--check` it only says
// whether they are those of today.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { atTop } from './at-top.mjs';
import { inCss, nameOf, readTokens } from './read-tokens.mjs';

/** @typedef {import('./read-tokens.mjs').Token} Token */

const SOURCE = 'src/theme/tokens.json';
const THEMES = 'src/theme/themes';
const GENERATED = 'Made from tokens.json: change that and run `npm run tokens`.';

const tokens = await readTokens(SOURCE);
const byName = new Map(tokens.map((token) => [token.name, token]));

/** @param {readonly string[]} path */
const tokenAt = (path) => /** @type {Token} */ (byName.get(nameOf(path)));

/**
 * A token as the tags read it: a semantic one by their own name, a plain colour as what the page sets, else its default.
 * @param {readonly string[]} path
 * @returns {string}
 */
const asRead = (path) => {
  const { own, name, value } = tokenAt(path);
  return own === undefined ? `var(${name}, ${inTags(value)})` : `var(${own})`;
};
/** @param {unknown} value */
const inTags = (value) => inCss(value, { reference: asRead });

/**
 * @param {string} light
 * @param {string} dark
 */
const either = (light, dark) => (light === dark ? light : `light-dark(${light}, ${dark})`);

const semantic = tokens.filter(({ layer }) => layer === 'semantic');

/** @param {'moreContrast' | 'lessTransparency'} wish */
const wished = (wish) =>
  semantic
    .filter((token) => token[wish] !== undefined)
    .map((token) => `${token.own}: ${inTags(token[wish])};`)
    .join('\n');

const styles = () => `// ${GENERATED}
import { css } from './css.js';

/**
 * The design tokens. A page sets \`--chat-*\` (documented, each with a default); the tags read the private \`--_*\` made
 * from them here. Light and dark follow the \`color-scheme\` that the page gives.
 */
export const tokens = css\`
  :host {
    ${semantic
      .map(({ own, name, value, dark }) => `${own}: var(${name}, ${either(inTags(value), inTags(dark))});`)
      .join('\n')}
  }

  @media (prefers-contrast: more) {
    :host { ${wished('moreContrast')} }
  }

  @media (prefers-reduced-transparency: reduce) {
    :host { ${wished('lessTransparency')} }
  }
\`;
`;

const types = () => `// ${GENERATED}

/** The names of the design tokens: custom properties that a page sets, and the tags read. */
export type ChatToken =
${tokens.map(({ name }) => `  | '${name}'`).join('\n')};

/** A theme as data: some tokens' values, as CSS has them. */
export type ChatTheme = Partial<Record<ChatToken, string>>;
`;

/**
 * A token as a page would write it.
 * @param {readonly string[]} path
 */
const asSet = (path) => `var(${nameOf(path)})`;

/** @param {Token} token */
const defaultOf = ({ value, dark }) => {
  const [light, other] = [value, dark].map((each) => inCss(each, { reference: asSet }));
  return light === other ? `\`${light}\`` : `\`${light}\`, dark \`${other}\``;
};

/** @param {Token['layer']} layer */
const table = (layer) => [
  '| token | default | what it is for |',
  '| --- | --- | --- |',
  ...tokens
    .filter((token) => token.layer === layer)
    .map((token) => `| \`${token.name}\` | ${defaultOf(token)} | ${token.description} |`),
  '',
];

const reference = () =>
  [
    `<!-- ${GENERATED} -->`,
    '',
    '# The design tokens',
    '',
    `${tokens.length} custom properties in three layers. Each has a default, so a page sets those it wants to change, on`,
    'any element around the tags. A `rem` here is the reader’s own text size, whatever the page gives its root.',
    '',
    '## Palette: the plain colours',
    '',
    ...table('palette'),
    '## Semantic: what a value is for',
    '',
    ...table('semantic'),
    '## Component: one thing alone',
    '',
    ...table('component'),
  ].join('\n');

/**
 * A theme as a style sheet. Of several in one page each is chosen by its name, and one that is alone rules the page.
 * @param {string} name
 */
const theme = async (name) => {
  const file = `${THEMES}/${name}.json`;
  const { $description } = JSON.parse(readFileSync(atTop(file), 'utf8'));
  const own = await readTokens(file, [SOURCE]);
  const unknown = own.find((token) => !byName.has(token.name));
  if (unknown) throw new Error(`${file}: there is no token ${unknown.name}.`);
  const lines = own.map((token) => {
    const [light, dark] = [token.value, token.dark].map((value) => inCss(value, { reference: asSet, rem: false }));
    return `${token.name}: ${either(light ?? '', dark ?? '')};`;
  });
  return `/* ${name}: ${$description} Made from ${name}.json by \`npm run tokens\`. */
:root:not([data-chat-theme]), [data-chat-theme='${name}'] {
${lines.join('\n')}
}
`;
};

const themes = readdirSync(atTop(THEMES))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

/** @type {(text: string, parser: string) => Promise<string>} */
const tidy = (text, parser) => format(text, { parser, singleQuote: true, printWidth: 120 });

const files = {
  'src/theme/tokens.ts': await tidy(styles(), 'typescript'),
  'src/theme/token-names.ts': await tidy(types(), 'typescript'),
  'src/theme/README.md': await tidy(reference(), 'markdown'),
  ...Object.fromEntries(
    await Promise.all(themes.map(async (name) => [`${THEMES}/${name}.css`, await tidy(await theme(name), 'css')])),
  ),
};

let stale = false;
for (const [file, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(atTop(file), text);
    continue;
  }
  let today = '';
  try {
    today = readFileSync(atTop(file), 'utf8');
  } catch {
    // It is not there at all.
  }
  if (today === text) continue;
  stale = true;
  console.error(`${file} is not what the tokens say: run \`npm run tokens\` and commit it.`);
}
if (stale) process.exitCode = 1;

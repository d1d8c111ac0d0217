// The files for a CDN: self-contained and minified. What npm gets is made by the compiler, module by module.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';
import esbuild, { minify as esbuildMinify } from 'rollup-plugin-esbuild';
import { writeIntegrity } from './test/support/integrity.mjs';
import { smallMarkup, smallStyles } from './test/support/small-templates.mjs';

const LOCALES = 'src/i18n/locales';

/**
 * A page that has Lit of its own would make the policy `lit-html` twice, which `trusted-types lit-html` forbids:
 * the second copy dies at import. So the copy in these files asks for a policy under our name.
 * @type {import('rollup').Plugin}
 */
const ownTrustedTypesPolicy = {
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!/[\\/]lit-html[\\/](?:.*[\\/])?lit-html\.js$/.test(id)) return null;
    const renamed = code.replace(/createPolicy\((['"])lit-html\1/, 'createPolicy("agent-chat-adapter"');
    if (renamed === code) this.error('lit-html no longer makes its policy as expected.');
    return { code: renamed, map: null };
  },
};

/**
 * Leaves out, as files of their own beside the script, what is fetched only when it is asked for.
 * @type {(files: RegExp) => import('rollup').Plugin}
 */
const besideTheScript = (files) => ({
  name: 'beside-the-script',
  resolveDynamicImport(specifier) {
    const [, ...found] = (typeof specifier === 'string' && files.exec(specifier)) || [];
    const name = found.findLast(Boolean);
    return name === undefined ? null : { id: `./${name}.js`, external: 'relative' };
  },
});

/** A module has beside it locales, connectors, the pane's tools and slots, what finds links, and what puts old messages into the storage. */
const besideTheModule = besideTheScript(
  /\/(locales\/[\w-]+|(?:connectors\/([\w-]+)|(chat-tools|chat-slots))\/[\w-]+|core\/(links)|paging\/([\w-]+))\.js$/,
);

/** A classic script only locales: all of them would be a third of it, of which a page shows one. */
const localesBeside = besideTheScript(/\/(locales\/[\w-]+)\.js$/);

const ALIKE = [
  /^elements\/icons\//,
  /^elements\/(?!chat-tools\/).*\.styles\.ts$/,
  /^core\//,
  /^desk\/(?!paging\/)/,
  /^i18n\/(?!locales\/)/,
  /\.events\.ts$/,
  // Without the element itself, which stands among the elements.
  /^elements\/chat-provider\/(?!chat-provider\.ts|provider-element)/,
  // What paints a part of a long list.
  /^elements\/chat-transcript\//,
  /^elements\/chat-list\//,
  /^elements\/chat-message\//,
];

/**
 * Compression finds what is alike within 32 kB, so styles stand beside styles and rules beside rules: 3 % less to
 * fetch. Whatever is named here does nothing when imported, so that its place changes nothing else.
 * @type {import('rollup').Plugin}
 */
const alikeTogether = {
  name: 'alike-together',
  transform(code, id) {
    if (!this.getModuleInfo(id)?.isEntry) return null;
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    const placed = ALIKE.flatMap((group) => sources.filter((file) => file.endsWith('.ts') && group.test(file)).sort());
    const imports = placed.map((file) => `import ${JSON.stringify(path.resolve('src', file))};`);
    return { code: `${imports.join('')}${code}`, map: null };
  },
};

const DECORATORS = `
  export const property = (options) => (prototype, name) => prototype.constructor.createProperty(name, options);
  export const state = () => property({ state: true });
  export const query = (selector) => (prototype, name) =>
    Object.defineProperty(prototype, name, { get() { return this.renderRoot?.querySelector(selector) ?? null; } });
  export const decorate = ({ prototype }, decorators) => {
    for (const name in decorators) decorators[name](prototype, name);
  };
`;

const CSS_TAG = `
  export class CSSResult {
    constructor(text) { this.cssText = text; }
    get styleSheet() {
      if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
      return this.sheet;
    }
  }
  export const supportsAdoptingStyleSheets = true;
  export const unsafeCSS = (text) => new CSSResult(text);
  export const css = ([text]) => new CSSResult(text);
  export const getCompatibleStyle = (style) => style;
  export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style); };
`;

const UNSUBSCRIPTION_ERROR = `
  export class UnsubscriptionError extends Error {
    name = 'UnsubscriptionError';
    constructor(errors) { super(errors.join('\\n')); this.errors = errors; }
  }
`;

/**
 * A file beside the module has no Lit of its own, which would ask for the Trusted Types policy a second time: what it
 * paints, it paints with the module's. Only styles need none.
 * @type {import('rollup').Plugin}
 */
const withoutLit = {
  name: 'without-lit',
  resolveId: (id) => (id === 'lit' ? '\0styles-alone' : null),
  load: (id) => (id === '\0styles-alone' ? CSS_TAG : null),
};

/** Without the ways to put another timer, or another report, in its place. */
const REPORT_UNHANDLED_ERROR = `
  export const reportUnhandledError = (error) => void setTimeout(() => { throw error; });
`;

/** What a server made is begun anew: Lit's part that takes it over is not in these files. */
const IS_HYDRATING = `
  export const setHydrating = () => {};
  export const isHydrating = () => false;
`;

/** @type {readonly [file: RegExp, code: string][]} */
const STAND_INS = [
  [/[\\/]lit[\\/]decorators\.js$/, DECORATORS],
  [/[\\/]reactive-element[\\/](?:.*[\\/])?css-tag\.js$/, CSS_TAG],
  [/[\\/]rxjs[\\/].*[\\/]UnsubscriptionError\.js$/, UNSUBSCRIPTION_ERROR],
  [/[\\/]rxjs[\\/].*[\\/]reportUnhandledError\.js$/, REPORT_UNHANDLED_ERROR],
  [/[\\/]src[\\/]controllers[\\/]is-hydrating\.ts$/, IS_HYDRATING],
];

/**
 * Polyfills, what the other standard's decorators leave behind, and what else no tag of ours needs, as named below.
 * @type {readonly [file: RegExp, parts: readonly RegExp[]][]}
 */
const NEEDLESS = [
  [
    /[\\/]reactive-element\.js$/,
    [
      /static addInitializer\(.*?\}(?=static )/,
      /void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/,
      /,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/,
      /Symbol\.metadata\?\?=.*?;/,
      /const t=this\[Symbol\.metadata\];.*?\}(?=this\.)/,
      /,\w=\w\.reactiveElementPolyfillSupport/,
      /\w\?\.\(\{ReactiveElement:\w\}\),/,
      // Attributes that hold JSON.
      /case Object:case Array:t=.*?\)(?=\}return)/,
      /case Object:case Array:try.*?i=null\}(?=\}return)/,
      // Properties that go back to what they began with.
      /,useDefault:!1/,
      /\|\|i\.useDefault&&.*?\(t,i\)\)/,
      /useDefault:i,/,
      /i&&!\(this\._\$Ej.*?void 0!==r\)\|\|/,
      /i\|\|(?=\(s=void 0\))/,
      /\?\?this\._\$Ej\?\.get\(e\)\?\?r/,
    ],
  ],
  [
    /[\\/]lit-html\.js$/,
    [
      /,\w=\w\.litHtmlPolyfillSupport(?=;)/,
      /\w\?\.\(\w,\w\),(?=\(\w\.litHtmlVersions)/,
      // Values within comments.
      /else\{let t=-1;for\(.*?\}(?=\w\+\+\})/,
      // Values within the text of a <textarea>, <style> and the like.
      /if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else)/,
      /y\.test\(u\[2\]\)&&\(n=RegExp\(.*?"g"\)\),/,
      /,n=void 0(?=\);)/,
      // MathML.
      /3===i\?"<math>":/,
      /3===i\?"<\/math>":/,
      /\|\|3===i(?=\))/,
      // Templates that were compiled before.
      /"number"==typeof s\?(?=this\._\$AC)/,
      /:\(void 0===s\.el&&.*?,s\)(?=;if)/,
      // Listeners that are objects, with options of their own.
      /\|\|t\.capture!==s\.capture.*?s\.passive(?=,)/,
      /"function"==typeof this\._\$AH\?(?=this\._\$AH\.call)/,
      /:this\._\$AH\.handleEvent\(t\)/,
      // Directives that go on by themselves, and what others may ask of the place they stand in.
      /h\?\._\$AO\?\.\(!1\),/,
      /this\._\$AP\?\.\(!1,!0,s\)(?=;)/,
      /setConnected\(t\)\{.*?\}(?=\})/,
      /,this\._\$Cv=e\?\.isConnected\?\?!0/,
      /get _\$AU\(\)\{.*?\}/g,
      /this\._\$AN=void 0,/g,
      /get (?:parentNode|startNode|endNode|tagName)\(\)\{.*?\}(?=get|_\$|u\(|constructor)/g,
      /constructor\((?:t,i,s,e,h)?\)\{super\([^)]*\),this\.type=\d\}/g,
      /this\.type=\d,/g,
      /this\._\$AM=\w,/g,
      /,this\._\$AM=i(?=\})/,
      /,h\._\$AT\(t,s,e\)/,
    ],
  ],
  [
    /[\\/]lit-element\.js$/,
    [
      /,\w\.litElementHydrateSupport\?.*?(?=;)/,
      /const \w=\w\.litElementPolyfillSupport;.*?;/,
      /connectedCallback\(\)\{.*?\}(?=disconnected)/,
      /disconnectedCallback\(\)\{.*?\}(?=render)/,
      /this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/,
      /,this\._\$Do=void 0/,
      /this\._\$Do=(?=\w\()/,
    ],
  ],
  [/[\\/]lit-html[\\/]directive\.js$/, [/get _\$AU\(\)\{.*?\}/, /_\$AT\(.*?\}/]],
  // What RxJS keeps for code of its earlier versions.
  [/[\\/]rxjs[\\/].*[\\/]Observable\.js$/, [/Observable\.create = [^]*?\n};/]],
  [
    /[\\/]rxjs[\\/].*[\\/]Subscriber\.js$/,
    [
      /static create\([^]*?\n {4}}/,
      // What a subscriber tells that has nobody to tell: each has somebody.
      /else \{\s*this\.destination = EMPTY_OBSERVER;\s*\}/,
    ],
  ],
  [/[\\/]rxjs[\\/].*[\\/]Subscription\.js$/, [/Subscription\.EMPTY = [^]*?\n\}\)\(\);/]],
];

/** What would need one of those parts. */
const LEFT_OUT = [
  /\buseDefault\b/,
  /\btype: (?:Array|Object)\b/,
  /<!--[^>]*\$\{/,
  /[^>\s]\s*<\/(?:textarea|title|style|script)>/,
  /\bmathml\b/,
  /\bhandleEvent\b/,
  /["']lit\/(?:async-directive|directives\/.*)["']/,
  /\bPartType\b/,
];

/**
 * Leaves out what libraries do beyond what is needed here, such as decorators of two standards, styles with values in
 * them, browsers that know no style sheets to adopt. What a stand-in lacks, Rollup names as an import without export.
 * @type {import('rollup').Plugin}
 */
const slimLibraries = {
  name: 'slim-libraries',
  load: (id) => STAND_INS.find(([file]) => file.test(id))?.[1] ?? null,
  transform(code, id) {
    const isOurs = !/[\\/]node_modules[\\/]/.test(id);
    const [missing] = isOurs ? LEFT_OUT.flatMap((part) => part.exec(code)?.[0] ?? []) : [];
    if (missing) return this.error(`${id}: "${missing}" needs what is left out of Lit for a CDN.`);
    const parts = NEEDLESS.find(([file]) => !isOurs && file.test(id))?.[1] ?? [];
    let slim = code;
    for (const part of parts) {
      if (!part.test(slim)) return this.error(`${id} no longer has ${part}.`);
      slim = slim.replace(part, '');
    }
    return parts.length > 0 ? { code: slim, map: null } : null;
  },
};

/**
 * esbuild writes what applies decorators into every module that has some, and a call of it for each property. Here all
 * import one, and a class calls it once.
 * @type {import('rollup').Plugin}
 */
const decorateOnce = {
  name: 'decorate-once',
  transform(code) {
    if (!code.includes('__decorateClass')) return null;
    const helper = /(?:var __(?:defProp|getOwnPropDesc) = .*\n)+var __decorateClass = [^]*?\n};\n/;
    const ofOneClass = /(?:__decorateClass\(\[\n.*\n\], (\w+)\.prototype, "\w+", \d\);\n)+/g;
    const each = /__decorateClass\(\[\n +(.*)\n\], \w+\.prototype, ("\w+"), \d\);\n/g;
    if (!helper.test(code)) return this.error('esbuild no longer writes decorators as expected.');
    // As many lines as before, so that the source map stays right.
    const once = (/** @type {string} */ text) =>
      `import { decorate } from 'lit/decorators.js';${text.replace(/.+/g, '')}`;
    const together = (/** @type {string} */ text, /** @type {string} */ ofClass) =>
      `decorate(${ofClass}, {${text.replace(each, '$2: $1,\n\n\n')}});`;
    const decorated = code.replace(helper, once).replace(ofOneClass, together);
    if (decorated.includes('__decorateClass')) return this.error('esbuild no longer writes decorators as expected.');
    return { code: decorated, map: null };
  },
};

/**
 * What is read here of a node of Rollup's syntax tree.
 * @typedef {object} SyntaxNode
 * @property {string} type
 * @property {number} start
 * @property {number} end
 */

/**
 * @typedef {SyntaxNode & {value: {raw: string, cooked: string}}} TemplatePart
 * @typedef {SyntaxNode & {tag: {name?: string}, quasi: {quasis: TemplatePart[]}}} TaggedTemplate
 * @typedef {SyntaxNode & {kind: string}} Declaration
 */

/**
 * The nodes of a type in a piece of code, outermost first.
 * @param {SyntaxNode} node
 * @param {string} type
 * @returns {Generator<SyntaxNode>}
 */
const nodesOf = function* (node, type) {
  if (node.type === type) yield node;
  for (const child of Object.values(node).flat()) {
    if (typeof child === 'object' && child !== null && 'type' in child) yield* nodesOf(child, type);
  }
};

/** @type {(code: SyntaxNode) => Iterable<TaggedTemplate>} */
const taggedTemplates = (code) => /** @type {Generator<TaggedTemplate>} */ (nodesOf(code, 'TaggedTemplateExpression'));

/** @type {(code: SyntaxNode) => Iterable<Declaration>} */
const declarations = (code) => /** @type {Generator<Declaration>} */ (nodesOf(code, 'VariableDeclaration'));

/**
 * Takes the layout of the source out of our templates.
 * @type {import('rollup').Plugin}
 */
const smallTemplates = {
  name: 'small-templates',
  transform(code, id) {
    if (/[\\/]node_modules[\\/]/.test(id)) return null;
    const small = new MagicString(code);
    /** @type {(part: SyntaxNode, text: string) => unknown} */
    const put = ({ start, end }, text) => start < end && small.update(start, end, text);
    for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
      const parts = quasi.quasis;
      if (tag.name === 'html' || tag.name === 'svg') for (const part of parts) put(part, smallMarkup(part.value.raw));
      if (tag.name !== 'css') continue;
      const [only, ...others] = parts;
      if (only === undefined || others.length > 0)
        return this.error(`${id}: styles with values in them cannot be made small.`);
      put(only, smallStyles(only.value.cooked));
    }
    return small.hasChanged() ? { code: small.toString(), map: small.generateMap({ hires: true }) } : null;
  },
};

const plugins = [
  resolve({ extensions: ['.ts', '.mjs', '.js'], exportConditions: ['es2015', 'production'] }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  slimLibraries,
  decorateOnce,
  ownTrustedTypesPolicy,
  smallTemplates,
];

/**
 * That nothing assigns to a constant was found out before: written as `let`, it is shorter, and one declaration with the
 * variables beside it.
 * @type {import('rollup').Plugin}
 */
const letForConst = {
  name: 'let-for-const',
  renderChunk(code) {
    const shorter = new MagicString(code);
    for (const { kind, start } of declarations(this.parse(code)))
      if (kind === 'const') shorter.update(start, start + kind.length, 'let');
    return { code: shorter.toString(), map: shorter.generateMap({ hires: true }) };
  },
};

/** What Lit and RxJS call their insides: nobody outside these files meets them. */
const INSIDE = new RegExp(
  `^(_\\$.*|${[
    ...['finalizeStyles', 'elementStyles', 'getPropertyDescriptor', 'getPropertyOptions', 'enableUpdating'],
    ...['creationScope', 'noAccessor', 'initialTeardown', 'isStopped', '_parentage', '_finalizers', '_hasParent'],
    ...['_addParent', '_removeParent', '_trySubscribe', '_subscribe', '_unsubscribe', '_next', '_error', '_complete'],
  ].join('|')})$`,
);
// esbuild gives `#private` members short names, which terser leaves as they are. What looks alike compresses better:
// comparisons stay as they are written, and functions with their calls.
const minify = [
  letForConst,
  esbuildMinify({ target: 'es2022' }),
  terser({
    ecma: 2022,
    compress: {
      passes: 4,
      inline: 1,
      lhs_constants: false,
      keep_fargs: false,
      unsafe_methods: true,
      pure_getters: true,
    },
    mangle: { properties: { regex: INSIDE } },
    format: { comments: false },
  }),
];

/**
 * Most of what is in the adapter's file runs before the first conversation is seen. Told so, Chromium compiles it beside
 * the main thread while it loads; other browsers pass over the line.
 * @type {import('rollup').Plugin}
 */
const compiledWhileLoading = {
  name: 'compiled-while-loading',
  renderChunk(code) {
    const told = new MagicString(code).prepend('//# allFunctionsCalledOnLoad\n');
    return { code: told.toString(), map: told.generateMap({ hires: true }) };
  },
};

/**
 * The hashes by which a page knows these files again. They are made last, when all are there.
 * @type {import('rollup').Plugin}
 */
const integrity = { name: 'integrity', writeBundle: () => writeIntegrity('dist/cdn') };

/** @type {(input: string, output: import('rollup').OutputOptions, ...extra: import('rollup').Plugin[]) => import('rollup').RollupOptions} */
const oneFile = (input, output, ...extra) => ({
  input,
  plugins: [...extra, ...plugins],
  output: { inlineDynamicImports: true, sourcemap: true, plugins: minify, ...output },
});

const locales = existsSync(LOCALES) ? readdirSync(LOCALES).filter((file) => file.endsWith('.ts')) : [];

/** @type {import('rollup').RollupOptions[]} */
export default [
  oneFile(
    'src/define/cdn.ts',
    { file: 'dist/cdn/agent-chat-adapter.js', format: 'es', plugins: [...minify, compiledWhileLoading] },
    besideTheModule,
    alikeTogether,
  ),
  oneFile(
    'src/define/cdn.ts',
    { file: 'dist/cdn/agent-chat-adapter.iife.js', format: 'iife', name: 'AgentChatAdapter' },
    localesBeside,
    alikeTogether,
  ),
  ...['local', 'websocket'].map((name) =>
    oneFile(`src/connectors/${name}/index.ts`, { file: `dist/cdn/${name}.js`, format: 'es' }),
  ),
  ...['desk/paging/pager', 'platform/paging/page-pages'].map((file) =>
    oneFile(`src/${file}.ts`, { file: `dist/cdn/${path.basename(file)}.js`, format: 'es' }),
  ),
  oneFile('src/core/links.ts', { file: 'dist/cdn/links.js', format: 'es' }),
  oneFile('src/elements/chat-slots/open-slots.ts', { file: 'dist/cdn/chat-slots.js', format: 'es' }),
  oneFile('src/elements/chat-tools/open-tools.ts', { file: 'dist/cdn/chat-tools.js', format: 'es' }, withoutLit),
  oneFile('src/devtools/index.ts', { file: 'dist/cdn/devtools.js', format: 'es' }),
  {
    input: Object.fromEntries(locales.map((file) => [file.slice(0, -'.ts'.length), `${LOCALES}/${file}`])),
    plugins,
    output: { dir: 'dist/cdn/locales', format: 'es', sourcemap: true, plugins: [...minify, integrity] },
  },
];

/**
 * The one way imports go: `core ← {desk, connectors, platform}`, siblings that do not see each other; `wire ← connectors`;
 * `{core, desk, i18n, theme} ← context, controllers ← elements ← define`.
 * Each layer names what it may import; everything else is forbidden, types as well.
 */

/**
 * @param {string} name
 * @param {string} from the layer, a path under src
 * @param {{own?: readonly string[], packages?: readonly string[]}} may folders under src, and packages
 * @param {string} comment
 */
const layer = (name, from, { own = [], packages = [] }, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: {
    pathNot: [...own.map((folder) => `^src/${folder}`), ...packages.map((it) => `(^|/)node_modules/${it}/`)],
  },
});

const view = ['core/', 'desk/', 'i18n/', 'theme/', 'context/', 'controllers/'];
const lit = ['lit', 'lit-html', 'lit-element', '@lit/context', '@lit/reactive-element'];

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one idea, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    layer('core', 'core/', { own: ['core/'] }, 'The words and rules of the domain import nothing.'),
    layer(
      'desk',
      'desk/',
      { own: ['core/', 'desk/'], packages: ['rxjs', 'tslib'] },
      'The desk knows the domain and RxJS: no Lit, no DOM, no connector.',
    ),
    layer(
      'wire',
      'wire/',
      { own: ['wire/'] },
      'The wire is described by itself alone: who implements it needs no more.',
    ),
    layer('platform', 'platform/', { own: ['core/', 'platform/'], packages: ['rxjs', 'tslib'] }, 'The ports only.'),
    {
      name: 'connectors',
      comment:
        'An integrator’s connector loads core and nothing else of ours, and so do our own; the wire is for two sides.',
      severity: 'error',
      from: { path: '^src/connectors/([^/]+)/' },
      to: {
        pathNot: ['^src/core/', '^src/wire/', '^src/connectors/$1/', '(^|/)node_modules/(rxjs|tslib)/'],
      },
    },
    {
      name: 'no-shared-connector-code',
      comment: 'Each connector has a folder and loads alone.',
      severity: 'error',
      from: { path: '^src/connectors/[^/]+$' },
      to: {},
    },
    layer('i18n', 'i18n/', { own: ['core/', 'i18n/'] }, 'Words know the domain at most.'),
    layer(
      'theme',
      'theme/',
      { own: ['core/', 'theme/'], packages: lit },
      'Tokens and shared styles are below the elements.',
    ),
    layer(
      'devtools',
      'devtools/',
      { own: ['core/', 'desk/', 'devtools/'], packages: ['rxjs', 'tslib'] },
      'What a developer looks with knows the domain and the desk, and loads no tag.',
    ),
    {
      name: 'below-devtools',
      comment: 'What is for developers is in none of the files that agents load.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/devtools/' },
      to: { path: '^src/devtools/' },
    },
    layer('context', 'context/', { own: view, packages: lit }, 'Keys of what is shared.'),
    layer(
      'controllers',
      'controllers/',
      { own: view, packages: [...lit, 'rxjs', 'tslib'] },
      'Between a stream and a host.',
    ),
    layer(
      'elements',
      'elements/',
      { own: [...view, 'elements/'], packages: [...lit, 'rxjs', 'tslib'] },
      'Only define brings connectors and the platform in.',
    ),
    {
      name: 'index',
      comment: 'Importing the package does nothing and loads no connector; of define it has only the function.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/(platform|connectors|testing|define/(?!define\\.ts$))' },
    },
    {
      name: 'below-define',
      comment: 'Only the demo, tests and stories load what defines tags.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(define/|index\\.ts$)' },
      to: { path: '^src/(define/|index\\.ts$)' },
    },
    {
      name: 'testing',
      comment:
        'What integrators test with runs everywhere, without a test runner; only the byte proxy needs Node. Harnesses load no tag: they work those of the page.',
      severity: 'error',
      from: { path: '^src/testing/' },
      to: { pathNot: ['^src/(core|wire|connectors/local|testing)/', '^(node:)?net$'] },
    },
    {
      name: 'testing-in-browsers',
      comment: 'Who runs the suite in a browser does not load Node.',
      severity: 'error',
      from: { path: '^src/testing/', pathNot: '^src/testing/byte-proxy\\.ts$' },
      to: { path: ['^(node:)?net$', '^src/testing/byte-proxy\\.ts$'] },
    },
    {
      name: 'below-testing',
      comment: 'What is for tests stays out of the product; the tapes live with the connector that plays them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/testing/' },
      to: { path: '^src/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // They import frameworks, which are not here, and what is made of the manifest.
    exclude: '^src/frameworks/',
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: a layer that names another's types depends on it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};

import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
// @ts-expect-error: it has no types
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { atTop } from '../support/at-top.mjs';

/** Ways of writing that the house does without. */
const unwanted = [
  { selector: 'TSEnumDeclaration', message: 'Write a union of strings: it needs no code and reads the same in data.' },
  { selector: 'TSParameterProperty', message: 'Declare the field: tools and readers look for it in the class.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A module is a namespace.' },
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export, so that it has one name everywhere.' },
  {
    selector: 'MemberExpression[property.name="only"][object.name=/^(it|test|describe)$/]',
    message: 'The other tests would not run.',
  },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'gateway/dist/',
    'storybook-static/',
    'coverage/',
    'src/wire/checks-of-*.ts',
    // Types for packages that are not here, with the empty interfaces that their frameworks want.
    'src/frameworks/',
    // They stand alone: what they import is only there once they are installed.
    'examples/',
    'test/examples/oldest/',
    'test/examples/strangers/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      'no-restricted-syntax': ['error', ...unwanted],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A controller is made for what it does to its host; nobody need ask it anything later.
      'no-unused-private-class-members': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'gateway/tsconfig.json', 'test/config/tsconfig.json'],
        tsconfigRootDir: atTop(),
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A number in a text is what most texts here are about.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => voidCall()` and `return voidCall()` are the shortest listener and the shortest way out, and hide nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Types promise what a host's JavaScript, the wire and Node (no `document`) do not keep.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      // `createEmitter<void>()` tells that something changed, and nothing more.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Spreading a string into its code points is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `async` also turns what is thrown into a rejection, with nothing to await.
      '@typescript-eslint/require-await': 'off',
      // Only `keyCode` 229 tells Safari's Enter that ends a composition from one that sends.
      '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'lib', name: 'keyCode' }] }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Its rem would be the host page's.
      'no-restricted-imports': [
        'error',
        {
          name: 'lit',
          importNames: ['css'],
          message: 'Write styles with `css` of theme/css.ts: its rem is the reader’s.',
        },
      ],
      // Safari takes an unstyled list's role away, unless it is written.
      'lit-a11y/no-redundant-role': 'off',
      // The options of a list are worked by the keys of the field that owns them, which the rule cannot see.
      'lit-a11y/click-events-have-key-events': 'off',
      // Names come from the words, by expressions; axe asks the rendered page.
      'lit-a11y/accessible-name': 'off',
    },
  },
  // A document of its own, whose root nobody else styles.
  { files: ['src/elements/chat-tools/print-conversation.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    // Models here are factories that return an interface: their methods have no `this` to lose.
    files: [
      'src/{core,desk,devtools,connectors,platform,testing}/**/*.ts',
      'gateway/**/*.ts',
      'bench/**/*.ts',
      'test/**/*.ts',
      'stories/**/*.ts',
    ],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // Assertions read as properties (`to.be.true`), and what a test looks for is there or the test fails.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // A test may name a type only for its reader, and stand something in for the real thing.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        // A plugin of Chai's types `equal` as a promise, which it is not.
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
    },
  },
  {
    // Vitest and Storybook read their configuration from a default export.
    files: [
      '**/*.config.{ts,mjs}',
      'stories/**/*.stories.ts',
      'stories/.storybook/*.ts',
      'test/{support/serve-demo,storybook/serve-storybook}.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...unwanted.filter((it) => it.selector !== 'ExportDefaultDeclaration')],
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['{demo,bench}/*.js', 'test/engines/support/in-page.js'], languageOptions: { globals: globals.browser } },
);

import { existsSync, readdirSync } from 'node:fs';
import { atTop } from '../support/at-top.mjs';

/** An app that is proven, and from what it is put together. */
export interface App {
  readonly name: string;
  /** Its folder, from the top of the repository. */
  readonly source: string;
  /** A folder whose files take the place of those of `source`, or stand beside them. */
  readonly over?: string;
  /** Packages as `npm install` takes them, for which its lockfile is left aside. */
  readonly versions?: readonly string[];
  /** What its modules say otherwise. */
  readonly edit?: (source: string) => string;
  /** Whether it has no page: then it is proven by its scripts alone. */
  readonly pageless?: boolean;
}

const STRANGERS = 'test/examples/strangers';
const OLDEST = 'test/examples/oldest';

const examples: readonly App[] = readdirSync(atTop('examples'))
  .filter((name) => existsSync(atTop(`examples/${name}/package.json`)))
  .map((name) => ({ name, source: `examples/${name}` }));

/** What strangers do with the package beside writing an app with one of the frameworks. */
const strangers: readonly App[] = [
  { name: 'import-map', source: 'examples/plain-cdn', over: `${STRANGERS}/import-map` },
  { name: 'every-export', source: `${STRANGERS}/every-export`, pageless: true },
];

export const apps: readonly App[] = [...examples, ...strangers];

/** The same apps with the oldest of each framework that package.json's `peerDependencies` allow. */
export const oldest: readonly App[] = [
  {
    name: 'react-17',
    source: 'examples/react-18',
    over: `${OLDEST}/react-17`,
    versions: ['react@17.0.0', 'react-dom@17.0.0', '@types/react@17.0.93', '@types/react-dom@17', '@lit/react@1.0.0'],
  },
  {
    name: 'react-19.0',
    source: 'examples/react-19',
    versions: ['react@19.0.0', 'react-dom@19.0.0', '@types/react@19.0.0', '@types/react-dom@19.0.0'],
  },
  { name: 'preact-10', source: 'examples/preact', versions: ['preact@10.28.0'] },
  { name: 'solid-1.8', source: 'examples/solid', versions: ['solid-js@1.8.0'] },
  {
    name: 'vue-3.4',
    source: 'examples/vue',
    versions: ['vue@3.4.0'],
    edit: (source) =>
      source
        .replace(', useTemplateRef }', ' }')
        .replace("useTemplateRef<ChatAdapter>('adapter')", 'ref<ChatAdapter>()'),
  },
  {
    name: 'svelte-5.0',
    source: 'examples/svelte',
    versions: [
      'svelte@5.0.0',
      '@sveltejs/vite-plugin-svelte@4',
      'esrap@1.2.2',
      'svelte-check@4.0.0',
      'typescript@5',
      'vite@5',
    ],
  },
  {
    name: 'angular-17.2',
    source: 'examples/angular',
    over: `${OLDEST}/angular-17.2`,
    versions: [
      ...['common', 'compiler', 'compiler-cli', 'core', 'platform-browser'].map((name) => `@angular/${name}@17.2.0`),
      ...[
        '@angular-devkit/build-angular@17.2.0',
        '@angular/cli@17.2.0',
        'rxjs@7',
        'tslib@2',
        'typescript@5.3',
        'zone.js@0.14',
      ],
    ],
    // Only since version 19 it goes without saying.
    edit: (source) => source.replace('@Component({', '@Component({\n  standalone: true,'),
  },
];

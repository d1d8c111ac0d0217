// Makes from custom-elements.json, into dist/frameworks, what frameworks and editors read of the tags: types for JSX and
// templates, wrappers, custom data. `npm run build:modules` runs it after the compiler, so that none of it is committed.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atTop } from './at-top.mjs';
import { angularDirectives } from './frameworks/angular-directives.mjs';
import { editorData } from './frameworks/editors.mjs';
import { readLiterals } from './frameworks/literals-of.mjs';
import { reactWrappers } from './frameworks/react-wrappers.mjs';
import { readManifest, readTags } from './frameworks/read-tags.mjs';
import { tagsTable } from './frameworks/tags-table.mjs';

const FOLDER = atTop('dist/frameworks');

const tags = await readTags();

/** Types alone: a bundler that is given the import finds nothing to run. */
const typesOnly = ['jsx/react', 'jsx/preact', 'jsx/solid', 'svelte'];

const files = {
  'tags.d.ts': tagsTable(tags),
  ...reactWrappers(tags),
  ...angularDirectives(tags),
  'vue.js': `const tags = new Set(${JSON.stringify(tags.map(({ tag }) => tag))});

export const isChatTag = (tag) => tags.has(tag);
`,
  ...Object.fromEntries(typesOnly.map((name) => [`${name}.js`, 'export {};\n'])),
  ...editorData(readManifest(), readLiterals()),
};

rmSync(FOLDER, { recursive: true, force: true });
cpSync(atTop('src/frameworks'), FOLDER, { recursive: true });
for (const [file, text] of Object.entries(files)) {
  const target = path.join(FOLDER, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

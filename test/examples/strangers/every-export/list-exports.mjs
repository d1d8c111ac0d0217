// Writes src/every-export.ts, which imports every module that the package exports: none can be forgotten.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const PACKAGE = 'node_modules/agent-chat-adapter';

/** @type {{ exports: Record<string, string | { types: string }> }} */
const { exports } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'));

/** The paths that an export stands for: `*` is every file there. @param {string} path @param {string} types */
const pathsOf = (path, types) => {
  const [folder = '', end = ''] = types.split('*');
  if (!types.includes('*')) return [path];
  return readdirSync(`${PACKAGE}/${folder}`)
    .filter((file) => file.endsWith(end))
    .map((file) => path.replace('*', file.slice(0, -end.length)));
};

// Those without types are data and style sheets.
const paths = Object.entries(exports).flatMap(([path, to]) => (typeof to === 'string' ? [] : pathsOf(path, to.types)));
const names = paths.map((_, at) => `export${at}`);
writeFileSync(
  'src/every-export.ts',
  `${paths.map((path, at) => `import * as ${names[at]} from '${path.replace('.', 'agent-chat-adapter')}';\n`).join('')}
export const all = [${names.join(', ')}];
`,
);

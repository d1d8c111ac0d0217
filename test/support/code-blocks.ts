// The code that the documents show, as it stands there.
import { readdirSync, readFileSync } from 'node:fs';
import { atTop } from './at-top.mjs';

export interface CodeBlock {
  /** The document, from the top of the repository. */
  readonly file: string;
  readonly language: string;
  /** The name of the example; of one that has none its first line. */
  readonly name: string;
  /** Without the line that names it. */
  readonly code: string;
}

/** Every document that shows code to whoever uses the product or works on it. */
export const documents: readonly string[] = [
  'README.md',
  ...['bench', 'examples', 'gateway', 'gateway/src/engines/jetstream', 'src/theme', 'src/wire'].map(
    (folder) => `${folder}/README.md`,
  ),
  ...readdirSync(atTop('stories'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => `stories/${path.replaceAll('\\', '/')}`)
    .sort(),
];

const BLOCK = /^```(\w*)([^\n]*)\n([\s\S]*?)\n?^```$/gmu;
const NAMED = /^(?:<!--|\/\/|\/\*) example: ([\w-]+)[^\n]*\n/u;

const blocksOf = (file: string): readonly CodeBlock[] =>
  [...readFileSync(atTop(file), 'utf8').matchAll(BLOCK)].map(([, language = '', info = '', body = '']) => {
    const name = / example=([\w-]+)/u.exec(info)?.[1] ?? NAMED.exec(body)?.[1];
    return { file, language, name: name ?? body.split('\n')[0] ?? '', code: body.replace(NAMED, '') };
  });

export const codeBlocks: readonly CodeBlock[] = documents.flatMap(blocksOf);

/** The code of a block, by the name of its example or by its first line. */
export const codeOf = (file: string, name: string): string => {
  const found = codeBlocks.filter((block) => block.file === file && block.name === name);
  if (found.length !== 1) throw new Error(`${file} has ${found.length} blocks "${name}".`);
  return found[0]?.code ?? '';
};

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { transform } from 'esbuild';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { codeBlocks, codeOf, documents } from '../support/code-blocks.js';

const own = 'test/stories/code-blocks.test.ts';
const DOCS = 'test/journeys/docs-snippets.test.ts';

/** Which tests run what a document shows: each block's name stands in one of them. */
const RUN_BY: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['test/journeys/readme.test.ts', own],
  'gateway/README.md': [own],
  'gateway/src/engines/jetstream/README.md': [own],
  'examples/README.md': [own],
  'stories/docs/accessibility.mdx': [DOCS],
  'stories/docs/any-page.mdx': [DOCS],
  'stories/docs/events-and-streams.mdx': [
    'test/devtools/page/events-and-streams.test.ts',
    'test/devtools/schema-example.test.ts',
  ],
  'stories/docs/introduction.mdx': [DOCS],
  'stories/docs/languages.mdx': [DOCS],
  'stories/docs/security.mdx': [
    'test/journeys/strict-pages.test.ts',
    'test/journeys/support/strict-variants.ts',
    'test/journeys/integrity.test.ts',
  ],
  'stories/docs/slots-and-parts.mdx': ['test/elements/slots/page.test.ts', own],
  'stories/docs/test-your-page.mdx': ['test/testing/harnesses/test-your-page.test.ts'],
  'stories/docs/theme-in-a-minute.mdx': [DOCS],
  'stories/docs/theming.mdx': [DOCS],
  'stories/docs/write-your-own-connector.mdx': ['test/testing/write-your-own-connector.test.ts'],
};

/** What is no code: commands, their output and settings, of which the words that have to be right are looked at below. */
const isProse = (language: string): boolean => ['', 'json', 'sh', 'text'].includes(language);

/** How a test names what it runs. */
const quoted = (name: string): readonly string[] => [
  `example: ${name}\\n`,
  `./${name}.js`,
  ...["'", '"', '`'].map((sign) => `${sign}${name}${sign}`),
];

describe('the code in the documents', () => {
  it('is run by a test, each block of it', () => {
    const unrun = codeBlocks
      .filter(({ language }) => !isProse(language))
      .filter(({ file, name }) => {
        const beside = codeBlocks.filter((block) => block.file === file).map(({ code }) => code);
        const tests = [...(RUN_BY[file] ?? []).map((test) => readFileSync(atTop(test), 'utf8')), ...beside].join('\n');
        return !quoted(name).some((one) => tests.includes(one));
      });
    expect(unrun.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it('is looked for in every document that has some', () => {
    expect(codeBlocks.length).toBeGreaterThan(70);
    for (const file of documents) {
      const fences = readFileSync(atTop(file), 'utf8').match(/^ *```/gmu)?.length ?? 0;
      expect(fences / 2, file).toBe(codeBlocks.filter((block) => block.file === file).length);
    }
  });

  const commands = codeBlocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'));

  it('has commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(atTop('package.json'), 'utf8')) as { scripts: Record<string, string> };
    const asked = commands.flatMap((line) =>
      [...line.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/gu)].map(([, run, short]) => run ?? short ?? ''),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names folders and files that there are', () => {
    const places = commands.flatMap((line) =>
      [...line.matchAll(/(?:^|[\s&])(?:cd|cp -r|node) ([\w./-]+)/gu)].map(([, path = '']) => path),
    );
    // What a build makes is named after its source.
    const made = (path: string): string => path.replace('gateway/dist/main.js', 'gateway/src/main.ts');
    expect(places.length).toBeGreaterThan(1);
    expect(places.filter((path) => !path.startsWith('/') && !existsSync(atTop(made(path))))).toEqual([]);
    const tree = codeOf('README.md', codeBlocks.find(({ name }) => name.startsWith('src/core/'))?.name ?? '');
    const folders = [...tree.matchAll(/^([\w./-]+\/)/gmu)].map(([, folder = '']) => folder);
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.filter((folder) => !existsSync(atTop(folder)))).toEqual([]);
  });

  it('has the policy of the page on security in the README', () => {
    const line = codeBlocks.find(({ file, name }) => file === 'README.md' && name.startsWith('Content-Security'))?.code;
    expect(line).toBe(codeOf('stories/docs/security.mdx', 'origin'));
  });

  it('has settings that can be read', () => {
    const gateway = codeBlocks.filter(({ file, language }) => file === 'gateway/README.md' && language === 'json');
    expect(codeBlocks.filter(({ language }) => language === 'json')).toHaveLength(3);
    const [policy = '', webhooks = ''] = gateway.map(({ code }) => code);
    const schema = JSON.parse(readFileSync(atTop('gateway/policy.schema.json'), 'utf8')) as object;
    const check = new Ajv({ strict: false }).compile(schema);
    expect(check(JSON.parse(policy)), JSON.stringify(check.errors)).toBe(true);
    expect(Object.keys(JSON.parse(webhooks.replace(/^WEBHOOKS=/u, '')) as object)).toEqual(['whatsapp']);
    expect(gateway.map(({ name }) => name)).toEqual(['{', expect.stringMatching(/^WEBHOOKS=/u)]);
    const editor = JSON.parse(codeOf('README.md', '{')) as { 'html.customData': readonly string[] };
    const { name, files } = JSON.parse(readFileSync(atTop('package.json'), 'utf8')) as {
      name: string;
      files: readonly string[];
    };
    for (const path of editor['html.customData'])
      expect(path).toContain(`/node_modules/${name}/${files[0]}/frameworks/`);
  });

  it('has the type of the policy as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-'));
    const path = join(folder, 'policy.ts');
    const core = JSON.stringify(atTop('src/core/index.js'));
    writeFileSync(
      path,
      `import type { Disposition, Policy as Real } from ${core};
       type DeepPartial<T> = { [Key in keyof T]?: DeepPartial<T[Key]> };
       ${codeOf('README.md', 'type Policy = {')}
       type Plain<T> = { -readonly [Key in keyof Omit<T, 'queues' | 'wrapUp'>]: T[Key & keyof T] };
       export const there = (policy: Plain<Policy>): Plain<Real> => policy;
       export const back = (policy: Plain<Real>): Plain<Policy> => policy;
       export const form = (policy: Policy['wrapUp']): Omit<Real['wrapUp'], 'dispositions'> => policy;
       export const formBack = (policy: Omit<Real['wrapUp'], 'dispositions'>): Policy['wrapUp'] => policy;`,
    );
    const options: ts.CompilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, types: [] },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
    };
    const program = ts.createProgram([path], options);
    const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(path));
    rmSync(folder, { recursive: true });
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  }, 60_000);

  /** What frameworks make of a message, each by its own example. */
  it('renders messages with other frameworks, and lets go of them', async () => {
    const slots = codeBlocks.filter(
      ({ file, name }) => file.endsWith('slots-and-parts.mdx') && name.startsWith('adapter.'),
    );
    expect(slots.map(({ language, name }) => [language, name])).toEqual([
      ['jsx', 'adapter.renderMessage = (message, { signal }) => {'],
      ['js', 'adapter.renderMessage = (message, { signal }) => {'],
    ]);
    for (const { code } of slots) {
      const calls: unknown[] = [];
      const root = {
        ...{ render: (tree: unknown) => void calls.push(tree), mount: () => void calls.push('mounted') },
        unmount: () => void calls.push('gone'),
      };
      const make = (tag: unknown, fields: unknown): unknown => {
        calls.push([tag, fields]);
        return root;
      };
      const { code: plain } = await transform(code, { loader: 'jsx', jsxFactory: 'make' });
      const adapter: { renderMessage?: (message: object, given: { signal: AbortSignal }) => unknown } = {};
      const place = { createElement: (tag: string) => ({ tag }) };
      const names = ['adapter', 'document', 'createRoot', 'createApp', 'make', 'OrderCard'];
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the document's own code
      const run = new Function(...names, plain) as (...given: readonly unknown[]) => void;
      run(adapter, place, () => root, make, make, 'OrderCard');
      const life = new AbortController();
      expect(adapter.renderMessage?.({ kind: 'text' }, life)).toBeUndefined();
      expect(adapter.renderMessage?.({ kind: 'order', text: '4711' }, life)).toEqual({ tag: 'div' });
      expect(calls[0]).toEqual(['OrderCard', { text: '4711' }]);
      life.abort();
      expect(calls.at(-1)).toBe('gone');
    }
  });

  it('begins a conversation in an example’s console', async () => {
    const code = codeOf(
      'examples/README.md',
      "const { createLocalEndUser } = await import('agent-chat-adapter/connectors/local.js');",
    );
    const sent: unknown[] = [];
    const local = {
      createLocalEndUser: (who: object) => ({ send: async (text: string) => void sent.push([who, text]) }),
    };
    const run = `return (async () => { ${code.replace(/import\('agent-chat-adapter\/connectors\/local\.js'\)/u, 'local')} })();`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the document's own code
    await (new Function('local', run) as (given: object) => Promise<void>)(local);
    expect(sent).toEqual([[{ channel: 'sms', phone: '+351210000000' }, 'Where is my order?']]);
  });
});

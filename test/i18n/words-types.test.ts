import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const locales = resolve(import.meta.dirname, '../../src/i18n/locales');

/** What the compiler says of each of these texts, if it were a locale's file; by name. */
const complaintsAbout = <K extends string>(texts: Readonly<Record<K, string>>): Readonly<Record<K, string>> => {
  const files = new Map<string, string>();
  const fileOf = (name: string): string => resolve(locales, `tried-${name}.ts`);
  for (const [name, text] of Object.entries<string>(texts)) files.set(fileOf(name), text);
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const complaintsOf = (name: string): string =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(fileOf(name)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      .join();
  return Object.fromEntries(Object.keys(texts).map((name) => [name, complaintsOf(name)])) as Record<K, string>;
};

const locale = (words: string): string =>
  `import { english, type Words } from '../words.js';
   const { send, ...rest } = english;
   export const words: Words = ${words};`;

describe('the types of a locale', () => {
  // One compilation for all of them: it takes seconds.
  it('accept all words, and refuse a missing one, one too many and a plural without its general form', () => {
    const complaints = complaintsAbout({
      whole: locale('{ ...rest, send }'),
      missing: locale('{ ...rest }'),
      tooMany: locale("{ ...rest, send, sent: 'x' }"),
      noGeneralForm: locale("{ ...rest, send, unreadCount: { one: 'x' } }"),
    });
    expect(complaints.whole).toBe('');
    expect(complaints.missing).toContain("'send' is missing");
    expect(complaints.tooMany).toContain("'sent' does not exist");
    expect(complaints.noGeneralForm).toContain("'other' is missing");
  }, 60_000);
});

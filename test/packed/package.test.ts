import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { packedFiles as files, packedText, readPacked } from './packed-files.js';

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}
const { exports } = readPacked('package.json') as Manifest;

/** Every file that an export leads to; one with a star leads to each that fits. */
const targets = Object.values(exports)
  .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
  .flatMap((target) => {
    const path = target.slice(2);
    const [start = '', end = ''] = path.split('*');
    return path.includes('*') ? files.filter((file) => file.startsWith(start) && file.endsWith(end)) : [path];
  });

describe('the packed package', () => {
  it('has of each module of the sources its code, its types and their maps, and nothing else beside its documents', () => {
    const documents = ['CHANGELOG.md', 'LICENSE', 'README.md', 'custom-elements.json', 'package.json'];
    const isOurs = (file: string): boolean =>
      documents.includes(file) ||
      /^dist\/(?:cdn|frameworks|themes)\//.test(file) ||
      ['ts', 'mjs', 'json'].some((ending) =>
        existsSync(atTop(file.replace(/^dist/, 'src').replace(/(?:\.d\.ts|\.js|\.json)(?:\.map)?$/, `.${ending}`))),
      );
    expect(files.filter((file) => !isOurs(file))).toEqual([]);
    expect(documents.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('has every file that its exports lead to', () => {
    expect(targets.length).toBeGreaterThan(40);
    expect(targets.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('has templates without line breaks, as no bundler of a page takes these out', () => {
    const withTemplates = files.filter((file) => file.endsWith('.js') && /\b(?:css|html) `/.test(packedText(file)));
    expect(withTemplates.length).toBeGreaterThan(40);
    expect(withTemplates.filter((file) => /\b(?:css|html|svg) `[^`$]*\n/.test(packedText(file)))).toEqual([]);
  });
});

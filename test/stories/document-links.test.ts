import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { documents } from '../support/code-blocks.js';

const pages = ['CHANGELOG.md', ...documents];

/** A document without its blocks of code, in which brackets are no links. */
const proseOf = (file: string): string => readFileSync(atTop(file), 'utf8').replaceAll(/^```[^]*?^```$/gmu, '');

/** What GitHub calls the headings of a document, to be linked to. */
const anchorsOf = (file: string): readonly string[] =>
  [...proseOf(file).matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/gu, '-'),
  );

const leadsSomewhere = (from: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  return existsSync(atTop(file)) && (anchor === undefined || anchorsOf(file).includes(anchor));
};

/** Whether a file or folder is there, be it named from the top, from beside the document or from inside `test/`. */
const isThere = (from: string, place: string): boolean => {
  const known = place.replace(/[^/]*\*.*$/u, '');
  return [known, join(dirname(from), known), join('test', known)].some((path) => existsSync(atTop(path)));
};

const tests = readdirSync(atTop('test'), { recursive: true, encoding: 'utf8' }).map(
  (path) => `/${path.replaceAll('\\', '/')}`,
);

describe('a document', () => {
  it('links to files and headings that there are', () => {
    const links = pages.flatMap((file) =>
      // Other sites are theirs; of Storybook's addresses its own tests know which there are.
      [...proseOf(file).matchAll(/\]\((?!https:|\?path=)([^)\s]+)\)/gu)].map(([, link = '']) => [file, link] as const),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(([file, link]) => !leadsSomewhere(file, link))).toEqual([]);
  });

  it('names files and folders that there are', () => {
    const places = pages.flatMap((file) =>
      [...proseOf(file).matchAll(/`((?:src|test|stories|bench|demo|examples)\/[^`\s<…]*)`/gu)].map(
        ([, place = '']) => [file, place] as const,
      ),
    );
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter(([file, place]) => !isThere(file, place))).toEqual([]);
  });

  it('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(atTop('package.json'), 'utf8')) as { scripts: Record<string, string> };
    const commands = pages.flatMap((file) =>
      [...proseOf(file).matchAll(/npm run ([\w:-]+)/gu)].map(([, name = '']) => [file, name] as const),
    );
    expect(commands.length).toBeGreaterThan(30);
    expect(commands.filter(([, name]) => scripts[name] === undefined)).toEqual([]);
  });

  it('names tests that there are as proof', () => {
    const proofs = pages.flatMap((file) => [...proseOf(file).matchAll(/`([\w/-]+\.test\.ts)`/gu)]);
    expect(proofs.length).toBeGreaterThan(15);
    expect(
      proofs.filter(([, name = '']) => !tests.some((path) => path.endsWith(`/${name.replace(/^test\//u, '')}`))),
    ).toEqual([]);
  });

  it('describes each work of the bench', () => {
    const works = readdirSync(atTop('bench/works')).filter((file) => file !== 'work.ts');
    const text = readFileSync(atTop('bench/README.md'), 'utf8');
    expect(works.filter((file) => !text.includes(`| \`${file.replace('.ts', '')}\` `))).toEqual([]);
  });

  it('shows each folder of the sources where the README shows the house', () => {
    const house = /## The house\n\n```text\n([^]*?)```/u.exec(readFileSync(atTop('README.md'), 'utf8'))?.[1] ?? '';
    const folders = readdirSync(atTop('src'), { withFileTypes: true }).flatMap((it) =>
      it.isDirectory() ? [it.name] : [],
    );
    expect(folders.filter((name) => !house.includes(`src/${name}/ `))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/elements/version.js';
import { atTop } from '../support/at-top.mjs';

interface Manifest {
  readonly version: string;
  readonly sideEffects: readonly string[];
}

const manifest = JSON.parse(readFileSync(atTop('package.json'), 'utf8')) as Manifest;

const sources = (folder: string): readonly string[] =>
  readdirSync(atTop(folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Whether a module does something when it is imported: a statement at its top that is a call. */
const acts = (source: string): boolean =>
  /^(?:define|registerTags|registerConnector|customElements\.define)\(/m.test(source);

describe('the package', () => {
  it('has the version of package.json', () => {
    expect(VERSION).toBe(manifest.version);
  });

  it('lists as having side effects exactly the modules that do something when imported', () => {
    const acting = sources('src')
      .filter((file) => acts(readFileSync(atTop(`src/${file}`), 'utf8')))
      .map((file) => `./dist/${file.replaceAll('\\', '/').replace(/\.ts$/, '.js')}`);
    const listed = manifest.sideEffects.filter((file) => !file.includes('*'));
    expect([...acting].sort()).toEqual([...listed].sort());
  });

  it('has a module that defines each tag', () => {
    const tags = readdirSync(atTop('src/elements'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && sources(`src/elements/${entry.name}`).includes(`${entry.name}.ts`))
      .map(({ name }) => `${name}.ts`);
    expect(readdirSync(atTop('src/define'))).toEqual(expect.arrayContaining(tags));
  });

  it('can be imported where there is no page', async () => {
    const { createChatDesk, ChatAdapter } = await import('../../src/index.js');
    expect([typeof createChatDesk, ChatAdapter.tag]).toEqual(['function', 'chat-adapter']);
    // Lit brings a registry of its own to Node; nothing of ours is in it.
    expect(globalThis.customElements.get('chat-adapter')).toBeUndefined();
  });
});

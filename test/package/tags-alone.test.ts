import { build } from 'esbuild';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '../../src/i18n/load-words.js';
import { atTop } from '../support/at-top.mjs';

const BUNDLE = {
  bundle: true,
  packages: 'external',
  format: 'esm',
  outdir: 'nowhere',
  absWorkingDir: atTop(),
  ignoreAnnotations: true,
  metafile: true,
  write: false,
} as const;

/** Imports the module that defines a tag, on a page where nothing is defined; returns what it defines. */
const definedBy = async (tag: string): Promise<readonly string[]> => {
  const classes = new Map<string, CustomElementConstructor>();
  vi.stubGlobal('customElements', {
    get: (name: string) => classes.get(name),
    define: (name: string, tagClass: CustomElementConstructor) => classes.set(name, tagClass),
  });
  vi.resetModules();
  await import(atTop(`src/define/${tag}.ts`));
  return [...classes.keys()].sort();
};

const INDICATOR = ['channel-icon', 'chat-indicator', 'response-timer'];
const TRANSCRIPT = ['chat-transcript', 'typing-indicator'];
const PANE = ['channel-icon', 'chat-composer', 'chat-pane', 'end-chat-dialog', 'response-timer', ...TRANSCRIPT];
const LIST = ['chat-list', ...INDICATOR];

/** Each tag, with what it shows inside. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  'channel-icon': ['channel-icon'],
  'chat-adapter': ['chat-adapter', 'chat-launcher', 'wrap-up-form', ...LIST, ...PANE],
  'chat-composer': ['chat-composer'],
  'chat-indicator': INDICATOR,
  'chat-launcher': ['chat-launcher'],
  'chat-list': LIST,
  'chat-message': ['chat-message'],
  'chat-pane': PANE,
  'chat-provider': ['chat-provider'],
  'chat-transcript': TRANSCRIPT,
  'end-chat-dialog': ['end-chat-dialog'],
  'response-timer': ['response-timer'],
  'typing-indicator': ['typing-indicator'],
  'wrap-up-form': ['wrap-up-form'],
};

/** The files of ours that come with a module at once, and those that it fetches itself when it is asked to. */
const filesOf = async (entry: string) => {
  const { inputs } = (await build({ ...BUNDLE, entryPoints: [atTop(entry)] })).metafile;
  const atOnce = new Set([entry]);
  const later = new Set<string>();
  for (const file of atOnce)
    for (const { path, kind, external } of inputs[file]?.imports ?? [])
      if (external !== true) (kind === 'dynamic-import' ? later : atOnce).add(path);
  return { atOnce: [...atOnce], later: [...later].sort() };
};

describe('a tag that is imported alone', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(Object.entries(TAGS))(
    '<%s> is defined with what it shows, and nothing else',
    async (tag, expected) => {
      expect(await definedBy(tag)).toEqual([...new Set(expected)].sort());
      // Each page is transformed anew, which a busy machine takes long for.
    },
    60_000,
  );
});

describe('the module for a CDN', () => {
  it('has beside it what a page fetches only when it asks for it', async () => {
    const { atOnce, later } = await filesOf('src/define/cdn.ts');
    expect(later).toEqual([
      'src/connectors/local/open-local-connector.ts',
      'src/core/links.ts',
      'src/desk/paging/pager.ts',
      'src/elements/chat-slots/open-slots.ts',
      'src/elements/chat-tools/open-tools.ts',
      ...LANGUAGES.slice(1)
        .map((language) => `src/i18n/locales/${language}.ts`)
        .sort(),
      'src/platform/paging/page-pages.ts',
    ]);
    expect(
      atOnce.filter((file) =>
        /^src\/(connectors|(?:desk|platform)\/paging|elements\/chat-(?:tools|slots)|i18n\/locales)\//u.test(file),
      ),
    ).toEqual([]);
  });
});

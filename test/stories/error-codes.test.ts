import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { failureOf } from '../../src/desk/desk-state.js';
import { atTop } from '../support/at-top.mjs';

const sources = readdirSync(atTop('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(atTop(`src/${file}`), 'utf8'));

/** Where a source gives an error its code. */
const GIVEN = [
  /type: 'error',\s+code: '([\w-]+)'/gu,
  /'chat-error', \{ code: '([\w-]+)'/gu,
  /#tell\(\s*'([\w-]+)',\s*[`'a]/gu,
  /const code = failed \? '([\w-]+)'/gu,
];

/** Those that a refused command of the agent's has. */
const ofCommands = (['accept', 'send', 'end', 'submit', 'done'] as const).map(failureOf);

it('“Events and streams” says what every code of `chat-error` means, and no other', () => {
  const page = readFileSync(atTop('stories/docs/events-and-streams.mdx'), 'utf8');
  const [, table = ''] = /## What goes wrong\n([^]*?)\n\n[^|]*\n## /u.exec(page) ?? [];
  const told = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w-]+)`/gu)].map(([, code = '']) => code));
  const given = sources.flatMap((text) =>
    GIVEN.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code)),
  );
  expect(told.sort()).toEqual([...new Set([...given, ...ofCommands])].sort());
});

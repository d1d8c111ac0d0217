import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';

interface Example {
  makeCheck(promises: unknown): (event: { readonly type: string; readonly detail: unknown }) => boolean;
}

it('checks details by their schemas as the page “Events and streams” says', async () => {
  const page = readFileSync(atTop('stories/docs/events-and-streams.mdx'), 'utf8');
  const code = /```js\n\/\/ example: schema\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'events-and-streams-'));
  const place = createRequire(import.meta.url).resolve('ajv');
  writeFileSync(join(folder, 'schema.js'), code.replace(`'ajv'`, JSON.stringify(place)));
  const { makeCheck } = (await import(join(folder, 'schema.js'))) as Example;
  rmSync(folder, { recursive: true });
  const check = makeCheck(JSON.parse(readFileSync(atTop('src/elements/events.json'), 'utf8')));
  const detail = { by: 'agent', deskId: 'desk-1', chatId: 'chat-1', time: 1 };
  expect([
    check({ type: 'chat-ended', detail }),
    check({ type: 'chat-ended', detail: { ...detail, by: 'me' } }),
  ]).toEqual([true, false]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPGliteEngine } from '../../../gateway/src/engines/sql/pglite.js';
import { chatIn } from '../support/builders.js';
import { describeEngine } from '../engine-suite.js';

describeEngine('PGlite', async () => {
  const engine = await openPGliteEngine();
  return { engines: [engine, engine], close: () => engine.close() };
});

describe('PGlite in a folder', () => {
  it('has everything again after it was closed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'agent-chat-pglite-'));
    const first = await openPGliteEngine(folder);
    const chat = chatIn('waiting', { version: 1, count: 0 });
    expect(await first.commit(chat)).toBe(true);
    await first.close();

    const second = await openPGliteEngine(folder);
    expect(await second.find(chat.id)).toEqual(chat);
    await second.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

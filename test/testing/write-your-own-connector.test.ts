import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { WebSocket as RealWebSocket } from 'ws';
import { atTop } from '../support/at-top.mjs';

/** What the page's imports are in this repository. */
const PLACES: Readonly<Record<string, string>> = {
  'agent-chat-adapter': atTop('src/index.ts'),
  'agent-chat-adapter/testing.js': atTop('src/testing/index.ts'),
  'agent-chat-adapter/testing/byte-proxy.js': atTop('src/testing/byte-proxy.ts'),
  './back-end.js': atTop('test/testing/support/tiny-back-end.ts'),
};

const page = readFileSync(atTop('stories/docs/write-your-own-connector.mdx'), 'utf8');
const examples = new Map(
  [...page.matchAll(/```js\n\/\/ example: (\w+)\n([\s\S]*?)```/g)].map(([, name = '', code = '']) => [name, code]),
);

const folder = mkdtempSync(join(tmpdir(), 'write-your-own-connector-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const [name, code] of examples) {
  const placed = code.replace(/from '([^']+)'/g, (all, from: string) =>
    from in PLACES ? `from ${JSON.stringify(PLACES[from])}` : all,
  );
  writeFileSync(join(folder, `${name}.js`), placed);
}
const load = (name: string): Promise<Record<string, unknown>> => import(join(folder, `${name}.js`));

// It makes the tests of its connector by itself, as it would for an integrator.
await load('harness');

describe('the page “Write your own connector”', () => {
  it('has a connector that is small', () => {
    expect(examples.get('connector')?.trim().split('\n').length).toBeLessThanOrEqual(120);
  });

  it('makes a socket class on which things go wrong', async () => {
    vi.stubGlobal('WebSocket', RealWebSocket);
    const { FaultySocket } = (await load('faults')) as { FaultySocket: typeof WebSocket };
    vi.unstubAllGlobals();
    const socket = new FaultySocket('ws://127.0.0.1:1');
    const { code } = await new Promise<CloseEvent>((resolve) => (socket.onclose = resolve));
    expect([code, FaultySocket.OPEN]).toEqual([1006, 1]);
  });
});

import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPGliteEngine } from '../../gateway/src/engines/sql/pglite.js';
import { issueToken } from '../../gateway/src/tokens.js';
import { atTop } from '../support/at-top.mjs';
import { freePort } from '../support/free-ports.mjs';
import { connect, type Client } from './support/client.js';
import { AGENT_SECRET, END_USER_SECRET, message } from './support/setup.js';

/** PGlite's first start in a folder takes seconds: done once, and copied. */
const made = mkdtempSync(join(tmpdir(), 'agent-chat-made-'));

beforeAll(async () => {
  execFileSync('npm', ['run', '--silent', 'build:gateway'], { cwd: atTop(), stdio: 'inherit' });
  const engine = await openPGliteEngine(made);
  await engine.close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** Gateways as processes of their own, all with one folder and one port. */
const setup = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-chat-standby-'));
  cpSync(made, folder, { recursive: true, filter: (path) => !path.includes('gateway-lock') });
  const port = await freePort();
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    await Promise.all(children.map((child) => end(child, 'SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  });

  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    }
    return child.exitCode;
  };
  return {
    end,
    /** `told`: what it says of itself. */
    start() {
      const child = fork(atTop('gateway/dist/main.js'), [], {
        env: {
          ...process.env,
          AGENT_JWT_SECRET: AGENT_SECRET,
          END_USER_JWT_SECRET: END_USER_SECRET,
          GATEWAY_DATA: folder,
          GATEWAY_PORT: String(port),
          LOG_LEVEL: 'error',
        },
      });
      children.push(child);
      const told: ('stands by' | 'listens')[] = [];
      child.on('message', (word: { readonly url?: string }) =>
        told.push(word.url === undefined ? 'stands by' : 'listens'),
      );
      return { child, told };
    },
    /** An end user, by whichever gateway listens. */
    async nadia(): Promise<Client> {
      const claims = { sub: 'nadia', role: 'end-user', channel: 'web' } as const;
      const token = await issueToken(END_USER_SECRET, claims, Date.now() + 3_600_000);
      return connect(`http://127.0.0.1:${port}`, { token });
    },
  };
};

const PATIENCE = { timeout: 60_000 };

describe('a second gateway on the folder of PGlite', { timeout: 180_000 }, () => {
  it('stands by while the first is there, and has what that one kept when it is killed', async () => {
    const { start, end, nadia } = await setup();
    const first = start();
    await expect.poll(() => first.told, PATIENCE).toEqual(['listens']);
    const second = start();
    await expect.poll(() => second.told, PATIENCE).toEqual(['stands by']);
    const before = await nadia();
    expect(await before.ask({ type: 'write', message: message('Are you there?') })).toMatchObject({ type: 'ok' });
    expect(second.told).toEqual(['stands by']);
    await end(first.child, 'SIGKILL');
    await expect.poll(() => second.told, PATIENCE).toEqual(['stands by', 'listens']);
    const again = await nadia();
    const { messages } = await again.heard('conversation');
    expect(messages.map(({ text }) => text)).toEqual(['Are you there?']);
    expect(await again.ask({ type: 'write', message: message('Good') })).toMatchObject({ message: { seq: 2 } });
  });

  it('takes over from a first that drains, and of several only one does', async () => {
    const { start, end } = await setup();
    const first = start();
    await expect.poll(() => first.told, PATIENCE).toEqual(['listens']);
    const others = [start(), start()];
    await expect.poll(() => others.map(({ told }) => told), PATIENCE).toEqual([['stands by'], ['stands by']]);
    expect(await end(first.child, 'SIGTERM')).toBe(0);
    await expect.poll(() => others.flatMap(({ told }) => told), PATIENCE).toContain('listens');
    expect(others.flatMap(({ told }) => told).sort()).toEqual(['listens', 'stands by', 'stands by']);
  });

  it('ends at once when it is asked to while it stands by', async () => {
    const { start, end } = await setup();
    const first = start();
    await expect.poll(() => first.told, PATIENCE).toEqual(['listens']);
    const second = start();
    await expect.poll(() => second.told, PATIENCE).toEqual(['stands by']);
    expect(await end(second.child, 'SIGTERM')).toBe(0);
    expect(first.child.exitCode).toBeNull();
  });
});

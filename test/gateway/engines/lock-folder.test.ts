import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder, type Release } from '../../../gateway/src/engines/sql/lock-folder.js';

const setup = () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-chat-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  /** Asks for the folder; `told` fills with what is said of waiting. */
  const ask = (): { readonly told: boolean[]; readonly lock: Promise<Release> } => {
    const told: boolean[] = [];
    return { told, lock: lockFolder(folder, (stands) => told.push(stands)) };
  };
  return { folder, ask, locks: () => readdirSync(folder) };
};

describe('a folder', () => {
  it('is given at once to who asks first', async () => {
    const { ask } = setup();
    const { told, lock } = ask();
    const release = await lock;
    expect(told).toEqual([]);
    release();
  });

  it('is given to the next when it is given back, who was told to wait', async () => {
    const { ask } = setup();
    const first = await ask().lock;
    const second = ask();
    await expect.poll(() => second.told).toEqual([true]);
    first();
    const release = await second.lock;
    expect(second.told).toEqual([true, false]);
    release();
  });

  it('is never with two of many who ask at once, and is with each of them in the end', async () => {
    const { ask, locks } = setup();
    let having = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      const release = await ask().lock;
      having += 1;
      most = Math.max(most, having);
      await turn();
      having -= 1;
      release();
    };
    await Promise.all(Array.from({ length: 20 }, work));
    expect(most).toBe(1);
    expect(locks()).toEqual(['gateway-lock-20']);
  });

  it('is refused where its path is so long that the system would cut it', async () => {
    const { folder } = setup();
    const long = join(folder, 'x'.repeat(120));
    mkdirSync(long);
    await expect(lockFolder(long, () => undefined)).rejects.toThrow('too long');
  });

  it('is not with who was slow: others had it, and one has it, since they looked', async () => {
    const { folder, ask, locks } = setup();
    const theirs = join(folder, 'theirs');
    mkdirSync(theirs);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(join(theirs, 's'), resolve));
    const slow = ask();
    // It has looked, and found nothing.
    renameSync(theirs, join(folder, 'gateway-lock-3'));
    await expect.poll(() => slow.told).toEqual([true]);
    expect(locks()).toEqual(['gateway-lock-3']);
    other.close();
  });
});

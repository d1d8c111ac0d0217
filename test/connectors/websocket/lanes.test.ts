import { describe, expect, it } from 'vitest';
import { createLanes } from '../../../src/connectors/websocket/lanes.js';

/** Tasks that are settled by hand. */
const setup = () => {
  const inOrder = createLanes();
  const begun: string[] = [];
  const settle = new Map<string, { resolve: () => void; reject: (reason: Error) => void }>();
  const run = (lane: string, name: string): Promise<void> =>
    inOrder(lane, () => {
      begun.push(name);
      return new Promise((resolve, reject) => settle.set(name, { resolve, reject }));
    });
  return { run, begun, settle };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  it('begin the next task of a lane when the one before is settled, and other lanes at once', async () => {
    const { run, begun, settle } = setup();
    const first = run('a', 'first');
    void run('a', 'second');
    void run('b', 'other');
    await settled();
    expect(begun).toEqual(['first', 'other']);
    settle.get('first')?.resolve();
    await first;
    await settled();
    expect(begun).toEqual(['first', 'other', 'second']);
  });

  it('go on after a task that failed, whose caller alone is told', async () => {
    const { run, begun, settle } = setup();
    const first = run('a', 'first');
    void run('a', 'second');
    settle.get('first')?.reject(new Error('no'));
    await expect(first).rejects.toThrow('no');
    await settled();
    expect(begun).toEqual(['first', 'second']);
  });
});

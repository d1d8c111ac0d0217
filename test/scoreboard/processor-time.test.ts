import { describe, expect, it } from 'vitest';
import { readState, tookWithin } from './processor-time.js';

/** As Linux writes it: process 7 of 3, 11 + 5 ticks of its own, 2 + 1 of children who have ended. */
const stat = (name: string): string => `7 (${name}) S 3 7 7 0 -1 4194560 900 0 1 0 11 5 2 1 20 0 1 0 88 1000 50`;

describe('processor time', () => {
  it.each(['node', 'a (b) c 9'])('is read whatever the program is called: %s', (name) => {
    expect(readState(stat(name))).toEqual({ parent: 3, took: 190 });
  });

  it('of a server is that of all that it started, and of nobody else', () => {
    const states = new Map([
      [1, { parent: 0, took: 1 }],
      [10, { parent: 1, took: 100 }],
      [11, { parent: 10, took: 20 }],
      [12, { parent: 11, took: 3 }],
      [20, { parent: 1, took: 4000 }],
    ]);
    expect(tookWithin(states, [10])).toBe(123);
    expect(tookWithin(states, [11, 20])).toBe(4023);
  });
});

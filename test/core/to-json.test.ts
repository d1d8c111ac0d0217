import { afterEach, describe, expect, it } from 'vitest';
import { toJson } from '../../src/core/to-json.js';

describe('JSON in the page of an old library', () => {
  const patched = [Array.prototype, String.prototype, Object.prototype] as { toJSON?: unknown }[];
  afterEach(() => {
    for (const prototype of patched) delete prototype.toJSON;
  });

  it('is what it is elsewhere, and the library has its own back, listed or not as before', () => {
    for (const prototype of patched)
      Object.defineProperty(prototype, 'toJSON', { value: () => 'other', configurable: true, writable: true });
    const before = patched.map((prototype) => Object.getOwnPropertyDescriptor(prototype, 'toJSON'));
    expect(toJson({ list: ['text', 1] })).toBe('{"list":["text",1]}');
    expect(patched.map((prototype) => Object.getOwnPropertyDescriptor(prototype, 'toJSON'))).toEqual(before);
    const listed: string[] = [];
    for (const name in {}) listed.push(name);
    expect(listed).toEqual([]);
  });
});

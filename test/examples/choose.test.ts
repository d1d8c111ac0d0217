import { expect, it } from 'vitest';
import { choose } from './choose.js';

const all = ['angular', 'plain-cdn', 'preact', 'solid', 'vue'];

it('proves every app where nothing is said', () => {
  expect(choose(all, {})).toEqual(all);
});

it('proves those that are named, and says which are not there', () => {
  expect(choose(all, { only: ['vue', 'preact'] })).toEqual(['preact', 'vue']);
  expect(() => choose(all, { only: ['vue', 'ember'] })).toThrow('ember');
});

it('proves each once over all parts of a sample, and the plain page in each', () => {
  expect(choose(all, { sample: { part: 0, of: 2 } })).toEqual(['angular', 'plain-cdn', 'solid']);
  expect(choose(all, { sample: { part: 1, of: 2 } })).toEqual(['plain-cdn', 'preact', 'vue']);
});

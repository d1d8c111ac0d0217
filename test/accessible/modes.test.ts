import { describe, expect, it } from 'vitest';
import { exceptionFor, type Exception } from './exceptions.js';
import { grouped, type Violation } from './finding.js';
import { auditModes, nameOf, readSample, sampled } from './modes.js';

const stories = Array.from({ length: 37 }, (_, place) => `story-${place}`);

const looksOf = (part: number, of: number): readonly string[] =>
  sampled(stories, { part, of }).flatMap(({ story, modes }) => modes.map((mode) => `${story} ${nameOf(mode)}`));

describe('which stories are looked at, and how', () => {
  it('are sixteen ways: light and dark, both directions, forced colours or not, narrow and wide', () => {
    expect(new Set(auditModes.map(nameOf)).size).toBe(16);
  });

  it('looks at everything once over all parts of a sample', () => {
    const all = Array.from({ length: 40 }, (_, part) => looksOf(part, 40)).flat();
    expect(all.sort()).toEqual([...looksOf(0, 1)].sort());
    expect(all).toHaveLength(stories.length * auditModes.length);
  });

  it('has each way of looking in a part that shares no factor with their number', () => {
    const modes = sampled(stories, { part: 3, of: 7 }).flatMap((one) => one.modes.map(nameOf));
    expect(new Set(modes).size).toBe(auditModes.length);
  });

  it('takes another part each day', () => {
    const day = Date.UTC(2026, 2, 2);
    const parts = [0, 1, 2].map((days) => readSample('day/3', day + days * 86_400_000).part);
    expect([...parts].sort()).toEqual([0, 1, 2]);
  });

  it.each(['3/3', 'week/3', '1', '1/0'])('refuses %s', (text) => {
    expect(() => readSample(text, 0)).toThrow(`--sample=${text}`);
  });
});

const violation: Violation = { engine: 'ibm', rule: 'a_rule', message: 'No.', snippet: '<button class="icon">' };

describe('what is found', () => {
  it('is one line for each story, however many ways have it', () => {
    const found = ['light', 'dark', 'dark'].map((mode) => ({ story: 'a-story', mode, violation }));
    expect(grouped(found)).toEqual([{ violation, story: 'a-story', modes: ['light', 'dark'] }]);
  });

  it.each<[string, Partial<Exception>, boolean]>([
    ['its engine, rule and markup', {}, true],
    ['another engine', { engine: 'axe' }, false],
    ['another rule', { rule: 'another' }, false],
    ['other markup', { where: /<input/u }, false],
    ['its story and mode', { in: /^a-story · dark/u }, true],
    ['another mode', { in: /light/u }, false],
  ])('falls under an exception for %s: %o', (_name, given, falls) => {
    const exception: Exception = { engine: 'ibm', rule: 'a_rule', where: /<button/u, because: 'Of a test.', ...given };
    expect(exceptionFor(violation, 'a-story · dark · ltr', [exception]) === exception).toBe(falls);
  });
});

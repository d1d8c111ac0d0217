import { describe, expect, it } from 'vitest';
import { DEEPEST_LEVEL, leavesOf, type Disposition } from '../../src/core/index.js';

const node = (id: string, children?: readonly Disposition[], name = id.toUpperCase()): Disposition => ({
  id,
  name,
  ...(children === undefined ? {} : { children }),
});

/** A chain `levels` deep: a1 › a2 › … */
const chain = (levels: number, level = 1): Disposition =>
  node(`a${level}`, level === levels ? undefined : [chain(levels, level + 1)]);

const idsOf = (tree: readonly Disposition[]): readonly string[] => leavesOf(tree).leaves.map(({ id }) => id);
const codesOf = (tree: readonly Disposition[]): readonly string[] =>
  leavesOf(tree).problems.map(({ code, at }) => `${code} at ${at}`);
const junk = (value: unknown): readonly Disposition[] => value as readonly Disposition[];

describe('the disposition tree', () => {
  it('offers its leaves in order, with their paths', () => {
    const tree = [node('b', [node('d'), node('c', [node('e')])]), node('a')];

    expect(leavesOf(tree)).toEqual({
      leaves: [
        { id: 'd', name: 'D', path: ['B', 'D'], fullPath: 'B › D' },
        { id: 'e', name: 'E', path: ['B', 'C', 'E'], fullPath: 'B › C › E' },
        { id: 'a', name: 'A', path: ['A'], fullPath: 'A' },
      ],
      problems: [],
    });
  });

  it('tells the full path the back end gave', () => {
    const { leaves } = leavesOf([node('a', [{ id: 'b', name: 'B', full_path: 'A / B' }])]);

    expect(leaves.map(({ fullPath }) => fullPath)).toEqual(['A / B']);
  });

  it.each([' ', 7, null])('makes the full path where the one given is %j', (full_path) => {
    const { leaves, problems } = leavesOf(junk([{ id: 'a', name: 'A', full_path }]));

    expect([leaves.map(({ fullPath }) => fullPath), problems]).toEqual([['A'], []]);
  });

  it.each([[undefined], [null], [[]]])('takes a node with children %j as a leaf', (children) => {
    expect(idsOf(junk([{ id: 'a', name: 'A', children }]))).toEqual(['a']);
  });

  it.each([1, 2, 3, 4, 5])('takes %i levels', (levels) => {
    expect([idsOf([chain(levels)]), codesOf([chain(levels)])]).toEqual([[`a${levels}`], []]);
  });

  it('refuses a sixth level and keeps the rest', () => {
    const tree = [chain(DEEPEST_LEVEL + 1), node('b')];

    expect([idsOf(tree), codesOf(tree)]).toEqual([['b'], ['too-deep at A1 › A2 › A3 › A4 › A5 › A6']]);
  });

  it('refuses a loop by reference and keeps the rest', () => {
    const children: Disposition[] = [];
    const looped = node('a', children);
    children.push(looped, node('b'));

    expect([idsOf([looped]), codesOf([looped])]).toEqual([['b'], ['loop at A › A']]);
  });

  it('refuses a loop by id and keeps the rest', () => {
    const tree = [node('a', [node('b', [node('a', [node('c')])]), node('d')])];

    expect([idsOf(tree), codesOf(tree)]).toEqual([['d'], ['loop at A › B › A']]);
  });

  it('keeps the first of two nodes with one id', () => {
    const tree = [node('a', [node('x', undefined, 'First')]), node('b', [node('x', undefined, 'Second'), node('y')])];

    expect([leavesOf(tree).leaves.map(({ name }) => name), codesOf(tree)]).toEqual([
      ['First', 'Y'],
      ['duplicate-id at B › Second'],
    ]);
  });

  it('keeps the first place of one object used twice', () => {
    const shared = node('x');
    const tree = [node('a', [shared]), node('b', [shared, node('y')])];

    expect([idsOf(tree), codesOf(tree)]).toEqual([['x', 'y'], ['duplicate-id at B › X']]);
  });

  it.each([undefined, null, '', ' ', 7])('refuses a node whose id is %j, with all below it', (id) => {
    const tree = junk([{ id, name: 'A', children: [node('c')] }, node('b')]);

    expect([idsOf(tree), codesOf(tree)]).toEqual([['b'], ['no-id at A']]);
  });

  it.each([undefined, null, '', ' ', 7])('refuses a node whose name is %j, with all below it', (name) => {
    const tree = junk([node('p', junk([{ id: 'a', name, children: [node('c')] }, node('b')]))]);

    expect([idsOf(tree), codesOf(tree)]).toEqual([['b'], ['no-name at P › ?']]);
  });

  it.each(['x', 7, {}, true])('refuses a node whose children are %j', (children) => {
    const tree = junk([{ id: 'a', name: 'A', children }, node('b')]);

    expect([idsOf(tree), codesOf(tree)]).toEqual([['b'], ['no-list at A']]);
  });

  it.each([undefined, null, 'x', 7, {}])('is empty where it is %j', (tree) => {
    expect(leavesOf(junk(tree))).toEqual({ leaves: [], problems: [{ code: 'no-list', at: '' }] });
  });

  it.each([null, undefined, 'x', 7, [[]]])('refuses %j in place of a node', (item) => {
    const tree = junk([item, node('b')]);

    expect([idsOf(tree), codesOf(tree)]).toEqual([['b'], ['no-id at ?']]);
  });

  it('leaves the tree as it was', () => {
    const tree = [node('a', [node('b'), node('b')])];
    const before = structuredClone(tree);

    leavesOf(tree);

    expect(tree).toEqual(before);
  });
});

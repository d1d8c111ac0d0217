import { expect, it } from 'vitest';
import { faultsIn, judgeWrongUse } from './wrong-use.js';

const sources = new Map([
  [
    'src/wrong-use.ts',
    `const adapter = new ChatAdapter();
adapter.policy = { typing: 'loud' }; // wrong
adapter.policy = { typing: 'none' };`,
  ],
  ['src/wrong-use.vue', '<chat-adapter :open="7" /> <!-- wrong -->'],
]);

const INDEED = `src/wrong-use.ts(2,20): error TS2322: Type '"loud"' is not assignable.
  Types of property 'typing' are incompatible.
src/wrong-use.vue(1,15): error TS2322: Type 'number' is not assignable to type 'boolean'.
`;

it('reads the faults that each checker tells', () => {
  const told = [
    `src/a.ts(3,7): error TS2322: This.`,
    `src/b.ts:4:7 - error NG2: That.`,
    `1763000000000 ERROR "src/c.svelte" 5:7 "It."`,
    `1763000000000 WARNING "src/c.svelte" 6:7 "Not."`,
    `Found 3 errors.`,
  ];
  expect(faultsIn(told.join('\n')).map(({ file, line }) => `${file}:${line}`)).toEqual([
    'src/a.ts:3',
    'src/b.ts:4',
    'src/c.svelte:5',
  ]);
});

it('is content where each wrong line is found, and no other', () => {
  expect(judgeWrongUse(sources, INDEED)).toEqual([]);
});

it('names a wrong line that nobody finds', () => {
  expect(judgeWrongUse(sources, INDEED.split('\n').slice(0, 2).join('\n'))).toEqual([
    'src/wrong-use.vue:1 is wrong, and nobody says so: <chat-adapter :open="7" /> <!-- wrong -->',
  ]);
});

it('names a fault in a line that is right, and in another file', () => {
  const more = `${INDEED}src/wrong-use.ts(3,1): error TS1: No.\nsrc/app.ts(2,1): error TS2: No.`;
  expect(judgeWrongUse(sources, more)).toEqual([
    'src/wrong-use.ts:3 is not marked as wrong: TS1: No.',
    'src/app.ts:2 is not marked as wrong: TS2: No.',
  ]);
});

it('is not content with files in which nothing is wrong', () => {
  expect(judgeWrongUse(new Map([['src/wrong-use.ts', 'const a = 1;']]), '')).toEqual(['No line is marked as wrong.']);
});

import { describe, expect, it } from 'vitest';
import { isOpen, isOver, stateAfter, type ChatState, type LifeStep } from '../../src/core/index.js';

const STEPS: readonly LifeStep[] = ['accept', 'withdraw', 'leave', 'return', 'end', 'finish'];

/** Every state by every step: what is not here is illegal. */
const legal: Readonly<Record<ChatState, Partial<Record<LifeStep, ChatState>>>> = {
  waiting: { accept: 'active', withdraw: 'withdrawn', leave: 'withdrawn' },
  active: { leave: 'left', end: 'wrap-up' },
  left: { return: 'active', end: 'wrap-up' },
  'wrap-up': { finish: 'done' },
  done: {},
  withdrawn: {},
};
const STATES = Object.keys(legal) as ChatState[];

describe('the life of a chat', () => {
  const table = STATES.flatMap((state) =>
    STEPS.map((step) => ({ state, step, after: legal[state][step] ?? 'illegal' })),
  );

  it.each(table)('$state, then $step: $after', ({ state, step, after }) => {
    expect(stateAfter(state, step) ?? 'illegal').toBe(after);
  });

  it('has work for the agent from the answer to the end of wrap-up', () => {
    expect(STATES.filter(isOpen)).toEqual(['active', 'left', 'wrap-up']);
  });

  it('is over once done or withdrawn', () => {
    expect(STATES.filter(isOver)).toEqual(['done', 'withdrawn']);
  });

  it('leads from every state that is not over to one that is', () => {
    const reachesEnd = (state: ChatState, seen: readonly ChatState[] = []): boolean =>
      isOver(state) ||
      STEPS.some((step) => {
        const after = stateAfter(state, step);
        return after !== undefined && !seen.includes(after) && reachesEnd(after, [...seen, state]);
      });

    expect(STATES.filter((state) => !reachesEnd(state))).toEqual([]);
  });
});

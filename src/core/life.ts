/** Where a chat is in its life. */
export type ChatState = 'waiting' | 'active' | 'left' | 'wrap-up' | 'done' | 'withdrawn';

/** What moves a chat on. */
export type LifeStep = 'accept' | 'withdraw' | 'leave' | 'return' | 'end' | 'finish';

const next: Readonly<Record<ChatState, Partial<Record<LifeStep, ChatState>>>> = {
  waiting: { accept: 'active', withdraw: 'withdrawn', leave: 'withdrawn' },
  active: { leave: 'left', end: 'wrap-up' },
  left: { return: 'active', end: 'wrap-up' },
  'wrap-up': { finish: 'done' },
  done: {},
  withdrawn: {},
};

/** The state after a step, or `undefined` where a chat in this state cannot take it. */
export const stateAfter = (state: ChatState, step: LifeStep): ChatState | undefined => next[state][step];

/** Whether an agent still has work with a chat in this state. */
export const isOpen = (state: ChatState): boolean => state === 'active' || state === 'left' || state === 'wrap-up';

/** Whether a chat in this state is over for everyone. */
export const isOver = (state: ChatState): boolean => state === 'done' || state === 'withdrawn';

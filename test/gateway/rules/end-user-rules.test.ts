import { describe, expect, it } from 'vitest';
import type { KeptMessage } from '../../../gateway/src/engine.js';
import { chatIdOf } from '../../../gateway/src/rules/chat-id.js';
import { comeBack, leave, write } from '../../../gateway/src/rules/end-user-rules.js';
import { chatIn, NOW, opening } from '../support/builders.js';

const message = { id: 'm-1', text: 'Hello', time: NOW };
const kept = { ...message, author: 'end-user', kind: 'text' } as const;

describe('writing', () => {
  it('asks for a chat with the first message', () => {
    expect(write(undefined, opening, message, 100, NOW).change).toEqual({
      chat: {
        ...opening,
        id: chatIdOf('nadia', 1),
        state: 'waiting',
        requestedAt: NOW,
        waiting: 1,
        arrival: NOW,
        visit: 1,
        version: 1,
        count: 1,
      },
      messages: [{ ...kept, seq: 1 }],
    });
  });

  it.each(['wrap-up', 'done', 'withdrawn'] as const)('asks for another chat after one in state "%s"', (state) => {
    const { change } = write(chatIn(state), opening, message, 100, NOW);
    expect(change?.chat).toMatchObject({ id: chatIdOf('nadia', 2), visit: 2, version: 1, state: 'waiting' });
    expect(change?.messages).toEqual([{ ...kept, seq: 1 }]);
  });

  it('counts as waiting only until an agent has answered', () => {
    expect(write(chatIn('waiting'), opening, message, 100, NOW).change?.chat).toEqual(
      chatIn('waiting', { waiting: 3, version: 6, count: 4 }),
    );
    expect(write(chatIn('active'), opening, message, 100, NOW).change?.chat).toEqual(
      chatIn('active', { version: 6, count: 4 }),
    );
  });

  it('brings back who had left, in the same step', () => {
    const { change } = write(chatIn('left'), opening, message, 100, NOW);
    expect(change?.chat).toEqual(chatIn('active', { returnedAt: NOW, version: 6, count: 4 }));
    expect(change?.messages[0]?.seq).toBe(4);
  });

  it('is refused without words, and beyond the limit', () => {
    expect(write(undefined, opening, { ...message, text: ' ' }, 100, NOW).refusal?.code).toBe('invalid');
    expect(write(undefined, opening, { ...message, text: 'x'.repeat(101) }, 100, NOW).refusal?.code).toBe('invalid');
  });
});

describe('leaving', () => {
  it('leaves an active chat, and withdraws a request', () => {
    expect(leave(chatIn('active'), false, NOW).change?.chat).toMatchObject({
      state: 'left',
      leftAt: NOW,
      onPurpose: false,
    });
    expect(leave(chatIn('waiting'), true, NOW).change?.chat).toMatchObject({ state: 'withdrawn', onPurpose: true });
  });

  it.each(['left', 'wrap-up', 'done', 'withdrawn'] as const)('changes nothing in state "%s"', (state) => {
    expect(leave(chatIn(state), true, NOW)).toEqual({});
  });

  it('changes nothing for who never wrote', () => {
    expect(leave(undefined, true, NOW)).toEqual({});
  });
});

describe('coming back', () => {
  const said: readonly KeptMessage[] = [
    { ...kept, id: 'a', seq: 1 },
    { ...kept, id: 'b', seq: 2 },
  ];

  it('takes leaving back', () => {
    const { change } = comeBack(chatIn('left'), opening, [], NOW);
    expect(change?.chat).toEqual(chatIn('active', { returnedAt: NOW, version: 6 }));
    expect(change?.chat).not.toHaveProperty('leftAt');
  });

  it('asks anew for a withdrawn request, with what was written in it', () => {
    const { change } = comeBack(chatIn('withdrawn'), opening, said, NOW);
    expect(change?.chat).toMatchObject({ visit: 2, version: 1, count: 2, waiting: 2, state: 'waiting' });
    expect(change?.messages).toEqual(said);
  });

  it.each(['waiting', 'active', 'wrap-up', 'done'] as const)('changes nothing in state "%s"', (state) => {
    expect(comeBack(chatIn(state), opening, said, NOW)).toEqual({});
  });
});

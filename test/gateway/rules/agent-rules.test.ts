import { describe, expect, it } from 'vitest';
import { accept, done, end, maySee, send, submit } from '../../../gateway/src/rules/agent-rules.js';
import type { Decision } from '../../../gateway/src/rules/decision.js';
import { chatIn, NOW, STATES } from '../support/builders.js';

const ada = { id: 'ada' };
const ben = { id: 'ben' };
const free = { open: 0, limit: 3 };
const message = { id: 'm-1', text: 'Hello', time: NOW - 10 };

/** `change`, `as it is`, or why not. */
const said = ({ change, refusal }: Decision): string => refusal?.code ?? (change === undefined ? 'as it is' : 'change');

/** What a rule says in each state, in one line. */
const inEachState = (rule: (chat: ReturnType<typeof chatIn>) => Decision): Record<string, string> =>
  Object.fromEntries(STATES.map((state) => [state, said(rule(chatIn(state)))]));

describe('accepting', () => {
  it('makes a waiting request the agent’s, and one’s own stays so', () => {
    expect(inEachState((chat) => accept(chat, ada, free, NOW))).toEqual({
      waiting: 'change',
      active: 'as it is',
      left: 'as it is',
      'wrap-up': 'as it is',
      done: 'gone',
      withdrawn: 'gone',
    });
    expect(accept(chatIn('waiting'), ada, free, NOW).change).toEqual({
      chat: chatIn('waiting', { state: 'active', agent: 'ada', acceptedAt: NOW, version: 6 }),
      messages: [],
    });
  });

  it('is refused as taken once another agent was quicker', () => {
    expect(inEachState((chat) => accept(chat, ben, free, NOW))).toMatchObject({
      active: 'taken',
      left: 'taken',
      'wrap-up': 'taken',
      done: 'taken',
    });
  });

  it('is refused for a chat that is none', () => {
    expect(said(accept(undefined, ada, free, NOW))).toBe('gone');
  });

  it('is refused for a queue that is not the agent’s', () => {
    expect(said(accept(chatIn('waiting'), { id: 'ada', queues: ['sales'] }, free, NOW))).toBe('not-allowed');
    expect(said(accept(chatIn('waiting'), { id: 'ada', queues: ['sales', 'billing'] }, free, NOW))).toBe('change');
  });

  it('is refused for an agent with as many open chats as they may have', () => {
    expect(said(accept(chatIn('waiting'), ada, { open: 3, limit: 3 }, NOW))).toBe('not-allowed');
    expect(said(accept(chatIn('waiting'), ada, { open: 2, limit: 3 }, NOW))).toBe('change');
    expect(said(accept(chatIn('active'), ada, { open: 3, limit: 3 }, NOW))).toBe('as it is');
  });
});

describe('what an agent sees', () => {
  it('is every queue, or those named, and requests without a queue', () => {
    const { queue: _queue, ...without } = chatIn('waiting');
    expect(maySee(ada, chatIn('waiting'))).toBe(true);
    expect(maySee({ id: 'ada', queues: [] }, chatIn('waiting'))).toBe(false);
    expect(maySee({ id: 'ada', queues: [] }, without)).toBe(true);
  });
});

describe('sending', () => {
  it('goes into an own chat until that has ended', () => {
    expect(inEachState((chat) => send(chat, ada, message, 100, NOW))).toEqual({
      waiting: 'not-allowed',
      active: 'change',
      left: 'change',
      'wrap-up': 'gone',
      done: 'gone',
      withdrawn: 'not-allowed',
    });
    expect(said(send(chatIn('active'), ben, message, 100, NOW))).toBe('not-allowed');
    expect(said(send(undefined, ada, message, 100, NOW))).toBe('gone');
  });

  it('gives the message the next place, and leaves the waiting count alone', () => {
    const { change } = send(chatIn('active'), ada, message, 100, NOW);
    expect(change?.messages).toEqual([
      { id: 'm-1', author: 'agent', kind: 'text', text: 'Hello', time: NOW - 10, seq: 4 },
    ]);
    expect(change?.chat).toEqual(chatIn('active', { version: 6, count: 4 }));
  });

  it.each([
    ['blanks', { text: ' \u200b\n' }],
    ['a text over the limit', { text: 'x'.repeat(101) }],
    ['an id with a U+0000', { id: 'a\0' }],
    ['an id with half a character', { id: '\ud800' }],
  ])('is refused as invalid with %s', (_what, bad) => {
    expect(said(send(chatIn('active'), ada, { ...message, ...bad }, 100, NOW))).toBe('invalid');
  });

  it.each([
    ['the future', NOW + 600_000],
    ['two days ago', NOW - 48 * 3_600_000],
    ['before all times', -8.64e15],
  ])('never keeps a time from %s', (_when, time) => {
    expect(send(chatIn('active'), ada, { ...message, time }, 100, NOW).change?.messages[0]?.time).toBe(NOW);
  });
});

describe('ending', () => {
  it('ends an own chat once', () => {
    expect(inEachState((chat) => end(chat, ada, NOW))).toEqual({
      waiting: 'not-allowed',
      active: 'change',
      left: 'change',
      'wrap-up': 'as it is',
      done: 'as it is',
      withdrawn: 'not-allowed',
    });
    expect(said(end(chatIn('active'), ben, NOW))).toBe('not-allowed');
    expect(end(chatIn('active'), ada, NOW).change?.chat).toMatchObject({
      state: 'wrap-up',
      endedAt: NOW,
      endedBy: 'agent',
    });
  });
});

describe('submitting', () => {
  const values = { disposition: 'refund', notes: 'Paid back.', extra: { order: '8841' } };

  it('keeps the form of an ended chat', () => {
    expect(inEachState((chat) => submit(chat, ada, values, 'agent', 100))).toEqual({
      waiting: 'not-allowed',
      active: 'not-allowed',
      left: 'not-allowed',
      'wrap-up': 'change',
      done: 'as it is',
      withdrawn: 'not-allowed',
    });
    expect(submit(chatIn('wrap-up'), ada, values, 'timeout', 100).change?.chat).toMatchObject({
      state: 'wrap-up',
      submitted: values,
      submittedReason: 'timeout',
    });
  });

  it('lets the first submission stand', () => {
    expect(said(submit(chatIn('wrap-up', { submitted: {} }), ada, values, 'agent', 100))).toBe('as it is');
  });

  it('keeps nothing but the two fields and the page’s own, and no notes over the limit', () => {
    const more = { ...values, colour: 'red' };
    expect(submit(chatIn('wrap-up'), ada, more, 'agent', 100).change?.chat.submitted).toEqual(values);
    expect(said(submit(chatIn('wrap-up'), ada, { notes: 'x'.repeat(101) }, 'agent', 100))).toBe('invalid');
  });
});

describe('being done', () => {
  it('lets go of a chat whose form was submitted', () => {
    const submitted = { submitted: {} };
    expect(STATES.map((state) => said(done(chatIn(state, submitted), ada)))).toEqual([
      ...['not-allowed', 'not-allowed', 'not-allowed', 'change', 'as it is', 'not-allowed'],
    ]);
    expect(said(done(chatIn('wrap-up'), ada))).toBe('not-allowed');
    expect(said(done(chatIn('wrap-up', submitted), ben))).toBe('not-allowed');
    expect(done(chatIn('wrap-up', submitted), ada).change?.chat.state).toBe('done');
  });
});

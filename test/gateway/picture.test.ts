import { describe, expect, it } from 'vitest';
import type { KeptMessage, StoredChat } from '../../gateway/src/engine.js';
import { agentNeedsAfter, agentNews, endUserNews, chatAsTold } from '../../gateway/src/picture.js';
import type { Agent } from '../../gateway/src/rules/agent-rules.js';
import { chatIn, NOW } from './support/builders.js';

const BYTES = 65_536;
const ada = { id: 'ada' };

const said = (seq: number, more: Partial<KeptMessage> = {}): KeptMessage => ({
  ...{ id: `m-${seq}`, author: 'end-user', kind: 'text', text: 'Hi', time: NOW, seq },
  ...more,
});

const news = (
  before: StoredChat | undefined,
  chat: StoredChat,
  messages: readonly KeptMessage[] = [],
  agent: Agent = ada,
): readonly string[] => agentNews(before, chat, agent, messages, BYTES).map(({ type }) => type);

const later = (chat: StoredChat, more: Partial<StoredChat>): StoredChat => ({
  ...chat,
  version: chat.version + 1,
  ...more,
});

describe('what an agent is told', () => {
  it('of a request: that it is there, and its count, but no words', () => {
    const request = chatIn('waiting');
    expect(agentNeedsAfter(undefined, request, ada)).toBeUndefined();
    expect(news(undefined, request)).toEqual(['chat']);
    expect(news(request, later(request, { waiting: 3 }))).toEqual(['chat']);
    expect(news(request, request)).toEqual([]);
  });

  it('of a request that went: why', () => {
    const request = chatIn('waiting');
    const reason = (more: Partial<StoredChat>): unknown => agentNews(request, later(request, more), ada, [], BYTES)[0];
    expect(reason({ state: 'active', agent: 'ben' })).toMatchObject({ reason: 'answered-elsewhere' });
    expect(reason({ state: 'withdrawn', leftAt: NOW })).toMatchObject({ reason: 'end-user-left' });
    expect(reason({ state: 'withdrawn' })).toMatchObject({ reason: 'withdrawn' });
  });

  it('of a chat that became theirs: the chat, then all that was said', () => {
    const request = chatIn('waiting');
    const mine = later(request, { state: 'active', agent: 'ada' });
    expect(agentNeedsAfter(request, mine, ada)).toBe(0);
    expect(news(request, mine, [said(1), said(2), said(3)])).toEqual(['chat', 'messages']);
    expect(news(undefined, mine, [said(1)])).toEqual(['chat', 'messages']);
  });

  it('of their own chat: what came after, in the order it happened', () => {
    const before = chatIn('active');
    const left = later(before, { state: 'left', leftAt: NOW, count: 4 });
    expect(agentNeedsAfter(before, left, ada)).toBe(3);
    expect(news(before, left, [said(4)])).toEqual(['messages', 'left']);
    const back = chatIn('active', { version: 7, count: 4, returnedAt: NOW });
    expect(news(chatIn('left'), back, [said(4)])).toEqual(['returned', 'messages']);
    expect(news(chatIn('left'), later(chatIn('left'), { leftAt: NOW, returnedAt: NOW - 5 }))).toEqual([
      ...['returned', 'left'],
    ]);
    expect(news(before, chatIn('wrap-up', { version: 9 }))).toEqual(['ended']);
    expect(news(before, chatIn('done', { version: 9 }))).toEqual(['ended', 'wrap-up-submitted', 'done']);
  });

  it('of several steps at once: each with a version of its own, the last with the newest', () => {
    const frames = agentNews(chatIn('active', { version: 5 }), chatIn('done', { version: 9 }), ada, [], BYTES);
    expect(frames).toMatchObject([{ version: 7 }, { version: 8 }, { version: 9 }]);
    const back = later(chatIn('left'), { version: 8, leftAt: NOW, returnedAt: NOW - 5 });
    expect(agentNews(chatIn('left'), back, ada, [], BYTES)).toMatchObject([{ version: 7 }, { version: 8 }]);
  });

  it('of what is somebody else’s, or over, or in a queue that is not theirs: nothing', () => {
    expect(news(undefined, chatIn('active', { agent: 'ben' }), [])).toEqual([]);
    expect(news(undefined, chatIn('done'))).toEqual([]);
    expect(news(undefined, chatIn('withdrawn'))).toEqual([]);
    expect(news(undefined, chatIn('waiting'), [], { id: 'ada', queues: ['sales'] })).toEqual([]);
  });

  it('of an older version than was told: nothing', () => {
    expect(news(later(chatIn('active'), { count: 4 }), chatIn('active'))).toEqual([]);
  });

  it('never holds what only the contact centre needs', () => {
    const full = chatIn('left', {
      ...{ handedOn: 1, leftReason: 'x', endedReason: 'x', submittedReason: 'agent', returnedAt: NOW },
    });
    expect(Object.keys(chatAsTold(full)).sort()).toEqual([
      ...['acceptedAt', 'channel', 'endUser', 'id', 'leftAt', 'queue', 'requestedAt', 'state', 'version', 'waiting'],
    ]);
  });
});

describe('what an end user is told', () => {
  it('is where they stand, and what is new, without notes', () => {
    const before = chatIn('active');
    const after = later(before, { count: 5 });
    expect(endUserNews(before, after, [said(4, { internal: true }), said(5)], BYTES)).toEqual([
      { type: 'conversation', chatId: before.id, state: 'active', messages: [said(5)] },
    ]);
    expect(endUserNews(before, after, [said(4, { internal: true })], BYTES)).toEqual([]);
    expect(endUserNews(before, chatIn('wrap-up', { version: 9 }), [], BYTES)).toMatchObject([{ state: 'ended' }]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptMessage, StoredChat } from '../../gateway/src/engine.js';
import { agentNeedsAfter, agentNews, endUserNews, chatAsTold } from '../../gateway/src/picture.js';
import * as agentRules from '../../gateway/src/rules/agent-rules.js';
import type { Change, Decision } from '../../gateway/src/rules/decision.js';
import { comeBack, leave, write } from '../../gateway/src/rules/end-user-rules.js';
import type { AgentHears } from '../../src/wire/index.js';
import { chatIn, NOW, opening } from './support/builders.js';

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
  agent: agentRules.Agent = ada,
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

/** A desk as simple as can be: what it has after some frames. */
const deskOf = (frames: readonly AgentHears[]): unknown => {
  const chats = new Map<string, Record<string, unknown>>();
  const seqs = new Map<string, number[]>();
  for (const frame of frames) {
    const chat = 'chatId' in frame ? chats.get(frame.chatId) : undefined;
    if (frame.type === 'chat') {
      const { version: _version, ...told } = frame.chat;
      chats.set(told.id, { ...chats.get(told.id), ...told });
    }
    if (frame.type === 'messages')
      seqs.set(frame.chatId, [...(seqs.get(frame.chatId) ?? []), ...frame.messages.map(({ seq }) => seq)]);
    if (frame.type === 'withdrawn' || frame.type === 'done') {
      chats.delete(frame.chatId);
      seqs.delete(frame.chatId);
    }
    if (chat === undefined) continue;
    if (frame.type === 'left') Object.assign(chat, { state: 'left', leftAt: frame.time });
    if (frame.type === 'returned') {
      chat.state = 'active';
      delete chat.leftAt;
    }
    if (frame.type === 'ended') Object.assign(chat, { state: 'wrap-up', endedAt: frame.time, endedBy: frame.by });
    if (frame.type === 'wrap-up-submitted') chat.submitted = frame.values;
  }
  return { chats: Object.fromEntries(chats), seqs: Object.fromEntries(seqs) };
};

const steps: Readonly<Record<string, (chat: StoredChat | undefined, now: number) => Decision>> = {
  write: (chat, now) => write(chat, opening, { id: `m-${now}`, text: 'Hi', time: now }, 100, now),
  send: (chat, now) => agentRules.send(chat, ada, { id: `m-${now}`, text: 'Hi', time: now }, 100, now),
  accept: (chat, now) => agentRules.accept(chat, ada, { open: 0, limit: 9 }, now),
  elsewhere: (chat, now) => agentRules.accept(chat, { id: 'ben' }, { open: 0, limit: 9 }, now),
  leave: (chat, now) => leave(chat, true, now),
  back: (chat, now) => comeBack(chat, opening, [], now),
  end: (chat, now) => agentRules.end(chat, ada, now),
  submit: (chat) => agentRules.submit(chat, ada, {}, 'agent', 100),
  done: (chat) => agentRules.done(chat, ada),
};

describe('however a chat goes', () => {
  it('who is told of every change, of some, or only of the end, has the same in the end', () => {
    const names = fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 40 });
    fc.assert(
      fc.property(names, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (path, looks) => {
        const changes: Change[] = [];
        let latest: StoredChat | undefined;
        for (const [index, name] of path.entries()) {
          const { change } = steps[name]!(latest, NOW + index);
          if (change === undefined) continue;
          // What began a new chat stays a chat of its own: only the first one is followed here.
          if (latest !== undefined && change.chat.id !== latest.id) break;
          changes.push(change);
          latest = change.chat;
        }
        const all = changes.flatMap(({ messages }) => messages);
        const follow = (isTold: (index: number) => boolean): unknown => {
          const frames: AgentHears[] = [];
          let told: StoredChat | undefined;
          for (const [index, { chat }] of changes.entries()) {
            if (!isTold(index) && index < changes.length - 1) continue;
            const after = agentNeedsAfter(told, chat, ada);
            const missing = after === undefined ? [] : all.filter(({ seq }) => seq > after && seq <= chat.count);
            frames.push(...agentNews(told, chat, ada, missing, BYTES));
            told = chat;
          }
          const versions = frames.flatMap((frame) => {
            if (frame.type === 'chat') return [frame.chat.version!];
            return 'chatId' in frame && 'version' in frame ? [frame.version!] : [];
          });
          // None is dropped by a desk that drops what is not higher.
          expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
          return deskOf(frames);
        };
        const everything = follow(() => true);
        expect(follow((index) => looks[index]!)).toEqual(everything);
        expect(follow(() => false)).toEqual(everything);
      }),
      { numRuns: 2000 },
    );
  });
});

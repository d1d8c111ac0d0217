import { describe, expect, it } from 'vitest';
import { agentHears, agentSends, comeBackAfter, endUserSends, readFrame } from '../../src/wire/index.js';
import { inAFrame, JSON_REFUSALS } from '../support/bad-frames/json-refusals.js';

const read = (frame: unknown) => readFrame(JSON.stringify(frame), agentSends, endUserSends);
const message = { id: 'm-1', text: 'Hello', time: 1 };

describe('reading a frame', () => {
  it('takes a good one as it is, with fields that it does not know', () => {
    const frame = { type: 'send', id: '1', chatId: 'chat-1', message, colour: 'red' };
    expect(read(frame)).toEqual({ frame });
  });

  it.each([
    ['nothing', ''],
    ['half a thing', '{"type":"send"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '1e999'],
    ['bytes', new ArrayBuffer(8)],
  ])('refuses %s as no JSON object', (_what, text) => {
    expect(readFrame(text, agentSends).problem?.code).toBe('no-json');
  });

  it.each(Object.entries(JSON_REFUSALS))('refuses all that no JSON parser may take: %s', (_kind, refusals) => {
    const texts = refusals.flatMap((refusal) => [refusal, inAFrame(refusal)]).map(String);
    for (const text of texts) {
      expect(() => JSON.parse(text) as unknown, text.slice(0, 50)).toThrow(SyntaxError);
      expect(readFrame(text, agentSends).problem?.code).toBe('no-json');
    }
    expect(readFrame(inAFrame('[1]'), agentSends).problem).toBeUndefined();
  });

  it.each(['sned', '__proto__', 'constructor', 'toString', ''])('refuses the type "%s" as unknown', (type) => {
    expect(readFrame(`{"type":"${type}"}`, agentSends).problem).toMatchObject({ code: 'unknown-frame', path: '/type' });
  });

  it('tells a frame of the other role from an unknown one, and names the request', () => {
    expect(read({ type: 'write', id: '7', message }).problem).toMatchObject({ code: 'not-yours', id: '7' });
  });

  it.each([
    ['a text that is none', { ...message, text: 5 }, '/message/text'],
    ['an empty text', { ...message, text: '' }, '/message/text'],
    ['a date beyond all dates', { ...message, time: 1e20 }, '/message/time'],
    ['an id that is too long', { ...message, id: 'x'.repeat(201) }, '/message/id'],
    ['no id', { text: 'Hello', time: 1 }, '/message/id'],
  ])('names the place of %s, not what stood there', (_what, bad, path) => {
    const { problem } = read({ type: 'send', id: '1', chatId: 'chat-1', message: bad });
    expect(problem).toMatchObject({ code: 'bad-frame', path });
    expect(problem?.message).not.toContain('Hello');
  });

  it('reads what the server tells by the same schemas', () => {
    const chat = { id: 'c', channel: 'web', endUser: { id: 'e' }, state: 'waiting', requestedAt: 1, waiting: 1 };
    expect(readFrame(JSON.stringify({ type: 'chat', chat }), agentHears).frame).toBeDefined();
    expect(readFrame(JSON.stringify({ type: 'chat', chat: { ...chat, waiting: -1 } }), agentHears).problem?.path).toBe(
      '/chat/waiting',
    );
  });

  it('says after which close coming back makes sense', () => {
    expect([1006, 1012, 4401, 4403, 4406, 4429, 1008, 1009].map(comeBackAfter)).toEqual([
      ...['soon', 'soon', 'with-a-new-token', 'no', 'no', 'later', 'no', 'no'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { changeOf, nextVersion, type EventsFile } from './change-of.js';
import { compare } from './compare.js';
import { contract, type EventPromise } from './contract.js';
import { outOfOrder } from './order.js';
import type { FiredEvent } from './record-in-page.js';

const fired = (given: Partial<FiredEvent> = {}): FiredEvent => ({
  page: 'page-1',
  tag: 'chat-provider',
  name: 'chat-ended',
  fromInside: false,
  isCustom: true,
  type: given.name ?? 'chat-ended',
  bubbles: true,
  composed: true,
  cancelable: false,
  detail: { by: 'agent', deskId: 'desk-1', time: 1, chatId: 'chat-1' },
  ...given,
});

describe('what was dispatched', () => {
  it('may be what is promised', () => {
    expect(compare([fired()], contract, false)).toEqual([]);
  });

  it.each<[string, Partial<FiredEvent>, RegExp]>([
    ['an event that no manifest has', { name: 'chat-sneezed' }, /"chat-sneezed": is not in the manifest/],
    ['an event of another tag', { tag: 'chat-list' }, /<chat-list>.*not in the manifest/],
    ['one that leaves from inside a tag', { name: 'chat-x', fromInside: true }, /not in the manifest/],
    ['an event of another class', { type: 'chat-else' }, /is no ChatEndedEvent/],
    ['one that cannot be heard outside', { composed: false }, /composed is false/],
    ['a detail that lacks something', { detail: { by: 'agent', deskId: 'd', time: 1 } }, /chatId/],
    ['a detail with too much', { detail: { ...(fired().detail as object), text: 'x' } }, /additional properties/],
    [
      'a detail of another type',
      { detail: { ...(fired().detail as object), time: 'now' } },
      /detail\/time must be number/,
    ],
    ['no detail', { detail: null }, /must be object/],
  ])('may not be %s', (_what, given, problem) => {
    const problems = compare([fired(given), fired(given)], contract, false);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('is all that is promised, where all journeys ran', () => {
    const all = [...contract.firedBy].reduce((sum, [, names]) => sum + names.size, 0);
    const missing = compare([fired()], contract, true);
    expect(missing).toHaveLength(all - 1);
    expect(missing).toContain('<chat-adapter> never dispatched "chat-ended", which is in the manifest.');
  });

  it('does not count what finds a provider, nor what stays inside', () => {
    expect(compare([fired({ name: 'context-request' })], contract, false)).toEqual([]);
    expect(compare([fired({ name: 'x', fromInside: true, composed: false })], contract, false)).toEqual([]);
  });

  it('comes in order, desk by desk and page by page', () => {
    const late = fired({ name: 'chat-message-added' });
    expect(outOfOrder([fired(), { ...late, page: 'page-2' }])).toEqual([]);
    expect(outOfOrder([fired(), late])).toEqual([expect.stringMatching(/^"chat-message-added" came after chat-ended/)]);
  });
});

describe('the version of the events', () => {
  const promise: EventPromise = {
    ...{ description: 'It is.', class: 'AnEvent', tags: ['a-tag'], bubbles: true, composed: true, cancelable: false },
    detail: {
      type: 'object',
      properties: { kind: { enum: ['one', 'two'] }, more: { type: 'string' } },
      required: ['kind'],
      additionalProperties: false,
    },
  };
  const order = [{ name: 'first', says: 'It comes first.', whole: false }];
  const file = (given: Partial<EventPromise> = {}, rest: Partial<EventsFile> = {}): EventsFile => ({
    version: '1.2.3',
    events: { an: { ...promise, ...given } },
    order,
    ...rest,
  });
  const detail = (given: object): Partial<EventPromise> => ({ detail: { ...promise.detail, ...given } });
  const fields = { kind: { enum: ['one', 'two'] }, more: { type: 'string' } };

  it.each<[string, string, EventsFile]>([
    ['none', 'the same', file()],
    ['patch', 'other words', file({ description: 'It is so.' })],
    ['minor', 'one more tag', file({ tags: ['a-tag', 'b-tag'] })],
    ['minor', 'one more event', { ...file(), events: { an: promise, other: promise } }],
    ['minor', 'one more field', file(detail({ properties: { ...fields, new: { type: 'number' } } }))],
    ['minor', 'one more value', file(detail({ properties: { ...fields, kind: { enum: ['one', 'three', 'two'] } } }))],
    ['minor', 'a field that is always there now', file(detail({ required: ['kind', 'more'] }))],
    ['minor', 'one more promise of order', file({}, { order: [...order, { ...order[0]!, name: 'then' }] })],
    ['major', 'an event less', { ...file(), events: {} }],
    ['major', 'a tag less', file({ tags: [] })],
    ['major', 'a field less', file(detail({ properties: { kind: fields.kind } }))],
    ['major', 'a field that may be absent now', file(detail({ required: [] }))],
    ['major', 'a field of another type', file(detail({ properties: { ...fields, more: { type: 'number' } } }))],
    ['major', 'one that no longer bubbles', file({ bubbles: false })],
    ['major', 'a promise of order less', file({}, { order: [] })],
  ])('grows by a %s change for %s', (change, _what, after) => {
    expect(changeOf(file(), after)).toBe(change);
  });

  it('counts as packages do', () => {
    expect((['none', 'patch', 'minor', 'major'] as const).map((change) => nextVersion('1.2.3', change))).toEqual([
      '1.2.3',
      '1.2.4',
      '1.3.0',
      '2.0.0',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ConnectorEvent, Message } from '../../src/core/index.js';
import type { DeskEvent, World } from '../../src/desk/desk-event.js';
import { emptyState, type DeskState } from '../../src/desk/desk-state.js';
import { happeningsOf } from '../../src/desk/happenings-of.js';
import { reduce } from '../../src/desk/reduce.js';
import type { Arrival } from '../../src/desk/transcript.js';
import { aChat, at, MORNING, seededRandom } from '../support/builders.js';
import { anActive, said, snapshotOf } from './support/setup.js';

/** Freezes plain data, so that whoever changes it in place throws. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const item of value.values()) frozen(item);
    value.set = value.delete = () => {
      throw new TypeError('The map is frozen.');
    };
  }
  Object.freeze(value);
  for (const item of Object.values(value)) frozen(item);
  return value;
};

const world = (now = MORNING, items: readonly Message[] = []): World => ({
  now,
  transcript: () => ({ items, version: items.length, away: 0 }),
});

const wire = (event: ConnectorEvent, arrivals: Readonly<Record<string, readonly Message[]>> = {}): DeskEvent => ({
  type: 'wire',
  event,
  arrivals: new Map(
    Object.entries(arrivals).map(([id, added]): [string, Arrival] => [id, { added, inOrder: true, own: new Map() }]),
  ),
  kept: new Map(),
  keptSelection: undefined,
});

const start = (...chats: Parameters<typeof snapshotOf>[0]): DeskState =>
  frozen(reduce(frozen(emptyState({})), wire(snapshotOf(chats)), world()));

describe('the reducer', () => {
  it('gives the same state for the same state, event and world, and changes none of them', () => {
    const state = start(aChat());
    const event = frozen(wire({ type: 'chat', chat: anActive() }));
    expect(reduce(state, event, world())).toEqual(reduce(state, event, world()));
    expect(state.chats.get('chat-1')?.record.state).toBe('waiting');
  });

  it.each<[string, DeskEvent]>([
    ['a command', { type: 'began', command: 'end', chatId: 'chat-9', by: 'agent' }],
    ['an end', wire({ type: 'ended', chatId: 'chat-9', time: MORNING, by: 'agent' })],
    ['a late draft', { type: 'drafted', chatId: 'chat-9', draft: { text: 'x', start: 0, end: 0, scroll: 0 } }],
    ['a late answer of the CRM', { type: 'crm', chatId: 'chat-9', answer: { name: 'Ana' } }],
    ['the end of a chat', wire({ type: 'done', chatId: 'chat-9' })],
    ['a summary', { type: 'summary', chatId: 'chat-9', status: 'idle', text: 'x' }],
  ])('keeps the very state for %s of a chat that is not here', (_what, event) => {
    const state = start(aChat());
    expect(reduce(state, event, world())).toBe(state);
  });

  it.each<[string, DeskEvent]>([
    ['a tick at which nothing is due', { type: 'clock' }],
    ['the same record again', wire({ type: 'chat', chat: aChat() })],
    ['the same connection', wire({ type: 'connection', state: 'online' })],
    ['the same attention', { type: 'attended', attending: true, by: 'agent' }],
    ['the same selection', { type: 'selected', chatId: undefined, by: 'agent' }],
    ['an empty draft', { type: 'drafted', chatId: 'chat-1', draft: { text: '', start: 0, end: 0, scroll: 0 } }],
    ['a notice that is gone', { type: 'dismissed', id: 7 }],
  ])('keeps the very state for %s', (_what, event) => {
    const state = start(aChat());
    expect(reduce(state, event, world(MORNING + 1))).toBe(state);
  });

  it('keeps the entry of every chat that an event is not about', () => {
    const state = start(anActive(), anActive({ id: 'chat-2' }));
    const message = said(1);
    const event = wire({ type: 'messages', chatId: 'chat-1', messages: [message] }, { 'chat-1': [message] });
    const after = reduce(state, event, world(MORNING, [message]));
    expect(after.chats.get('chat-1')).not.toBe(state.chats.get('chat-1'));
    expect(after.chats.get('chat-2')).toBe(state.chats.get('chat-2'));
    expect(after.order).toBe(state.order);
  });

  it('holds no conversation', () => {
    const state = start(anActive());
    const messages = Array.from({ length: 50 }, (_, index) => said(index + 1, { text: `words ${index}` }));
    const event = wire({ type: 'messages', chatId: 'chat-1', messages }, { 'chat-1': messages });
    const after = reduce(state, event, world(MORNING, messages));
    const text = JSON.stringify([...after.chats]);
    expect(text.match(/words \d+/gu)).toEqual(['words 49']);
  });
});

describe('whatever happens in whatever order', () => {
  const ids = ['a', 'b', 'c'];
  const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

  const anyEvent = (random: () => number, state: DeskState, time: number): DeskEvent => {
    const chatId = pick(random, ids);
    const record = aChat({ id: chatId, requestedAt: at(ids.indexOf(chatId)) });
    const { values, reason } = { values: {}, reason: 'agent' as const };
    return pick<() => DeskEvent>(random, [
      () => wire({ type: 'chat', chat: record }),
      () => wire({ type: 'chat', chat: { ...record, state: 'active', acceptedAt: time } }),
      () => wire({ type: 'withdrawn', chatId, reason: 'answered-elsewhere' }),
      () => wire({ type: 'left', chatId, time }),
      () => wire({ type: 'returned', chatId, time }),
      () => wire({ type: 'ended', chatId, time, by: 'agent' }),
      () => wire({ type: 'wrap-up-submitted', chatId, values, reason }),
      () => wire({ type: 'done', chatId }),
      () => wire(snapshotOf([...state.chats.values()].slice(1).map((chat) => chat.record))),
      () => wire({ type: 'messages', chatId, messages: [] }, { [chatId]: [said(Math.ceil(random() * 99), { time })] }),
      () => ({
        type: 'began',
        command: pick(random, ['accept', 'end', 'submit', 'done'] as const),
        chatId,
        by: 'agent',
      }),
      () => ({ type: 'refused', command: 'accept', chatId, code: 'taken' }),
      () => ({ type: 'policy', layer: { response: { target: pick(random, [0, 5, 60, 600]) } } }),
      () => ({ type: 'clock' }),
    ])();
  };

  it('nothing changes without being told, nothing is told without a change, and the parts fit together', () => {
    const random = seededRandom(7);
    for (let run = 0; run < 40; run += 1) {
      let state = start();
      let now = MORNING;
      /** What a listener would believe. */
      const believed = new Map<string, string>();
      const urgencies = new Map<string, string>();
      const unread = new Map<string, number>();
      let selected: string | undefined;
      for (let step = 0; step < 40; step += 1) {
        now += Math.floor(random() * 20_000);
        const event = anyEvent(random, state, now);
        const after = frozen(reduce(state, event, world(now)));
        for (const { type, chatId = '', detail } of happeningsOf(state, event, after, world(now))) {
          const was = believed.get(chatId);
          if (type === 'chat-requested') expect(was, type).toBeUndefined();
          if (type === 'chat-accepted') expect([undefined, 'waiting']).toContain(was);
          if (type === 'chat-end-user-left') expect(was, type).toBe('active');
          if (type === 'chat-end-user-returned') expect(was, type).toBe('left');
          if (type === 'chat-ended') expect(['active', 'left']).toContain(was);
          if (type === 'wrap-up-done') expect(['active', 'left', 'wrap-up']).toContain(was);
          if (type === 'chat-requested') believed.set(chatId, 'waiting');
          if (type === 'chat-accepted' || type === 'chat-end-user-returned') believed.set(chatId, 'active');
          if (type === 'chat-end-user-left') believed.set(chatId, 'left');
          if (type === 'chat-ended') believed.set(chatId, 'wrap-up');
          if (type === 'chat-withdrawn' || type === 'wrap-up-done') believed.delete(chatId);
          if (type === 'chat-unread-change') unread.set(chatId, detail.unread);
          if (type === 'response-urgency-change') urgencies.set(chatId, detail.urgency);
          if (type === 'chat-selected') {
            expect(detail.from).toBe(selected);
            selected = detail.to;
          }
        }
        expect([...believed]).toEqual(
          expect.arrayContaining([...after.chats].map(([id, chat]) => [id, chat.record.state])),
        );
        expect(believed.size).toBe(after.chats.size);
        expect(selected).toBe(after.selected);
        for (const [id, chat] of after.chats) {
          expect(unread.get(id) ?? 0).toBe(chat.unread);
          // Missed is told once per wait, also when a new target is missed again.
          if (chat.missed === undefined) expect(urgencies.get(id) ?? 'none').toBe(chat.urgency);
        }
        expect([...after.order].sort()).toEqual([...after.chats.keys()].sort());
        const arrivals = after.order.map((id) => after.chats.get(id)?.arrival ?? 0);
        expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
        const open = after.selected === undefined ? 'active' : after.chats.get(after.selected)?.record.state;
        expect(['active', 'left', 'wrap-up']).toContain(open);
        state = after;
      }
    }
  });
});

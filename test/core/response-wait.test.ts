import { describe, expect, it } from 'vitest';
import {
  afterMessage,
  isFromEndUser,
  isReply,
  urgencyAt,
  waitOf,
  type Anchor,
  type Delivery,
  type Message,
  type Unanswered,
} from '../../src/core/index.js';
import { aMessage, at, seededRandom } from '../support/builders.js';

/** What the desk does: one message after another, looking back only where the fold asks. */
const fold = (messages: readonly Message[], assignedAt = 0, from?: Unanswered): Unanswered | undefined =>
  messages.reduce<Unanswered | undefined>(
    (unanswered, message, index) =>
      afterMessage(unanswered, message, assignedAt, () =>
        messages
          .slice(0, index)
          .filter(isFromEndUser)
          .map(({ time }) => time)
          .reverse(),
      ),
    from,
  );

const asks = (seconds: number): Message => aMessage({ time: at(seconds) });
const replies = (seconds: number, given: Partial<Message> = {}): Message =>
  aMessage({ author: 'agent', time: at(seconds), ...given });

const sinceOf = (messages: readonly Message[], anchor: Anchor = 'first-unanswered', assignedAt = 0) =>
  waitOf(fold(messages, assignedAt), { target: 60, anchor })?.since;

describe('a wait', () => {
  it('begins with an end user’s message', () => {
    expect([sinceOf([]), sinceOf([asks(1)])]).toEqual([undefined, at(1)]);
  });

  it('counts from the first unanswered message by default', () => {
    expect(waitOf(fold([asks(1), asks(5), asks(9)]), { target: 60 })).toEqual({
      since: at(1),
      target: 60,
      warnAt: 45,
      urgentAt: 15,
      latched: false,
    });
  });

  it('counts from the latest message with anchor last', () => {
    expect(sinceOf([asks(1), asks(5), asks(9)], 'last')).toBe(at(9));
  });

  it('brings the policy’s thresholds', () => {
    expect(waitOf(fold([asks(1)]), { target: 60, warnAt: 30, urgentAt: 0 })).toMatchObject({ warnAt: 30, urgentAt: 0 });
  });

  it.each(['first-unanswered', 'last'] as const)('never counts from before the assignment (anchor %s)', (anchor) => {
    expect(sinceOf([asks(1), asks(5)], anchor, at(20))).toBe(at(20));
    expect(sinceOf([asks(1), asks(25)], anchor, at(20))).toBe(anchor === 'last' ? at(25) : at(20));
  });

  it.each([undefined, 0, -1, Number.NaN])('is not shown with target %s', (target) => {
    const response = target === undefined ? undefined : { target };

    expect(waitOf(fold([asks(1)]), response)).toBeUndefined();
  });

  it('ends with a reply and begins anew with the next message', () => {
    expect(sinceOf([asks(1), asks(2), replies(3)])).toBeUndefined();
    expect(sinceOf([asks(1), asks(2), replies(3), asks(8), asks(9)])).toBe(at(8));
  });

  it('ends with a reply in the same millisecond', () => {
    expect(sinceOf([asks(1), replies(1)])).toBeUndefined();
  });

  it.each<[string, Partial<Message>]>([
    ['a note among agents', { author: 'agent', internal: true }],
    ['a bot’s message', { author: 'bot' }],
    ['a system message', { author: 'system' }],
    ['a send under way', { author: 'agent', delivery: 'sending' }],
    ['a failed send', { author: 'agent', delivery: 'failed' }],
  ])('goes on after %s', (_, given) => {
    expect(sinceOf([asks(1), aMessage({ time: at(2), ...given })])).toBe(at(1));
  });

  it.each<Delivery>(['sent', 'handed-over'])('ends with a reply that was %s', (delivery) => {
    expect(sinceOf([asks(1), replies(2, { delivery })])).toBeUndefined();
  });

  it('goes on for a message that crossed the reply on its way', () => {
    expect(sinceOf([asks(1), asks(5), asks(9), replies(4)])).toBe(at(5));
    expect(sinceOf([asks(1), asks(5), asks(9), replies(4)], 'last')).toBe(at(9));
  });

  it('goes on for a message that the back end took after the reply, though it was written before', () => {
    expect(sinceOf([asks(1), replies(10), asks(9)])).toBe(at(9));
  });

  it('is not revived by an old reply that comes late', () => {
    expect(sinceOf([asks(1), replies(3), asks(10), replies(0.5)])).toBe(at(10));
    expect(sinceOf([asks(1), asks(5), replies(6), asks(10), asks(20), replies(0.5), replies(12)])).toBe(at(20));
  });

  it('is ended by what an agent before this one replied', () => {
    expect(sinceOf([asks(1), replies(2)], 'first-unanswered', at(60))).toBeUndefined();
    expect(sinceOf([asks(1), replies(2), asks(3)], 'first-unanswered', at(60))).toBe(at(60));
    expect(sinceOf([asks(1), asks(3), replies(2)], 'first-unanswered', at(60))).toBe(at(60));
  });

  it('begins anew after the end user left: nothing from before comes back with a late reply', () => {
    const before = [asks(1), asks(2)];
    const back = [asks(50), asks(60)];
    const times = [...before, ...back].map(({ time }) => time).reverse();
    const anew = fold(back);

    expect(afterMessage(anew, replies(0.5), 0, () => times)).toEqual(anew);
  });

  it('reads back no further than the unanswered messages', () => {
    let read = 0;
    const many = function* (): Generator<number> {
      while (read < 1000) yield at(100 - (read += 1));
    };

    afterMessage(fold([asks(97), asks(98), asks(99)]), replies(0), 0, many);

    expect(read).toBe(3);
  });

  it('takes a message told late as written with the one before it', () => {
    expect(fold([asks(9), asks(4)])).toEqual({ first: at(9), last: at(9), widestGap: 0, count: 2 });
  });
});

describe('with anchor last, once missed', () => {
  const waitAfter = (messages: readonly Message[], target = 60) => waitOf(fold(messages), { target, anchor: 'last' });

  it.each([
    [59_999, false],
    [60_000, true],
    [60_001, true],
  ])('a message %i ms after the one before leaves the wait latched: %s', (gap, latched) => {
    const wait = waitAfter([asks(0), aMessage({ time: at(0) + gap })]);

    expect([wait?.since, wait?.latched]).toEqual([at(0) + gap, latched]);
  });

  it('the urgency stays missed while time counts from the newest message', () => {
    const wait = waitAfter([asks(0), asks(70), asks(80)]);

    expect([wait?.since, urgencyAt(wait, at(81))]).toEqual([at(80), 'missed']);
  });

  it('a reply unlatches', () => {
    const wait = waitAfter([asks(0), asks(70), replies(75), asks(80)]);

    expect([wait?.latched, urgencyAt(wait, at(81))]).toEqual([false, 'on-time']);
  });

  it('a reply that a message crossed unlatches what it answers', () => {
    expect(waitAfter([asks(0), asks(70), asks(72), replies(71)])?.latched).toBe(false);
    expect(waitAfter([asks(0), asks(70), asks(140), replies(1)])?.latched).toBe(true);
  });

  it('many quick messages never latch', () => {
    expect(waitAfter([0, 59, 118, 177, 236].map(asks))?.latched).toBe(false);
  });

  it('what came before the assignment does not count as a gap', () => {
    const wait = waitOf(fold([asks(0), asks(70)], at(69)), { target: 60, anchor: 'last' });

    expect(wait?.latched).toBe(false);
  });

  it('the default anchor needs no latch: it is missed from the first message on', () => {
    const wait = waitOf(fold([asks(0), asks(70)]), { target: 60 });

    expect([wait?.latched, urgencyAt(wait, at(71))]).toEqual([false, 'missed']);
  });

  it('a longer target, set meanwhile, unlatches', () => {
    expect([waitAfter([asks(0), asks(70)], 70)?.latched, waitAfter([asks(0), asks(70)], 71)?.latched]).toEqual([
      true,
      false,
    ]);
  });
});

/**
 * The same by the book, from scratch: a message is answered once a reply stands after it in the conversation that was
 * sent no earlier than it was written; written is never before an unanswered message above it.
 */
const byTheBook = (messages: readonly Message[], assignedAt: number): Unanswered | undefined => {
  let open: readonly number[] = [];
  for (const message of messages) {
    if (isFromEndUser(message)) open = [...open, Math.max(message.time, ...open)];
    else if (isReply(message)) open = open.filter((written) => written > message.time);
  }
  const shown = open.map((written) => Math.max(written, assignedAt));
  const gaps = shown.slice(1).map((time, index) => time - (shown[index] ?? 0));
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { first, last, widestGap: Math.max(0, ...gaps), count: shown.length };
};

describe('the fold over any conversation', () => {
  const deliveries: readonly (Delivery | undefined)[] = [undefined, 'sent', 'handed-over', 'sending', 'failed'];

  const aConversation = (seed: number): { messages: readonly Message[]; assignedAt: number } => {
    const random = seededRandom(seed);
    const below = (limit: number): number => Math.floor(random() * limit);
    const messages = Array.from({ length: 1 + below(25) }, (_, index) => {
      // Mostly in the order of time, often in the same second, sometimes far out of order.
      const time = at(Math.max(0, index * 4 + below(6) - (random() < 0.3 ? below(60) : 0)));
      const author =
        (['end-user', 'end-user', 'end-user', 'agent', 'agent', 'bot', 'system'] as const)[below(7)] ?? 'bot';
      const delivery = author === 'agent' ? deliveries[below(5)] : undefined;
      return aMessage({
        id: `m${index}`,
        author,
        time,
        ...(delivery === undefined ? {} : { delivery }),
        ...(author === 'agent' && random() < 0.1 ? { internal: true } : {}),
      });
    });
    return { messages, assignedAt: random() < 0.5 ? 0 : at(below(80)) };
  };

  it('equals the count by the book after every message of 3,000 random conversations', () => {
    const wrong: unknown[] = [];
    let open = 0;
    for (let seed = 1; seed <= 3000 && wrong.length === 0; seed += 1) {
      const { messages, assignedAt } = aConversation(seed);
      for (let length = 1; length <= messages.length; length += 1) {
        const some = messages.slice(0, length);
        const expected = byTheBook(some, assignedAt);
        const folded = fold(some, assignedAt);
        if (expected !== undefined) open += 1;
        if (JSON.stringify(folded) !== JSON.stringify(expected)) wrong.push({ seed, length, folded, expected });
      }
    }

    expect(wrong).toEqual([]);
    // The conversations are of use: in many of them something is owed.
    expect(open).toBeGreaterThan(10_000);
  });
});

import { describe, expect, it } from 'vitest';
import { countWaiting, isReply, isSendable, type Author, type Delivery } from '../../src/core/index.js';
import { aMessage } from '../support/builders.js';

const AUTHORS: readonly Author[] = ['end-user', 'agent', 'bot', 'system'];
const DELIVERIES: readonly (Delivery | undefined)[] = [undefined, 'sending', 'sent', 'handed-over', 'failed'];
const ACCEPTED: readonly (Delivery | undefined)[] = [undefined, 'sent', 'handed-over'];

describe('a reply', () => {
  const cases = AUTHORS.flatMap((author) =>
    DELIVERIES.flatMap((delivery) => [true, false, undefined].map((internal) => ({ author, delivery, internal }))),
  );

  it.each(cases)('by $author, $delivery, internal: $internal', ({ author, delivery, internal }) => {
    const message = aMessage({
      author,
      ...(delivery === undefined ? {} : { delivery }),
      ...(internal === undefined ? {} : { internal }),
    });

    expect(isReply(message)).toBe(author === 'agent' && internal !== true && ACCEPTED.includes(delivery));
  });
});

describe('the waiting count', () => {
  it('is none without messages', () => {
    expect(countWaiting([])).toBe(0);
  });

  it('counts only what the end user wrote, of any kind', () => {
    const messages = [
      aMessage({ id: 'a' }),
      aMessage({ id: 'b', author: 'bot' }),
      aMessage({ id: 'c', kind: 'image', text: '' }),
      aMessage({ id: 'd', author: 'system' }),
      aMessage({ id: 'e', author: 'agent' }),
    ];

    expect(countWaiting(messages)).toBe(2);
  });

  it('goes on past what a badge shows', () => {
    expect(countWaiting(Array.from({ length: 150 }, (_, index) => aMessage({ id: `m${index}` })))).toBe(150);
  });
});

describe('a text', () => {
  it.each(['', ' ', '\n\t', '\u00a0', '\u200b', '\u2060\ufeff', '\u0007', '\u3164'])('of %j is blank', (text) => {
    expect(isSendable(text)).toBe(false);
  });

  it.each(['a', ' . ', '0', '👍', '\u200bא'])('of %j can be sent', (text) => {
    expect(isSendable(text)).toBe(true);
  });
});

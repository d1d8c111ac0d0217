import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { connect } from '../support/client.js';
import { message, setup } from '../support/setup.js';

const FRAMES = 10_000;
/** Fewer than close a socket. */
const EACH = 15;

/** Good frames of both roles, about the chat that they are given. */
const good = (chatId: string): readonly object[] => [
  { type: 'hello', version: 1, token: 'x', cursors: { [chatId]: 1 } },
  { type: 'ping' },
  { type: 'accept', id: '1', chatId },
  { type: 'send', id: '1', chatId, message: { id: 'm', text: 'Hi', time: 1 } },
  { type: 'typing', chatId, typing: true },
  { type: 'submit', id: '1', chatId, values: { notes: 'n' }, reason: 'agent' },
  { type: 'history', id: '1', chatId, after: 0, upTo: 3 },
  { type: 'refetch' },
  { type: 'dispositions', id: '1', queue: 'q' },
  { type: 'summarize', id: '1', chatId, locale: 'en', labels: { automatic: 'a', endUser: 'b', agent: 'c' } },
  { type: 'write', id: '1', message: { id: 'm', text: 'Hi', time: 1 } },
  { type: 'type', text: 'Hi' },
  { type: 'come-back', id: '1' },
];

/** A frame in which one thing is something else, or that is something else altogether, as text. */
const frames = (chatId: string): fc.Arbitrary<string> => {
  const odd = fc.oneof(
    fc.constantFrom(
      null,
      1e20,
      -1,
      1.5,
      '',
      'x'.repeat(9000),
      '\0',
      '\ud800',
      [],
      {},
      true,
      '__proto__',
      'constructor',
    ),
    fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as unknown),
  );
  const changed = fc
    .tuple(fc.constantFrom(...good(chatId)), fc.nat(), odd, fc.boolean())
    .map(([frame, at, value, inside]) => {
      const copy = structuredClone(frame) as Record<string, unknown>;
      const message = copy.message as Record<string, unknown> | undefined;
      const target = inside && message !== undefined ? message : copy;
      const keys = [...Object.keys(target), 'more', '__proto__'];
      Object.defineProperty(target, keys[at % keys.length]!, { value, enumerable: true, configurable: true });
      return JSON.stringify(copy);
    });
  const cut = fc.tuple(changed, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  return fc.oneof(changed, cut, fc.json(), fc.string({ unit: 'binary', maxLength: 200 }));
};

it(`${FRAMES} frames of nonsense hurt nobody`, { timeout: 120_000 }, async () => {
  const { chat, agentToken, endUserToken, gateway } = await setup({ limits: { framesPerSecond: 1e6, burst: 1e6 } });
  const { ada, nadia, chatId } = await chat();
  const texts = fc.sample(frames(chatId), FRAMES);
  let answered = 0;
  for (let first = 0; first < FRAMES; first += EACH) {
    const isAgent = first % 2 === 0;
    const token = await (isAgent ? agentToken('mallory') : endUserToken(`mallory-${first}`));
    const client = await connect(gateway.url, { token });
    for (const text of texts.slice(first, first + EACH)) client.sendRaw(text);
    await client.settled();
    answered += client.frames.length;
    client.cut();
  }
  expect(answered).toBeGreaterThan(FRAMES / 2);
  expect(ada.isOpen && nadia.isOpen).toBe(true);
  expect((await ada.ask({ type: 'send', chatId, message: message('Still here') })).type).toBe('ok');
  await nadia.heard('conversation', ({ messages }) => messages[0]?.text === 'Still here');
  expect(ada.all('ended')).toEqual([]);
  expect(({} as Record<string, unknown>).more).toBeUndefined();
});

import fc from 'fast-check';

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

/** Fewer frames that cannot be used than close a socket. */
export const FEW = 15;

const odd = fc.oneof(
  fc.constantFrom(null, 1e20, -1, 1.5, '', 'x'.repeat(9000), '\0', '\ud800', [], {}, true, '__proto__', 'constructor'),
  fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as unknown),
);

/** A frame in which one thing is something else, or that is something else altogether, as text. */
const fuzzed = (chatId: string): fc.Arbitrary<string> => {
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

/** So many frames to a gateway, the same for the same seed. */
export const fuzzedForGateway = (chatId: string, frames: number, seed: number): readonly string[] =>
  fc.sample(fuzzed(chatId), { numRuns: frames, seed });

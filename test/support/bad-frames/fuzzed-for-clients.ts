import fc from 'fast-check';
import type { AgentHears } from '../../../src/wire/index.js';
import { numbered, snapshot, welcome } from '../../connectors/websocket/support.js';
import { aChat } from '../builders.js';

const own = aChat({ state: 'active' });

/** One of each that a server tells. */
export const toldFrames = (): readonly AgentHears[] => [
  welcome(),
  snapshot({ chats: [own], messages: { 'chat-1': numbered(1, 2) } }),
  { type: 'policy', policy: {} },
  { type: 'chat', chat: own },
  { type: 'withdrawn', chatId: 'chat-1', reason: 'withdrawn' },
  { type: 'messages', chatId: 'chat-1', messages: numbered(1, 2, 3) },
  { type: 'lost', chatId: 'chat-1' },
  { type: 'typing', chatId: 'chat-1', typing: true, preview: 'H' },
  { type: 'left', chatId: 'chat-1', time: 1 },
  { type: 'returned', chatId: 'chat-1', time: 1 },
  { type: 'ended', chatId: 'chat-1', time: 1, by: 'agent' },
  { type: 'wrap-up-submitted', chatId: 'chat-1', values: {}, reason: 'agent' },
  { type: 'done', chatId: 'chat-1' },
  { type: 'pong', serverTime: 1 },
  { type: 'ok', id: '1', messages: numbered(1), more: true },
  { type: 'refused', id: '1', code: 'gone', message: '' },
  { type: 'trouble', code: 'no-json', message: '', id: '1' },
];

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(1e20, -1, 0.5, '', null, [], {}, '__proto__', 'x'.repeat(70_000), Number.MAX_SAFE_INTEGER),
);

/** A frame with some places changed, or cut short, or no frame at all. */
const fuzzed = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...toldFrames()),
      fc.array(fc.tuple(fc.nat(40), oddValue), { minLength: 1, maxLength: 3 }),
      fc.nat(300),
      fc.boolean(),
    )
    .map(([frame, changes, length, whole]) => {
      let place = 0;
      const text = JSON.stringify(frame, (_key, value: unknown) => {
        const at = place;
        place += 1;
        return changes.find(([where]) => where === at)?.[1] ?? value;
      });
      return whole ? text : String(text).slice(0, length);
    }),
  fc.json({ maxDepth: 3 }),
  fc.string(),
  fc.constantFrom<unknown>(undefined, null, 7, new ArrayBuffer(8), '{"__proto__":{"type":"welcome"}}'),
);

/** So many frames to an agent's or an end user's page, the same for the same seed. */
export const fuzzedForClient = (frames: number, seed: number): readonly unknown[] =>
  fc.sample(fuzzed, { numRuns: frames, seed });

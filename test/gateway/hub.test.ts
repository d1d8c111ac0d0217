import { expect, it } from 'vitest';
import type { KeptMessage } from '../../gateway/src/engine.js';
import { startHub } from '../../gateway/src/hub.js';
import { chatIn, NOW } from './support/builders.js';
import { createMemoryEngine } from './support/memory-engine.js';

const said = (seq: number): KeptMessage => ({
  ...{ id: `m-${seq}`, author: 'agent', kind: 'text', text: 'Hello', time: NOW },
  seq,
});

it.each([
  [0, 3, [1, 2, 3]],
  [0, 2, [1, 2]],
  [1, 2, [2]],
  [2, 3, [3]],
  [3, 3, []],
])('messages in mind after %i up to %i are those between', async (after, upTo, expected) => {
  const engine = createMemoryEngine();
  const hub = await startHub({ engine, clock: { now: () => NOW }, onTrouble: () => undefined });
  const chat = chatIn('active', { version: 1, count: 2 });
  hub.publish({ chat, messages: [said(1), said(2)] });
  hub.publish({ chat: { ...chat, version: 2, count: 3 }, messages: [said(3)] });
  const found = await hub.messages(chat.id, after, upTo);
  hub.close();
  expect(found.map(({ seq }) => seq)).toEqual(expected);
  expect(engine.calls.get('messages')).toBeUndefined();
});

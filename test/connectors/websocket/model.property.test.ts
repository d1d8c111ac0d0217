import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectorEvent } from '../../../src/core/index.js';
import type { ChatDesk } from '../../../src/desk/chat-desk.js';
import { createChatDesk } from '../../../src/desk/create-chat-desk.js';
import { at } from '../../support/builders.js';
import { PROPERTY_TIMEOUT, propertyRuns } from '../../support/property-runs.js';
import { createModelServer } from './model-server.js';
import { setup } from './support.js';

const CHATS = ['chat-1', 'chat-2'];

const breaks = [
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.nat(12) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'swallow' as const) }) },
];

/** What may happen: to the world, and to the next frame on its way. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), chat: fc.constantFrom(...CHATS) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      chat: fc.constantFrom(...CHATS),
      lost: fc.option(fc.constant(true), { nil: false, freq: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('left' as const, 'returned' as const),
      chat: fc.constantFrom(...CHATS),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('deliver' as const), count: fc.nat(6) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('suppress' as const, 'duplicate' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reorder' as const), by: fc.integer({ min: 1, max: 5 }) }) },
  ...breaks,
);

/** The same, where no frame is lost: they are only swapped, or come twice. */
const orderlessStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('left' as const, 'returned' as const),
      chat: fc.constantFrom(...CHATS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('write' as const), chat: fc.constantFrom(...CHATS) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      chat: fc.constantFrom(...CHATS),
      lost: fc.constant(false),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const), count: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('duplicate' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('reorder' as const), by: fc.integer({ min: 1, max: 5 }) }) },
);

const chat = fc.nat({ max: 3 }).map((which) => `chat-${which + 1}`);

/** What may happen where nothing is lost, doubled or swapped but by the end of a connection, as sockets promise. */
const faithful = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), chat }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), chat, lost: fc.constant(false) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('accepted', 'withdrawn', 'left', 'returned', 'ended', 'done' as const),
      chat,
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('deliver' as const), count: fc.nat(6) }) },
  ...breaks,
);

type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer One> ? One : never;
type Step = Made<typeof step> | Made<typeof faithful> | Made<typeof orderlessStep>;

/** Lives through it, with a desk or alone. */
const run = async (steps: readonly Step[], withDesk = false, meanwhile = false) => {
  const server = createModelServer(CHATS, meanwhile);
  const all = await setup();
  if (withDesk) all.close();
  const desk = withDesk
    ? createChatDesk({ connector: all.connector, clock: all.clock, warn: () => undefined })
    : undefined;
  await all.pass();
  const heard = new Map<unknown, number>();
  const outcomes = new Map<string, string>();
  let count = 0;
  let asked = 0;
  let swallowing = false;

  /** The server takes in what was sent, but for what the network swallows. */
  const takeIn = (): void => {
    if (all.server === undefined || all.server.let) return;
    if (!heard.has(all.server)) {
      heard.set(all.server, 0);
      all.server.open();
    }
    const { frames } = all.server;
    for (const frame of frames.slice(heard.get(all.server))) if (!swallowing) server.hear(frame);
    heard.set(all.server, frames.length);
  };
  const deliver = async (): Promise<void> => {
    takeIn();
    const frame = server.queue.shift();
    if (frame !== undefined && !all.server.let) all.server.tell(frame);
    await all.pass();
    takeIn();
  };

  for (const one of steps) {
    takeIn();
    const { queue } = server;
    if (one.do === 'write') {
      count += 1;
      server.append(one.chat, { id: `e-${count}`, author: 'end-user', kind: 'text', text: 'Hello', time: at(count) });
    } else if (one.do === 'send') {
      count += 1;
      const id = `a-${count}`;
      all.connector.send(one.chat, { id, text: 'Yes?', time: at(count) }).then(
        () => outcomes.set(id, 'sent'),
        () => outcomes.set(id, 'failed'),
      );
      await all.pass();
      if (one.lost && heard.has(all.server)) heard.set(all.server, all.server.frames.length);
    } else if (one.do === 'ask') {
      asked += 1;
      server.ask(`chat-${CHATS.length + asked}`);
    } else if ('chat' in one) {
      count += 1;
      server.live(one.chat, one.do, at(count));
    } else if (one.do === 'deliver') for (let frame = 0; frame < one.count; frame += 1) await deliver();
    else if (one.do === 'suppress') queue.shift();
    else if (one.do === 'duplicate') queue.splice(1, 0, ...queue.slice(0, 1));
    else if (one.do === 'reorder') queue.splice(one.by, 0, ...queue.splice(0, 1));
    else if (one.do === 'pass') await all.pass(one.seconds * 1000);
    else if (one.do === 'swallow') swallowing = !swallowing;
    else if (!all.server.let) {
      server.cut(all.server);
      await all.pass(one.do === 'cut' ? 100 : 0);
    }
  }
  swallowing = false;
  /** All is well from here on. */
  const settle = async (seconds: number): Promise<void> => {
    for (let tenth = 0; tenth < seconds * 10; tenth += 1) {
      await all.pass(100);
      takeIn();
      while (server.queue.length > 0 && !all.server.let) await deliver();
    }
  };
  return { all, desk, server, outcomes, settle };
};

/** What an agent sees of a desk's chats and requests. A message on its way, or given up, is nobody's yet. */
const seenBy = (desk: ChatDesk) =>
  desk.chats$.value.map(({ id, state, leftAt, endedAt, endedBy, acceptedAt }) => ({
    ...{ id, state, leftAt, endedAt, endedBy, acceptedAt },
    messages: desk
      .chat(id)
      .messages$.value.filter(({ seq }) => seq !== undefined)
      .map((message) => [message.id, message.seq]),
  }));

/** What a desk that only appends has of each chat. */
const listsOf = (events: readonly ConnectorEvent[]): Record<string, string[]> => {
  const lists: Record<string, string[]> = {};
  for (const event of events) {
    if (event.type === 'snapshot')
      for (const id of CHATS) {
        const told = (event.messages[id] ?? []).map((message) => message.id);
        lists[id] = event.resumed === true ? [...(lists[id] ?? []), ...told] : told;
      }
    if (event.type === 'messages')
      lists[event.chatId] = [...(lists[event.chatId] ?? []), ...event.messages.map(({ id }) => id)];
  }
  return lists;
};

describe('whatever a network does to frames', () => {
  it(
    'what a desk is told is the list of the server, in order, each message once',
    { timeout: PROPERTY_TIMEOUT },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
          const { all, server, outcomes, settle } = await run(steps);
          // What is under way when a connection breaks is asked again on the next one.
          const last = { id: 'a-9999', text: 'Still there?', time: at(998) };
          all.connector.send('chat-1', last).then(
            () => outcomes.set(last.id, 'sent'),
            () => outcomes.set(last.id, 'failed'),
          );
          await all.pass();
          if (!all.server.let) server.cut(all.server);
          await settle(45);
          expect(outcomes.get(last.id)).toBe('sent');
          // A message lost at the very end is noticed by the next one.
          for (const chatId of CHATS)
            server.append(chatId, { id: 'last', author: 'end-user', kind: 'text', text: 'Bye', time: at(999) });
          await settle(1);
          const there = Object.fromEntries(
            [...server.chats].map(([chatId, { messages }]) => [chatId, messages.map(({ id }) => id)]),
          );
          expect(listsOf(all.events)).toEqual(there);
          for (const ids of Object.values(there)) {
            const sent = ids.filter((id) => id.startsWith('a-')).map((id) => Number(id.slice(2)));
            expect(sent).toEqual(sent.toSorted((one, other) => one - other));
          }
          const ids = Object.values(there).flat();
          for (const [id, outcome] of outcomes) if (outcome === 'sent') expect(ids).toContain(id);
          expect(all.complaints).toEqual([]);
          all.close();
          expect(all.clock.pending).toBe(0);
        }),
        propertyRuns(150),
      );
    },
  );

  it(
    'a desk ends where each chat stands, where words of its life were swapped or came twice',
    { timeout: PROPERTY_TIMEOUT },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(orderlessStep, { maxLength: 60, size: 'max' }), async (steps) => {
          const { server, settle, desk, all } = await run([{ do: 'deliver', count: 6 }, ...steps], true);
          await settle(10);
          const sockets = all.sockets.length;
          const lived = seenBy(desk!).map(({ id, state }) => [id, state]);
          desk!.dispose();
          // That of the setup, and the desk's: it is no new one that put things right.
          expect(sockets).toBe(2);
          expect(lived).toEqual([...server.chats.values()].map(({ record: { id, state } }) => [id, state]));
        }),
        propertyRuns(150),
      );
    },
  );

  it('a desk that came back has what a fresh one has', { timeout: PROPERTY_TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const { all, server, settle, desk } = await run(steps, true);
        await settle(45);
        server.cut(all.server);
        server.append('chat-1', { id: 'meanwhile', author: 'end-user', kind: 'text', text: 'Hm', time: at(999) });
        await settle(3);
        const lived = seenBy(desk!);
        desk!.dispose();
        const fresh = createChatDesk({ connector: all.connector, clock: all.clock });
        await settle(3);
        const seen = seenBy(fresh);
        fresh.dispose();
        expect(lived).toEqual(seen);
        expect(seen.map(({ messages }) => messages.length)).toEqual(
          [...server.chats.values()].map(({ messages }) => messages.length),
        );
      }),
      propertyRuns(50),
    );
  });

  it('the snapshot and all events since are what a fresh snapshot is', { timeout: PROPERTY_TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(faithful, { maxLength: 60, size: 'max' }), fc.boolean(), async (steps, meanwhile) => {
        const { server, settle, desk } = await run(steps, true, meanwhile);
        await settle(45);
        const lived = seenBy(desk!);
        desk!.dispose();
        const fresh = createChatDesk({ connector: desk!.connector, clock: desk!.clock });
        await settle(3);
        const seen = seenBy(fresh);
        fresh.dispose();
        expect(lived).toEqual(seen);
        const kept = [...server.chats.values()].map(({ record, messages }) => [
          record.id,
          record.state,
          messages.length,
        ]);
        expect(seen.map(({ id, state, messages }) => [id, state, messages.length]).sort()).toEqual(kept.sort());
      }),
      propertyRuns(100),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ConnectorError,
  type ChatConnector,
  type ConnectorEvent,
  type DeliveryGuarantee,
  type Message,
  type OutgoingMessage,
} from '../../src/core/index.js';
import { createChatDesk, type ChatDesk } from '../../src/desk/index.js';
import { createManualClock, type ManualClock } from '../../src/testing/manual-clock.js';
import { aMessage, MORNING } from '../support/builders.js';
import { createSharedStorage } from './support/shared-storage.js';
import { anActive, settled } from './support/setup.js';

const CHATS = ['chat-1', 'chat-2'] as const;
type ChatId = (typeof CHATS)[number];

/** The model: the texts that the agent sent, in order, those given up, and nothing else. */
interface Model {
  readonly sent: Record<ChatId, string[]>;
  readonly discarded: Set<string>;
  readonly ended: Set<ChatId>;
}

/** One call of `send` that waits for an answer, and may have reached the back end before it is lost. */
interface Call {
  readonly chatId: string;
  readonly message: OutgoingMessage;
  resolve(message: Message): void;
  reject(reason: Error): void;
}

/** A tab of the agent: a desk over a connector whose every answer is the test's. */
interface Tab {
  desk: ChatDesk;
  online: boolean;
  calls: Call[];
  /** How much of each chat this connection has told. */
  told: Map<string, number>;
  tell(event: ConnectorEvent): void;
  reload(): void;
}

/** The world outside the desks: a back end that de-duplicates (or not), one storage, two tabs. */
class World {
  readonly clock: ManualClock = createManualClock(MORNING);
  readonly storage = createSharedStorage();
  readonly list: Record<string, Message[]> = { 'chat-1': [], 'chat-2': [] };
  readonly ended = new Set<string>();
  readonly tabs: Tab[];
  #ids = 0;

  constructor(readonly delivery: DeliveryGuarantee) {
    this.tabs = [this.#open(), this.#open()];
  }

  append(chatId: string, given: Partial<Message>): Message {
    const list = this.list[chatId] ?? [];
    const known = this.delivery === 'idempotent' ? list.find(({ id }) => id === given.id) : undefined;
    if (known !== undefined) return known;
    const message = aMessage({ ...given, seq: list.length + 1, time: this.clock.now() });
    list.push(message);
    return message;
  }

  /** Everything the back end has, as a fresh snapshot. */
  snapshot(): ConnectorEvent {
    const chats = CHATS.map((id) =>
      anActive({ id, ...(this.ended.has(id) ? { state: 'wrap-up', endedAt: MORNING, endedBy: 'system' } : {}) }),
    );
    const messages = Object.fromEntries(CHATS.map((id) => [id, [...(this.list[id] ?? [])]]));
    return { type: 'snapshot', serverTime: this.clock.now(), chats, messages };
  }

  #open(): Tab {
    const storage = this.storage.tab();
    const make = (): Omit<Tab, 'reload'> => {
      const observers = new Set<{ next(event: ConnectorEvent): void }>();
      const calls: Call[] = [];
      const none = async (): Promise<void> => undefined;
      const connector: ChatConnector = {
        name: 'fake',
        agent: 'agent-1',
        delivery: this.delivery,
        open: () => ({
          subscribe: (observer) => {
            observers.add(observer);
            return { unsubscribe: () => void observers.delete(observer) };
          },
        }),
        send: (chatId, message) =>
          new Promise((resolve, reject) => void calls.push({ chatId, message, resolve, reject })),
        history: async (chatId, after, upTo) => (this.list[chatId] ?? []).slice(after, upTo),
        accept: none,
        end: none,
        submitWrapUp: none,
        done: none,
      };
      const desk = createChatDesk({
        connector,
        clock: this.clock,
        storage,
        newId: () => `own-${(this.#ids += 1)}`,
        warn: (text) => {
          throw new Error(text);
        },
      });
      const tell = (event: ConnectorEvent): void => observers.forEach((observer) => observer.next(event));
      return { desk, online: false, calls, told: new Map(), tell };
    };
    const tab: Tab = {
      ...make(),
      reload: () => {
        tab.desk.dispose();
        Object.assign(tab, make());
        this.connect(tab);
      },
    };
    this.connect(tab);
    return tab;
  }

  connect(tab: Tab): void {
    tab.online = true;
    tab.tell(this.snapshot());
    for (const id of CHATS) tab.told.set(id, this.list[id]?.length ?? 0);
  }

  /** What lives on is told in order, or with a gap that the desk has to fill. */
  tellNews(tab: Tab, leftOut: number): void {
    for (const id of CHATS) {
      const list = this.list[id] ?? [];
      const news = list.slice(tab.told.get(id) ?? 0).slice(leftOut);
      tab.told.set(id, list.length);
      if (news.length > 0) tab.tell({ type: 'messages', chatId: id, messages: news });
    }
  }
}

type Step = fc.AsyncCommand<Model, World>;

const step = (
  name: string,
  check: (model: Readonly<Model>) => boolean,
  run: (model: Model, world: World) => void,
): Step => ({
  check,
  async run(model, world) {
    run(model, world);
    await settled();
  },
  toString: () => name,
});

const always = (): boolean => true;

const unsentOf = (tab: Tab) => tab.desk.unsent$.value;

const steps = (repeats: boolean): fc.Arbitrary<Step>[] => {
  const tab = fc.nat({ max: 1 });
  const chat = fc.constantFrom(...CHATS);
  const call = fc.nat({ max: 3 });
  const onCall = (name: string, act: (world: World, call: Call) => void): fc.Arbitrary<Step> =>
    fc.tuple(tab, call).map(([at, which]) =>
      step(`${name} ${at} ${which}`, always, (_model, world) => {
        const calls = world.tabs[at]?.calls ?? [];
        const [one] = calls.splice(which, 1);
        if (one !== undefined) act(world, one);
      }),
    );
  const append = (world: World, { chatId, message }: Call): Message =>
    world.append(chatId, { ...message, author: 'agent' });
  return [
    fc.tuple(tab, chat).map(([at, chatId]) =>
      step(
        `send ${at} ${chatId}`,
        ({ ended }) => !ended.has(chatId),
        (model, world) => {
          const text = `${chatId} ${model.sent[chatId].length + 1}`;
          const { desk } = world.tabs[at] as Tab;
          if (desk.chat(chatId).view$.value?.state !== 'active') return;
          model.sent[chatId].push(text);
          desk.send(chatId, text).catch(() => undefined);
          world.clock.advance(1);
        },
      ),
    ),
    onCall('accept', (world, one) => {
      if (world.ended.has(one.chatId) && !world.list[one.chatId]?.some(({ id }) => id === one.message.id))
        one.reject(new ConnectorError('gone', 'It has ended.'));
      else one.resolve(append(world, one));
    }),
    onCall('refuse', (world, one) => {
      // Who knows a message does not refuse it.
      const known = world.list[one.chatId]?.find(({ id }) => id === one.message.id);
      if (known !== undefined) one.resolve(known);
      else one.reject(new ConnectorError('invalid', 'No.'));
    }),
    // Taken, and the answer is lost; the call hangs.
    onCall('take and say nothing', (world, one) => {
      if (!world.ended.has(one.chatId)) append(world, one);
    }),
    onCall('lose', () => undefined),
    fc.tuple(tab, fc.nat({ max: 2 })).map(([at, leftOut]) =>
      step(`tell ${at} without ${leftOut}`, always, (_model, world) => {
        const one = world.tabs[at] as Tab;
        if (one.online) world.tellNews(one, leftOut);
      }),
    ),
    chat.map((chatId) =>
      step(
        `end user writes ${chatId}`,
        ({ ended }) => !ended.has(chatId),
        (_model, world) => {
          world.append(chatId, { id: `theirs-${chatId}-${world.list[chatId]?.length}`, text: '' });
        },
      ),
    ),
    tab.map((at) =>
      step(`cut ${at}`, always, (_model, world) => {
        const one = world.tabs[at] as Tab;
        one.online = false;
        one.tell({ type: 'connection', state: 'offline' });
        for (const { reject } of one.calls.splice(0)) reject(new ConnectorError('unavailable', 'Cut.'));
      }),
    ),
    tab.map((at) => step(`connect ${at}`, always, (_model, world) => world.connect(world.tabs[at] as Tab))),
    tab.map((at) => step(`reload ${at}`, always, (_model, world) => world.tabs[at]?.reload())),
    fc.constant(step('news between tabs', always, (_model, world) => world.storage.deliver())),
    fc.constant(step('ten seconds', always, (_model, world) => world.clock.advance(10_000))),
    chat.map((chatId) =>
      step(`end ${chatId}`, always, (model, world) => {
        model.ended.add(chatId);
        world.ended.add(chatId);
        for (const one of world.tabs)
          if (one.online) one.tell({ type: 'ended', chatId, time: world.clock.now(), by: 'system' });
      }),
    ),
    tab.map((at) =>
      step(`discard at ${at}`, always, (model, world) => {
        const one = world.tabs[at] as Tab;
        const failed = unsentOf(one).find(({ delivery }) => delivery === 'failed');
        if (failed === undefined) return;
        model.discarded.add(failed.text);
        void one.desk.discard(failed.chatId, failed.messageId);
      }),
    ),
    ...(repeats
      ? [
          tab.map((at) =>
            step(`retry at ${at}`, always, (_model, world) => {
              const one = world.tabs[at] as Tab;
              const failed = unsentOf(one).find(({ delivery, over }) => delivery === 'failed' && !over);
              if (failed !== undefined) one.desk.retry(failed.chatId, failed.messageId).catch(() => undefined);
            }),
          ),
        ]
      : []),
  ];
};

/** Everybody is online, has heard everything, and every call is answered. */
const calmDown = async (world: World): Promise<void> => {
  for (let round = 0; round < 40; round += 1) {
    world.storage.deliver();
    await settled();
    for (const tab of world.tabs)
      for (const { chatId, message, resolve, reject } of tab.calls.splice(0)) {
        const known = world.list[chatId]?.some(({ id }) => id === message.id) ?? false;
        if (world.ended.has(chatId) && !known) reject(new ConnectorError('gone', 'It has ended.'));
        else resolve(world.append(chatId, { ...message, author: 'agent' }));
      }
    await settled();
    for (const tab of world.tabs) world.tellNews(tab, 0);
    await settled();
    world.clock.advance(10_000);
  }
};

const check = async (world: World, model: Model, repeats: boolean): Promise<void> => {
  for (const tab of world.tabs) {
    tab.tell({ type: 'connection', state: 'offline' });
    world.connect(tab);
  }
  await calmDown(world);
  const fresh = createChatDesk({
    connector: {
      ...world.tabs[0]!.desk.connector,
      open: () => ({
        subscribe: (observer) => {
          observer.next(world.snapshot());
          return { unsubscribe: () => undefined };
        },
      }),
    },
    clock: world.clock,
    storage: world.storage.tab(),
  });
  for (const chatId of CHATS) {
    const texts = (world.list[chatId] ?? []).filter(({ author }) => author === 'agent').map(({ text }) => text);
    for (const { desk } of [...world.tabs, { desk: fresh }]) {
      const unsent = desk.unsent$.value.filter((item) => item.chatId === chatId).map(({ text }) => text);
      // Every text is once at the back end, or shown as unsent; only what the agent gave up is neither.
      const kept = model.sent[chatId].filter((text) => !model.discarded.has(text) || texts.includes(text));
      expect([...texts, ...unsent].sort()).toEqual([...kept].sort());
      // What the desk shows is what a fresh snapshot says, with what is unsent behind it.
      const who = [...world.tabs.map((t) => t.desk), fresh].indexOf(desk);
      const shown = desk.chat(chatId).messages$.value;
      const whole = world.list[chatId] ?? [];
      expect(shown.slice(0, whole.length).map(({ id, seq }) => `${seq} ${id}`)).toEqual(
        whole.map(({ id, seq }) => `${seq} ${id}`),
      );
      expect(shown.slice(whole.length), `desk ${who} ${JSON.stringify(desk.unsent$.value)}`).toBeDefined();
      expect(
        [...shown.slice(whole.length)].map(({ text, delivery }) => `${text} ${delivery}`).sort(),
        `desk ${who}` + JSON.stringify(desk.unsent$.value),
      ).toEqual(
        [...unsent]
          .map((text) => `${text} ${repeats && !world.ended.has(chatId) ? delivery(desk, text) : 'failed'}`)
          .sort(),
      );
    }
  }
  for (const tab of world.tabs) tab.desk.dispose();
  fresh.dispose();
};

const delivery = (desk: ChatDesk, text: string): string | undefined =>
  desk.unsent$.value.find((item) => item.text === text)?.delivery;

const aRun = (repeats: boolean) =>
  fc.asyncProperty(fc.commands(steps(repeats), { size: '+1', maxCommands: 60 }), async (commands) => {
    const world = new World(repeats ? 'idempotent' : 'at-most-once');
    const model: Model = { sent: { 'chat-1': [], 'chat-2': [] }, discarded: new Set(), ended: new Set() };
    await fc.asyncModelRun(() => ({ model, real: world }), commands);
    await check(world, model, repeats);
  });

describe('whatever happens on the way', () => {
  it('every text is once at the back end, or shown as unsent; the desks show what a fresh snapshot says', async () => {
    await fc.assert(aRun(true), {
      numRuns: Number(process.env['RUNS'] ?? 150),
      ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}),
    });
  }, 120_000);
});

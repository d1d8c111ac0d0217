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
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.js';
import { createPages } from './support/pages.js';
import { createSharedStorage } from './support/shared-storage.js';
import { anActive, settled } from './support/setup.js';

const CHATS = ['chat-1', 'chat-2'] as const;

/** The model: the texts that the agent sent, in order, and those given up. Nothing else. */
interface Model {
  readonly sent: { readonly chatId: string; readonly text: string; readonly tab: number }[];
  readonly given: Set<string>;
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
  readonly pages = createPages();
  readonly list: Record<string, Message[]> = { 'chat-1': [], 'chat-2': [] };
  readonly ended = new Set<string>();
  /** The texts that were refused: they may be sent later than what came after them. */
  readonly refused = new Set<string>();
  readonly delivery: DeliveryGuarantee;
  readonly repeats: boolean;
  readonly tabs: readonly Tab[];
  #ids = 0;

  constructor(delivery: DeliveryGuarantee) {
    this.delivery = delivery;
    this.repeats = delivery === 'idempotent';
    this.tabs = [this.open(), this.open()];
    for (const tab of this.tabs) this.connect(tab);
  }

  /** Takes a message of the agent; what was asked for too often is only taken once where ids are de-duplicated. */
  take({ chatId, message }: Call): Message {
    return this.append(chatId, { ...message, author: 'agent' });
  }

  has({ chatId, message }: Call): boolean {
    return this.list[chatId]?.some(({ id }) => id === message.id) === true;
  }

  append(chatId: string, given: Partial<Message>): Message {
    const list = this.list[chatId] ?? [];
    const known = this.repeats ? list.find(({ id }) => id === given.id) : undefined;
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

  open(): Tab {
    const storage = { ...this.storage.tab(), pages: this.pages };
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
        // Nothing has room: what nobody reads is put away message by message, and comes back when it is looked at.
        messagesInMemory: 1,
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

const step = (name: string, run: (model: Model, world: World) => void): Step => ({
  check: () => true,
  async run(model, world) {
    run(model, world);
    await settled();
    // Nothing is ever shown before what came before it.
    for (const { desk } of world.tabs)
      for (const chatId of CHATS) {
        const places = desk.chat(chatId).messages$.value.flatMap(({ seq }) => seq ?? []);
        expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
      }
  },
  toString: () => name,
});

/** The back end's answer to a call. */
const answer = (world: World, call: Call): void => {
  if (world.ended.has(call.chatId) && !world.has(call)) call.reject(new ConnectorError('gone', 'It has ended.'));
  else call.resolve(world.take(call));
};

/** What may happen. Of what is sent at most once, the agent tries nothing again: it may have arrived. */
const steps = (repeats: boolean): fc.Arbitrary<Step>[] => {
  const chat = fc.constantFrom(...CHATS);
  /** A step of one of the tabs. */
  const inTab = (name: string, act: (tab: Tab, model: Model, world: World, at: number) => void): fc.Arbitrary<Step> =>
    fc
      .nat({ max: 1 })
      .map((at) => step(`${name} in tab ${at}`, (model, world) => act(world.tabs[at] as Tab, model, world, at)));
  /** A step that answers one of a tab's calls, or never will. */
  const onCall = (name: string, act: (world: World, call: Call) => void): fc.Arbitrary<Step> =>
    fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 3 })).map(([at, which]) =>
      step(`${name} call ${which} of tab ${at}`, (_model, world) => {
        const [call] = world.tabs[at]?.calls.splice(which, 1) ?? [];
        if (call !== undefined) act(world, call);
      }),
    );
  const failedIn = ({ desk }: Tab, writable: boolean) =>
    desk.unsent$.value.find(({ delivery, over }) => delivery === 'failed' && !(writable && over));
  const sendTo = (chatId: string) =>
    inTab(`send to ${chatId}`, ({ desk }, { sent }, world, tab) => {
      if (desk.chat(chatId).view$.value?.state !== 'active') return;
      const text = `text ${sent.length + 1}`;
      sent.push({ chatId, text, tab });
      desk.send(chatId, text).catch(() => undefined);
      world.clock.advance(1);
    });
  return [
    sendTo('chat-1'),
    sendTo('chat-2'),
    onCall('accept', answer),
    onCall('refuse', (world, call) => {
      // Who knows a message does not refuse it.
      if (world.has(call)) return call.resolve(world.take(call));
      world.refused.add(call.message.text);
      call.reject(new ConnectorError('invalid', 'No.'));
    }),
    onCall('take, and never answer,', (world, call) => {
      if (!world.ended.has(call.chatId)) world.take(call);
    }),
    onCall('lose', () => undefined),
    fc.nat({ max: 2 }).chain((leftOut) =>
      inTab(`tell news but for ${leftOut}`, (tab, _model, world) => {
        if (tab.online) world.tellNews(tab, leftOut);
      }),
    ),
    chat.map((chatId) =>
      step(`end user writes in ${chatId}`, (_model, world) => {
        if (!world.ended.has(chatId)) world.append(chatId, { id: `theirs ${world.list[chatId]?.length}` });
      }),
    ),
    inTab('cut', (tab) => {
      tab.online = false;
      tab.tell({ type: 'connection', state: 'offline' });
      for (const { reject } of tab.calls.splice(0)) reject(new ConnectorError('unavailable', 'Cut.'));
    }),
    inTab('connect', (tab, _model, world) => world.connect(tab)),
    inTab('reload', (tab) => tab.reload()),
    fc
      .option(chat, { nil: undefined })
      .chain((chatId) =>
        inTab(`select ${chatId ?? 'none'}`, ({ desk }) => void desk.select(chatId).catch(() => undefined)),
      ),
    fc.constant(step('news between the tabs', (_model, world) => world.storage.deliver())),
    fc.constant(step('ten seconds', (_model, world) => world.clock.advance(10_000))),
    chat.map((chatId) =>
      step(`end ${chatId}`, (_model, world) => {
        world.ended.add(chatId);
        for (const tab of world.tabs)
          if (tab.online) tab.tell({ type: 'ended', chatId, time: world.clock.now(), by: 'system' });
      }),
    ),
    inTab('discard', (tab, { given }) => {
      const failed = failedIn(tab, false);
      if (failed === undefined) return;
      given.add(failed.text);
      void tab.desk.discard(failed.chatId, failed.messageId);
    }),
    inTab('retry', (tab) => {
      const failed = failedIn(tab, true);
      if (repeats && failed !== undefined) tab.desk.retry(failed.chatId, failed.messageId).catch(() => undefined);
    }),
  ];
};

/** Everybody is online, has heard everything, and every call is answered. */
const calmDown = async (world: World): Promise<void> => {
  for (let round = 0; round < 40; round += 1) {
    world.storage.deliver();
    await settled();
    for (const tab of world.tabs) for (const call of tab.calls.splice(0)) answer(world, call);
    await settled();
    for (const tab of world.tabs) world.tellNews(tab, 0);
    await settled();
    world.clock.advance(10_000);
  }
};

/** All that is shown of a chat, as text. */
const shownIn = async (desk: ChatDesk, chatId: string): Promise<readonly string[]> =>
  (await desk.whole(chatId)).map(({ id, seq, text }) => `${seq ?? 'unsent'} ${id} ${text}`);

const check = async (world: World, { sent, given }: Model): Promise<void> => {
  for (const tab of world.tabs) {
    tab.tell({ type: 'connection', state: 'offline' });
    world.connect(tab);
  }
  await calmDown(world);
  const fresh = world.open();
  world.connect(fresh);
  for (const chatId of CHATS) {
    const accepted = (world.list[chatId] ?? []).filter(({ author }) => author === 'agent').map(({ text }) => text);
    const mine = sent.filter((one) => one.chatId === chatId).map(({ text }) => text);
    for (const { desk } of [...world.tabs, fresh]) {
      const unsent = desk.unsent$.value.filter((item) => item.chatId === chatId);
      const texts = unsent.map(({ text }) => text);
      if (world.repeats) {
        // Every text is once at the back end or shown as unsent; only what the agent gave up may be neither.
        const kept = mine.filter((text) => !given.has(text) || accepted.includes(text));
        expect([...accepted, ...texts].sort()).toEqual([...kept].sort());
      } else {
        // Nothing is twice at the back end, and what may not be there is shown as unsent.
        expect(new Set(accepted).size).toBe(accepted.length);
        expect(
          [...mine].filter((text) => !accepted.includes(text) && !texts.includes(text) && !given.has(text)),
        ).toEqual([]);
      }
      if (world.ended.has(chatId))
        expect(unsent.every(({ over, delivery }) => over && delivery === 'failed')).toBe(true);
      // A snapshot and all events since are as good as a fresh snapshot.
      const settled = world.list[chatId]?.length ?? 0;
      const [shown, anew] = [await shownIn(desk, chatId), await shownIn(fresh.desk, chatId)];
      expect(shown.slice(0, settled)).toEqual(anew.slice(0, settled));
      expect([...shown].sort()).toEqual([...anew].sort());
      expect(desk.chat(chatId).view$.value?.count).toBe(shown.length);
    }
    expect((await shownIn(fresh.desk, chatId)).slice(0, world.list[chatId]?.length)).toEqual(
      (world.list[chatId] ?? []).map(({ id, seq, text }) => `${seq} ${id} ${text}`),
    );
    // What was never refused is in the order in which its tab sent it; what is not repeated may come late, or never.
    for (const tab of world.repeats ? [0, 1] : []) {
      const inOrder = sent.filter((one) => one.chatId === chatId && one.tab === tab && !world.refused.has(one.text));
      const texts = inOrder.map(({ text }) => text).filter((text) => accepted.includes(text));
      expect(accepted.filter((text) => texts.includes(text))).toEqual(texts);
    }
  }
  for (const { desk } of [...world.tabs, fresh]) desk.dispose();
};

describe('whatever happens on the way', () => {
  it.each(['idempotent', 'at-most-once'] as const)(
    'every text is once at the back end or shown as unsent, and all desks show what a fresh one does (%s)',
    async (delivery) => {
      const commands = fc.commands(steps(delivery === 'idempotent'), { size: '+1', maxCommands: 60 });
      const property = fc.asyncProperty(commands, async (run) => {
        const world = new World(delivery);
        const model: Model = { sent: [], given: new Set() };
        await fc.asyncModelRun(() => ({ model, real: world }), run);
        await check(world, model);
      });
      await fc.assert(property, propertyRuns(100));
    },
    PROPERTY_TIMEOUT,
  );
});

import { waitUntil } from '@open-wc/testing';
import {
  createLocalConnector,
  createLocalEndUser,
  deleteLocalCentre,
  type LocalConnectorOptions,
  type LocalEndUser,
  type LocalEndUserOptions,
} from '../../../src/connectors/local/index.js';
import type { ChatConnector, ChatRecord, ConnectorEvent, ConnectorError, Message } from '../../../src/core/index.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import { MORNING } from '../../support/builders.js';

type Told<T extends ConnectorEvent['type']> = Extract<ConnectorEvent, { type: T }>;

/** An agent's open connector, and what it was told so far. */
export interface Agent {
  readonly connector: ChatConnector;
  readonly told: ConnectorEvent[];
  of<T extends ConnectorEvent['type']>(type: T): Told<T>[];
  /** Waits for the first event that fits. */
  hears<T extends ConnectorEvent['type']>(type: T, fits?: (event: Told<T>) => boolean): Promise<Told<T>>;
  /** Waits for a request, and gives it. */
  request(): Promise<ChatRecord>;
  /** The words of a chat, as told in order. */
  words(chatId: string): string[];
  close(): void;
}

/** A contact centre of its own: everything a test needs, cleaned up after it. */
export interface Scene {
  readonly name: string;
  readonly clock: ManualClock;
  agent(id?: string, options?: LocalConnectorOptions): Agent;
  endUser(options?: Partial<LocalEndUserOptions>): LocalEndUser;
}

const openAgent = (connector: ChatConnector): Agent => {
  const told: ConnectorEvent[] = [];
  const source = connector.open({ cursors: new Map() });
  if (!('subscribe' in source)) throw new Error('The local connector gives something to subscribe to.');
  const subscription = source.subscribe({
    next: (event) => void told.push(event),
    error: () => undefined,
    complete: () => undefined,
  });
  const of: Agent['of'] = <T extends ConnectorEvent['type']>(type: T) =>
    told.filter((event): event is Told<T> => event.type === type);
  const hears: Agent['hears'] = async (type, fits = () => true) => {
    await waitUntil(() => of(type).some(fits), `no "${type}" was told`, { interval: 5, timeout: 5000 });
    return of(type).find(fits) as Told<typeof type>;
  };
  return {
    connector,
    told,
    of,
    hears,
    request: async () => {
      const waiting = (): ChatRecord | undefined =>
        told
          .flatMap((event) => (event.type === 'chat' ? [event.chat] : event.type === 'snapshot' ? event.chats : []))
          .findLast(({ state }) => state === 'waiting');
      await waitUntil(() => waiting() !== undefined, 'no request was told', { interval: 5, timeout: 5000 });
      return waiting() as ChatRecord;
    },
    words: (chatId) =>
      told
        .flatMap((event): readonly Message[] => {
          if (event.type === 'snapshot') return event.messages[chatId] ?? [];
          return event.type === 'messages' && event.chatId === chatId ? event.messages : [];
        })
        .map(({ text }) => text),
    close: () => subscription.unsubscribe(),
  };
};

/** A test inside a contact centre of its own, which is deleted afterwards. */
export const inCentre = (test: (scene: Scene) => Promise<void>) => async (): Promise<void> => {
  const name = `test-${crypto.randomUUID()}`;
  const clock = createManualClock(MORNING);
  const closers: (() => void)[] = [];
  const closedLater = <T extends { close(): void }>(thing: T): T => {
    closers.push(() => thing.close());
    return thing;
  };
  try {
    await test({
      name,
      clock,
      agent: (id = 'agent', options = {}) =>
        closedLater(openAgent(createLocalConnector({ name, agent: id, clock, ...options }))),
      endUser: (options = {}) =>
        closedLater(createLocalEndUser({ centre: name, channel: 'web', name: 'Ana Silva', clock, ...options })),
    });
  } finally {
    closers.forEach((close) => close());
    await deleteLocalCentre(name);
  }
};

/** The refusal a promise ends with. */
export const refusal = async (promise: Promise<unknown>): Promise<ConnectorError> => {
  try {
    await promise;
  } catch (error) {
    return error as ConnectorError;
  }
  throw new Error('It was not refused.');
};

/** Waits until `read` gives something true; for what real databases, locks and channels do in their own time. */
export const until = (read: () => unknown, message?: string): Promise<void> =>
  waitUntil(() => Boolean(read()), message, { interval: 5, timeout: 5000 });

/** An agent's message on its way. */
export const words = (text: string, id: string = crypto.randomUUID(), time = MORNING) => ({ id, text, time });

/** Every stored thing of a centre, to compare before and after. */
export const dump = async (name: string): Promise<Record<string, unknown[]>> => {
  const request = indexedDB.open(`agent-chat-adapter/${name}`);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores);
  const all = stores.map(
    (store) =>
      new Promise<[string, unknown[]]>((resolve, reject) => {
        const got = transaction.objectStore(store).getAll();
        got.onsuccess = () => resolve([store, got.result as unknown[]]);
        got.onerror = () => reject(got.error ?? new Error('not read'));
      }),
  );
  const found = Object.fromEntries(await Promise.all(all));
  database.close();
  return found;
};

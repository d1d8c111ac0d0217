import {
  newId,
  type ChatConnector,
  type ConnectorEvent,
  type EventObservable,
  type EventSource,
  type Message,
  type WrapUpReason,
  type WrapUpValues,
} from '../../core/index.js';
import { inWords, Unmet } from './conformance-error.js';
import { createLedger, type Ledger } from './ledger.js';
import { eventually, pause, within } from './patience.js';

type Type = ConnectorEvent['type'];

/** What one type of event looks like. */
export type Told<T extends Type> = Extract<ConnectorEvent, { type: T }>;

/** One open tab of an agent: what it was told, and commands that are given only so much time. */
export interface Tab {
  readonly connector: ChatConnector;
  /** Everything told, in order. */
  readonly told: readonly ConnectorEvent[];
  readonly ledger: Ledger;
  /** Whether events can be thought to flow: no `connecting` or `offline` was told last, and the stream is not broken. */
  readonly online: boolean;
  of<T extends Type>(type: T): readonly Told<T>[];
  /** What was told of one chat by name. */
  ofChat(chatId: string): readonly ConnectorEvent[];
  /** Waits for the first event that fits. */
  hears<T extends Type>(type: T, expected?: string, fits?: (event: Told<T>) => boolean): Promise<Told<T>>;
  /** Waits until what was told fits. */
  knows<T>(expected: string, read: (tab: Tab) => T, fits: (value: T) => boolean): Promise<T>;
  /** Waits until so many messages of a chat were told; they must make sense. */
  whole(chatId: string, count: number): Promise<readonly Message[]>;
  accept(chatId: string): Promise<void>;
  send(chatId: string, text: string, id?: string, time?: number): Promise<Message>;
  end(chatId: string): Promise<void>;
  submit(chatId: string, values?: WrapUpValues, reason?: WrapUpReason): Promise<void>;
  done(chatId: string): Promise<void>;
  /** Stops listening. */
  stop(): void;
}

/** All that a source of events can be. */
type AnySource = Partial<EventObservable & AsyncIterable<ConnectorEvent> & PromiseLike<ConnectorEvent>> &
  Iterable<ConnectorEvent | PromiseLike<ConnectorEvent>> &
  Record<symbol | '@@observable', (() => EventObservable) | undefined>;

/** Listens to whatever gives events; returns what ends it. */
const follow = (
  source: EventSource,
  next: (event: ConnectorEvent) => void,
  over: (broken: boolean) => void,
): (() => void) => {
  const given = source as AnySource;
  // By this, which may be polyfilled, libraries of Observables know each other's.
  const { observable: interop = '@@observable' } = Symbol as { readonly observable?: symbol };
  const observable = given.subscribe ? (given as EventObservable) : given[interop]?.();
  if (observable) {
    const subscription = observable.subscribe({ next, error: () => over(true), complete: () => over(false) });
    return () => subscription.unsubscribe();
  }
  const iterator = given[Symbol.asyncIterator]?.() ?? (given.then ? [given as never] : given)[Symbol.iterator]();
  let stopped = false;
  const pull = async (): Promise<void> => {
    for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
      const event = await step.value;
      // A generator that waits cannot be ended before it has given one more.
      if (stopped) return;
      next(event);
    }
  };
  pull().then(
    () => over(false),
    () => over(true),
  );
  return () => {
    stopped = true;
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  };
};

/** Opens a connector as a desk does: when its stream breaks, it is opened again with what is known. */
export const openTab = (
  connector: ChatConnector,
  { patience, quiet, now }: { readonly patience: number; readonly quiet: number; readonly now: () => number },
  cursors: ReadonlyMap<string, number>,
): Tab => {
  const told: ConnectorEvent[] = [];
  const { history } = connector;
  const ledger = createLedger(history && ((...place) => within(patience, 'history', history(...place))));
  let stopped = false;
  let broken = false;
  let stop: (() => void) | undefined;

  const open = (known: ReadonlyMap<string, number>): void => {
    let current = true;
    stop = follow(
      connector.open({ cursors: known }),
      (event) => {
        // What is told after the end is kept: it is what a clause looks for.
        if (!current) return;
        broken = false;
        told.push(event);
        ledger.take(event);
      },
      (fell) => {
        if (stopped || !current) return;
        current = false;
        broken = true;
        if (fell) void pause(quiet).then(() => (stopped ? undefined : open(ledger.cursors())));
      },
    );
  };
  open(cursors);

  const of: Tab['of'] = <T extends Type>(type: T) => told.filter((event): event is Told<T> => event.type === type);

  const command = async <T>(name: string, run: () => Promise<T>): Promise<T> => within(patience, name, run());

  const tab: Tab = {
    connector,
    told,
    ledger,
    get online() {
      return !broken && told.length > 0 && (of('connection').at(-1)?.state ?? 'online') === 'online';
    },
    of,
    ofChat: (chatId) => told.filter((event) => 'chatId' in event && event.chatId === chatId),
    async hears(type, expected = `"${type}" is told`, fits = () => true) {
      await eventually(
        patience,
        expected,
        () => told.map(({ type: name }) => name),
        () => of(type).some(fits),
      );
      return of(type).find(fits) as Told<typeof type>;
    },
    knows: (expected, read, fits) => eventually(patience, expected, () => read(tab), fits),
    async whole(chatId, count) {
      const seqs = (): readonly (number | undefined)[] => ledger.messages(chatId).map(({ seq }) => seq);
      await eventually(patience, `${count} messages are told`, seqs, ({ length }) => length >= count);
      const [problem] = ledger.problems;
      if (problem !== undefined) throw new Unmet('messages in one order, each once, without gaps', problem);
      if (seqs().some((seq, index) => seq !== index + 1) || seqs().length > count)
        throw new Unmet(`the places 1 to ${count}`, inWords(seqs()));
      return ledger.messages(chatId);
    },
    accept: (chatId) => command('accept', () => connector.accept(chatId)),
    send: (chatId, text, id = newId(), time = now()) =>
      command('send', () => connector.send(chatId, { id, text, time })),
    end: (chatId) => command('end', () => connector.end(chatId)),
    submit: (chatId, values = {}, reason = 'agent') =>
      command('submitWrapUp', () => connector.submitWrapUp(chatId, values, reason)),
    done: (chatId) => command('done', () => connector.done(chatId)),
    stop() {
      stopped = true;
      stop?.();
    },
  };
  return tab;
};

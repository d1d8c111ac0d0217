import {
  ConnectorError,
  type ChatConnector,
  type ConnectorEvent,
  type ConnectorSession,
  type Disposition,
  type Message,
  type OutgoingMessage,
  type RefusalCode,
  type Summary,
} from '../../../src/core/index.js';

/** A call that waits for the test's word. */
export interface Call<T = void> {
  readonly command: string;
  readonly args: readonly unknown[];
  resolve(value: T): void;
  refuse(code: RefusalCode): void;
  reject(reason: unknown): void;
}

/** A connector whose events and answers are the test's. */
export interface FakeConnector extends ChatConnector {
  /** Every call in order; each settles when the test says so. */
  readonly calls: Call<never>[];
  /** The sessions it was opened with. */
  readonly sessions: ConnectorSession[];
  readonly open: (session: ConnectorSession) => ReturnType<ChatConnector['open']>;
  /** What was said of the agent's typing. */
  readonly typings: (readonly [chatId: string, typing: boolean])[];
  /** How many listen now. */
  readonly listeners: number;
  emit(event: unknown): void;
  fail(): void;
  complete(): void;
  /** The newest call of a command. */
  call<T = void>(command: string): Call<T>;
  /** How often a command was called. */
  count(command: string): number;
}

/** What a test may have otherwise. */
export type FakeOptions = Partial<
  Pick<ChatConnector, 'name' | 'agent' | 'delivery' | 'abilities'> & {
    readonly opening: readonly ConnectorEvent[];
    readonly without: readonly ('dispositions' | 'history' | 'summarize' | 'setTyping')[];
  }
>;

interface Observer {
  next(event: ConnectorEvent): void;
  error(reason: unknown): void;
  complete(): void;
}

export const createFakeConnector = (options: FakeOptions = {}): FakeConnector => {
  const calls: Call<never>[] = [];
  const sessions: ConnectorSession[] = [];
  const typings: (readonly [string, boolean])[] = [];
  const observers = new Set<Observer>();
  const without = options.without ?? [];

  const ask = <T>(command: string, ...args: readonly unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      calls.push({
        command,
        args,
        resolve,
        reject,
        refuse: (code) => reject(new ConnectorError(code, `secret words: ${code}`)),
      });
    });

  return {
    name: options.name ?? 'fake',
    agent: options.agent ?? 'agent-1',
    delivery: options.delivery ?? 'idempotent',
    ...(options.abilities === undefined ? {} : { abilities: options.abilities }),
    calls,
    sessions,
    typings,
    get listeners() {
      return observers.size;
    },
    open(session) {
      sessions.push(session);
      return {
        subscribe(observer: Observer) {
          observers.add(observer);
          for (const event of options.opening ?? []) observer.next(event);
          return { unsubscribe: () => void observers.delete(observer) };
        },
      };
    },
    accept: (chatId) => ask<void>('accept', chatId),
    send: (chatId, message: OutgoingMessage) => ask<Message>('send', chatId, message),
    end: (chatId) => ask<void>('end', chatId),
    submitWrapUp: (chatId, values, reason) => ask<void>('submitWrapUp', chatId, values, reason),
    done: (chatId) => ask<void>('done', chatId),
    ...(without.includes('setTyping') ? {} : { setTyping: (chatId, typing) => void typings.push([chatId, typing]) }),
    ...(without.includes('history')
      ? {}
      : { history: (chatId, after, upTo) => ask<readonly Message[]>('history', chatId, after, upTo) }),
    ...(without.includes('dispositions')
      ? {}
      : { dispositions: (queue) => ask<readonly Disposition[]>('dispositions', queue) }),
    ...(without.includes('summarize')
      ? {}
      : { summarize: (chatId, request) => ask<Summary>('summarize', chatId, request) }),
    emit(event) {
      for (const observer of [...observers]) observer.next(event as ConnectorEvent);
    },
    fail() {
      for (const observer of [...observers]) {
        observers.delete(observer);
        observer.error(new Error('The line broke.'));
      }
    },
    complete() {
      for (const observer of [...observers]) {
        observers.delete(observer);
        observer.complete();
      }
    },
    call(command: string) {
      const call = calls.filter((made) => made.command === command).at(-1);
      if (call === undefined) throw new Error(`Nobody called ${command}.`);
      return call;
    },
    count: (command) => calls.filter((made) => made.command === command).length,
  };
};

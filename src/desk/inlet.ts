import {
  checkEvent,
  type ChatConnector,
  type ConnectorEvent,
  type EventObservable,
  type EventSource,
  type ShapeProblem,
} from '../core/index.js';
import type { DeskEvent } from './desk-event.js';
import type { ServerClock } from './server-clock.js';

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
const BROKEN = 'It broke and is tried again.';
const CLOSED = 'The back end closed it.';

/** Whether a connection's reason is in the connector's words; what is found out here says no more than the state does. */
export const isConnectorsReason = (reason: string | undefined): boolean => reason !== BROKEN && reason !== CLOSED;

/** The way in: what the connector tells, checked, and opened again when it breaks. */
export interface Inlet {
  open(): void;
  /** Opens the connector anew. */
  reopen(): void;
  close(): void;
}

interface Listener {
  next(event: unknown): void;
  error(): void;
  complete(): void;
}

/** All that a source of events can be. */
type AnySource = Partial<EventObservable & AsyncIterable<unknown> & PromiseLike<unknown>> &
  Iterable<unknown> &
  Record<symbol | '@@observable', (() => EventObservable) | undefined>;

/** Listens to any source of events; returns what ends it. Throws where it is none. */
export const listen = (source: EventSource, listener: Listener): (() => void) => {
  const given = source as AnySource;
  // By this, which may be polyfilled, libraries of Observables know each other's.
  const { observable: interop = '@@observable' } = Symbol as { readonly observable?: symbol };
  const observable = given.subscribe ? (given as EventObservable) : given[interop]?.();
  if (observable) {
    const subscription = observable.subscribe(listener);
    return () => subscription.unsubscribe();
  }
  const iterator = given[Symbol.asyncIterator]?.() ?? (given.then ? [given] : given)[Symbol.iterator]();
  const pull = async (): Promise<void> => {
    try {
      for (let step = await iterator.next(); step.done !== true; step = await iterator.next())
        listener.next(await step.value);
      listener.complete();
    } catch {
      listener.error();
    }
  };
  void pull();
  return () => void Promise.resolve(iterator.return?.()).catch(() => undefined);
};

export const createInlet = (
  connector: ChatConnector,
  clock: ServerClock,
  cursors: () => ReadonlyMap<string, number>,
  receive: (event: ConnectorEvent) => void,
  dispatch: (event: DeskEvent) => void,
  warn: (key: string, text: string) => void,
): Inlet => {
  let pause = FIRST_PAUSE;
  let closed = false;
  /** Whether the connector has told nothing since it was opened. */
  let silent = true;
  let end: (() => void) | undefined;
  let cancel: (() => void) | undefined;

  const complain = (problems: readonly ShapeProblem[]): void => {
    if (closed || problems.length === 0) return;
    const places = problems.map(({ path, wants }) => `${path} (wants ${wants})`).join(', ');
    const message = `The connector "${connector.name}" told what cannot be used: ${places}. Correct it or its back end.`;
    warn('wire', message);
    dispatch({ type: 'error', code: 'bad-wire-input', message, by: 'wire' });
  };

  const take = (told: unknown): void => {
    const { clean: event, problems } = checkEvent(told);
    complain(problems);
    if (event === undefined) return;
    receive(event);
    // A connector that says nothing of its connection is online when events flow.
    if (silent && event.type !== 'connection') receive({ type: 'connection', state: 'online' });
    silent = false;
  };

  const broken = (): void => {
    end = undefined;
    receive({ type: 'connection', state: 'offline', reason: BROKEN });
    if (closed) return;
    cancel = clock.wake(clock.now() + pause, () => {
      cancel = undefined;
      receive({ type: 'connection', state: 'connecting' });
      open();
    });
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  const open = (): void => {
    if (closed) return;
    let over = false;
    silent = true;
    const heard = (): boolean => !closed && !over;
    const listener: Listener = {
      next(told) {
        if (!heard()) return;
        pause = FIRST_PAUSE;
        take(told);
      },
      error() {
        if (!heard()) return;
        over = true;
        broken();
      },
      complete() {
        if (!heard()) return;
        over = true;
        end = undefined;
        receive({ type: 'connection', state: 'closed', reason: CLOSED });
      },
    };
    let stop: (() => void) | undefined;
    try {
      const session = {
        cursors: cursors(),
        complain,
      };
      stop = listen(connector.open(session), listener);
    } catch (error) {
      warn(
        'open',
        `The connector "${connector.name}" did not open (${String(error)}): open() must return an Observable.`,
      );
      listener.error();
    }
    const stopped = (): void => {
      over = true;
      stop?.();
    };
    // It may have broken, or the desk may have ended, while it was being opened.
    if (heard()) end = stopped;
    else stopped();
  };

  return {
    open,
    reopen() {
      // What waits to be opened again needs no other.
      if (end === undefined) return;
      end();
      receive({ type: 'connection', state: 'connecting' });
      open();
    },
    close() {
      closed = true;
      cancel?.();
      end?.();
      end = undefined;
    },
  };
};

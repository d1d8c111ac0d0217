import { Observable, type Subscriber } from 'rxjs';
import type { ChatDesk, LogEntry } from '../desk/index.js';
import { followOrder, type OrderProblem } from './event-order.js';
import { watchDispatch, type Dispatch } from './watch-dispatch.js';
import { withoutWords } from './without-words.js';

/** One event of our tags, and what became of it. */
export interface InspectedEvent {
  readonly seq: number;
  readonly type: string;
  /** The tag that fired it. */
  readonly tag: string;
  readonly chatId?: string;
  /** Without what people wrote or who they are, unless the inspection was asked for `texts`. */
  readonly detail: unknown;
  /** Whether anybody listened: ran a listener, read the detail or prevented it. */
  readonly heard: boolean;
  /** What its listeners threw, in words. */
  readonly threw: readonly string[];
  /** How long all its listeners took together, in milliseconds. */
  readonly took: number;
  readonly slow: boolean;
  /** The promises about the order of events that it breaks. */
  readonly outOfOrder: readonly OrderProblem['promise'][];
}

export interface InspectOptions {
  /** Listeners that take longer than this together are slow, in milliseconds. Default 16: a frame. */
  readonly slowAfter?: number;
  /** Whether details keep what people wrote and who they are. Default: no. */
  readonly texts?: boolean;
  /** So many events are kept; default 1,000. */
  readonly keep?: number;
}

/** What an inspection found, to print or to send: `console.table(inspection.report())`. */
export interface InspectionRow {
  readonly type: string;
  readonly fired: number;
  readonly unheard: number;
  readonly threw: number;
  readonly slow: number;
  readonly outOfOrder: number;
  /** The longest that its listeners took, in milliseconds. */
  readonly longest: number;
}

export interface Inspection {
  /** The events so far, oldest first. */
  readonly events: readonly InspectedEvent[];
  /** The same as a stream: those so far, then each that comes. */
  readonly events$: Observable<InspectedEvent>;
  /** The log of the desk that the element has, numbered, without text. */
  readonly log: readonly LogEntry[];
  /** One row per kind of event that was fired, the most often fired first. */
  report(): readonly InspectionRow[];
  /** Ends it and takes back what it changed in the page. */
  stop(): void;
}

const isInside = (element: Element, place: EventTarget): boolean => {
  for (let node: Node | null = element; node !== null;)
    if (node === place) return true;
    else node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  return place === globalThis;
};

const count = (events: readonly InspectedEvent[], fits: (event: InspectedEvent) => boolean): number =>
  events.filter(fits).length;

/**
 * Looks at every event that our tags fire at `place`, an element of ours or the document, and at what listeners do with it.
 * For development: it wraps `dispatchEvent` and `addEventListener` of the page until it is stopped.
 */
export const inspect = (place: EventTarget, options: InspectOptions = {}): Inspection => {
  const { slowAfter = 16, texts = false, keep = 1000 } = options;
  const events: InspectedEvent[] = [];
  const listeners = new Set<Subscriber<InspectedEvent>>();
  const orders = new Map<string, ReturnType<typeof followOrder>>();
  const log: LogEntry[] = [];
  const desk = (place as { readonly currentDesk?: ChatDesk }).currentDesk;
  const logging = desk?.log$.subscribe((entry) => {
    if (log.push(entry) > keep) log.shift();
  });
  let seq = 0;

  const orderOf = (deskId: string): ReturnType<typeof followOrder> => {
    const order = orders.get(deskId) ?? followOrder(false);
    orders.set(deskId, order);
    return order;
  };

  const take = ({ event, element, detail, outOfOrder, heard, threw, took }: Dispatch): void => {
    const { chatId } = detail as { readonly chatId?: string };
    const inspected: InspectedEvent = {
      seq: (seq += 1),
      type: event.type,
      tag: element.localName,
      ...(chatId !== undefined && chatId !== '' && { chatId }),
      detail: texts ? detail : withoutWords(detail),
      heard,
      threw,
      took,
      slow: took > slowAfter,
      outOfOrder,
    };
    if (events.push(inspected) > keep) events.shift();
    for (const listener of [...listeners]) listener.next(inspected);
  };

  const stop = watchDispatch({
    concerns: (element) => isInside(element, place),
    // In the order in which they begin: what a listener sets off is told before it ends.
    judge: ({ type }, detail) => {
      const { deskId = '', chatId } = detail as { readonly deskId?: string; readonly chatId?: string };
      return deskId === '' ? [] : orderOf(deskId)({ type, chatId, detail });
    },
    take,
  });

  return {
    events,
    events$: new Observable((listener) => {
      for (const event of [...events]) listener.next(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    }),
    log,
    report: () =>
      [...new Set(events.map(({ type }) => type))]
        .map((type) => {
          const all = events.filter((event) => event.type === type);
          return {
            type,
            fired: all.length,
            unheard: count(all, ({ heard }) => !heard),
            threw: count(all, ({ threw }) => threw.length > 0),
            slow: count(all, ({ slow }) => slow),
            outOfOrder: count(all, ({ outOfOrder }) => outOfOrder.length > 0),
            longest: Math.max(...all.map(({ took }) => took)),
          };
        })
        .sort((a, b) => b.fired - a.fired),
    stop() {
      stop();
      logging?.unsubscribe();
      for (const listener of [...listeners]) listener.complete();
    },
  };
};

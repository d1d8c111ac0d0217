import type { OrderProblem } from './event-order.js';

/** One event of a tag of ours, after all its listeners ran. */
export interface Dispatch {
  readonly event: Event;
  readonly element: Element;
  readonly detail: object;
  readonly outOfOrder: readonly OrderProblem['promise'][];
  readonly heard: boolean;
  readonly threw: readonly string[];
  /** Milliseconds. */
  readonly took: number;
}

export interface Watch {
  concerns(element: Element): boolean;
  judge(event: Event, detail: object): readonly OrderProblem['promise'][];
  take(dispatch: Dispatch): void;
}

/** A dispatch that is under way. */
interface UnderWay {
  heard: boolean;
  readonly threw: string[];
}

/** Ours say their type on their class; the browser's do not. */
const isOurs = (event: Event): event is CustomEvent<object> =>
  event instanceof CustomEvent && (event.constructor as { readonly type?: unknown }).type === event.type;

/** Who was added to hear what since watching began. What goes by itself (`once`, `signal`) is known only by what it reads. */
const added = new WeakMap<EventTarget, Map<string, Set<unknown>>>();

/** Whether one of those is on the way of an event: up from its element, out of every shadow root, to the window. */
const isAwaited = (element: Element, { type, bubbles, composed }: Event): boolean => {
  for (let target: EventTarget | null = element; target !== null;) {
    if ((added.get(target)?.get(type)?.size ?? 0) > 0) return true;
    if (!bubbles || !(target instanceof Node)) return false;
    const host: EventTarget | null = target instanceof ShadowRoot && composed ? target.host : null;
    target = target.parentNode ?? host ?? (target === document ? window : null);
  }
  return false;
};

const watches = new Set<Watch>();
const underWay: UnderWay[] = [];
let restore: (() => void) | undefined;

/** A listener that throws does not stop the event: the browser reports it to the window, while the event is under way. */
const onError = ({ message, error }: ErrorEvent): void => {
  underWay.at(-1)?.threw.push(error === undefined ? message : String(error));
};

const wrap = (): (() => void) => {
  const { prototype } = EventTarget;
  const { dispatchEvent, addEventListener, removeEventListener } = prototype;

  const dispatch = function (this: EventTarget, event: Event): boolean {
    const concerned =
      isOurs(event) && this instanceof Element ? [...watches].filter((watch) => watch.concerns(this)) : [];
    if (concerned.length === 0) return dispatchEvent.call(this, event);
    const { detail } = event as CustomEvent<object>;
    const judged = concerned.map((watch) => [watch, watch.judge(event, detail)] as const);
    const state: UnderWay = { heard: false, threw: [] };
    // Whoever listened before this page was looked at is known by what they read.
    Object.defineProperty(event, 'detail', {
      configurable: true,
      get() {
        state.heard = true;
        return detail;
      },
    });
    underWay.push(state);
    addEventListener.call(window, 'error', onError as EventListener);
    const began = performance.now();
    try {
      return dispatchEvent.call(this, event);
    } finally {
      const took = performance.now() - began;
      underWay.pop();
      removeEventListener.call(window, 'error', onError as EventListener);
      Reflect.deleteProperty(event, 'detail');
      const heard =
        isAwaited(this as Element, event) || state.heard || state.threw.length > 0 || event.defaultPrevented;
      for (const [watch, outOfOrder] of judged)
        watch.take({ event, element: this as Element, detail, outOfOrder, heard, threw: state.threw, took });
    }
  };

  const add: EventTarget['addEventListener'] = function (this: EventTarget | undefined, type, listener, options) {
    const goes = typeof options === 'object' && (options.once === true || options.signal !== undefined);
    if (listener !== null && !goes) {
      const types = added.get(this ?? window) ?? new Map<string, Set<unknown>>();
      added.set(this ?? window, types.set(type, (types.get(type) ?? new Set()).add(listener)));
    }
    addEventListener.call(this ?? window, type, listener, options);
  };

  const remove: EventTarget['removeEventListener'] = function (this: EventTarget | undefined, type, listener, options) {
    added
      .get(this ?? window)
      ?.get(type)
      ?.delete(listener);
    removeEventListener.call(this ?? window, type, listener, options);
  };

  const ours = { dispatchEvent: dispatch, addEventListener: add, removeEventListener: remove };
  const before = { dispatchEvent, addEventListener, removeEventListener };
  Object.assign(prototype, ours);
  return () => {
    for (const name of ['dispatchEvent', 'addEventListener', 'removeEventListener'] as const)
      // Somebody wrapped it once more meanwhile: theirs goes on calling this one, which then only passes on.
      if (prototype[name] === ours[name]) Object.assign(prototype, { [name]: before[name] });
  };
};

/** Watches the events that scripts dispatch on tags of ours; returns what ends it. */
export const watchDispatch = (watch: Watch): (() => void) => {
  watches.add(watch);
  restore ??= wrap();
  return () => {
    watches.delete(watch);
    if (watches.size > 0) return;
    restore?.();
    restore = undefined;
  };
};

/** What a tag dispatched, as it was. */
export interface FiredEvent {
  /** One document: a page that is loaded anew is another. */
  readonly page: string;
  /** The tag that dispatched it, or whose shadow root has the element that did. */
  readonly tag: string;
  readonly name: string;
  /** Whether it came from an element inside the tag's shadow root. */
  readonly fromInside: boolean;
  readonly isCustom: boolean;
  /** What the event's class says its type is: our classes do, the browser's do not. */
  readonly type?: string;
  readonly bubbles: boolean;
  readonly composed: boolean;
  readonly cancelable: boolean;
  /** Plain data; what is none stands as `{ "not plain data": … }`, so that no schema takes it. */
  readonly detail: unknown;
}

/** The function that a page has for {@link recordInPage}. */
export const TELL = '__tellFiredEvent';

/**
 * Runs in each document before anything of its own: tells of every event that a script dispatches on one of `tags`, or
 * inside their shadow roots, whether or not anybody could hear it. It is sent as text, so it uses nothing from outside.
 */
export const recordInPage = ({ tags, tell }: { readonly tags: readonly string[]; readonly tell: string }): void => {
  const report = (globalThis as unknown as Record<string, (fired: FiredEvent) => unknown>)[tell];
  const isTag = (target: unknown): target is Element => target instanceof Element && tags.includes(target.localName);
  const page = `${performance.timeOrigin}-${Math.random()}`;

  const plain = (value: unknown, depth = 0): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'object' && depth < 10) {
      if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null)
        return Object.fromEntries(
          Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item, depth + 1)]])),
        );
    }
    return { 'not plain data': Object.prototype.toString.call(value) };
  };

  /** What a test does with the browser's own events, such as a click that it makes up, is not ours; nor is its tool's. */
  const isOfTest = (event: Event): boolean =>
    event.type.startsWith('__playwright') || (event instanceof UIEvent && `on${event.type}` in HTMLElement.prototype);

  /** The tag that an element is inside of, at any depth of shadow roots. */
  const outside = (target: EventTarget): Element | undefined => {
    const root = target instanceof Node ? target.getRootNode() : undefined;
    if (!(root instanceof ShadowRoot)) return undefined;
    return isTag(root.host) ? root.host : outside(root.host);
  };

  /** A page may give arrays a `toJSON`, by which what is told here would arrive as something else. */
  const tellAsItIs = (tell: () => unknown): void => {
    const arrays = Array.prototype as { toJSON?: unknown };
    const { toJSON } = arrays;
    if (toJSON === undefined) return void tell();
    delete arrays.toJSON;
    tell();
    arrays.toJSON = toJSON;
  };

  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event): boolean {
    const target = this ?? globalThis;
    const element = isTag(target) ? target : outside(target);
    if (report !== undefined && element !== undefined && !isOfTest(event)) {
      const { type: name, bubbles, composed, cancelable } = event;
      const { type } = event.constructor as { readonly type?: unknown };
      const isCustom = event instanceof CustomEvent;
      const told = {
        page,
        tag: element.localName,
        name,
        fromInside: element !== target,
        isCustom,
        ...(typeof type === 'string' && { type }),
        bubbles,
        composed,
        cancelable,
        detail: isCustom ? plain(event.detail) : null,
      };
      tellAsItIs(() => report(told));
    }
    return dispatch.call(target, event);
  };
};

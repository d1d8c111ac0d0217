import type { JSX } from 'solid-js';
import type { ChatTagName, ChatTags, ElementOf, EventsOf, PropsOf } from '../props.js';

type Properties<T extends ChatTagName> = ChatTags[T]['properties'];

/**
 * Solid writes a literal into the HTML and lowers the letters of a name, so that only objects with such a name, and what is
 * an attribute, go without `prop:`.
 */
type Plain<T extends ChatTagName> = {
  [
    P in keyof Properties<T> as P extends ChatTags[T]['inHtml']
      ? P
      : NonNullable<Properties<T>[P]> extends object
        ? P extends Lowercase<P & string>
          ? P
          : never
        : never
  ]?: Properties<T>[P];
};

type AsProperties<T extends ChatTagName> = {
  [P in keyof Properties<T> & string as `prop:${P}`]?: Properties<T>[P];
};

type AsAttributes<T extends ChatTagName> = {
  [A in keyof ChatTags[T]['attributes'] & string as `attr:${A}`]?: ChatTags[T]['attributes'][A];
};

type Handler<T extends ChatTagName, E extends keyof EventsOf<T>> = JSX.EventHandler<
  ElementOf<T>,
  EventsOf<T>[E] & Event
>;

/** Solid names the second kind only since 1.9.3. */
type Listeners<T extends ChatTagName> = {
  [E in keyof EventsOf<T> & string as `on:${E}`]?:
    Handler<T, E> | ({ handleEvent: Handler<T, E> } & AddEventListenerOptions) | undefined;
};

type Own<T extends ChatTagName> = Plain<T> &
  AsProperties<T> &
  AsAttributes<T> &
  ChatTags[T]['attributes'] &
  Listeners<T>;

/** What `<chat-…>` takes in Solid's JSX: `policy={…}`, `prop:connectTo={…}`, `on:chat-accepted={…}`. */
export type SolidPropsOf<T extends ChatTagName> = Own<T> &
  Omit<JSX.HTMLAttributes<ElementOf<T>>, keyof Own<T> | keyof PropsOf<T>>;

type ChatElements = { [T in ChatTagName]: SolidPropsOf<T> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends ChatElements {}
  }
}

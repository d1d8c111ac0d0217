import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { ChatTagName, ElementOf, ListenersOf, PropsOf } from '../props.js';

/** What `<chat-…>` takes in Preact's JSX, which sets properties as properties and listens to `onchat-accepted`. */
export type PreactPropsOf<T extends ChatTagName> = PropsOf<T> &
  ListenersOf<T, 'on'> &
  ClassAttributes<ElementOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof PropsOf<T>>;

type ChatElements = { [T in ChatTagName]: PreactPropsOf<T> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends ChatElements {}
  }
}

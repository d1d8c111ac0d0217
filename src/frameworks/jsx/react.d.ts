import type { ClassAttributes, HTMLAttributes } from 'react';
import type { ChatTagName, ElementOf, ListenersOf, PropsOf } from '../props.js';

/** What `<chat-…>` takes in the JSX of React 19, which sets properties as properties and listens to `onchat-accepted`. */
export type ReactPropsOf<T extends ChatTagName> = PropsOf<T> &
  ListenersOf<T, 'on'> &
  ClassAttributes<ElementOf<T>> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof PropsOf<T>>;

type ChatElements = { [T in ChatTagName]: ReactPropsOf<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ChatElements {}
  }
}

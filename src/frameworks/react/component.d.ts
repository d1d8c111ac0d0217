import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { ChatTagName, ElementOf, EventsOf, Listener, PropsOf } from '../props.js';

type Camel<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Camel<Rest>}`
  : Capitalize<S>;

type Callbacks<T extends ChatTagName> = {
  [E in keyof EventsOf<T> & string as `on${Camel<E>}`]?: Listener<EventsOf<T>[E], ElementOf<T>> | undefined;
};

type Own<T extends ChatTagName> = PropsOf<T> & Callbacks<T>;

/** What a wrapper takes: the tag's properties, its events as `onChatAccepted`, and what any element takes. */
export type ChatComponentProps<T extends ChatTagName> = Own<T> & Omit<HTMLAttributes<ElementOf<T>>, keyof Own<T>>;

/** A tag as a React component; a ref to it holds the element. */
export type ChatComponent<T extends ChatTagName> = ForwardRefExoticComponent<
  ChatComponentProps<T> & RefAttributes<ElementOf<T>>
>;

import type { ChatTags } from './tags.js';

export type * from './tags.js';

/** The name of one of our tags. */
export type ChatTagName = keyof ChatTags;

/** The class of a tag: what a ref to it holds. */
export type ElementOf<T extends ChatTagName> = ChatTags[T]['element'];

/** What a page may set on a tag: properties under their own names, attributes whose names are others. */
export type PropsOf<T extends ChatTagName> = ChatTags[T]['properties'] & ChatTags[T]['attributes'];

/** What a tag fires, and what comes up through it from the tags inside, by name. */
export type EventsOf<T extends ChatTagName> = ChatTags[T]['events'];

/** A listener knows which tag it was put on. */
export type Listener<E, Target> = (event: E & { readonly currentTarget: Target }) => void;

/** Listeners as props, by the event's name after `Prefix`. */
export type ListenersOf<T extends ChatTagName, Prefix extends string> = {
  [E in keyof EventsOf<T> & string as `${Prefix}${E}`]?: Listener<EventsOf<T>[E], ElementOf<T>> | undefined;
};

type Camel<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Camel<Rest>}`
  : Capitalize<S>;

/** Listeners as props of a component: `onChatAccepted`. */
export type CallbacksOf<T extends ChatTagName> = {
  [E in keyof EventsOf<T> & string as `on${Camel<E>}`]?: Listener<EventsOf<T>[E], ElementOf<T>> | undefined;
};

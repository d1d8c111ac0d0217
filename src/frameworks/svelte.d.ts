import type { HTMLAttributes } from 'svelte/elements';
import type { ChatTagName, ElementOf, ListenersOf, PropsOf } from './props.js';

/** What a tag takes in Svelte's templates: `onchat-accepted`, and `on:chat-accepted` where the old way is still written. */
export type SveltePropsOf<T extends ChatTagName> = PropsOf<T> &
  ListenersOf<T, 'on'> &
  ListenersOf<T, 'on:'> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof PropsOf<T>>;

type ChatElements = { [T in ChatTagName]: SveltePropsOf<T> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends ChatElements {}
}

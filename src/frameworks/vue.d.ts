import type { HTMLAttributes, ReservedProps, SetupContext } from 'vue';
import type { CallbacksOf, ChatTagName, ElementOf, EventsOf, PropsOf } from './props.js';

type Emits<T extends ChatTagName> = { [E in keyof EventsOf<T>]: (event: EventsOf<T>[E]) => void };

type Own<T extends ChatTagName> = PropsOf<T> & CallbacksOf<T>;

/** What a tag takes in Vue's templates; a template ref to it holds the element itself. */
export type VueElementOf<T extends ChatTagName> = new () => ElementOf<T> & {
  /** @deprecated For templates only: an element has no such property. */
  $props: Own<T> & ReservedProps & Omit<HTMLAttributes, keyof Own<T>>;
  /** @deprecated For templates only: an element has no such method. */
  $emit: SetupContext<Emits<T>>['emit'];
};

type ChatElements = { [T in ChatTagName]: VueElementOf<T> };

declare module 'vue' {
  interface GlobalComponents extends ChatElements {}

  /** The platform's own, for what a page puts into a slot of a tag: Vue's types left it out with version 3. */
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}

/** Whether a tag is one of ours: for `compilerOptions.isCustomElement` of Vue's compiler. */
export declare const isChatTag: (tag: string) => boolean;

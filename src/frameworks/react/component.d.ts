import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { CallbacksOf, ChatTagName, ElementOf, PropsOf } from '../props.js';

type Own<T extends ChatTagName> = PropsOf<T> & CallbacksOf<T>;

/** What a wrapper takes: the tag's properties, its events as `onChatAccepted`, and what any element takes. */
export type ChatComponentProps<T extends ChatTagName> = Own<T> & Omit<HTMLAttributes<ElementOf<T>>, keyof Own<T>>;

/** A tag as a React component; a ref to it holds the element. */
export type ChatComponent<T extends ChatTagName> = ForwardRefExoticComponent<
  ChatComponentProps<T> & RefAttributes<ElementOf<T>>
>;

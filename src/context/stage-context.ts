import { createContext } from '@lit/context';
import type { KeyAction, KeyMap } from '../core/index.js';
import type { ValueStream } from '../desk/index.js';

/** Does what a key stands for, if it can be done here and now; says whether it was. */
export type KeyAct = (action: KeyAction) => boolean;

/** What the parts of one adapter know of each other: only the look and the keys, nothing of the chats. */
export interface Stage {
  /** Whether the list shows preview cards; while it does, End chat is unavailable. */
  readonly expanded$: ValueStream<boolean>;
  expand(expanded: boolean): void;
  /** The keys in force. */
  readonly keys$: ValueStream<KeyMap>;
  /** Puts other keys in force. */
  bind(keys: KeyMap): void;
  /** Adds a tag to those that do what keys stand for, in the order they came. Returns what takes it out. */
  offer(act: KeyAct): () => void;
  /** Lets the first tag that can do it, do it; says whether there was one. */
  act: KeyAct;
}

/** The stage of the nearest provider. */
export const stageContext = createContext<Stage | undefined, symbol>(Symbol.for('agent-chat-adapter/stage@1'));

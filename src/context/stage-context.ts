import { createContext } from '@lit/context';
import type { ValueStream } from '../desk/index.js';

/** What the parts of one adapter know of each other: only the look, nothing of the chats. */
export interface Stage {
  /** Whether the list shows preview cards; while it does, End chat is unavailable. */
  readonly expanded$: ValueStream<boolean>;
  expand(expanded: boolean): void;
}

/** The stage of the nearest provider. */
export const stageContext = createContext<Stage | undefined, symbol>(Symbol.for('agent-chat-adapter/stage@1'));

import { createContext } from '@lit/context';

/** Speaks to screen readers: one per provider, there before its first words, also while a modal of ours is open. */
export interface Announcer {
  /** Says a text once, politely. */
  say(text: string): void;
  /** Takes back what was said and still stands. */
  hush(): void;
}

/** The announcer of the nearest provider. */
export const announcerContext = createContext<Announcer | undefined, symbol>(
  Symbol.for('agent-chat-adapter/announcer@1'),
);

import type { ServerClock } from './server-clock.js';

/** The connector is told at most this often that the agent types, in milliseconds. */
const TOLD_EVERY = 3000;
/** Without an input for this long the agent has stopped, in milliseconds. */
const STOPPED_AFTER = 5000;

/** Tells end users that the agent types. */
export interface AgentTyping {
  /** The agent typed something. */
  typed(chatId: string): void;
  /** The agent sent it, cleared it, or cannot write here any more. */
  stopped(chatId: string): void;
  stopAll(): void;
}

export const createAgentTyping = (clock: ServerClock, tell: (chatId: string, typing: boolean) => void): AgentTyping => {
  const writing = new Map<string, { readonly toldAt: number; readonly cancel: () => void }>();

  const stopped = (chatId: string): void => {
    const known = writing.get(chatId);
    if (known === undefined) return;
    known.cancel();
    writing.delete(chatId);
    tell(chatId, false);
  };

  return {
    typed(chatId) {
      const now = clock.now();
      const known = writing.get(chatId);
      known?.cancel();
      const due = known === undefined || Math.abs(now - known.toldAt) >= TOLD_EVERY;
      const cancel = clock.wake(now + STOPPED_AFTER, () => stopped(chatId));
      writing.set(chatId, { toldAt: due ? now : known.toldAt, cancel });
      if (due) tell(chatId, true);
    },
    stopped,
    stopAll() {
      for (const chatId of [...writing.keys()]) stopped(chatId);
    },
  };
};

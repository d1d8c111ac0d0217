import type { Engine } from './engine.js';
import type { Hub } from './hub.js';
import type { Presence } from './presence.js';
import { createWhispers, type Relay, type TypingWord, type Whispers } from './whispers.js';

/** What this gateway and the others tell each other past the engine: who types, and who is where. */
export interface Neighbours {
  readonly whispers: Whispers;
  /** Tells who is on the other side, wherever their sockets are. */
  tellTyping(word: TypingWord): void;
  /** Tells the others that an end user is here. */
  tellHere(endUser: string): void;
  /** Hears which end users have a socket at another gateway. */
  onHere(hear: (endUser: string) => void): () => void;
}

/** Typing by way of the engine, where that carries it. */
const relayOf = (engine: Engine): Relay | undefined =>
  engine.whisper === undefined || engine.onWhisper === undefined
    ? undefined
    : {
        whisper: (text) => engine.whisper?.(text),
        onWhisper: (hear) => engine.onWhisper?.(hear) ?? (() => undefined),
      };

/** @param relay carries typing where the engine does not */
export const meetNeighbours = (engine: Engine, relay: Relay | undefined, hub: Hub, presence: Presence): Neighbours => {
  const listeners = new Set<(endUser: string) => void>();
  const hearTyping = (word: TypingWord): void => {
    for (const listener of word.role === 'agent' ? hub.ofAgent(word.to) : hub.ofEndUser(word.to)) listener.hear(word);
  };
  const whispers = createWhispers(relayOf(engine) ?? relay, (word) => {
    if (word.type === 'typing') return hearTyping(word);
    if (word.type === 'here') {
      presence.isElsewhere(word.endUser);
      for (const hear of listeners) hear(word.endUser);
      return;
    }
    for (const endUser of word.endUsers) if (presence.has(endUser)) whispers.tell({ type: 'here', endUser });
  });
  return {
    whispers,
    tellTyping(word) {
      hearTyping(word);
      whispers.tell(word);
    },
    tellHere: (endUser) => whispers.tell({ type: 'here', endUser }),
    onHere(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
};

import { newId } from '../../src/core/index.js';
import { isRecord } from '../../src/core/shape.js';

/** Somebody types in a chat, or stopped: told to who is on the other side. Never kept. */
export interface TypingWord {
  readonly type: 'typing';
  /** An agent's id, or an end user's. */
  readonly to: string;
  readonly role: 'agent' | 'end-user';
  readonly chatId: string;
  readonly typing: boolean;
  readonly preview?: string;
}

/** An end user has a socket at this gateway. */
interface HereWord {
  readonly type: 'here';
  readonly endUser: string;
}

/** Whose end users are there? Gateways that have them answer with `here`. */
interface WhoWord {
  readonly type: 'who';
  readonly endUsers: readonly string[];
}

export type Whisper = TypingWord | HereWord | WhoWord;

/** What carries text to all other gateways, best effort. */
export interface Relay {
  whisper(text: string): void;
  onWhisper(hear: (text: string) => void): () => void;
}

export interface Whispers {
  /** Whether other gateways hear it. */
  readonly reachesAll: boolean;
  /** Tells the other gateways. */
  tell(whisper: Whisper): void;
  close(): void;
}

const isWhisper = (value: unknown): value is Whisper => {
  if (!isRecord(value)) return false;
  const { type, to, role, chatId, typing, preview, endUser, endUsers } = value;
  if (type === 'here') return typeof endUser === 'string';
  if (type === 'who') return Array.isArray(endUsers) && endUsers.every((id) => typeof id === 'string');
  return (
    type === 'typing' &&
    typeof to === 'string' &&
    (role === 'agent' || role === 'end-user') &&
    typeof chatId === 'string' &&
    typeof typing === 'boolean' &&
    (preview === undefined || typeof preview === 'string')
  );
};

/** Between this gateway and the others. Without a relay nothing is carried. */
export const createWhispers = (relay: Relay | undefined, hear: (whisper: Whisper) => void): Whispers => {
  // A relay may bring back one's own words.
  const self = newId();
  const stop = relay?.onWhisper((text) => {
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      return;
    }
    if (!isRecord(data) || data.from === self || !isWhisper(data.word)) return;
    hear(data.word);
  });
  return {
    reachesAll: relay !== undefined,
    tell: (word) => relay?.whisper(JSON.stringify({ from: self, word })),
    close: () => stop?.(),
  };
};

import type { Clock, Summarizer } from '../../src/core/index.js';
import type { Limits, RefusalCode } from '../../src/wire/index.js';
import type { Command, Outcome } from './commands.js';
import type { Engine, StoredChat } from './engine.js';
import type { Hub } from './hub.js';
import type { PolicySource } from './policy-file.js';
import type { Presence } from './presence.js';
import type { Turns } from './turns.js';
import type { TypingWord } from './whispers.js';

/** What all sessions of a gateway share. */
export interface Centre {
  readonly engine: Engine;
  readonly hub: Hub;
  readonly turns: Turns;
  readonly clock: Clock;
  readonly policy: PolicySource;
  readonly limits: Limits;
  readonly presence: Presence;
  readonly summarizer: Summarizer;
  readonly run: (command: Command) => Promise<Outcome>;
  /** Tells who is on the other side, wherever their sockets are. */
  readonly tellTyping: (word: TypingWord) => void;
  /** Tells the other gateways that an end user is here. */
  readonly tellHere: (endUserId: string) => void;
  /** Hears which end users have a socket at another gateway. */
  readonly onHere: (hear: (endUserId: string) => void) => () => void;
  readonly onRefused: (code: RefusalCode) => void;
}

/** How a command looks at a chat: as it was seen last, or, to be sure, as the engine has it. */
export const lookAt =
  ({ hub }: Centre, chatId: string) =>
  async (quick: boolean): Promise<StoredChat | undefined> =>
    (quick ? hub.seen(chatId) : undefined) ?? hub.find(chatId);

/** In whose turn an end user's commands stand. */
export const turnOfEndUser = (endUserId: string): string => `end user ${endUserId}`;

import { wakeAt, type Clock } from '../../src/core/index.js';
import type { Engine, KeptMessage, StoredChat } from './engine.js';
import type { Hub } from './hub.js';
import type { Decision, Refusal } from './rules/decision.js';

/** What became of a command. */
export type Outcome =
  | { readonly refusal?: undefined; readonly chat: StoredChat | undefined; readonly message?: KeptMessage }
  | { readonly refusal: Refusal };

export interface Command {
  /** The chat as it is now; `quick`: as it was seen last, where that is known. */
  look(quick: boolean): Promise<StoredChat | undefined>;
  decide(chat: StoredChat | undefined): Decision | Promise<Decision>;
  /** The message that it brings: who wrote it, and its client id. */
  readonly says?: { readonly author: KeptMessage['author']; readonly id: string };
  /** How many open chats the chat's agent may have afterwards. */
  readonly most?: number;
}

/** Nobody can say what became of a command: whoever asked must ask again, by the same ids. */
export class UnknownOutcomeError extends Error {
  constructor(options: ErrorOptions) {
    super('The engine did not say what became of it.', options);
    this.name = 'UnknownOutcomeError';
  }
}

export interface CommandsOptions {
  readonly engine: Engine;
  readonly hub: Hub;
  readonly clock: Clock;
  /** For how long an engine that fails is asked again, in milliseconds. */
  readonly patience: number;
  /** Told of every commit: whether it won, and how long it took in milliseconds. */
  readonly onCommit: (won: boolean, took: number) => void;
  readonly onTrouble: (error: unknown) => void;
}

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1000;
/** More attempts than this, and somebody is always quicker. */
const MOST_ATTEMPTS = 200;

const taken: Refusal = { code: 'invalid', message: 'Another message of this chat has that id.' };

/**
 * Carries a command out: looks, decides, commits, and begins again where somebody was quicker. It is safe to begin again
 * also where nobody can say whether a commit won, since a message is found by its id and a state by the chat.
 */
export const createCommands = (options: CommandsOptions): ((command: Command) => Promise<Outcome>) => {
  const { engine, hub, clock, patience, onCommit, onTrouble } = options;

  const pause = (time: number): Promise<void> =>
    new Promise((resolve) => {
      wakeAt(clock, clock.now() + time, resolve);
    });

  /** One that was kept before, as the answer to a command that brings it again. */
  const keptBefore = async (chat: StoredChat | undefined, says: Command['says']): Promise<Outcome | undefined> => {
    if (chat === undefined || says === undefined) return undefined;
    const message = await engine.messageOf(chat.id, says.id);
    if (message === undefined) return undefined;
    // A message of the other side, or a note, is never given away by its id.
    return message.author === says.author && message.internal !== true ? { chat, message } : { refusal: taken };
  };

  const attempt = async ({ look, decide, says, most }: Command, quick: boolean): Promise<Outcome | undefined> => {
    const chat = await look(quick);
    const { change, refusal } = await decide(chat);
    // What was seen last may be old: only a commit proves that it was not.
    if (change === undefined && quick) return undefined;
    if (refusal !== undefined)
      return (refusal.code === 'gone' ? await keptBefore(chat, says) : undefined) ?? { refusal };
    if (change === undefined) return { chat };
    // Sent again after the chat it was written in has ended, a message must not open another one.
    const opens = change.chat.id !== chat?.id;
    const before = opens ? await keptBefore(chat, says) : undefined;
    if (before !== undefined) return before;
    const start = performance.now();
    const won = await engine.commit(change.chat, change.messages, most);
    onCommit(won, performance.now() - start);
    if (!won) return keptBefore(change.chat, says);
    hub.publish(change);
    const message = change.messages.at(-1);
    return { chat: change.chat, ...(message === undefined ? {} : { message }) };
  };

  return async (command) => {
    let failingSince: number | undefined;
    let wait = FIRST_PAUSE;
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
      try {
        const outcome = await attempt(command, attempts === 0);
        if (outcome !== undefined) return outcome;
        failingSince = undefined;
      } catch (error) {
        onTrouble(error);
        failingSince ??= clock.now();
        if (clock.now() - failingSince >= patience) throw new UnknownOutcomeError({ cause: error });
        await pause(wait);
        wait = Math.min(wait * 2, LONGEST_PAUSE);
      }
    }
    return { refusal: { code: 'unavailable', message: 'Too many change this chat at once: try again.' } };
  };
};

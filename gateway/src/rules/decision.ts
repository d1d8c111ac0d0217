import { isOver, stateAfter, type ChatState, type LifeStep, type RefusalCode } from '../../../src/core/index.js';
import type { KeptMessage, StoredChat } from '../engine.js';

/** The chat as it shall be kept, with its new messages. */
export interface Change {
  readonly chat: StoredChat;
  readonly messages: readonly KeptMessage[];
}

/** What cannot be, in words for developers: never what somebody wrote, nor who it is. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** What comes of a command: a change, nothing because it is so already, or a refusal. */
export type Decision =
  | { readonly change: Change; readonly refusal?: undefined }
  | { readonly change?: undefined; readonly refusal?: undefined }
  | Refused;

export interface Refused {
  readonly change?: undefined;
  readonly refusal: Refusal;
}

/** It is so already. */
export const AS_IT_IS: Decision = {};

export const refuse = (code: RefusalCode, message: string): Refused => ({ refusal: { code, message } });

/** The next version of a chat. */
export const change = (
  before: StoredChat,
  fields: Partial<StoredChat>,
  messages: readonly KeptMessage[] = [],
): Decision => ({
  change: {
    chat: { ...before, ...fields, version: before.version + 1, count: before.count + messages.length },
    messages,
  },
});

export const NO_SUCH_CHAT = refuse('gone', 'There is no such chat.');

/** Whether nothing can be written in a chat any more. */
export const hasEnded = (state: ChatState): boolean => state === 'wrap-up' || isOver(state);

/** Decides on the state after a step; a step that this chat cannot take is refused. */
export const moved = (chat: StoredChat, step: LifeStep, decide: (state: ChatState) => Decision): Decision => {
  const state = stateAfter(chat.state, step);
  if (state !== undefined) return decide(state);
  return refuse(
    hasEnded(chat.state) ? 'gone' : 'not-allowed',
    `The chat is in state "${chat.state}": it cannot take the step "${step}".`,
  );
};

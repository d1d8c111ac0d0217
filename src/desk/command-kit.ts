import type { ChatConnector } from '../core/index.js';
import { asRefusal } from './as-refusal.js';
import { DeskError } from './desk-error.js';
import type { DeskEvent } from './desk-event.js';
import type { Chat, Command, DeskState } from './desk-state.js';
import type { By } from './happenings.js';
import type { Transcript } from './transcript.js';
import type { ChatFacts } from './views.js';

/** What commands work on. */
export interface CommandWorld {
  readonly connector: ChatConnector;
  state(): DeskState;
  facts(chatId: string): ChatFacts;
  now(): number;
  disposed(): boolean;
  dispatch(event: DeskEvent): void;
  /** The conversation of a chat, made at the first need. */
  transcript(chatId: string): Transcript;
  /** Writes down what is on its way, before it is shown. */
  keepOutbox(chatId: string): void;
  newId(): string;
  /** The agent has sent, or can write no more. */
  stopTyping(chatId: string): void;
}

/** What every command does alike. */
export interface CommandKit {
  once<C, T>(key: string, check: () => C, work: (checked: C) => Promise<T>): Promise<T>;
  ask<T>(call: () => Promise<T>): Promise<T>;
  find(chatId: string): Chat;
  illegal(chat: Chat, what: string, needs: string): DeskError;
  carryOut(
    command: Command,
    chatId: string,
    by: By,
    call: () => Promise<void>,
    met: (chat: Chat | undefined) => boolean,
  ): Promise<void>;
}

export const createCommandKit = (world: CommandWorld): CommandKit => {
  const { dispatch } = world;
  const underWay = new Map<string, Promise<unknown>>();

  /**
   * One at a time: a second call while the first is under way gets its promise. What the desk itself refuses is never
   * under way.
   */
  const once = <C, T>(key: string, check: () => C, work: (checked: C) => Promise<T>): Promise<T> => {
    const known = underWay.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    let checked: C;
    try {
      checked = check();
    } catch (reason) {
      return Promise.reject(reason as DeskError);
    }
    // Known before it starts: what starting it changes may make somebody ask again.
    let settle: (outcome: Promise<T>) => void = () => undefined;
    const promise = new Promise<T>((resolve) => (settle = resolve)).finally(() => underWay.delete(key));
    underWay.set(key, promise);
    settle(work(checked));
    return promise;
  };

  /** Calls the connector; whatever it rejects with, or throws, becomes a refusal. */
  const ask = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (reason) {
      throw asRefusal(reason);
    }
  };

  const find = (chatId: string): Chat => {
    if (world.disposed()) throw new DeskError('disposed', 'The desk was disposed: it takes no more commands.');
    const chat = world.state().chats.get(chatId);
    if (chat === undefined) throw new DeskError('no-such-chat', `There is no chat "${chatId}" on this desk.`);
    return chat;
  };

  const illegal = ({ record }: Chat, what: string, needs: string): DeskError =>
    new DeskError('illegal-step', `Chat "${record.id}" is ${record.state}: it cannot be ${what}. ${needs}`);

  /**
   * A command that settles on the connector's word, told before and after. `met`: what was wanted is so already, as the
   * wire told meanwhile; a refusal is then of no interest.
   */
  const carryOut = async (
    command: Command,
    chatId: string,
    by: By,
    call: () => Promise<void>,
    met: (chat: Chat | undefined) => boolean,
  ): Promise<void> => {
    dispatch({ type: 'began', command, chatId, by });
    try {
      await ask(call);
    } catch (reason) {
      if (met(world.state().chats.get(chatId))) return;
      dispatch({ type: 'refused', command, chatId, code: asRefusal(reason).code });
      throw reason;
    }
  };

  return { once, ask, find, illegal, carryOut };
};

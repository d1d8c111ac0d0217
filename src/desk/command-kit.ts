import type { ChatConnector, ConnectorEvent, RefusalCode } from '../core/index.js';
import { asRefusal } from './as-refusal.js';
import type { Delivery } from './delivery.js';
import { DeskError } from './desk-error.js';
import type { DeskEvent } from './desk-event.js';
import type { Chat, Command, DeskState } from './desk-state.js';
import type { By } from './happenings.js';
import type { ChatFacts } from './views.js';

/** What commands work on. */
export interface CommandWorld {
  readonly connector: ChatConnector;
  state(): DeskState;
  facts(chatId: string): ChatFacts;
  now(): number;
  disposed(): boolean;
  dispatch(event: DeskEvent): void;
  /** Takes in what the wire told, or as good as told. */
  receive(event: ConnectorEvent): void;
  readonly delivery: Delivery;
  /** The agent has sent, or can write no more. */
  stopTyping(chatId: string): void;
}

/** Whether what was wanted is so already, as the wire told meanwhile: a refusal is then of no interest. */
type IsMet = (chat: Chat | undefined, code: RefusalCode) => boolean;

/** What every command does alike. */
export interface CommandKit {
  /**
   * One at a time: a second call while the first is under way gets its promise. What `work` refuses by itself, by a
   * throw, is never under way.
   */
  once<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Calls the connector; whatever it rejects with, or throws, becomes a refusal. */
  ask<T>(call: () => Promise<T>): Promise<T>;
  find(chatId: string): Chat;
  illegal(chat: Chat, what: string, needs: string): DeskError;
  /**
   * A command that settles on the connector's word. That word is as good as the wire's: `outcome` is what the wire tells
   * of it, and may have told already.
   */
  carryOut(
    command: Command,
    chatId: string,
    by: By,
    call: () => Promise<void>,
    isMet: IsMet,
    outcome: (chat: Chat) => ConnectorEvent,
  ): Promise<void>;
}

export const createCommandKit = (world: CommandWorld): CommandKit => {
  const { dispatch } = world;
  const underWay = new Map<string, Promise<unknown>>();

  const ask = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (reason) {
      throw reason instanceof DeskError ? reason : asRefusal(reason);
    }
  };

  return {
    ask,
    once<T>(key: string, work: () => Promise<T>) {
      const known = underWay.get(key) as Promise<T> | undefined;
      if (known !== undefined) return known;
      // Known before it starts: what starting it changes may make somebody ask again.
      let settle: (outcome: Promise<T>) => void = () => undefined;
      const promise = new Promise<T>((resolve) => (settle = resolve)).finally(() => underWay.delete(key));
      underWay.set(key, promise);
      try {
        settle(work());
      } catch (reason) {
        underWay.delete(key);
        const refusal = reason as DeskError;
        settle(Promise.reject(refusal));
      }
      return promise;
    },
    find(chatId) {
      if (world.disposed()) throw new DeskError('disposed', 'The desk was disposed: it takes no more commands.');
      const chat = world.state().chats.get(chatId);
      if (chat === undefined) throw new DeskError('no-such-chat', `There is no chat "${chatId}" on this desk.`);
      return chat;
    },
    illegal: ({ record }, what, needs) =>
      new DeskError('illegal-step', `Chat "${record.id}" is ${record.state}: it cannot be ${what}. ${needs}`),
    async carryOut(command, chatId, by, call, isMet, outcome) {
      const chat = (): Chat | undefined => world.state().chats.get(chatId);
      dispatch({ type: 'began', command, chatId, by });
      try {
        await ask(call);
      } catch (reason) {
        const { code } = asRefusal(reason);
        if (!isMet(chat(), code)) {
          dispatch({ type: 'refused', command, chatId, code });
          throw reason;
        }
      }
      const now = chat();
      if (now?.pending?.command === command) world.receive(outcome(now));
    },
  };
};

import {
  checkMessage,
  ConnectorError,
  isOpen,
  isSendable,
  missingFields,
  submitFinishes,
  submittedValues,
  type ChatConnector,
  type Message,
  type WrapUpReason,
  type WrapUpValues,
} from '../core/index.js';
import { asRefusal } from './as-refusal.js';
import type { DeskCommands } from './chat-desk.js';
import { DeskError } from './desk-error.js';
import type { DeskEvent } from './desk-event.js';
import { policyOf, type Chat, type Command, type DeskState } from './desk-state.js';
import type { By } from './happenings.js';
import type { Transcript } from './transcript.js';
import { canSummarize, type ChatFacts } from './views.js';

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

/** Commands by who gives them, and what the clock does by itself. */
export interface Commands {
  as(by: By): DeskCommands;
  /** Submits what the form holds, whatever is missing. */
  submitForLimit(chatId: string): void;
}

export const createCommands = (world: CommandWorld): Commands => {
  const { connector, dispatch } = world;
  const underWay = new Map<string, Promise<unknown>>();
  const byWhom = new Map<By, DeskCommands>();

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

  const checkAccept = (chatId: string): void => {
    if (
      !world.disposed() &&
      !world.state().chats.has(chatId) &&
      world.state().gone.get(chatId) === 'answered-elsewhere'
    ) {
      dispatch({ type: 'noticed', notice: { code: 'taken', chatId } });
      throw new ConnectorError('taken', `Chat "${chatId}" was answered by another agent.`);
    }
    const chat = find(chatId);
    if (chat.record.state !== 'waiting') throw illegal(chat, 'answered', 'It is answered already.');
  };

  const accept = async (chatId: string, by: By): Promise<void> => {
    const met = (chat: Chat | undefined): boolean => chat !== undefined && isOpen(chat.record.state);
    await carryOut('accept', chatId, by, () => connector.accept(chatId), met);
    dispatch({ type: 'accepted', chatId, by });
  };

  const select = (chatId: string | undefined, by: By): void => {
    if (chatId === undefined) {
      if (world.disposed()) throw new DeskError('disposed', 'The desk was disposed: it takes no more commands.');
    } else {
      const chat = find(chatId);
      if (!isOpen(chat.record.state)) throw illegal(chat, 'opened', 'Accept it first.');
    }
    dispatch({ type: 'selected', chatId, by });
  };

  const deliver = async (chatId: string, { id, text, time }: Message): Promise<Message> => {
    const transcript = world.transcript(chatId);
    try {
      const word = await ask(() => connector.send(chatId, { id, text, time }));
      const told = checkMessage(word).message ?? { id, author: 'agent', kind: 'text', text, time };
      // The wire may have been quicker, and then has told who sent it.
      const arrival = transcript.receive([{ ...told, id }]);
      world.keepOutbox(chatId);
      dispatch({ type: 'sent', chatId, arrival, by: 'wire' });
      return transcript.find(id) ?? told;
    } catch (reason) {
      const settled = transcript.find(id);
      // The back end has it although the promise says otherwise: the echo came first.
      if (settled !== undefined && settled.delivery !== 'sending') return settled;
      transcript.amend(id, { delivery: 'failed' });
      dispatch({ type: 'send-failed', chatId, code: asRefusal(reason).code });
      throw reason;
    }
  };

  const writable = (chatId: string): void => {
    const chat = find(chatId);
    if (chat.record.state === 'left') throw illegal(chat, 'written to', 'The end user has left.');
    if (chat.record.state !== 'active') throw illegal(chat, 'written to', 'Only an active chat can be.');
  };

  const send = async (chatId: string, text: string, by: By): Promise<Message> => {
    writable(chatId);
    if (!isSendable(text)) throw new DeskError('blank', 'A message needs words: blank text is not sent.');
    const id = world.newId();
    const message: Message = { id, author: 'agent', kind: 'text', text, time: world.now(), delivery: 'sending' };
    world.transcript(chatId).hold(message, by);
    world.keepOutbox(chatId);
    dispatch({ type: 'outbox', chatId, sent: text });
    world.stopTyping(chatId);
    return deliver(chatId, message);
  };

  const failedMessage = (chatId: string, messageId: string): Message => {
    const message = world.transcript(chatId).find(messageId);
    if (message?.delivery === 'failed') return message;
    throw new DeskError('illegal-step', `Chat "${chatId}" has no message "${messageId}" that failed.`);
  };

  const checkRetry = (chatId: string, messageId: string): Message => {
    writable(chatId);
    return failedMessage(chatId, messageId);
  };

  const retry = async (chatId: string, failed: Message, by: By): Promise<Message> => {
    const message: Message = { ...failed, time: world.now(), delivery: 'sending' };
    world.transcript(chatId).amend(message.id, { time: message.time, delivery: 'sending' }, by);
    dispatch({ type: 'outbox', chatId });
    return deliver(chatId, message);
  };

  const discard = (chatId: string, messageId: string): void => {
    find(chatId);
    failedMessage(chatId, messageId);
    world.transcript(chatId).drop(messageId);
    world.keepOutbox(chatId);
    dispatch({ type: 'outbox', chatId });
  };

  const checkEnd = (chatId: string): Chat => {
    const chat = find(chatId);
    if (!isOpen(chat.record.state)) throw illegal(chat, 'ended', 'Accept it first.');
    return chat;
  };

  const end = async (chatId: string, by: By, chat: Chat): Promise<void> => {
    // Whoever ended it: once is enough.
    if (chat.record.state === 'wrap-up') return;
    const met = (now: Chat | undefined): boolean => now === undefined || now.record.state === 'wrap-up';
    await carryOut('end', chatId, by, () => connector.end(chatId), met);
    dispatch({ type: 'ended', chatId, by });
  };

  const checkSummary = (chatId: string): void => {
    const chat = find(chatId);
    const policy = policyOf(world.state().layers, chat.record.queue);
    if (
      chat.record.state !== 'wrap-up' ||
      chat.wrapUp.submitted !== undefined ||
      !canSummarize(chat, policy, connector)
    )
      throw illegal(
        chat,
        'summarized',
        'That needs a wrap-up with notes that is not submitted, and summaries turned on.',
      );
  };

  const insertSummary = async (
    chatId: string,
    request: Parameters<DeskCommands['insertSummary']>[1],
  ): Promise<string> => {
    dispatch({ type: 'summary', chatId, status: 'pending' });
    try {
      const { text } = await ask(async () => {
        if (connector.summarize === undefined) throw new ConnectorError('unsupported', 'There are no summaries.');
        return connector.summarize(chatId, request);
      });
      if (!isSendable(text)) throw new ConnectorError('unavailable', 'The summary is empty.');
      const now = find(chatId).wrapUp;
      if (now.submitted !== undefined || now.status === 'submitting')
        throw new DeskError('illegal-step', `The wrap-up of chat "${chatId}" was submitted before the summary came.`);
      dispatch({ type: 'summary', chatId, status: 'idle', text });
    } catch (reason) {
      const late = reason instanceof DeskError;
      dispatch({ type: 'summary', chatId, status: late ? 'idle' : 'failed' });
      if (!late)
        dispatch({
          type: 'error',
          code: 'summary-failed',
          message: 'The summary could not be made.',
          chatId,
          by: 'wire',
        });
      throw reason;
    }
    return world.state().chats.get(chatId)?.wrapUp.values.notes ?? '';
  };

  /** Lets a submitted chat go. What the back end does not know any more is as good as done. */
  const finish = async (chatId: string, by: By): Promise<void> => {
    const call = async (): Promise<void> => {
      try {
        await connector.done(chatId);
      } catch (reason) {
        if (asRefusal(reason).code !== 'gone') throw reason;
      }
    };
    await carryOut('done', chatId, by, call, (chat) => chat === undefined);
    dispatch({ type: 'finished', chatId, by });
  };

  /** Takes the values into the form and says what is to be submitted; nothing where that is done already. */
  const checkSubmit = (
    chatId: string,
    given: WrapUpValues | undefined,
    reason: WrapUpReason,
  ): WrapUpValues | undefined => {
    const chat = find(chatId);
    if (chat.record.state !== 'wrap-up') throw illegal(chat, 'wrapped up', 'End it first.');
    const { fields } = world.facts(chatId).wrapUp;
    if (chat.wrapUp.submitted !== undefined) {
      if (submitFinishes(fields)) return undefined;
      throw illegal(chat, 'submitted', 'It was submitted already: only Done is left.');
    }
    if (given !== undefined) dispatch({ type: 'filled-in', chatId, values: given });
    const { dispositions, values } = world.facts(chatId).wrapUp;
    // While the list loads a choice is still to come; an empty list, or none, bars nobody.
    const choices = dispositions.status === 'loading' ? 1 : dispositions.leaves.length;
    const missing = reason === 'timeout' ? [] : missingFields(fields, values, choices);
    if (missing.length > 0)
      throw new DeskError(
        'incomplete',
        `The wrap-up of chat "${chatId}" lacks what is required: ${missing.join(', ')}.`,
      );
    return submittedValues(fields, values);
  };

  const submit = async (
    chatId: string,
    values: WrapUpValues | undefined,
    reason: WrapUpReason,
    by: By,
  ): Promise<void> => {
    const { fields } = world.facts(chatId).wrapUp;
    if (values !== undefined) {
      const met = (chat: Chat | undefined): boolean => chat === undefined || chat.wrapUp.submitted !== undefined;
      await carryOut('submit', chatId, by, () => connector.submitWrapUp(chatId, values, reason), met);
      dispatch({ type: 'submitted', chatId, by, values, reason });
    }
    if (submitFinishes(fields) && world.state().chats.has(chatId)) await finish(chatId, by);
  };

  const checkDone = (chatId: string): void => {
    const chat = find(chatId);
    if (chat.record.state !== 'wrap-up' || chat.wrapUp.submitted === undefined)
      throw illegal(chat, 'done', 'Submit its wrap-up first.');
  };

  const commandsOf = (by: By): DeskCommands => ({
    accept: (chatId) =>
      once(
        `accept ${chatId}`,
        () => checkAccept(chatId),
        () => accept(chatId, by),
      ),
    select: async (chatId) => select(chatId, by),
    send: (chatId, text) => send(chatId, text, by),
    retry: (chatId, messageId) =>
      once(
        `retry ${chatId} ${messageId}`,
        () => checkRetry(chatId, messageId),
        (failed) => retry(chatId, failed, by),
      ),
    discard: async (chatId, messageId) => discard(chatId, messageId),
    end: (chatId) =>
      once(
        `end ${chatId}`,
        () => checkEnd(chatId),
        (chat) => end(chatId, by, chat),
      ),
    insertSummary: (chatId, request) =>
      once(
        `summary ${chatId}`,
        () => checkSummary(chatId),
        () => insertSummary(chatId, request),
      ),
    submitWrapUp: (chatId, values) =>
      once(
        `submit ${chatId}`,
        () => checkSubmit(chatId, values, 'agent'),
        (told) => submit(chatId, told, 'agent', by),
      ),
    done: (chatId) =>
      once(
        `done ${chatId}`,
        () => checkDone(chatId),
        () => finish(chatId, by),
      ),
  });

  return {
    as(by) {
      const known = byWhom.get(by) ?? commandsOf(by);
      byWhom.set(by, known);
      return known;
    },
    submitForLimit(chatId) {
      dispatch({ type: 'limit-met', chatId });
      // A refusal is told as a notice; the values stay in the form.
      once(
        `submit ${chatId}`,
        () => checkSubmit(chatId, undefined, 'timeout'),
        (told) => submit(chatId, told, 'timeout', 'clock'),
      ).catch(() => undefined);
    },
  };
};

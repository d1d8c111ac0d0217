import {
  ConnectorError,
  isSendable,
  missingFields,
  submitFinishes,
  submittedValues,
  type SummaryRequest,
  type WrapUpReason,
  type WrapUpValues,
} from '../core/index.js';
import { asRefusal } from './as-refusal.js';
import type { DeskCommands } from './chat-desk.js';
import type { CommandKit, CommandWorld } from './command-kit.js';
import { DeskError } from './desk-error.js';
import { policyOf, type Chat } from './desk-state.js';
import type { By } from './happenings.js';
import { canSummarize } from './views.js';

/** The commands of the closing form. */
export interface WrapUpCommands {
  as(by: By): Pick<DeskCommands, 'insertSummary' | 'submitWrapUp' | 'done'>;
  /** Submits what the form holds when its time is up, whatever is missing. */
  submitForLimit(chatId: string): void;
}

export const createWrapUpCommands = (
  world: CommandWorld,
  { once, ask, find, illegal, carryOut }: CommandKit,
): WrapUpCommands => {
  const { connector, dispatch } = world;

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

  const insertSummary = async (chatId: string, request: SummaryRequest): Promise<string> => {
    dispatch({ type: 'summary', chatId, status: 'pending' });
    try {
      const summary = await ask(async (): Promise<{ readonly text?: unknown } | undefined> => {
        if (connector.summarize === undefined) throw new ConnectorError('unsupported', 'There are no summaries.');
        return connector.summarize(chatId, request);
      });
      const text = summary?.text;
      if (typeof text !== 'string' || !isSendable(text))
        throw new ConnectorError('unavailable', 'There is no summary.');
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

  const finishOnce = (chatId: string, by: By): Promise<void> =>
    once(
      `done ${chatId}`,
      () => undefined,
      () => finish(chatId, by),
    );

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
    if (submitFinishes(fields) && world.state().chats.has(chatId)) await finishOnce(chatId, by);
  };

  const checkDone = (chatId: string): void => {
    const chat = find(chatId);
    if (chat.record.state !== 'wrap-up' || chat.wrapUp.submitted === undefined)
      throw illegal(chat, 'done', 'Submit its wrap-up first.');
  };

  return {
    as: (by) => ({
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
    }),
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

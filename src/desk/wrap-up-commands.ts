import {
  ConnectorError,
  isSendable,
  missingFields,
  submitFinishes,
  submittedValues,
  type Summary,
  type SummaryRequest,
  type WrapUpReason,
  type WrapUpValues,
} from '../core/index.js';
import type { DeskCommands } from './chat-desk.js';
import type { CommandKit, CommandWorld } from './command-kit.js';
import { DeskError } from './desk-error.js';
import { policyOf } from './desk-state.js';
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

  const summaryOf = async (chatId: string, request: SummaryRequest): Promise<string> => {
    const summary = await ask(async (): Promise<Partial<Summary> | undefined> =>
      connector.summarize?.(chatId, request),
    );
    const text: unknown = summary?.text;
    if (typeof text !== 'string' || !isSendable(text)) throw new ConnectorError('unavailable', 'There is no summary.');
    return text;
  };

  const insertSummary = async (chatId: string, request: SummaryRequest): Promise<string> => {
    dispatch({ type: 'summary', chatId, status: 'pending' });
    let text: string;
    try {
      text = await summaryOf(chatId, request);
    } catch (reason) {
      dispatch({ type: 'summary', chatId, status: 'failed' });
      const message = 'The summary could not be made.';
      dispatch({ type: 'error', code: 'summary-failed', message, chatId, by: 'wire' });
      throw reason;
    }
    const { submitted, status } = find(chatId).wrapUp;
    const late = submitted !== undefined || status === 'submitting';
    dispatch({ type: 'summary', chatId, status: 'idle', ...(late ? {} : { text }) });
    if (late) throw new DeskError('illegal-step', `Chat "${chatId}" was submitted before the summary came.`);
    return world.state().chats.get(chatId)?.wrapUp.values.notes ?? '';
  };

  /** Lets a submitted chat go. What the back end does not know any more is as good as done. */
  const finish = (chatId: string, by: By): Promise<void> =>
    carryOut(
      'done',
      chatId,
      by,
      () => connector.done(chatId),
      (chat, code) => chat === undefined || code === 'gone',
      () => ({ type: 'done', chatId }),
    );

  /** Takes the values into the form and submits what is filled; in variant A that finishes, also when tried again. */
  const submitOnce = (chatId: string, given: WrapUpValues | undefined, reason: WrapUpReason, by: By): Promise<void> =>
    once(`submit ${chatId}`, () => {
      const chat = find(chatId);
      if (chat.record.state !== 'wrap-up') throw illegal(chat, 'wrapped up', 'End it first.');
      const { fields } = world.facts(chatId).wrapUp;
      const finishes = submitFinishes(fields);
      const goOn = (): Promise<void> | undefined =>
        finishes && world.state().chats.has(chatId) ? once(`done ${chatId}`, () => finish(chatId, by)) : undefined;
      if (chat.wrapUp.submitted !== undefined) {
        if (finishes) return Promise.resolve(goOn());
        throw illegal(chat, 'submitted', 'It was submitted already: only Done is left.');
      }
      if (given !== undefined) dispatch({ type: 'filled-in', chatId, values: given });
      const { dispositions, values } = world.facts(chatId).wrapUp;
      // While the list loads a choice is still to come; an empty list, or none, bars nobody.
      const choices = dispositions.status === 'loading' ? 1 : dispositions.leaves.length;
      const missing = reason === 'timeout' ? [] : missingFields(fields, values, choices);
      if (missing.length > 0)
        throw new DeskError('incomplete', `The wrap-up of chat "${chatId}" lacks: ${missing.join(', ')}.`);
      const filled = submittedValues(fields, values);
      return carryOut(
        'submit',
        chatId,
        by,
        () => connector.submitWrapUp(chatId, filled, reason),
        (now) => now === undefined || now.wrapUp.submitted !== undefined,
        () => ({ type: 'wrap-up-submitted', chatId, values: filled, reason }),
      ).then(goOn);
    });

  return {
    as: (by) => ({
      insertSummary: (chatId, request) =>
        once(`summary ${chatId}`, () => {
          const chat = find(chatId);
          const { record, wrapUp } = chat;
          const policy = policyOf(world.state().layers, record.queue);
          if (record.state !== 'wrap-up' || wrapUp.submitted !== undefined || !canSummarize(chat, policy, connector))
            throw illegal(chat, 'summarized', 'That needs an open wrap-up with notes, and summaries turned on.');
          return insertSummary(chatId, request);
        }),
      submitWrapUp: (chatId, values) => submitOnce(chatId, values, 'agent', by),
      done: (chatId) =>
        once(`done ${chatId}`, () => {
          const chat = find(chatId);
          if (chat.record.state !== 'wrap-up' || chat.wrapUp.submitted === undefined)
            throw illegal(chat, 'done', 'Submit its wrap-up first.');
          return finish(chatId, by);
        }),
    }),
    submitForLimit(chatId) {
      dispatch({ type: 'limit-met', chatId });
      // A refusal is told as a notice; the values stay in the form.
      submitOnce(chatId, undefined, 'timeout', 'clock').catch(() => undefined);
    },
  };
};

import { checkCrmAnswer, type Crm } from '../core/index.js';
import type { DeskEvent } from './desk-event.js';
import { policyOf, type DeskState } from './desk-state.js';

/** Asks the host's CRM about every chat, once. */
export interface CrmLookups {
  /** Asks about those of these chats that nobody asked about yet, where the policy has a CRM. */
  follow(state: DeskState, chats: Iterable<string>): void;
  use(crm: Crm | undefined): void;
}

/** Answers come back as events: what they may be used for is decided by the rule of that moment. */
export const createCrmLookups = (first: Crm | undefined, dispatch: (event: DeskEvent) => void): CrmLookups => {
  let crm = first;
  let asked = new Set<string>();

  const ask = async (from: Crm, state: DeskState, chatId: string): Promise<void> => {
    const record = state.chats.get(chatId)?.record;
    if (record === undefined) return;
    const round = asked;
    try {
      const answer = checkCrmAnswer(await from.find(record.endUser, record.channel)).clean;
      if (round === asked && answer !== undefined) dispatch({ type: 'crm', chatId, answer });
    } catch {
      // The reason is not passed on: it may name the person.
      if (round === asked)
        dispatch({
          type: 'error',
          code: 'crm-failed',
          message: 'The CRM could not be asked.',
          chatId,
          by: 'host',
        });
    }
  };

  return {
    follow(state, chats) {
      for (const id of chats) {
        const record = state.chats.get(id)?.record;
        if (record === undefined) asked.delete(id);
        else if (crm !== undefined && !asked.has(id) && policyOf(state.layers, record.queue).crm) {
          asked.add(id);
          void ask(crm, state, id);
        }
      }
    },
    use(next) {
      crm = next;
      asked = new Set();
    },
  };
};

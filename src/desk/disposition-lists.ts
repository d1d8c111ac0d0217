import { leavesOf, type ChatConnector, type Disposition } from '../core/index.js';
import type { DeskEvent } from './desk-event.js';
import { policyOf, type Chat, type DeskState } from './desk-state.js';
import type { ServerClock } from './server-clock.js';

/** A list that is not there after this long counts as failed, so that it can lock nobody in; in milliseconds. */
const PATIENCE = 10_000;

/** Loads the lists of dispositions that the policy does not carry. */
export interface DispositionLists {
  /** Asks for the lists of those of these chats that came to wrap-up. */
  follow(state: DeskState, chats: Iterable<string>): void;
  /** Asks for the list of a chat, again if need be. */
  load(state: DeskState, chatId: string): void;
}

/** Also after it was submitted: what was chosen is shown by its name. */
const isWanted = ({ record }: Chat, state: DeskState): boolean => {
  const { disposition, dispositions } = policyOf(state.layers, record.queue).wrapUp;
  return record.state === 'wrap-up' && disposition !== 'absent' && dispositions === undefined;
};

export const createDispositionLists = (
  connector: ChatConnector,
  clock: ServerClock,
  dispatch: (event: DeskEvent) => void,
  warn: (key: string, text: string) => void,
): DispositionLists => {
  const ask = (queue: string | undefined): Promise<readonly Disposition[]> =>
    new Promise((resolve, reject) => {
      const cancel = clock.wake(clock.now() + PATIENCE, () => reject(new Error('No answer.')));
      const answer = async (): Promise<readonly Disposition[]> => (await connector.dispositions?.(queue)) ?? [];
      answer().then(resolve, reject).finally(cancel);
    });

  const load = async (state: DeskState, chatId: string): Promise<void> => {
    const queue = state.chats.get(chatId)?.record.queue;
    dispatch({ type: 'dispositions', chatId, status: 'loading', leaves: [] });
    try {
      const { leaves, problems } = leavesOf(await ask(queue));
      for (const { code, at } of problems)
        warn(
          `dispositions ${queue ?? ''} ${code} ${at}`,
          `The dispositions of connector "${connector.name}" have a problem (${code}) at "${at}": correct the list.`,
        );
      dispatch({ type: 'dispositions', chatId, status: 'ready', leaves });
    } catch {
      dispatch({ type: 'dispositions', chatId, status: 'failed', leaves: [] });
      const message = 'The list could not be loaded.';
      dispatch({ type: 'error', code: 'dispositions-failed', message, chatId, by: 'wire' });
    }
  };

  return {
    follow(state, chats) {
      if (connector.dispositions === undefined) return;
      for (const id of chats) {
        const chat = state.chats.get(id);
        if (chat?.wrapUp.list.status === 'none' && isWanted(chat, state)) void load(state, id);
      }
    },
    load(state, chatId) {
      const chat = state.chats.get(chatId);
      if (chat === undefined || connector.dispositions === undefined || chat.wrapUp.list.status === 'loading') return;
      if (isWanted(chat, state)) void load(state, chatId);
    },
  };
};

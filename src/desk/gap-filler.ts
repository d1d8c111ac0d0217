import { checkEvent, type ChatConnector, type ConnectorEvent } from '../core/index.js';
import type { ChatView } from './chat-desk.js';
import type { DeskEvent } from './desk-event.js';
import type { DeskState } from './desk-state.js';
import type { Transcripts } from './transcripts.js';

export interface GapWorld {
  readonly connector: ChatConnector;
  readonly transcripts: Transcripts;
  state(): DeskState;
  receive(event: ConnectorEvent): void;
  /** Opens the connector anew, for a snapshot. */
  reopen(): void;
  dispatch(event: DeskEvent): void;
}

/** Fetches messages that a chat was not told. */
export interface GapFiller {
  /** Looks whether messages of a chat are missing, and fetches them. `anew`: all that can be told was told anew. */
  look(chatId: string, anew?: boolean): void;
  /** Tries again what failed. */
  retry(chatId: string): void;
  /** The chat has left. */
  forget(chatId: string): void;
}

/** What is missing is asked for once; only the agent asks again for the same. */
export const createGapFiller = (world: GapWorld): GapFiller => {
  const { connector, transcripts, dispatch } = world;
  /** What was asked for last, by chat: the `seq` before the gap. */
  const asked = new Map<string, number>();

  const show = (chatId: string, gap: ChatView['gap']): void => dispatch({ type: 'gap', chatId, gap });

  const fail = (chatId: string): void => {
    show(chatId, 'failed');
    const message = 'Messages are missing and could not be fetched.';
    dispatch({ type: 'error', code: 'history-failed', message, chatId, by: 'wire' });
  };

  const fill = async (chatId: string, after: number, upTo: number): Promise<void> => {
    try {
      // In a task of its own: the connector is telling something just now.
      const messages = await connector.history?.(chatId, after, upTo);
      if (connector.history === undefined) return world.reopen();
      const { clean } = checkEvent({ type: 'messages', chatId, messages });
      if (clean !== undefined && world.state().chats.has(chatId)) world.receive(clean);
    } catch {
      // Told below: the gap is still there.
    }
    if (transcripts.find(chatId)?.gap()?.after === after) fail(chatId);
  };

  const look = (chatId: string, anew = false): void => {
    const gap = transcripts.find(chatId)?.gap();
    if (gap === undefined) {
      if (asked.delete(chatId)) show(chatId, undefined);
    } else if (asked.get(chatId) !== gap.after) {
      asked.set(chatId, gap.after);
      show(chatId, 'filling');
      void fill(chatId, gap.after, gap.upTo);
    } else if (anew) fail(chatId);
  };

  return {
    look,
    retry(chatId) {
      if (world.state().chats.get(chatId)?.gap !== 'failed') return;
      asked.delete(chatId);
      look(chatId);
    },
    forget: (chatId) => void asked.delete(chatId),
  };
};

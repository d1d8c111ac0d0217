import { isOpen, type ConnectorEvent, type Message } from '../core/index.js';
import type { DeskEvent, Kept } from './desk-event.js';
import type { DeskState } from './desk-state.js';
import type { Keeper } from './keeper.js';
import type { ServerClock } from './server-clock.js';
import type { Arrival } from './transcript.js';
import type { Transcripts } from './transcripts.js';

/** What the intake works with. */
export interface IntakeWorld {
  readonly clock: ServerClock;
  readonly transcripts: Transcripts;
  readonly keeper: Keeper;
  state(): DeskState;
  /** Writes down what is on its way in a chat. */
  keepOutbox(chatId: string): void;
  dispatch(event: DeskEvent): void;
}

/**
 * Takes in what the wire told: the transcripts and the clock learn of it first, the storage is asked about chats that
 * are new here, and then the state changes by one event.
 */
export const createIntake = ({
  clock,
  transcripts,
  keeper,
  state,
  keepOutbox,
  dispatch,
}: IntakeWorld): ((event: ConnectorEvent) => void) => {
  const snapshotArrival = (
    chatId: string,
    messages: readonly Message[] | undefined,
    resumed: boolean,
    { outbox = [] }: Kept = {},
  ): Arrival => {
    const transcript = transcripts.of(chatId);
    const arrival =
      messages === undefined || resumed ? transcript.receive(messages ?? []) : transcript.replace(messages);
    for (const unsent of outbox)
      transcript.hold({ ...unsent, author: 'agent', kind: 'text', delivery: 'failed' }, 'agent');
    if (outbox.length > 0) keepOutbox(chatId);
    return arrival;
  };

  return (event) => {
    const { chats, gone, ready } = state();
    const arrivals = new Map<string, Arrival>();
    const kept = new Map<string, Kept>();
    const told = event.type === 'snapshot' ? event.chats : event.type === 'chat' ? [event.chat] : [];
    for (const { id } of told) if (!chats.has(id)) kept.set(id, keeper.kept(id));
    if (event.type === 'snapshot' || event.type === 'server-time') clock.learn(event.serverTime);
    if (event.type === 'snapshot')
      for (const { id, state: life } of event.chats) {
        const messages = Object.hasOwn(event.messages, id) ? event.messages[id] : undefined;
        if (isOpen(life)) arrivals.set(id, snapshotArrival(id, messages, event.resumed === true, kept.get(id)));
      }
    if (event.type === 'messages') {
      const { chatId, messages } = event;
      if (!chats.has(chatId)) {
        if (gone.has(chatId)) return;
        return dispatch({
          type: 'error',
          code: 'unknown-chat',
          message: 'Messages for a chat that is not here.',
          chatId,
          by: 'wire',
        });
      }
      const transcript = transcripts.of(chatId);
      const waiting = transcript.waiting().length;
      const arrival = transcript.receive(messages);
      arrivals.set(chatId, arrival);
      if (waiting !== 0 && arrival.own.size > 0) keepOutbox(chatId);
    }
    const first = event.type === 'snapshot' && !ready;
    dispatch({ type: 'wire', event, arrivals, kept, keptSelection: first ? keeper.selection() : undefined });
    if (first) keeper.forgetOthers(new Set(event.chats.map(({ id }) => id)));
  };
};

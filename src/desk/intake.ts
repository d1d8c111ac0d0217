import { isOpen, type ConnectorEvent } from '../core/index.js';
import type { Delivery } from './delivery.js';
import type { DeskEvent, Kept } from './desk-event.js';
import type { DeskState } from './desk-state.js';
import type { GapFiller } from './gap-filler.js';
import type { Keeper } from './keeper.js';
import type { Memory } from './paging/pager.js';
import type { ServerClock } from './server-clock.js';
import type { Arrival } from './transcript.js';
import type { Transcripts } from './transcripts.js';

/** What the intake works with. */
export interface IntakeWorld {
  readonly clock: ServerClock;
  readonly transcripts: Transcripts;
  readonly keeper: Keeper;
  readonly delivery: Delivery;
  readonly gaps: GapFiller;
  readonly memory: Memory;
  state(): DeskState;
  dispatch(event: DeskEvent): void;
}

/**
 * Takes in what the wire told: the transcripts and the clock learn of it first, the storage is asked about chats that
 * are new here, and then the state changes by one event.
 */
export const createIntake =
  ({
    clock,
    transcripts,
    keeper,
    delivery,
    gaps,
    memory,
    state,
    dispatch,
  }: IntakeWorld): ((event: ConnectorEvent) => void) =>
  (event) => {
    const { chats, gone, ready } = state();
    const arrivals = new Map<string, Arrival>();
    const kept = new Map<string, Kept>();
    const told = event.type === 'snapshot' ? event.chats : event.type === 'chat' ? [event.chat] : [];
    for (const { id } of told) if (!chats.has(id)) kept.set(id, keeper.kept(id));
    if (event.type === 'snapshot' || event.type === 'server-time') clock.learn(event.serverTime);
    if (event.type === 'snapshot')
      for (const { id, state: life } of event.chats) {
        if (!isOpen(life)) continue;
        const messages = Object.hasOwn(event.messages, id) ? event.messages[id] : undefined;
        const transcript = transcripts.of(id);
        const whole = messages !== undefined && event.resumed !== true;
        arrivals.set(id, whole ? transcript.replace(messages) : transcript.receive(messages ?? []));
        delivery.settle(id, messages ?? []);
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
      arrivals.set(chatId, transcripts.of(chatId).receive(messages));
      delivery.settle(chatId, messages);
    }
    for (const { id, state: life } of told) if (isOpen(life)) delivery.show(id);
    const first = event.type === 'snapshot' && !ready;
    dispatch({ type: 'wire', event, arrivals, kept, keptSelection: first ? keeper.selection() : undefined });
    if (arrivals.size > 0) delivery.goOn();
    for (const chatId of arrivals.keys()) gaps.look(chatId, event.type === 'snapshot');
    if (!first) return;
    keeper.forgetOthers(new Set(event.chats.map(({ id }) => id)));
    memory.sweep();
  };

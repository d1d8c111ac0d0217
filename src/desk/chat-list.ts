import { compareUrgency, isOpen, type WithdrawnReason } from '../core/index.js';
import { settled, shown } from './chat-steps.js';
import type { World } from './desk-event.js';
import { same } from './share.js';
import { policyOf, type Chat, type DeskState } from './desk-state.js';

/** So many chats that left are remembered, to tell why they cannot be answered. */
const MOST_GONE = 200;

/** The state with a chat in it, new or changed; the same state if nothing differs. */
export const withChat = (state: DeskState, changed: Chat, world: World): DeskState => {
  const { id, queue } = changed.record;
  const chat = settled(changed, policyOf(state.layers, queue), world.now);
  const before = state.chats.get(id);
  if (same(chat, before)) return state;
  const chats = new Map(state.chats).set(id, chat);
  if (before !== undefined) return { ...state, chats };
  let place = state.order.length;
  while (place > 0 && (chats.get(state.order[place - 1] ?? '')?.arrival ?? 0) > chat.arrival) place -= 1;
  const gone = new Map(state.gone);
  gone.delete(id);
  return { ...state, chats, gone, order: [...state.order.slice(0, place), id, ...state.order.slice(place)] };
};

/** The state with a chat changed; the same state if there is no such chat, or nothing differs. */
export const changedChat = (
  state: DeskState,
  chatId: string,
  world: World,
  change: (chat: Chat) => Chat,
): DeskState => {
  const chat = state.chats.get(chatId);
  if (chat === undefined) return state;
  const after = change(chat);
  return after === chat ? state : withChat(state, after, world);
};

/** The state with every chat worked out anew, for a new time or policy. */
export const allSettled = (state: DeskState, world: World): DeskState => {
  let changed = false;
  const chats = new Map<string, Chat>();
  for (const [id, chat] of state.chats) {
    const after = settled(chat, policyOf(state.layers, chat.record.queue), world.now);
    changed ||= after !== chat;
    chats.set(id, after);
  }
  return changed ? { ...state, chats } : state;
};

/** The state with another chat open, or none. */
export const withSelection = (state: DeskState, selected: string | undefined, world: World): DeskState => {
  const before = state.selected;
  const next = { ...state, selected };
  const closed =
    before === undefined || before === selected
      ? next
      : changedChat(next, before, world, (chat) => shown(chat, false, state.attending));
  return selected === undefined
    ? closed
    : changedChat(closed, selected, world, (chat) => shown(chat, true, state.attending));
};

/** The open chat that should be looked at first: by urgency, then who waits longest, then by arrival. */
export const mostUrgent = ({ chats, order }: DeskState): string | undefined => {
  let first: Chat | undefined;
  for (const id of order) {
    const chat = chats.get(id);
    if (chat === undefined || !isOpen(chat.record.state)) continue;
    const ahead =
      first === undefined
        ? 1
        : compareUrgency(chat.urgency, first.urgency) ||
          (first.wait?.since ?? Infinity) - (chat.wait?.since ?? Infinity);
    if (ahead > 0) first = chat;
  }
  return first?.record.id;
};

/** The state without a chat. If it was open, the most urgent of the others is opened. */
export const withoutChat = (
  state: DeskState,
  chatId: string,
  why: WithdrawnReason | 'done',
  world: World,
): DeskState => {
  if (!state.chats.has(chatId)) return state;
  const chats = new Map(state.chats);
  chats.delete(chatId);
  const gone = new Map(state.gone).set(chatId, why);
  if (gone.size > MOST_GONE) gone.delete(gone.keys().next().value ?? '');
  const next: DeskState = { ...state, chats, gone, order: state.order.filter((id) => id !== chatId) };
  return state.selected === chatId ? withSelection(next, mostUrgent(next), world) : next;
};

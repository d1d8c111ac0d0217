import { isOpen, isOver, type ChatRecord, type ConnectorEvent } from '../core/index.js';
import { allSettled, changedChat, mostUrgent, withChat, withoutChat, withSelection } from './chat-list.js';
import { arrived, newChat, TYPING_LASTS, withTail } from './chat-steps.js';
import type { WireEvent, World } from './desk-event.js';
import type { Chat, DeskState } from './desk-state.js';
import { ended, left, retold, returned, submitted, withSubmitted } from './reduce-life.js';

/** Whether the agent sees a chat's messages as they come. One that is being answered is about to be opened. */
const isSeen = ({ selected, attending }: DeskState, { record, pending }: Chat): boolean =>
  attending && (selected === record.id || pending?.command === 'accept');

const told = (
  state: DeskState,
  record: ChatRecord,
  wire: WireEvent,
  authoritative: boolean,
  world: World,
): DeskState => {
  const known = state.chats.get(record.id);
  if (isOver(record.state)) return withoutChat(state, record.id, record.state === 'done' ? 'done' : 'withdrawn', world);
  if (known !== undefined) {
    const next = withChat(state, retold(known, record, authoritative, world), world);
    // What is asked for anew has to be answered anew before it can be open.
    if (
      record.state === 'waiting' &&
      state.selected === record.id &&
      next.chats.get(record.id)?.record.state === 'waiting'
    )
      return withSelection(next, mostUrgent(next), world);
    // The echo of an answer of ours is as good as the promise's word, and may be quicker.
    return known.pending?.command === 'accept' && isOpen(record.state) ? withSelection(next, record.id, world) : next;
  }
  // Late word of a chat that is done does not bring it back.
  if (!authoritative && state.gone.get(record.id) === 'done') return state;
  return withChat(state, withTail(withSubmitted(newChat(record, wire.kept.get(record.id))), world), world);
};

const snapshot = (
  state: DeskState,
  { chats }: Extract<ConnectorEvent, { type: 'snapshot' }>,
  wire: WireEvent,
  world: World,
): DeskState => {
  const first = !state.ready;
  let next = connected({ ...state, ready: true }, 'online', undefined, world);
  for (const record of chats) next = told(next, record, wire, true, world);
  for (const [chatId, arrival] of wire.arrivals) {
    const read = wire.kept.get(chatId)?.read;
    // What a page finds when it opens was read before, but for what came after the agent had read last.
    const added = first ? arrival.added.filter(({ seq = 0 }) => seq > (read ?? Infinity)) : arrival.added;
    next = changedChat(next, chatId, world, (chat) =>
      arrived(chat, { ...arrival, added }, !first && isSeen(next, chat), world),
    );
  }
  const present = new Set(chats.map(({ id }) => id));
  for (const [id, { record }] of next.chats)
    if (!present.has(id)) next = withoutChat(next, id, record.state === 'wrap-up' ? 'done' : 'withdrawn', world);
  const kept = wire.keptSelection === undefined ? undefined : next.chats.get(wire.keptSelection);
  if (kept !== undefined && next.selected === undefined && isOpen(kept.record.state))
    next = withSelection(next, kept.record.id, world);
  return allSettled(next, world);
};

/** The state after what the wire told. What is late, told twice or about a chat that is not here changes nothing. */
export const reduceWire = (state: DeskState, wire: WireEvent, world: World): DeskState => {
  const { event } = wire;
  switch (event.type) {
    case 'snapshot':
      return snapshot(state, event, wire, world);
    case 'connection':
      return connected(state, event.state, event.reason, world);
    case 'server-time':
      return allSettled(state, world);
    case 'policy':
      return allSettled({ ...state, layers: { ...state.layers, connector: event.policy } }, world);
    case 'chat':
      return told(state, event.chat, wire, false, world);
    case 'withdrawn':
      return state.chats.get(event.chatId)?.record.state === 'waiting'
        ? withoutChat(state, event.chatId, event.reason, world)
        : state;
    case 'messages': {
      const arrival = wire.arrivals.get(event.chatId);
      return arrival === undefined
        ? state
        : changedChat(state, event.chatId, world, (chat) => arrived(chat, arrival, isSeen(state, chat), world));
    }
    case 'typing': {
      const typing = event.typing ? { preview: event.preview, until: world.now + TYPING_LASTS } : undefined;
      return changedChat(state, event.chatId, world, (chat) =>
        chat.record.state === 'active' ? { ...chat, typing } : chat,
      );
    }
    case 'left':
      return changedChat(state, event.chatId, world, (chat) => left(chat, event.time, event.reason, world));
    case 'returned':
      return changedChat(state, event.chatId, world, (chat) => returned(chat, world));
    case 'ended':
      return changedChat(state, event.chatId, world, (chat) => ended(chat, event.time, event.by, event.reason, world));
    case 'wrap-up-submitted':
      return changedChat(state, event.chatId, world, (chat) =>
        // Whoever submitted it had ended it before.
        submitted(ended(chat, world.now, 'system', undefined, world), event.values, event.reason),
      );
    case 'done':
      return withoutChat(state, event.chatId, 'done', world);
  }
};

/** The state with another connection. Once online again, time limits whose submission failed are tried again. */
const connected = (
  state: DeskState,
  connection: DeskState['connection'],
  connectionReason: string | undefined,
  world: World,
): DeskState => {
  if (state.connection === connection && state.connectionReason === connectionReason) return state;
  let next: DeskState = { ...state, connection, connectionReason };
  if (connection !== 'online') return next;
  for (const id of state.order)
    next = changedChat(next, id, world, (chat) =>
      chat.wrapUp.limitMet && chat.wrapUp.submitted === undefined
        ? { ...chat, wrapUp: { ...chat.wrapUp, limitMet: false } }
        : chat,
    );
  return next;
};

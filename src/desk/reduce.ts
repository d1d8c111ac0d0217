import { submitFinishes, withSummary } from '../core/index.js';
import { allSettled, changedChat, withChat, withoutChat, withSelection } from './chat-list.js';
import { arrived, readElsewhere, withTail } from './chat-steps.js';
import type { DeskEvent, World } from './desk-event.js';
import {
  canBeWrittenTo,
  failureOf,
  isLostRace,
  policyOf,
  type Chat,
  type Command,
  type DeskState,
  type WrapUp,
} from './desk-state.js';
import type { Notice } from './chat-desk.js';
import { reduceWire } from './reduce-wire.js';
import { shareList } from './share.js';
import { timely } from './timely.js';

/** So many notices are kept that nobody dismissed. */
const MOST_NOTICES = 20;

const withNotice = (state: DeskState, notice: Omit<Notice, 'id'>): DeskState => ({
  ...state,
  notices: [...state.notices, { ...notice, id: state.nextNotice }].slice(-MOST_NOTICES),
  nextNotice: state.nextNotice + 1,
});

const withWrapUp = (chat: Chat, change: Partial<WrapUp>): Chat => ({ ...chat, wrapUp: { ...chat.wrapUp, ...change } });

/** The chat with a command no longer under way; another one may have begun since. */
const free = (chat: Chat, command: Command): Chat =>
  chat.pending?.command === command ? { ...chat, pending: undefined } : chat;

const refused = (state: DeskState, event: Extract<DeskEvent, { type: 'refused' }>, world: World): DeskState => {
  const { command, chatId, code } = event;
  if (isLostRace(command, code)) {
    const next = withoutChat(state, chatId, code === 'taken' ? 'answered-elsewhere' : 'withdrawn', world);
    return withNotice(next, { code: 'taken', chatId });
  }
  const next = changedChat(state, chatId, world, (chat) => {
    if (command === 'accept' || command === 'end') return free(chat, command);
    // Where Done is a step of its own it can be tried again; without it, submitting is what is tried again.
    const isSubmitted = command === 'done' && !submitFinishes(policyOf(state.layers, chat.record.queue).wrapUp);
    return withWrapUp(free(chat, command), { status: isSubmitted ? 'submitted' : 'failed' });
  });
  return withNotice(next, { code: failureOf(command), chatId });
};

const began = (chat: Chat, { command, by }: Extract<DeskEvent, { type: 'began' }>): Chat => {
  const pending: Chat = { ...chat, pending: { command, by } };
  return command === 'submit' ? withWrapUp(pending, { status: 'submitting' }) : pending;
};

const summarized = (chat: Chat, { status, text }: Extract<DeskEvent, { type: 'summary' }>): Chat => {
  if (text === undefined) return withWrapUp(chat, { summary: status });
  const before = chat.wrapUp.values.notes ?? '';
  const notes = withSummary(before, text);
  const kept = before.trimEnd();
  const inserted = { before, text: notes.startsWith(kept) ? notes.slice(kept.length) : notes };
  return withWrapUp(chat, { summary: status, values: { ...chat.wrapUp.values, notes }, inserted });
};

/** The notes without the summary that was put in; `undefined` where it is no longer there as it was. */
export const notesWithoutSummary = ({ values: { notes = '' }, inserted }: WrapUp): string | undefined => {
  if (inserted === undefined) return undefined;
  const { before, text } = inserted;
  const place = notes.lastIndexOf(text);
  if (place < 0) return undefined;
  return notes === before.trimEnd() + text ? before : notes.slice(0, place) + notes.slice(place + text.length);
};

const step = (state: DeskState, event: DeskEvent, world: World): DeskState => {
  const change = (chatId: string, how: (chat: Chat) => Chat): DeskState => changedChat(state, chatId, world, how);
  switch (event.type) {
    case 'wire':
      return reduceWire(state, event, world);
    case 'began':
      return change(event.chatId, (chat) => began(chat, event));
    case 'refused':
      return refused(state, event, world);
    case 'selected':
      return event.chatId === state.selected ? state : withSelection(state, event.chatId, world);
    case 'attended':
      return event.attending === state.attending
        ? state
        : withSelection({ ...state, attending: event.attending }, state.selected, world);
    case 'outbox': {
      const unsent = shareList(state.unsent, event.unsent);
      let next = unsent === state.unsent ? state : { ...state, unsent };
      for (const { chatId } of [...state.unsent, ...event.unsent])
        next = changedChat(next, chatId, world, (chat) => withTail(chat, world));
      return next;
    }
    case 'paged':
      return change(event.chatId, (chat) => withTail(chat, world));
    case 'elsewhere':
      return change(event.chatId, (chat) => {
        const { draft, values, read = 0 } = event;
        const next = readElsewhere(chat, read, state.selected === event.chatId, world);
        const filled =
          values === undefined || chat.wrapUp.submitted !== undefined ? next : withWrapUp(next, { values });
        return draft === undefined ? filled : { ...filled, draft: { ...draft, elsewhere: true } };
      });
    case 'gap':
      return change(event.chatId, (chat) =>
        chat.gap === event.gap
          ? chat
          : { ...chat, gap: event.gap, ending: event.gap === 'filling' ? chat.ending : undefined },
      );
    case 'sent':
      return change(event.chatId, (chat) => arrived(chat, event.arrival, true, world));
    case 'send-failed': {
      const { chatId } = event;
      const next = change(chatId, (chat) => withTail(chat, world));
      // Of a chat that is over the agent is asked for good, not told in passing.
      return canBeWrittenTo(state, chatId) ? withNotice(next, { code: 'send-failed', chatId }) : next;
    }
    case 'drafted':
      return change(event.chatId, (chat) => ({ ...chat, draft: event.draft }));
    case 'filled-in':
      return change(event.chatId, (chat) =>
        chat.wrapUp.submitted === undefined
          ? withWrapUp(chat, { values: { ...chat.wrapUp.values, ...event.values } })
          : chat,
      );
    case 'dispositions':
      return change(event.chatId, (chat) => withWrapUp(chat, { list: { status: event.status, leaves: event.leaves } }));
    case 'summary':
      return change(event.chatId, (chat) => summarized(chat, event));
    case 'summary-undone':
      return change(event.chatId, (chat) => {
        const notes = notesWithoutSummary(chat.wrapUp);
        return notes === undefined
          ? chat
          : withWrapUp(chat, { values: { ...chat.wrapUp.values, notes }, inserted: undefined });
      });
    case 'limit-met':
      return change(event.chatId, (chat) => withWrapUp(chat, { limitMet: true }));
    case 'crm':
      return change(event.chatId, (chat) => ({ ...chat, crm: event.answer }));
    case 'policy':
      return allSettled({ ...state, layers: { ...state.layers, host: event.layer } }, world);
    case 'clock':
      return [...state.chats.values()]
        .filter(({ wakeAt = Infinity }) => wakeAt <= world.now)
        .reduce((next, chat) => withChat(next, chat, world), state);
    case 'noticed':
      return withNotice(state, event.notice);
    case 'dismissed':
      return state.notices.some(({ id }) => id === event.id)
        ? { ...state, notices: state.notices.filter(({ id }) => id !== event.id) }
        : state;
    case 'error':
    case 'told':
      return state;
  }
};

/** The state after an event. Pure: all it knows is the state, the event and the world it is given. */
export const reduce = (state: DeskState, event: DeskEvent, world: World): DeskState =>
  timely(state, step(state, event, world));

import {
  type ChatRecord,
  type ChatState,
  given,
  isOpen,
  type Party,
  type WrapUpReason,
  type WrapUpValues,
} from '../core/index.js';
import { owedAnew, owingNothing } from './chat-steps.js';
import type { World } from './desk-event.js';
import { emptyWrapUp, type Chat } from './desk-state.js';

/** How far on a state is: a chat never goes back, but for an end user who returns. */
const stage: Readonly<Record<ChatState, number>> = {
  waiting: 0,
  active: 1,
  left: 1,
  'wrap-up': 2,
  done: 3,
  withdrawn: 3,
};

/** Whether a chat that was in one state is at an earlier stage of its life: the back end took it back. */
export const wentBack = (from: ChatState, to: ChatState): boolean => stage[to] < stage[from];

/** The chat in another state, with what comes with it. */
export const movedTo = (chat: Chat, record: ChatRecord, world: World): Chat => {
  const before = chat.record;
  const pending =
    chat.pending?.command === 'accept' && record.state !== 'waiting'
      ? undefined
      : chat.pending?.command === 'end' && record.state === 'wrap-up'
        ? undefined
        : chat.pending;
  const waits = before.state === 'wrap-up' ? chat.ending : chat.gap === 'filling';
  const ending = (record.state === 'wrap-up' && waits) || undefined;
  const moved: Chat = { ...chat, record, pending, ending };
  if (before.state === record.state && before.acceptedAt === record.acceptedAt) return moved;
  if (record.state === 'active' && before.state !== 'left') return owedAnew(moved, world);
  return before.state === record.state ? moved : owingNothing(moved, world);
};

export const left = (chat: Chat, time: number, reason: string | undefined, world: World): Chat =>
  chat.record.state === 'active'
    ? { ...movedTo(chat, { ...chat.record, state: 'left', leftAt: time }, world), leftReason: reason }
    : chat;

export const returned = (chat: Chat, world: World): Chat => {
  if (chat.record.state !== 'left') return chat;
  const { leftAt: _left, ...record } = chat.record;
  return { ...movedTo(chat, { ...record, state: 'active' }, world), leftReason: undefined };
};

export const ended = (chat: Chat, time: number, by: Party, reason: string | undefined, world: World): Chat =>
  chat.record.state === 'active' || chat.record.state === 'left'
    ? { ...movedTo(chat, { ...chat.record, state: 'wrap-up', endedAt: time, endedBy: by }, world), endedReason: reason }
    : chat;

/** The chat as the wire tells it now; what is behind what the desk knows does not take it back. */
export const retold = (chat: Chat, record: ChatRecord, authoritative: boolean, world: World): Chat => {
  const { record: before } = chat;
  const behind = wentBack(before.state, record.state) && !authoritative;
  const state = behind ? before.state : record.state;
  const isAnew = wentBack(before.state, state);
  const known: ChatRecord = isAnew ? record : { ...before, ...record };
  const next: ChatRecord = given({
    ...record,
    state,
    acceptedAt: isOpen(state) ? known.acceptedAt : undefined,
    leftAt: state === 'left' ? known.leftAt : state === 'wrap-up' ? (behind ? before : record).leftAt : undefined,
    endedAt: state === 'wrap-up' ? known.endedAt : undefined,
    endedBy: state === 'wrap-up' ? known.endedBy : undefined,
    submitted: known.submitted,
  });
  const moved = movedTo(chat, next, world);
  if (!isAnew) return withSubmitted(moved);
  const wrapUp = { ...emptyWrapUp, values: chat.wrapUp.values };
  return { ...moved, wrapUp, pending: undefined, endedReason: undefined, leftReason: undefined };
};

/** The chat with its closing form submitted; the first submission stands. A chat that goes on has none. */
export const submitted = (chat: Chat, values: WrapUpValues, reason: WrapUpReason): Chat =>
  chat.wrapUp.submitted !== undefined || chat.record.state !== 'wrap-up'
    ? chat
    : {
        ...chat,
        pending: chat.pending?.command === 'submit' ? undefined : chat.pending,
        ending: undefined,
        wrapUp: {
          ...chat.wrapUp,
          values,
          status: 'submitted',
          submitted: { values, reason },
          summary: 'idle',
          inserted: undefined,
        },
      };

/** The chat with the closing form that its record says was submitted. */
export const withSubmitted = (chat: Chat): Chat =>
  chat.record.submitted === undefined ? chat : submitted(chat, chat.record.submitted, 'agent');

import type { Notice } from './chat-desk.js';
import { failureOf, type DeskState } from './desk-state.js';

/** Whether what a notice tells is no longer so: it is tried again, or came about otherwise, or its chat is gone. */
const isOver = ({ code, chatId }: Notice, before: DeskState, after: DeskState): boolean => {
  // That another agent was quicker is told of a chat that is gone.
  if (code === 'taken' || chatId === undefined) return false;
  const chat = after.chats.get(chatId);
  if (chat === undefined) return before.chats.has(chatId);
  const { pending, record, wrapUp } = chat;
  const hasFailed = ({ unsent }: DeskState): boolean =>
    unsent.some((item) => item.chatId === chatId && item.state === 'failed');
  return (
    (pending !== undefined && failureOf(pending.command) === code) ||
    (code === 'accept-failed' && record.state !== 'waiting') ||
    (code === 'send-failed' && hasFailed(before) && !hasFailed(after)) ||
    (code === 'end-failed' && record.state === 'wrap-up') ||
    (code === 'wrap-up-failed' && wrapUp.submitted !== undefined)
  );
};

/** The state without the notices that a step has made untrue. */
export const timely = (before: DeskState, after: DeskState): DeskState => {
  const notices = after.notices.filter((notice) => !isOver(notice, before, after));
  return notices.length === after.notices.length ? after : { ...after, notices };
};

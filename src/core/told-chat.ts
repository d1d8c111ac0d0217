import type { ChatRecord } from './connector.js';

const FIELDS: { readonly [Field in keyof Required<ChatRecord>]: true } = {
  id: true,
  channel: true,
  queue: true,
  endUser: true,
  state: true,
  requestedAt: true,
  waiting: true,
  acceptedAt: true,
  leftAt: true,
  endedAt: true,
  endedBy: true,
  submitted: true,
};

/** A chat as an agent may know it, of one that a back end keeps: without what only the contact centre needs. */
export const toldChat = (chat: ChatRecord): ChatRecord =>
  Object.fromEntries(Object.entries(chat).filter(([field]) => Object.hasOwn(FIELDS, field))) as unknown as ChatRecord;

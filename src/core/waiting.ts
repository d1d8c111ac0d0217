import { isFromEndUser, type Message } from './message.js';

/** How many messages the end user has sent. Only the end user's own count. */
export const countWaiting = (messages: Iterable<Message>): number => {
  let count = 0;
  for (const message of messages) if (isFromEndUser(message)) count += 1;
  return count;
};

/** The largest count shown as a number; above it a badge says so with a plus. */
export const LARGEST_SHOWN_COUNT = 99;

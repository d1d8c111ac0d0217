import type { Message } from '../../src/core/index.js';
import { host } from './host.js';
import { CHAT, conversation, markOf, messageAt } from './messages.js';
import { countElements, isSeen, nextPaint, paints, untilSeen, type Painted } from './painted.js';
import { subject, type ConversationSubject } from './subjects.js';

const one = (name: string): ConversationSubject => subject(name) as ConversationSubject;

let messages: readonly Message[] = [];
let next = 1;

/** Makes the messages beforehand, so that making them is nobody's work. */
export const prepare = (count: number): void => {
  messages = conversation(CHAT, count);
  next = count + 1;
};

/** Opens the prepared conversation; settles once its newest message is painted. */
export const open = async (name: string, limit: number): Promise<Painted> => {
  // Out of the debugger's call, into a task of the page.
  await new Promise((resolve) => setTimeout(resolve));
  const begin = performance.now();
  await one(name).open(host(), messages);
  return untilSeen(host(), markOf(CHAT, messages.length), begin, limit);
};

/** How many frames are waited for after an appended message was seen, so that its last work counts as its own. */
const AFTER = 2;

/** Appends messages one by one, each right after a frame; who takes longer than `budget` milliseconds appends fewer. */
export const append = async (
  name: string,
  count: number,
  limit: number,
  budget: number,
): Promise<readonly Painted[]> => {
  const painted: Painted[] = [];
  const end = performance.now() + budget;
  while (painted.length < count && (painted.length === 0 || performance.now() < end)) {
    const message = messageAt(CHAT, next);
    const begin = await nextPaint();
    one(name).append(message);
    const seen = await untilSeen(host(), markOf(CHAT, next), begin, limit);
    next += 1;
    painted.push(seen);
    await paints(AFTER);
    if (!seen.seen) break;
  }
  return painted;
};

/** The same frames and looks as for so many appends, and nothing appended: what the bench itself takes. */
export const rest = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) {
    await untilSeen(host(), markOf(CHAT, next - 1), await nextPaint(), 0);
    await paints(AFTER);
  }
};

/** Looks for the newest message so many times. */
export const look = (count: number): void => {
  for (let each = 0; each < count; each += 1) isSeen(host(), markOf(CHAT, next - 1));
};

export const close = (name: string): void => one(name).close();

/** Opens and closes the prepared conversation so many times. */
export const cycle = async (name: string, count: number, limit: number): Promise<boolean> => {
  for (let each = 0; each < count; each += 1) {
    const { seen } = await open(name, limit);
    one(name).close();
    await nextPaint();
    if (!seen) return false;
  }
  return true;
};

export const elements = (): number => countElements(host());

import type { Message } from '../../src/core/index.js';
import { CHAT, conversation, markOf, messageAt } from './messages.js';
import { countElements, nextPaint, paints, untilSeen, type Painted } from './painted.js';
import { subject, type ConversationSubject } from './subjects.js';

const host = (): HTMLElement => document.querySelector<HTMLElement>('#host')!;
const one = (name: string): ConversationSubject => subject<ConversationSubject>(name);

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

/** What appending did; `frames` is all that passed, those without work included. */
export interface Appended {
  readonly painted: readonly Painted[];
  readonly frames: number;
}

/** Appends messages one by one, each right after a frame; who takes longer than `budget` milliseconds appends fewer. */
export const append = async (name: string, count: number, limit: number, budget: number): Promise<Appended> => {
  const painted: Painted[] = [];
  let frames = 0;
  const end = performance.now() + budget;
  while (painted.length < count && (painted.length === 0 || performance.now() < end)) {
    const message = messageAt(CHAT, next);
    const begin = await nextPaint();
    one(name).append(message);
    const seen = await untilSeen(host(), markOf(CHAT, next), begin, limit);
    next += 1;
    painted.push(seen);
    await paints(AFTER);
    frames += 1 + seen.frames + AFTER;
    if (!seen.seen) break;
  }
  return { painted, frames };
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

import { isFromEndUser, type Message } from '../../core/index.js';

/** A line between two days. */
export interface DayLine {
  readonly kind: 'today' | 'yesterday' | 'date';
  /** A time of that day, in epoch milliseconds. */
  readonly time: number;
}

/** What one row of the transcript shows: a message, and the lines above it. Plain data, one row for each message. */
export interface Row {
  readonly message: Message;
  /** Whether the next row goes on from it: one author and time line serves both. */
  readonly grouped: boolean;
  readonly day?: DayLine | undefined;
  /** Where the agent left off: how many messages are new from here on. */
  readonly unread?: number | undefined;
}

export interface RowsOptions {
  /** Epoch milliseconds on the clock that the messages' times are of. */
  readonly now: number;
  readonly unread?: { readonly from: string; readonly count: number } | undefined;
}

/** Midnight at the beginning of a day, `days` after the day of `time`, in the reader's time zone. */
export const midnight = (time: number, days = 0): number => {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
};

const dayLine = (time: number, now: number): DayLine => {
  const today = midnight(now);
  if (time >= today && time < midnight(now, 1)) return { kind: 'today', time };
  return { kind: time < today && time >= midnight(now, -1) ? 'yesterday' : 'date', time };
};

const minuteOf = ({ time }: Message): number => Math.floor(time / 60_000);

/** Whether a message can share the author and time line of the one after it, which says what its own would. */
const canGroup = (message: Message, next: Message): boolean =>
  message.author !== 'system' &&
  message.author === next.author &&
  (message.internal === true) === (next.internal === true) &&
  message.delivery !== 'failed' &&
  minuteOf(message) === minuteOf(next);

/** The day that a message stands in. What has no time that a calendar knows belongs to the day of the one before it. */
const dayAt = (messages: readonly Message[], index: number): number => {
  for (let at = index; at >= 0; at -= 1) {
    const day = midnight(messages[at]?.time ?? NaN);
    if (!Number.isNaN(day)) return day;
  }
  return NaN;
};

/** The row of one message. It depends on the neighbours only, so that a row costs the same in any conversation. */
export const rowAt = (messages: readonly Message[], index: number, { now, unread }: RowsOptions): Row | undefined => {
  const message = messages[index];
  if (message === undefined) return undefined;
  const next = messages[index + 1];
  const { id, time } = message;
  const begins = !Number.isNaN(midnight(time)) && midnight(time) !== dayAt(messages, index - 1);
  return {
    message,
    grouped: next !== undefined && canGroup(message, next) && next.id !== unread?.from,
    day: begins ? dayLine(time, now) : undefined,
    unread: unread !== undefined && unread.from === id && unread.count > 0 ? unread.count : undefined,
  };
};

/** How many messages the end user wrote from the one with this id on; 0 if it is not there. */
export const countFrom = (messages: readonly Message[], id: string): number => {
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message === undefined) break;
    if (isFromEndUser(message)) count += 1;
    if (message.id === id) return count;
  }
  return 0;
};

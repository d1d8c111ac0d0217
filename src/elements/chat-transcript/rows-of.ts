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

/** Messages of one author go together when they are at most this far from the group's first, in milliseconds. */
const GROUP_SPAN = 60_000;

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

/** Whether a message can share the author and time line of the one after it. */
const canGroup = (message: Message, next: Message, groupStart: number): boolean =>
  message.author !== 'system' &&
  message.author === next.author &&
  (message.internal === true) === (next.internal === true) &&
  message.delivery !== 'failed' &&
  Math.abs(next.time - groupStart) <= GROUP_SPAN;

/** The rows that show `messages`, in the same order. Days are those of the reader's time zone. */
export const rowsOf = (messages: readonly Message[], { now, unread }: RowsOptions): readonly Row[] => {
  const rows: Row[] = [];
  let groupStart = 0;
  let dayStart = NaN;
  let dayEnd = NaN;
  const isInDay = (time: number): boolean => time >= dayStart && time < dayEnd;
  messages.forEach((message, index) => {
    const { id, time } = message;
    // What has no time that a calendar knows belongs to the day it stands in.
    const begins = !isInDay(time) && !Number.isNaN(midnight(time));
    if (begins) {
      dayStart = midnight(time);
      dayEnd = midnight(time, 1);
    }
    if (rows.at(-1)?.grouped !== true) groupStart = time;
    const next = messages[index + 1];
    rows.push({
      message,
      grouped:
        next !== undefined && canGroup(message, next, groupStart) && isInDay(next.time) && next.id !== unread?.from,
      ...(begins ? { day: dayLine(time, now) } : {}),
      ...(unread !== undefined && unread.from === id && unread.count > 0 ? { unread: unread.count } : {}),
    });
  });
  return rows;
};

/** How many messages the end user wrote from the one with this id on; 0 if it is not there. */
export const countFrom = (messages: readonly Message[], id: string): number => {
  const from = messages.findIndex((message) => message.id === id);
  return from < 0 ? 0 : messages.slice(from).filter(isFromEndUser).length;
};

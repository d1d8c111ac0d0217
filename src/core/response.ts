import { isFromEndUser, isReply, type Message } from './message.js';

/** All urgencies, the least first. */
export const URGENCIES = ['none', 'on-time', 'soon', 'urgent', 'missed'] as const;

/** How late a reply is. `none`: nothing to answer, or no target. */
export type Urgency = (typeof URGENCIES)[number];

/** From which of the end user's unanswered messages time counts. */
export type Anchor = 'first-unanswered' | 'last';

/** A target response time, in seconds; decimals count. */
export interface ResponseTarget {
  readonly target: number;
  /** At or below this many seconds left, a reply is due soon. Default 45. */
  readonly warnAt?: number;
  /** Below this many seconds left, a reply is urgent. Default 15. */
  readonly urgentAt?: number;
}

export const DEFAULT_WARN_AT = 45;
export const DEFAULT_URGENT_AT = 15;

/** Seconds as milliseconds, to the microsecond: 0.1 + 0.2 is 300 ms, and exactly 45 s meets no binary fraction. */
const milliseconds = (seconds: number): number => Math.round(seconds * 1e6) / 1e3;

type Thresholds = Omit<ResponseTarget, 'target'>;

/** A threshold that is no number counts as not given. */
const thresholds = ({ warnAt, urgentAt }: Thresholds): { readonly warn: number; readonly urgent: number } => ({
  warn: milliseconds(Number.isFinite(warnAt) ? Number(warnAt) : DEFAULT_WARN_AT),
  urgent: milliseconds(Number.isFinite(urgentAt) ? Number(urgentAt) : DEFAULT_URGENT_AT),
});

/** Whether a target is one: 0, negative, absent or not finite means no timer. */
export const hasTarget = (target: number | undefined): target is number =>
  target !== undefined && Number.isFinite(target) && target > 0;

/** Milliseconds that have passed; never negative, as a message from a clock ahead of ours has not been waiting. */
export const elapsedAt = (since: number, now: number): number => Math.max(0, now - since);

/**
 * Milliseconds left until the target is missed; negative afterwards. Never more than the target, so that a clock behind
 * the server's gives a short target no yellow flash.
 */
export const remainingAt = (since: number, target: number, now: number): number =>
  milliseconds(target) - elapsedAt(since, now);

/** How urgent a reply is, with `remaining` milliseconds left. */
export const urgencyOf = (remaining: number, response: Thresholds = {}): Urgency => {
  const { warn, urgent } = thresholds(response);
  if (remaining <= 0) return 'missed';
  if (remaining < urgent) return 'urgent';
  if (remaining <= warn) return 'soon';
  return 'on-time';
};

/**
 * Milliseconds from `remaining` until the urgency next changes; `undefined` once missed. The crossing to `soon` is *at*
 * its threshold, the one to `urgent` a millisecond past it: exactly 15 seconds left is still `soon`.
 */
export const untilCrossing = (remaining: number, response: Thresholds = {}): number | undefined => {
  const { warn, urgent } = thresholds(response);
  const now = urgencyOf(remaining, response);
  const ahead = [warn, urgent - 1, 0]
    .filter((at) => at < remaining && urgencyOf(at, response) !== now)
    .map((at) => remaining - at);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
};

/** Milliseconds until the number of elapsed whole seconds next changes. */
export const untilNextSecond = (since: number, now: number): number => {
  const passed = now - since;
  return passed < 0 ? 1000 - passed : 1000 - (passed % 1000);
};

/** Milliseconds until the number of whole seconds left, rounded up, next changes; below 0 it goes on as -1, -2 … */
export const untilNextSecondLeft = (remaining: number): number => remaining - (Math.ceil(remaining / 1000) - 1) * 1000;

/**
 * What an agent owes, folded from the messages: enough to tell the wait for any policy, small whatever the length of
 * the conversation. Times are epoch milliseconds on the server's clock, none earlier than the assignment.
 */
export interface Unanswered {
  readonly first: number;
  readonly last: number;
  /** The longest time between two neighbours of the unanswered messages: tells whether anchor `last` was missed before. */
  readonly widestGap: number;
  /** How many of the end user's newest messages are unanswered. */
  readonly count: number;
}

/** The unanswered messages after one more of the end user. One told late counts as written with the one before it. */
export const afterEndUserWrote = (unanswered: Unanswered | undefined, time: number, assignedAt: number): Unanswered => {
  const from = Math.max(time, assignedAt);
  if (unanswered === undefined) return { first: from, last: from, widestGap: 0, count: 1 };
  const { first, last, widestGap, count } = unanswered;
  const newest = Math.max(from, last);
  return { first, last: newest, widestGap: Math.max(widestGap, newest - last), count: count + 1 };
};

/**
 * The unanswered messages after a reply that the agent sent at `sentAt`. A message that crossed it on the way is later
 * than the reply and stays unanswered; only then is `endUserTimes` read: when the end user's messages before the reply
 * were written, newest first. No more of it is read than there are unanswered messages.
 */
export const afterReply = (
  unanswered: Unanswered | undefined,
  sentAt: number,
  assignedAt: number,
  endUserTimes: () => Iterable<number>,
): Unanswered | undefined => {
  if (unanswered === undefined || sentAt >= unanswered.last) return undefined;
  const times: number[] = [];
  for (const time of endUserTimes()) {
    times.push(time);
    if (times.length >= unanswered.count) break;
  }
  let written = -Infinity;
  return times.reverse().reduce<Unanswered | undefined>((folded, time) => {
    written = Math.max(written, time);
    return written <= sentAt ? undefined : afterEndUserWrote(folded, time, assignedAt);
  }, undefined);
};

/** The unanswered messages after any message: what the desk folds, one message at a time. */
export const afterMessage = (
  unanswered: Unanswered | undefined,
  message: Message,
  assignedAt: number,
  endUserTimes: () => Iterable<number>,
): Unanswered | undefined => {
  if (isFromEndUser(message)) return afterEndUserWrote(unanswered, message.time, assignedAt);
  if (isReply(message)) return afterReply(unanswered, message.time, assignedAt, endUserTimes);
  return unanswered;
};

/** What a response timer shows: from when, against what, and whether red stays although time counts anew. */
export interface Wait extends Required<ResponseTarget> {
  /** Epoch milliseconds on the server's clock. */
  readonly since: number;
  /** Whether the target was missed before `since` (anchor `last`): the urgency stays `missed` until a reply. */
  readonly latched: boolean;
}

/** The wait to show, or `undefined` where nothing is owed or the policy sets no target. */
export const waitOf = (
  unanswered: Unanswered | undefined,
  response: (ResponseTarget & { readonly anchor?: Anchor }) | undefined,
): Wait | undefined => {
  if (unanswered === undefined || response === undefined || !hasTarget(response.target)) return undefined;
  const { target, warnAt = DEFAULT_WARN_AT, urgentAt = DEFAULT_URGENT_AT, anchor = 'first-unanswered' } = response;
  const last = anchor === 'last';
  return {
    since: last ? unanswered.last : unanswered.first,
    target,
    warnAt,
    urgentAt,
    latched: last && unanswered.widestGap >= milliseconds(target),
  };
};

/** The urgency of a wait at a time on the server's clock. */
export const urgencyAt = (wait: Wait | undefined, now: number): Urgency => {
  if (wait === undefined) return 'none';
  return wait.latched ? 'missed' : urgencyOf(remainingAt(wait.since, wait.target, now), wait);
};

/** When, on the server's clock, the urgency of a wait next changes; `undefined` if it no longer does. */
export const nextCrossingAt = (wait: Wait, now: number): number | undefined => {
  if (wait.latched) return undefined;
  const from = Math.max(wait.since, now);
  const until = untilCrossing(remainingAt(wait.since, wait.target, from), wait);
  return until === undefined ? undefined : from + until;
};

/** Orders urgencies: negative if `a` is less urgent than `b`. */
export const compareUrgency = (a: Urgency, b: Urgency): number => URGENCIES.indexOf(a) - URGENCIES.indexOf(b);

import {
  elapsedAt,
  hasTarget,
  nextCrossingAt,
  remainingAt,
  untilNextSecond,
  untilNextSecondLeft,
  urgencyAt,
  type Urgency,
  type Wait,
} from '../../core/index.js';

/** What a timer reads off the clock: what it shows now, and until when each part of that is right. */
export interface Reading {
  readonly urgency: Exclude<Urgency, 'none'>;
  /** The time to show in milliseconds: what has passed, or what is left (negative past the target). */
  readonly shown: number;
  /** When the text next changes, on the same clock. */
  readonly textUntil: number;
  /** When the urgency next changes; `undefined` if it no longer does. */
  readonly urgencyUntil: number | undefined;
}

/** The reading at `now`, or `undefined` where there is nothing to count. */
export const readingOf = (
  wait: Wait | undefined,
  display: 'elapsed' | 'remaining',
  now: number,
): Reading | undefined => {
  if (wait === undefined || !Number.isFinite(wait.since) || !hasTarget(wait.target)) return undefined;
  const urgency = urgencyAt(wait, now);
  if (urgency === 'none') return undefined;
  const left = remainingAt(wait.since, wait.target, now);
  // What is left is rounded up, so that 0:00 comes at the very moment the target is missed.
  const shown = display === 'remaining' ? Math.ceil(left / 1000) * 1000 : elapsedAt(wait.since, now);
  const untilText = display === 'remaining' ? untilNextSecondLeft(left) : untilNextSecond(wait.since, now);
  return { urgency, shown, textUntil: now + untilText, urgencyUntil: nextCrossingAt(wait, now) };
};

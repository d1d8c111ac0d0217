import { findSpans, foldText } from '../../core/find-text.js';
import type { Message } from '../../core/index.js';

/** One place that was found: the `nth` in the text of the message at `index`. */
export interface Hit {
  readonly index: number;
  readonly nth: number;
  readonly messageId: string;
}

/** What a search needs of the page. */
export interface SearchWorld {
  /** The conversation as it is now; it may grow in place. */
  messages(): readonly Message[];
  /** Milliseconds that only go on. */
  now(): number;
  /** Lets the page do what waits. */
  pause(): Promise<unknown>;
  /** Called whenever more was found, and when it is over. */
  changed(): void;
}

/** A search through a conversation of any length. */
export interface Search {
  /** What is looked for, folded; empty: nothing. */
  readonly wanted: string;
  readonly current: Hit | undefined;
  /** How many places were found so far. */
  readonly total: number;
  /** Which of them the current one is, counted from 1 from the oldest on; 0 without one. */
  readonly position: number;
  /** Whether there is more to look through. */
  readonly isRunning: boolean;
  /** Looks for a text, from the message with this id upwards, then below it. */
  start(query: string, fromId: string | undefined): void;
  /** Goes to the next newer place, or with -1 the next older one; past the last comes the first. */
  step(by: 1 | -1): void;
  /** Looks at what came since: at the end, before, or instead. */
  refresh(): void;
  stop(): void;
}

/** How long it works at a stretch, in milliseconds: half a frame. */
const SLICE = 8;
/** How many messages it looks at between two looks at the clock. */
const STRETCH = 64;

export const createSearch = (world: SearchWorld): Search => {
  let wanted = '';
  /** How often each message that was looked at has what is wanted. */
  let counts: (number | undefined)[] = [];
  let total = 0;
  /** The next message to look at upwards, and below where it began. */
  let above = -1;
  let below = 0;
  /** The ends of what was looked at, by which it is known again. */
  let firstId: string | undefined;
  let lastId: string | undefined;
  let current: Hit | undefined;
  /** Stands for one run; another one means that it was given up. */
  let run: object | undefined;

  const hitAt = (index: number, nth: number): Hit => ({
    index,
    nth,
    messageId: world.messages()[index]?.id ?? '',
  });

  const look = (messages: readonly Message[], index: number): number => {
    const count = findSpans(messages[index]?.text ?? '', wanted).length;
    counts[index] = count;
    total += count;
    return count;
  };

  /** Looks at one more message; says whether there was one. */
  const lookOn = (messages: readonly Message[]): boolean => {
    if (above < 0 && below >= messages.length) return false;
    const isAbove = above >= 0;
    const index = isAbove ? above : below;
    if (isAbove) above -= 1;
    else {
      below += 1;
      lastId = messages[index]?.id;
    }
    const count = look(messages, index);
    // The nearest one to what is read: the last of those above it, else the first below.
    if (current === undefined && count > 0) current = hitAt(index, isAbove ? count - 1 : 0);
    return true;
  };

  const work = async (own: object): Promise<void> => {
    for (;;) {
      const until = world.now() + SLICE;
      let isMore = true;
      do {
        const messages = world.messages();
        for (let step = 0; step < STRETCH && isMore; step += 1) isMore = lookOn(messages);
      } while (isMore && world.now() < until);
      if (!isMore) run = undefined;
      world.changed();
      if (!isMore) return;
      await world.pause();
      if (run !== own) return;
    }
  };

  const goOn = (): void => {
    if (run !== undefined) return;
    run = {};
    void work(run);
  };

  const indexOf = (id: string | undefined): number =>
    id === undefined ? -1 : world.messages().findLastIndex((message) => message.id === id);

  /** Begins anew around a message, or at the end. */
  const begin = (from: number): void => {
    const messages = world.messages();
    counts = [];
    total = 0;
    above = from < 0 ? messages.length - 1 : from;
    below = above + 1;
    firstId = messages[0]?.id;
    lastId = messages[above]?.id;
    run = undefined;
    if (wanted === '') world.changed();
    else goOn();
  };

  /** Whether what was looked at still stands where it stood. */
  const isSame = (messages: readonly Message[]): boolean =>
    messages[0]?.id === firstId &&
    messages[below - 1]?.id === lastId &&
    (current === undefined || messages[current.index]?.id === current.messageId);

  return {
    get wanted() {
      return wanted;
    },
    get current() {
      return current;
    },
    get total() {
      return total;
    },
    get position() {
      if (current === undefined) return 0;
      let before = 0;
      for (let index = 0; index < current.index; index += 1) before += counts[index] ?? 0;
      return before + current.nth + 1;
    },
    get isRunning() {
      return run !== undefined;
    },
    start(query, fromId) {
      wanted = foldText(query);
      current = undefined;
      begin(indexOf(fromId));
    },
    step(by) {
      const { length } = world.messages();
      if (current === undefined) return;
      const { index, nth } = current;
      if (nth + by >= 0 && nth + by < (counts[index] ?? 0)) current = hitAt(index, nth + by);
      else
        for (let far = 1; far <= length; far += 1) {
          const next = (index + by * far + length * 2) % length;
          const count = counts[next] ?? 0;
          if (count === 0) continue;
          current = hitAt(next, by > 0 ? 0 : count - 1);
          break;
        }
      world.changed();
    },
    refresh() {
      const messages = world.messages();
      if (wanted === '') return;
      if (isSame(messages)) {
        if (below < messages.length) goOn();
        return;
      }
      const index = indexOf(current?.messageId);
      current = current === undefined || index < 0 ? undefined : { ...current, index };
      begin(index);
    },
    stop() {
      wanted = '';
      current = undefined;
      run = undefined;
    },
  };
};

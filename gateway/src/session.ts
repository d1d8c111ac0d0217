import type { OkFrame, RefusedFrame } from '../../src/wire/index.js';
import type { Centre } from './centre.js';
import type { Outcome } from './commands.js';

/** One side's way to speak over its socket. */
export interface Session<Frame> {
  handle(frame: Frame): void;
  close(): void;
}

/** What the session of either side is made with. */
export interface SessionOptions<Hears> {
  /** What the page has of each conversation. */
  readonly cursors: Readonly<Record<string, number>> | undefined;
  readonly tell: (frame: Hears) => void;
  /** Told when the engine cannot say what is true: the socket must be closed, so that the page comes back and asks. */
  readonly fail: (error: unknown) => void;
  readonly centre: Centre;
}

/** What a page has of one conversation. */
export const cursorOf = (cursors: Readonly<Record<string, number>>, chatId: string): number =>
  Object.hasOwn(cursors, chatId) ? (cursors[chatId] ?? 0) : 0;

export type Answer = OkFrame | RefusedFrame;

/** The frame that answers a command. */
export const answerOf = (id: string, outcome: Outcome): Answer => {
  if (outcome.refusal !== undefined) return { type: 'refused', id, ...outcome.refusal };
  const { message } = outcome;
  return { type: 'ok', id, ...(message === undefined ? {} : { message }) };
};

/** Tells what comes of what was asked for. */
export const createAnswerer =
  ({
    tell,
    fail,
    centre,
  }: Pick<SessionOptions<Answer>, 'tell' | 'fail' | 'centre'>): ((work: () => Promise<Answer>) => void) =>
  (work) => {
    work().then((frame) => {
      if (frame.type === 'refused') centre.onRefused(frame.code);
      tell(frame);
    }, fail);
  };

/** Tells one thing after the other until nothing is left. */
export interface Teller {
  readonly busy: boolean;
  readonly closed: boolean;
  /** There may be something to tell. */
  go(): void;
  close(): void;
}

/** @param step tells the next thing; `undefined`: there is none */
export const createTeller = (step: () => Promise<void> | undefined, fail: (error: unknown) => void): Teller => {
  let busy = false;
  let closed = false;

  const work = async (): Promise<void> => {
    busy = true;
    try {
      while (!closed) {
        const telling = step();
        if (telling === undefined) break;
        await telling;
      }
    } catch (error) {
      fail(error);
    } finally {
      busy = false;
    }
  };

  return {
    get busy() {
      return busy;
    },
    get closed() {
      return closed;
    },
    go() {
      if (!busy) void work();
    },
    close() {
      closed = true;
    },
  };
};

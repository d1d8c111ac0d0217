import { systemClock, type Clock, type EndUserSide } from '../../core/index.js';
import { createTapeDeck } from './tape-deck.js';
import type { Tape, TapeStep } from './tape.js';

/** What a tape needs of an end user. */
export type TapeEndUser = Pick<EndUserSide, 'value' | 'subscribe' | 'send' | 'type' | 'leave' | 'comeBack'>;

export interface PlayTapeOptions {
  readonly endUser: TapeEndUser;
  /** Default: the page's. */
  readonly clock?: Clock;
  /** 2 is twice as fast. Default 1. */
  readonly speed?: number;
}

/** A tape being played. */
export interface TapePlayer {
  /** Settles when the last step is done, or the tape was stopped; rejects when the contact centre refuses a step. */
  readonly done: Promise<void>;
  stop(): void;
  pause(): void;
  /** Goes on after a pause. */
  play(): void;
  /** Plays the next step at once, whatever it waits for, and then goes on as before (paused stays paused). */
  step(): Promise<void>;
}

/** Letters as a person types them: an accent or an emoji is one. */
const lettersOf = (text: string): readonly string[] =>
  typeof Intl.Segmenter === 'function'
    ? [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
    : [...text];

const repliesIn = ({ value }: TapeEndUser): number => value.messages.filter(({ author }) => author === 'agent').length;

/** Resolves when an agent has written more than `before` messages, or the chat has ended; `stop` ends the watch. */
const reply = (endUser: TapeEndUser, before: number): { readonly came: Promise<void>; stop(): void } => {
  let stop = (): void => undefined;
  const came = new Promise<void>((resolve) => {
    stop = endUser.subscribe(({ state }) => {
      if (repliesIn(endUser) > before || state === 'ended') resolve();
    });
  });
  return { came, stop };
};

/**
 * Plays a tape on a clock. Steps are timed from the moment the step before was due, not from when it was carried out, so
 * a clock that is moved far plays all that was due by then, in order.
 *
 * @example
 * const endUser = createLocalEndUser({ ...tape.endUser, channel: tape.channel, queue: tape.queue });
 * await playTape(tape, { endUser }).done;
 */
export const playTape = (tape: Tape, { endUser, clock = systemClock, speed = 1 }: PlayTapeOptions): TapePlayer => {
  const deck = createTapeDeck(clock, speed);
  let moment = 0;
  let answered = 0;
  let stopped = false;
  let finish: () => void = () => undefined;
  let stepDone: (() => void) | undefined;
  let stepping: Promise<void> | undefined;

  const later = (ms: number): Promise<void> => deck.reach((moment += ms));

  const write = async (text: string): Promise<void> => {
    // A reply counts as one to the newest message, however late that was carried out.
    answered = repliesIn(endUser);
    await endUser.send(text);
  };

  const carryOut = async (step: TapeStep): Promise<void> => {
    switch (step.do) {
      case 'write':
        return write(step.text);
      case 'type': {
        const letters = lettersOf(step.text);
        for (let typed = 1; typed <= letters.length && !stopped; typed += 1) {
          await later(step.over / letters.length);
          endUser.type(letters.slice(0, typed).join(''));
        }
        if (step.then !== 'clear') return write(step.text);
        return endUser.type('');
      }
      case 'pause':
        return later(step.for);
      case 'leave':
        return endUser.leave();
      case 'return':
        return endUser.comeBack();
      case 'burst':
        for (const [index, text] of step.texts.entries()) {
          if (index > 0) await later(step.every ?? 0);
          await write(text);
        }
        return;
      case 'wait-for-reply': {
        const { came, stop } = reply(endUser, answered);
        await deck.reach(moment + step.within, came);
        stop();
        moment = Math.min(moment + step.within, Math.max(moment, deck.position));
      }
    }
  };

  const run = async (): Promise<void> => {
    for (const step of tape.steps) {
      moment = step.at ?? moment + (step.after ?? 0);
      await deck.reach(moment);
      await carryOut(step);
      if (stepDone === undefined) continue;
      deck.rush(false);
      stepDone();
      stepDone = stepping = undefined;
    }
  };

  const ended = new Promise<void>((resolve) => (finish = resolve));
  const done = Promise.race([run(), ended]);
  const over = (): void => {
    stepDone?.();
    stepDone = stepping = undefined;
  };
  done.then(over, over);

  return {
    done,
    stop() {
      stopped = true;
      deck.stop();
      finish();
    },
    pause: () => deck.pause(),
    play: () => deck.play(),
    step() {
      stepping ??= new Promise<void>((resolve) => {
        stepDone = resolve;
        deck.rush(true);
      });
      return stepping;
    },
  };
};

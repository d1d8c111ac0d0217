import { given, systemClock, type Clock } from '../../core/index.js';
import { createLocalEndUser } from './local-end-user.js';
import { playTape } from './play-tape.js';
import type { Tape } from './tape.js';
import { shiftTapes } from './tapes/shift.js';

export interface PlayShiftOptions {
  /** The name of the contact centre. Default `default`. */
  readonly centre?: string;
  /** Default: the ten of {@link shiftTapes}. */
  readonly tapes?: readonly Tape[];
  /** Default: the page's. */
  readonly clock?: Clock;
  /** 2 is twice as fast. Default 1. */
  readonly speed?: number;
}

/** Several tapes being played at once. */
export interface ShiftPlayer {
  /** Settles when the last tape has ended, or the shift was stopped; rejects when the contact centre refuses a step. */
  readonly done: Promise<void>;
  stop(): void;
  pause(): void;
  play(): void;
}

/** Plays tapes at once, each with an end user of its own; when each arrives stands in its first step. */
export const playShift = ({
  centre = 'default',
  tapes = shiftTapes,
  clock = systemClock,
  speed = 1,
}: PlayShiftOptions = {}): ShiftPlayer => {
  const players = tapes.map((tape) => {
    const { channel, queue } = tape;
    const endUser = createLocalEndUser({
      centre,
      clock,
      channel,
      ...tape.endUser,
      ...given({ queue }),
    });
    const player = playTape(tape, { endUser, clock, speed });
    player.done.then(endUser.close, endUser.close);
    return player;
  });
  return {
    done: Promise.all(players.map(({ done }) => done)).then(() => undefined),
    stop: () => players.forEach((player) => player.stop()),
    pause: () => players.forEach((player) => player.pause()),
    play: () => players.forEach((player) => player.play()),
  };
};

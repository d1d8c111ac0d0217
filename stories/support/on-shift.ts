import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { shiftTapes, type Tape } from '../../src/connectors/local/index.js';
import type { Reel } from './player/story-player.js';
import { startShift, type Shift, type ShiftOptions } from './shift.js';

export interface OnShift extends Omit<ShiftOptions, 'tapes'> {
  /** The names of the tapes to play; default: all ten. */
  readonly tapes?: readonly string[];
  /** Seconds from one end user's arrival to the next; default: as the tapes say. */
  readonly every?: number;
  /** What has happened before the story begins. */
  readonly before?: (shift: Shift) => Promise<void>;
}

/** The shift of a story. Rewound, or with another tape in it, it is a new one. */
interface Stage {
  shift: Shift;
  /** Which tapes are in: the story's own, all, or one by its name. */
  chosen: string;
  put(tapes: string): Promise<void>;
}

const OWN = 'as in this story';
const ALL = 'all ten';

/** The shifts that are being played, by the canvas of their story. */
const running = new WeakMap<HTMLElement, Promise<Stage>>();

const tapesOf = (names: readonly string[]): readonly Tape[] =>
  names.map((name) => {
    const found = shiftTapes.find((tape) => tape.name === name);
    if (found === undefined) throw new Error(`There is no tape "${name}".`);
    return found;
  });

/** The same tape, beginning so many seconds after the shift. */
const beginningAt = (tape: Tape, seconds: number): Tape => {
  const [first, ...others] = tape.steps;
  return first ? { ...tape, steps: [{ ...first, at: undefined, after: seconds * 1000 }, ...others] } : tape;
};

const begin = async ({ tapes, every, before, ...options }: OnShift): Promise<Shift> => {
  const played = tapes === undefined ? shiftTapes : tapesOf(tapes);
  const shift = startShift({
    ...options,
    tapes: every === undefined ? played : played.map((tape, place) => beginningAt(tape, 2 + place * every)),
  });
  await before?.(shift);
  return shift;
};

const open = async (options: OnShift): Promise<Stage> => {
  const stage: Stage = {
    shift: await begin(options),
    chosen: OWN,
    async put(tapes) {
      const before = stage.shift;
      const { before: _before, tapes: _tapes, every: _every, ...others } = options;
      if (tapes === OWN) stage.shift = await begin(options);
      else stage.shift = await begin({ ...others, ...(tapes === ALL ? {} : { tapes: [tapes] }) });
      stage.chosen = tapes;
      await before.close();
    },
  };
  return stage;
};

/** Gives a story a shift of its own: it goes on when the story is only painted anew, and ends with the story. */
export const onShift = (options: OnShift): Required<Pick<Meta<object>, 'loaders' | 'beforeEach'>> => ({
  loaders: [
    async ({ canvasElement }) => {
      const stage = running.get(canvasElement) ?? open(options);
      running.set(canvasElement, stage);
      return { stage: await stage };
    },
  ],
  beforeEach:
    ({ canvasElement }) =>
    async () => {
      const stage = running.get(canvasElement);
      running.delete(canvasElement);
      await (await stage)?.shift.close();
    },
});

interface Loaded {
  readonly loaded: Record<string, unknown>;
}

const stageOf = ({ loaded }: Loaded): Stage => loaded['stage'] as Stage;

/** The shift that a story was given by {@link onShift}. */
export const shiftOf = (context: Loaded): Shift => stageOf(context).shift;

const reelOf = (stage: Stage, most: number): Reel => ({
  get at() {
    return stage.shift.played;
  },
  most,
  go: (seconds) => stage.shift.playTo(seconds),
  next: () => stage.shift.playToNext(most),
  rewind: () => stage.put(stage.chosen),
  tapes: {
    names: [OWN, ALL, ...shiftTapes.map(({ name }) => name)],
    get chosen() {
      return stage.chosen;
    },
    choose: (tapes) => stage.put(tapes),
  },
});

/**
 * A player of a story's shift: what end users do by then happens on the way. It goes forward only; rewound, a new shift
 * begins, and `story` is painted with that.
 */
export const withShift = (most: number, context: Loaded, story: (shift: Shift) => TemplateResult): TemplateResult => {
  const stage = stageOf(context);
  return html`<story-player .reel=${reelOf(stage, most)} .story=${() => story(stage.shift)}></story-player>`;
};

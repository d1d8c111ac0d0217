import type { Meta } from '@storybook/web-components-vite';
import { shiftTapes, type Tape } from '../../src/connectors/local/index.js';
import { startShift, type Shift, type ShiftOptions } from './shift.js';

export interface OnShift extends Omit<ShiftOptions, 'tapes'> {
  /** The names of the tapes to play; default: all ten. */
  readonly tapes?: readonly string[];
  /** What has happened before the story begins. */
  readonly before?: (shift: Shift) => Promise<void>;
}

/** The shifts that are being played, by the canvas of their story. */
const running = new WeakMap<HTMLElement, Promise<Shift>>();

const tapesOf = (names: readonly string[]): readonly Tape[] =>
  names.map((name) => {
    const found = shiftTapes.find((tape) => tape.name === name);
    if (found === undefined) throw new Error(`There is no tape "${name}".`);
    return found;
  });

const begin = async ({ tapes, policy, before }: OnShift): Promise<Shift> => {
  const shift = startShift({ tapes: tapes === undefined ? shiftTapes : tapesOf(tapes), ...(policy && { policy }) });
  await before?.(shift);
  return shift;
};

/** Gives a story a shift of its own: it goes on when the story is only painted anew, and ends with the story. */
export const onShift = (options: OnShift): Required<Pick<Meta<object>, 'loaders' | 'beforeEach'>> => ({
  loaders: [
    async ({ canvasElement }) => {
      const shift = running.get(canvasElement) ?? begin(options);
      running.set(canvasElement, shift);
      return { shift: await shift };
    },
  ],
  beforeEach:
    ({ canvasElement }) =>
    async () => {
      const shift = running.get(canvasElement);
      running.delete(canvasElement);
      await (await shift)?.close();
    },
});

/** The shift that a story was given by {@link onShift}. */
export const shiftOf = ({ loaded }: { readonly loaded: Record<string, unknown> }): Shift => loaded['shift'] as Shift;

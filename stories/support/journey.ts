import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from './inside.js';
import { shiftOf, withShift } from './on-shift.js';
import { dragTo } from './story-clock.js';
import { localeOf } from './toolbar/language.js';

/** How far a journey can be played, in seconds: its tapes wait four minutes for each answer. */
export const END = 300;

/** What every journey is told on: the whole adapter, and the clock that plays its shift. */
export const onAdapter = {
  component: 'chat-adapter',
  parameters: { sample: { markup: '<chat-adapter connect-to="local" layout="inline"></chat-adapter>' } },
  render: (_args, context) =>
    withShift(
      END,
      context,
      ({ desk }) =>
        html`<div class="story-adapter">
          <chat-adapter .desk=${desk} .locale=${localeOf(context)} layout="inline"></chat-adapter>
        </div>`,
    ),
} satisfies Partial<Meta>;

/** Drags the clock of a journey, and waits until all that happens by then has been seen on both sides. */
export const dragShiftTo = async (
  { canvasElement, loaded }: { readonly canvasElement: HTMLElement; readonly loaded: Record<string, unknown> },
  seconds: number,
): Promise<void> => {
  const shift = shiftOf({ loaded });
  dragTo(canvasElement, seconds);
  await until(`the shift at ${seconds} s`, () => shift.played === seconds);
  await shift.settled();
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { inside } from './support/inside.js';
import { ago } from './support/samples.js';
import { dragTo, withClock } from './support/story-clock.js';

type Args = {
  elapsed: number;
  target: number;
  warnAt: number;
  urgentAt: number;
  display: 'elapsed' | 'remaining';
  latched: boolean;
};

const meta: Meta<Args> = {
  title: 'Tags/response-timer',
  component: 'response-timer',
  args: { elapsed: 38, target: 120, warnAt: 45, urgentAt: 15, display: 'elapsed', latched: false },
  argTypes: {
    elapsed: { control: { type: 'range', min: 0, max: 300 }, description: 'Seconds since the message (story only)' },
    display: { control: 'select', options: ['elapsed', 'remaining'] },
  },
  render: ({ elapsed, target, warnAt, urgentAt, display, latched }) =>
    withClock(
      200,
      (clock) =>
        html`<response-timer
          .clock=${clock}
          since=${ago(elapsed)}
          target=${target}
          warn-at=${warnAt}
          urgent-at=${urgentAt}
          display=${display}
          ?latched=${latched}
        ></response-timer>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

const shows =
  (urgency: string, text: string): Story['play'] =>
  async ({ canvasElement }) => {
    const timer = inside(canvasElement, 'response-timer');
    await expect(timer.getAttribute('urgency')).toBe(urgency);
    await expect(inside(canvasElement, 'response-timer', '[role=timer]').textContent?.trim()).toBe(text);
  };

/** More than 45 seconds left. Drag the clock to see every state. */
export const OnTime: Story = { play: shows('on-time', '0:38') };
/** 45 to 15 seconds left. */
export const Soon: Story = { args: { elapsed: 84 }, play: shows('soon', '1:24') };
/** Less than 15 seconds left. */
export const Urgent: Story = { args: { elapsed: 110 }, play: shows('urgent', '1:50') };
/** The target is past; it stays red until a reply. */
export const Missed: Story = { args: { elapsed: 131 }, play: shows('missed', '2:11') };
/** The time left instead; below zero past the target. */
export const Remaining: Story = { args: { display: 'remaining' }, play: shows('on-time', '1:22') };
/** A target under 45 seconds begins orange, without a yellow flash. */
export const ShortTarget: Story = { args: { elapsed: 2, target: 30 }, play: shows('soon', '0:02') };
/** Missed before; the time counts from a newer message and the colour stays. */
export const Latched: Story = { args: { elapsed: 5, latched: true }, play: shows('missed', '0:05') };

/** The clock dragged over every crossing: exactly 45 and exactly 15 seconds left are orange. */
export const Crossings: Story = {
  args: { elapsed: 0 },
  play: async ({ canvasElement }) => {
    const timer = inside(canvasElement, 'response-timer') as HTMLElement & { updateComplete: Promise<boolean> };
    const seen: (string | null)[] = [];
    for (const seconds of [74, 75, 105, 106, 120, 74]) {
      dragTo(canvasElement, seconds);
      await timer.updateComplete;
      seen.push(timer.getAttribute('urgency'));
    }
    await expect(seen).toEqual(['on-time', 'soon', 'soon', 'urgent', 'missed', 'on-time']);
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { buttonIn, inside } from './support/inside.js';

type Args = { waiting: number; open: boolean };

const meta: Meta<Args> = {
  title: 'Tags/chat-launcher',
  component: 'chat-launcher',
  args: { waiting: 3, open: false },
  render: ({ waiting, open }) => html`<chat-launcher .waiting=${waiting} ?open=${open}></chat-launcher>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Three requests wait. */
export const Waiting: Story = {
  play: async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'chat-launcher', '.badge')).toHaveTextContent('3');
  },
};

export const NothingWaits: Story = {
  args: { waiting: 0 },
  play: async ({ canvasElement }) => {
    await expect(buttonIn(inside(canvasElement, 'chat-launcher'), 'Open chat adapter')).toBeVisible();
  },
};

/** A click opens, another closes. */
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    const launcher = inside(canvasElement, 'chat-launcher');
    await userEvent.click(buttonIn(launcher, 'Open chat adapter'));
    await expect(launcher.hasAttribute('open')).toBe(true);
    await expect(buttonIn(launcher, 'Close chat adapter')).toBeVisible();
  },
};

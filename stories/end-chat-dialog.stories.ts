import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { Message } from '../src/core/index.js';
import { buttonIn, deepText, inside } from './support/inside.js';
import { aMessage, aView } from './support/samples.js';

type Args = { arrived: readonly Message[] };

const meta: Meta<Args> = {
  title: 'Tags/end-chat-dialog',
  component: 'end-chat-dialog',
  args: { arrived: [] },
  parameters: {
    docs: { story: { inline: false, iframeHeight: 320 } },
    sample: { markup: '<end-chat-dialog open></end-chat-dialog>' },
  },
  render: ({ arrived }) => html`<end-chat-dialog open .chat=${aView()} .arrived=${arrived}></end-chat-dialog>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Open: Story = {
  play: async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'end-chat-dialog', 'dialog')).toBeVisible();
    await expect(deepText(inside(canvasElement, 'end-chat-dialog'))).toContain('End chat?');
  },
};

/** What the end user writes meanwhile is shown. */
export const Arrived: Story = {
  args: { arrived: [aMessage(1, 'end-user', 'Wait, one more thing')] },
  play: async ({ canvasElement }) => {
    await expect(deepText(inside(canvasElement, 'end-chat-dialog'))).toContain('Wait, one more thing');
  },
};

/** Cancel closes it: the chat goes on. */
export const Cancelled: Story = {
  parameters: { endsHidden: true },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const dialog = inside(canvasElement, 'end-chat-dialog');
    await userEvent.click(buttonIn(dialog, 'Cancel'));
    await expect(dialog.hasAttribute('open')).toBe(false);
    await expect(inside(canvasElement, 'end-chat-dialog', 'dialog')).not.toBeVisible();
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { inside } from './support/inside.js';

type Args = { channel: string; left: boolean };

const meta: Meta<Args> = {
  title: 'Tags/channel-icon',
  component: 'channel-icon',
  args: { channel: 'web', left: false },
  argTypes: { channel: { control: 'select', options: ['web', 'mobile', 'whatsapp', 'sms', 'fax'] } },
  render: ({ channel, left }) => html`<channel-icon channel=${channel} ?left=${left}></channel-icon>`,
  play: async ({ canvasElement, args }) => {
    const name = inside(canvasElement, 'channel-icon', '[role=img]').ariaLabel ?? '';
    await expect(name.endsWith('left')).toBe(args.left);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Web: Story = {};
export const Mobile: Story = { args: { channel: 'mobile' } };
export const Whatsapp: Story = { args: { channel: 'whatsapp' } };
export const Sms: Story = { args: { channel: 'sms' } };
/** A channel nobody has drawn: it works, with a neutral icon. */
export const Unknown: Story = { args: { channel: 'fax' } };
/** Struck through, and its name says so. */
export const Left: Story = { args: { left: true } };

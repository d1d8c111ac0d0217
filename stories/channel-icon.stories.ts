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

/** The one that its page begins with, as its controls change it. */
export const Web: Story = {};

/** All that are drawn, larger; the last two are a channel nobody has drawn, and an end user who has left. */
export const All: Story = {
  render: () =>
    html`<div class="story-icons">
      ${['web', 'mobile', 'whatsapp', 'sms', 'fax'].map((channel) => html`<channel-icon channel=${channel}></channel-icon>`)}
      <channel-icon channel="mobile" left></channel-icon>
    </div>`,
  parameters: { controls: { include: [] } },
  play: async ({ canvasElement }) => {
    const names = [...canvasElement.querySelectorAll('channel-icon')].map(
      (icon) => icon.shadowRoot?.querySelector('[role=img]')?.ariaLabel,
    );
    await expect(names).toEqual(['web', 'mobile', 'WhatsApp', 'SMS', 'other channel', 'mobile, left']);
  },
};

export const Mobile: Story = { args: { channel: 'mobile' } };
export const WhatsApp: Story = { name: 'WhatsApp', args: { channel: 'whatsapp' } };
export const Sms: Story = { name: 'SMS', args: { channel: 'sms' } };
/** A channel nobody has drawn: it works, with a neutral icon. */
export const Unknown: Story = { args: { channel: 'fax' } };
/** Struck through, and its name says so. */
export const Left: Story = { args: { left: true } };

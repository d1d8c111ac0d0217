import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { Message } from '../src/core/index.js';
import { deepText, inside } from './support/inside.js';
import { aMessage } from './support/samples.js';

type Args = { message: Message; name?: string };

const meta: Meta<Args> = {
  title: 'Tags/chat-message',
  component: 'chat-message',
  args: { message: aMessage(60, 'end-user', 'Hello? My order 8841 is late.') },
  render: ({ message, name }) => html`<chat-message .message=${message} .name=${name}></chat-message>`,
};
export default meta;

type Story = StoryObj<Args>;

const says =
  (...texts: readonly string[]): Story['play'] =>
  async ({ canvasElement }) => {
    for (const text of texts) await expect(deepText(inside(canvasElement, 'chat-message'))).toContain(text);
  };

/** A message of the end user, who is named by the rule. */
export const FromEndUser: Story = { args: { name: 'Ana Silva' }, play: says('order 8841', 'Ana Silva') };
export const Sent: Story = {
  args: { message: aMessage(60, 'agent', 'Let me look that up.', { delivery: 'sent' }) },
  play: says('Let me look', 'Sent'),
};
export const Sending: Story = {
  args: { message: aMessage(1, 'agent', 'Let me look that up.', { delivery: 'sending' }) },
  play: says('Sending'),
};
export const Failed: Story = {
  args: { message: aMessage(1, 'agent', 'Let me look that up.', { delivery: 'failed' }) },
  play: says('Not sent'),
};
export const Bot: Story = {
  args: { message: aMessage(60, 'bot', 'An agent will be with you soon.') },
  play: says('Bot'),
};
export const System: Story = {
  args: { message: aMessage(60, 'system', 'Moved to Billing.') },
  play: says('Moved to Billing.'),
};
export const InternalNote: Story = {
  args: { message: aMessage(60, 'agent', 'VIP, see case C-2041.', { internal: true }) },
  play: says('Internal note'),
};
/** What cannot be shown is a labelled placeholder, never a gap. */
export const UnknownKind: Story = {
  args: { message: aMessage(60, 'end-user', 'receipt.heic', { kind: 'image' }) },
  play: says('cannot be shown', 'image'),
};
/** Markup and links are text; long words break. */
export const Hostile: Story = {
  args: { message: aMessage(60, 'end-user', `<img src=x onerror=alert(1)> javascript:alert(1) ${'a'.repeat(200)}`) },
  play: says('<img src=x'),
};
/** Each message has its own direction. */
export const RightToLeft: Story = {
  args: { message: aMessage(60, 'end-user', 'مرحبا، طلبي 8841 متأخر.') },
  play: says('8841'),
};

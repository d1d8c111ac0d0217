import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import type { Clock } from '../src/core/index.js';
import type { ChatView } from '../src/desk/index.js';
import { createManualClock } from '../src/testing/manual-clock.js';
import { inside } from './support/inside.js';
import { NOW, aView, strip, waitOf } from './support/samples.js';
import { withClock } from './support/story-clock.js';

type Args = { chat: ChatView; expanded: boolean; calm: boolean };

const meta: Meta<Args> = {
  title: 'Tags/chat-indicator',
  component: 'chat-indicator',
  args: { chat: aView({ wait: waitOf(38), urgency: 'on-time', unread: 2 }), expanded: false, calm: false },
  render: ({ chat, expanded, calm }) => {
    const story = (clock: Clock): TemplateResult =>
      html`<div class=${expanded ? 'story-card' : 'story-tile'}>
        <chat-indicator .chat=${chat} .clock=${clock} ?expanded=${expanded} ?calm=${calm}></chat-indicator>
      </div>`;
    const ticks = chat.wait !== undefined || (expanded && chat.state === 'waiting');
    return ticks ? withClock(200, story) : story(createManualClock(NOW));
  },
};
export default meta;

type Story = StoryObj<Args>;

const named =
  (name: string): Story['play'] =>
  async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'chat-indicator', 'button').ariaLabel).toBe(name);
  };

const [request, , whatsapp, sms, left] = strip as [ChatView, ChatView, ChatView, ChatView, ChatView];

/** A waiting request: it pulses, and counts what the end user has sent. */
export const NewChat: Story = { args: { chat: request }, play: named('New chat, 3 messages, web') };
/** The same, told to stand still. */
export const Calm: Story = { args: { chat: request, calm: true }, play: named('New chat, 3 messages, web') };
/** More than 99. */
export const Many: Story = {
  args: { chat: { ...request, waiting: 120 } },
  play: async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'chat-indicator', '.badge').textContent).toBe('99+');
  },
};
export const Active: Story = { play: named('Ana Silva, web, 2 unread, on time') };
export const Selected: Story = { args: { chat: aView({ selected: true }) }, play: named('Ana Silva, web') };
/** A phone number shortens at the start; its name says it in full. */
export const Phone: Story = { args: { chat: whatsapp }, play: named('+447700900123, WhatsApp, 2 unread, reply soon') };
export const Missed: Story = { args: { chat: sms }, play: named('+12025550101, SMS, 1 unread, target missed') };
export const Left: Story = { args: { chat: left }, play: named('Li Wei, mobile, left') };
export const WrapUp: Story = { args: { chat: aView({ state: 'wrap-up' }) }, play: named('Ana Silva, web, wrap-up') };
/** Neither name nor number is known. */
export const Unknown: Story = { args: { chat: aView({ naming: { by: 'nothing' } }) }, play: named('Customer, web') };
export const Card: Story = {
  args: { expanded: true },
  play: async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'chat-indicator', '#preview').textContent).toContain('tracking page');
  },
};
export const NewChatCard: Story = { args: { chat: request, expanded: true }, play: named('New chat, 3 messages, web') };
/** Only attributes, as in a bare page. */
export const Attributes: Story = {
  render: () => html`<chat-indicator state="active" channel="sms" urgency="urgent" unread="4"></chat-indicator>`,
  play: named('Customer, SMS, 4 unread, urgent'),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { ChatView } from '../src/desk/index.js';
import { buttonIn, deepText, inside } from './support/inside.js';
import { strip } from './support/samples.js';
import { withClock } from './support/story-clock.js';

type Args = { chats: readonly ChatView[]; expanded: boolean };

const meta: Meta<Args> = {
  title: 'Tags/chat-list',
  component: 'chat-list',
  args: { chats: strip, expanded: false },
  render: ({ chats, expanded }) =>
    withClock(
      200,
      (clock) =>
        html`<div class=${expanded ? 'story-card' : 'story-strip'}>
          <chat-list .chats=${chats} .clock=${clock} ?expanded=${expanded}></chat-list>
        </div>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

const indicators = (canvas: Element): NodeListOf<Element> =>
  (inside(canvas, 'chat-list').shadowRoot as ShadowRoot).querySelectorAll('chat-indicator');

/** Who waits, who is owed a reply, how late: in one glance. */
export const Strip: Story = {
  play: async ({ canvasElement }) => {
    await expect(indicators(canvasElement)).toHaveLength(5);
  },
};

/** Cards that preview each chat's newest message. */
export const Previews: Story = {
  args: { expanded: true },
  play: async ({ canvasElement }) => {
    await expect(deepText(inside(canvasElement, 'chat-list'))).toContain('Are you still there?');
  },
};

/** The button opens and closes the previews. */
export const Toggled: Story = {
  play: async ({ canvasElement }) => {
    const list = inside(canvasElement, 'chat-list');
    await userEvent.click(buttonIn(list, 'Show previews'));
    await expect(list.hasAttribute('expanded')).toBe(true);
    await userEvent.click(buttonIn(list, 'Hide previews'));
    await expect(list.hasAttribute('expanded')).toBe(false);
  },
};

export const Empty: Story = {
  args: { chats: [] },
  play: async ({ canvasElement }) => {
    await expect(deepText(inside(canvasElement, 'chat-list'))).toContain('No chats');
  },
};

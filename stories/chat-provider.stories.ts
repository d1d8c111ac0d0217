import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { deepAll, deepText, inside, until } from './support/inside.js';
import { onShift, withShift } from './support/on-shift.js';
import { busyMorning, policy } from './support/scenes.js';
import { dragTo } from './support/story-clock.js';
import { localeOf } from './support/toolbar/language.js';

type Args = { locale: string };

const snippet = `<chat-provider connect-to="local">
  <chat-pane></chat-pane>
  <chat-list></chat-list>
</chat-provider>`;

const meta: Meta<Args> = {
  title: 'Tags/chat-provider',
  component: 'chat-provider',
  args: { locale: '' },
  parameters: { sample: { markup: snippet } },
  render: ({ locale }, context) =>
    withShift(
      400,
      context,
      ({ desk }) =>
        html`<chat-provider .desk=${desk} .locale=${localeOf(context, locale)}>
          <div class="story-layout">
            <chat-pane></chat-pane>
            <chat-list></chat-list>
          </div>
        </chat-provider>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

/** One desk for tags in a layout of one's own: here the list stands at the other side. */
export const OwnLayout: Story = {
  ...onShift(busyMorning),
  play: async ({ canvasElement }) => {
    await until('five chats', () => deepAll(canvasElement, 'chat-indicator').length === 5);
    await expect(deepText(inside(canvasElement, 'chat-pane'))).toContain('Ana Silva');
    await expect(inside(canvasElement, 'chat-list')).toBeVisible();
  },
};

/** Its words reach every tag inside. */
export const French: Story = {
  ...onShift(busyMorning),
  args: { locale: 'fr' },
  play: async ({ canvasElement }) => {
    await until('French words', () => deepText(inside(canvasElement, 'chat-list')).includes('Nouveau chat'));
  },
};

/** It speaks for all tags inside: what is said to screen readers is said once, here. */
export const Speaks: Story = {
  ...onShift({ tapes: ['late-delivery'], policy }),
  play: async ({ canvasElement }) => {
    const region = inside(canvasElement, 'chat-provider', '[aria-live]');
    await expect(region).toHaveTextContent('');
    dragTo(canvasElement, 2);
    await until('the new chat, spoken', () => region.textContent?.includes('New chat, web, 1 message'));
  },
};

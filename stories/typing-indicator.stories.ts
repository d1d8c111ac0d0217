import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { inside } from './support/inside.js';

type Args = { typing: boolean; preview: string; name: string };

const meta: Meta<Args> = {
  title: 'Tags/typing-indicator',
  component: 'typing-indicator',
  args: { typing: true, preview: '', name: 'Ana Silva' },
  render: ({ typing, preview, name }) =>
    html`<typing-indicator ?typing=${typing} preview=${preview} name=${name}></typing-indicator>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Typing: Story = {
  play: async ({ canvasElement }) => {
    const root = inside(canvasElement, 'typing-indicator').shadowRoot as ShadowRoot;
    await expect(root.textContent + (root.querySelector('[aria-label]')?.ariaLabel ?? '')).toContain(
      'Ana Silva is typing',
    );
  },
};

/** What is being typed, where the policy allows it: never counted, stored or spoken. */
export const Preview: Story = {
  args: { preview: 'I also wanted to change the addr' },
  play: async ({ canvasElement }) => {
    const { textContent } = inside(canvasElement, 'typing-indicator').shadowRoot as ShadowRoot;
    await expect(textContent).toContain('change the addr');
    await expect(textContent).toContain('Message preview');
  },
};

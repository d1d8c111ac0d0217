import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
import { buttonIn, inside } from './support/inside.js';

type Args = { value: string; lockedBecause?: string };

const meta: Meta<Args> = {
  title: 'Tags/chat-composer',
  component: 'chat-composer',
  args: { value: '' },
  render: ({ value, lockedBecause }) =>
    html`<chat-composer .value=${value} .lockedBecause=${lockedBecause}></chat-composer>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await expect(buttonIn(inside(canvasElement, 'chat-composer'), 'Send')).toBeVisible();
  },
};

export const Draft: Story = {
  args: { value: 'Good afternoon, Ana.\nLet me look that up.' },
  play: async ({ canvasElement }) => {
    await expect((inside(canvasElement, 'chat-composer', 'textarea') as HTMLTextAreaElement).value).toContain('Ana.');
  },
};

/** Locked, and says why; the draft stays. */
export const Locked: Story = {
  args: { value: 'A draft that stays', lockedBecause: 'Ana Silva has left and cannot read messages.' },
  play: async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'chat-composer').shadowRoot?.textContent).toContain('has left');
  },
};

/** Enter asks to send; a host that vetoes keeps the text in the field. */
export const Vetoed: Story = {
  play: async ({ canvasElement }) => {
    const asked = fn((event: Event) => event.preventDefault());
    const composer = inside(canvasElement, 'chat-composer');
    composer.addEventListener('chat-before-send', asked);
    const field = inside(canvasElement, 'chat-composer', 'textarea') as HTMLTextAreaElement;
    await userEvent.type(field, 'Hello{Enter}');
    await expect(asked).toHaveBeenCalledTimes(1);
    await expect(field.value).toBe('Hello');
  },
};

/** The page's own buttons in the reply. */
export const YourOwnTools: Story = {
  render: ({ value }) =>
    html`<chat-composer .value=${value}><button slot="composer-tools" type="button">Templates</button></chat-composer>`,
  play: async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'chat-composer').querySelector('button')).toBeVisible();
  },
};

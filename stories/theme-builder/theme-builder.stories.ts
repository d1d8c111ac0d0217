import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { inside, until } from '../support/inside.js';
import { onShift, shiftOf } from '../support/on-shift.js';
import { busyMorning } from '../support/scenes.js';
import type { ThemeBuilder } from './theme-builder.js';

const meta: Meta = {
  title: 'Theme/Theme builder',
  tags: ['!autodocs'],
  parameters: { layout: 'padded', controls: { disable: true } },
  ...onShift(busyMorning),
  render: (_args, context) => html`<theme-builder .desk=${shiftOf(context).desk}></theme-builder>`,
};
export default meta;

const builderIn = (canvas: Element): ThemeBuilder => inside(canvas, 'theme-builder') as ThemeBuilder;

const field = (canvas: Element, name: string): HTMLInputElement =>
  inside(canvas, 'theme-builder', `[aria-label="${name}"]`) as HTMLInputElement;

const fill = (input: HTMLInputElement, text: string): void => {
  input.value = text;
  input.dispatchEvent(new Event('change'));
};

const startAnew = async (canvas: Element): Promise<void> => {
  const start = inside(canvas, 'theme-builder', 'select') as HTMLSelectElement;
  start.value = '';
  start.dispatchEvent(new Event('change'));
  await builderIn(canvas).updateComplete;
};

/** Change a token, see it in light and dark, and take the theme home as a file. */
export const Builder: StoryObj = {
  name: 'Theme builder',
  play: async ({ canvasElement }) => {
    await startAnew(canvasElement);
    await until('good contrast of the defaults', () => builderIn(canvasElement).weak.length === 0);
  },
};

/** What is set is seen at once, is in the file, and comes back from it. */
export const ThereAndBack: StoryObj = {
  play: async ({ canvasElement }) => {
    await startAnew(canvasElement);
    const builder = builderIn(canvasElement);
    fill(field(canvasElement, '--chat-color-accent light'), '#7a1fa2');
    fill(field(canvasElement, '--chat-radius'), '2px');
    const launcher = inside(canvasElement, 'theme-builder', '.light chat-launcher', 'button');
    await until('the accent', () => getComputedStyle(launcher).backgroundColor === 'rgb(122, 31, 162)');
    await expect(builder.css).toContain('--chat-color-accent: light-dark(#7a1fa2, #8fb0ff);');
    await expect(builder.css).toContain('--chat-radius: 2px;');

    const file = new File([builder.css.replace('2px', '3px'), '.x { --chat-colour: red }'], 'mine.css');
    await startAnew(canvasElement);
    await userEvent.upload(inside(canvasElement, 'theme-builder', '[type=file]'), file);
    await until('the file', () => builder.css.includes('--chat-radius: 3px;'));
    await expect(inside(canvasElement, 'theme-builder', 'output')).toHaveTextContent(
      'Left out, as they are no tokens: --chat-colour.',
    );
    await startAnew(canvasElement);
  },
};

/** A colour that cannot be read is told of, with the piece it was found in. */
export const TooWeak: StoryObj = {
  parameters: { a11y: { test: 'off' } },
  play: async ({ canvasElement }) => {
    await startAnew(canvasElement);
    const builder = builderIn(canvasElement);
    fill(field(canvasElement, '--chat-color-ink light'), '#cccccc');
    await until('the warning', () => builder.weak.length > 0);
    await expect(inside(canvasElement, 'theme-builder', '.warnings').textContent).toContain('too weak');
    await startAnew(canvasElement);
  },
};

/** Pointed at, a piece says which part it is and which tokens it is made of. */
export const LookAtAPiece: StoryObj = {
  play: async ({ canvasElement }) => {
    await startAnew(canvasElement);
    await userEvent.click(inside(canvasElement, 'theme-builder', '[aria-pressed]'));
    const button = inside(canvasElement, 'theme-builder', '.light chat-launcher', 'button');
    await userEvent.hover(button);
    const piece = inside(canvasElement, 'theme-builder', '.piece');
    await until('the piece', () => piece.textContent?.includes('chat-launcher::part(button)'));
    await expect(piece).toHaveTextContent('--chat-color-accent');
    await userEvent.click(button);
    await expect(builderIn(canvasElement).looking).toBe(false);
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { until } from '../support/inside.js';
import { modes, setPage } from './modes.js';
import { styleSheet } from './sheet-styles.js';
import { StateCell } from './state-cell.js';
import { StateSheet } from './state-sheet.js';
import { sheet } from './states.js';

type Args = { tag: string; state: string; mode: string };

// A story may load again in a page that it has been in before.
if (!customElements.get('state-cell')) customElements.define('state-cell', StateCell);
if (!customElements.get('state-sheet')) customElements.define('state-sheet', StateSheet);

const ALONE = 'state-sheet--one-state';

const frameAddress = (tag: string, state: string, mode: string): string =>
  `iframe.html?id=${ALONE}&viewMode=story&globals=a11y.manual:!true&args=tag:${tag};state:${encodeURIComponent(state)};mode:${mode}`;

const meta: Meta<Args> = {
  title: 'State sheet',
  tags: ['!autodocs'],
  args: { tag: '', state: '', mode: '' },
  argTypes: {
    tag: { control: 'select', options: ['', ...sheet.map(({ tag }) => tag)] },
    mode: { control: 'select', options: ['', ...modes.map(({ id }) => id)] },
  },
  parameters: { layout: 'fullscreen' },
  beforeEach: () => {
    styleSheet();
    const { lang, style } = document.documentElement;
    const { fontSize } = style;
    return () => {
      document.documentElement.lang = lang;
      style.fontSize = fontSize;
      document.body.classList.remove('sheet-alone');
    };
  },
};
export default meta;

type Story = StoryObj<Args>;

/**
 * Every state of every tag, side by side in every mode. Below each: its name, and the weakest contrast of its texts and of
 * its graphics (the tooltip says where). Time stands still, and so does what moves.
 */
export const AllStates: Story = {
  render: ({ tag, state, mode }) =>
    html`<state-sheet class="sheet-page" .wanted=${{ tag, state, mode }} .frameAddress=${frameAddress}></state-sheet>`,
  play: async ({ canvasElement }) => {
    const figures = await until('a figure', () => canvasElement.querySelector('.sheet-caption small')?.textContent);
    await expect(figures).toMatch(/(?:text|graphics) \d+\.\d/u);
  },
};

/** One state alone in its page: what the sheet shows in a frame, as a dialog, or text of twice the size. */
export const OneState: Story = {
  args: { tag: 'end-chat-dialog', state: 'open', mode: 'light' },
  tags: ['!dev'],
  render: ({ tag, state: name, mode: id }) => {
    const of = sheet.find((one) => one.tag === tag);
    const state = of?.states.find((one) => one.name === name);
    const mode = modes.find((one) => one.id === id);
    if (!of || !state || !mode) return html`<p>There is no such state.</p>`;
    setPage(mode);
    document.body.classList.add('sheet-alone');
    const cell = new StateCell();
    cell.shown = { of, state, mode };
    cell.eager = true;
    return html`${cell}`;
  },
};

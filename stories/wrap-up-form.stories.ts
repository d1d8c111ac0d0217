import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { buttonIn, inside, until } from './support/inside.js';
import { dispositions } from './support/samples.js';

type Rule = 'absent' | 'optional' | 'required';
type Args = { disposition: Rule; notes: Rule; summary: boolean };

const rules = { control: 'select', options: ['absent', 'optional', 'required'] } as const;

const summarize = (): Promise<string> => Promise.resolve('Automatic summary\nCustomer: My order 8841 is late.');

const properties = {
  fields: { disposition: 'optional', notes: 'optional' },
  dispositions: [
    { id: 'delivery', name: 'Delivery', children: [{ id: 'address', name: 'Change of address' }] },
    { id: 'none', name: 'No answer needed' },
  ],
  summarize: { code: `async () => 'Automatic summary'` },
};

const meta: Meta<Args> = {
  title: 'Tags/wrap-up-form',
  component: 'wrap-up-form',
  args: { disposition: 'optional', notes: 'optional', summary: true },
  argTypes: {
    disposition: { ...rules, description: 'Whether it is asked for: `disposition` of the property `fields`' },
    notes: { ...rules, description: 'Whether they are asked for: `notes` of the property `fields`' },
    summary: { description: 'Whether there is a `summarize`, which makes a summary (story only)' },
  },
  parameters: { sample: { markup: '<wrap-up-form></wrap-up-form>', properties } },
  render: ({ disposition, notes, summary }) =>
    html`<div class="story-form">
      <wrap-up-form
        .fields=${{ disposition, notes }}
        .dispositions=${dispositions}
        .summarize=${summary ? summarize : undefined}
      ></wrap-up-form>
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Both fields absent: only Submit, which finishes. */
export const VariantA: Story = {
  args: { disposition: 'absent', notes: 'absent', summary: false },
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'wrap-up-form');
    await expect(buttonIn(form, 'Submit')).toBeVisible();
    await expect(() => buttonIn(form, 'Done')).toThrow();
  },
};

/** Disposition and notes: Submit, then Done. */
export const VariantB: Story = {
  play: async ({ canvasElement }) => {
    await expect(inside(canvasElement, 'wrap-up-form', '[role=combobox]')).toBeVisible();
    await expect(inside(canvasElement, 'wrap-up-form', 'textarea')).toBeVisible();
  },
};

/** Required fields say what is missing. */
export const Required: Story = {
  args: { disposition: 'required', notes: 'required' },
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'wrap-up-form');
    await userEvent.click(buttonIn(form, 'Submit'));
    await until('what is missing', () => form.shadowRoot?.textContent?.includes('Choose a disposition.'));
  },
};

/** The leaves of the tree, named by their full path. */
export const Choosing: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(inside(canvasElement, 'wrap-up-form', '[role=combobox]'));
    const options = inside(canvasElement, 'wrap-up-form').shadowRoot?.querySelectorAll('[role=option]');
    await expect([...(options ?? [])].map((option) => option.textContent?.trim())[0]).toContain(
      'Billing › Refund › Late delivery',
    );
  },
};

/** The summary goes below what is there. */
export const Summary: Story = {
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'wrap-up-form');
    const notes = inside(canvasElement, 'wrap-up-form', 'textarea') as HTMLTextAreaElement;
    await userEvent.type(notes, 'Called back.');
    await userEvent.click(buttonIn(form, 'Insert summary'));
    await until('the summary', () => notes.value.includes('8841'));
    await expect(notes.value.startsWith('Called back.')).toBe(true);
  },
};

/** A field of the page's own: what it holds goes with the values. */
export const YourOwnField: Story = {
  render: ({ disposition, notes }) =>
    html`<div class="story-form">
      <wrap-up-form .fields=${{ disposition, notes }} .dispositions=${dispositions}>
        <label slot="wrap-up-extra">Order <input name="order" /></label>
      </wrap-up-form>
    </div>`,
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'wrap-up-form') as HTMLElementTagNameMap['wrap-up-form'];
    const field = form.querySelector('input')!;
    // What keeps it is fetched when it is first needed.
    await until('that the field is kept', async () => {
      await userEvent.clear(field);
      await userEvent.type(field, '8841');
      return form.values.extra?.['order'] === '8841';
    });
  },
};

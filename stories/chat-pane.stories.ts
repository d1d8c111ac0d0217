import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Message } from '../src/core/index.js';
import type { ChatView } from '../src/desk/index.js';
import { buttonIn, deepText, inside, until } from './support/inside.js';
import { dragShiftTo, END } from './support/journey.js';
import { onShift, withShift } from './support/on-shift.js';
import { aView, ago, conversation } from './support/samples.js';
import { answerAt, policy } from './support/scenes.js';

type Args = { chat?: ChatView; messages: readonly Message[]; preview?: string; endUnavailable?: string };

const meta: Meta<Args> = {
  title: 'Tags/chat-pane',
  component: 'chat-pane',
  args: { chat: aView({ selected: true }), messages: conversation },
  render: ({ chat, messages, preview, endUnavailable }) =>
    html`<div class="story-pane">
      <chat-pane .chat=${chat} .messages=${messages} .preview=${preview} .endUnavailable=${endUnavailable}></chat-pane>
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

const says =
  (...texts: readonly string[]): Story['play'] =>
  async ({ canvasElement }) => {
    // The conversation is painted once what stands around it has its room.
    for (const text of texts) await waitFor(() => expect(deepText(inside(canvasElement, 'chat-pane'))).toContain(text));
  };

export const Conversation: Story = { play: says('Ana Silva', 'order 8841', 'End chat') };
export const Preview: Story = { args: { preview: 'I also wanted to change the addr' }, play: says('Message preview') };
/** The end user has left: the icon is struck, the reply locked; the chat can still be ended. */
export const Left: Story = {
  args: { chat: aView({ state: 'left', leftAt: ago(20), selected: true }) },
  play: says('left at', 'cannot read messages'),
};
/** On a desk, as time goes on: what is owed turns from yellow to orange and red. Drag the clock. */
export const Waiting: Story = {
  ...onShift({ tapes: ['late-delivery'], policy, before: (shift) => answerAt(shift, 'late-delivery', 13) }),
  parameters: { sample: { markup: '<chat-pane></chat-pane>' } },
  render: (_args, context) =>
    withShift(END, context, ({ desk }) => html`<div class="story-pane"><chat-pane .desk=${desk}></chat-pane></div>`),
  play: async ({ canvasElement, loaded }) => {
    await dragShiftTo({ canvasElement, loaded }, 140);
    const urgency = (): string | null => inside(canvasElement, 'chat-pane', 'response-timer').getAttribute('urgency');
    await until('a missed target', () => urgency() === 'missed');
  },
};
/** While previews are shown a chat cannot be ended. */
export const EndUnavailable: Story = {
  args: { endUnavailable: 'Hide the previews to end a chat' },
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    const button = buttonIn(pane, 'End chat');
    await expect(button.ariaDisabled).toBe('true');
    await userEvent.click(button);
    await expect(inside(canvasElement, 'chat-pane', 'end-chat-dialog').hasAttribute('open')).toBe(false);
  },
};
/** The button opens the dialog; Escape takes it back. */
export const Ending: Story = {
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    await userEvent.click(buttonIn(pane, 'End chat'));
    await expect(inside(canvasElement, 'chat-pane', 'end-chat-dialog', 'dialog')).toBeVisible();
    await userEvent.click(buttonIn(inside(canvasElement, 'chat-pane', 'end-chat-dialog'), 'Cancel'));
    await expect(inside(canvasElement, 'chat-pane', 'end-chat-dialog').hasAttribute('open')).toBe(false);
  },
};
/** Ctrl+F in the pane finds in the whole conversation. */
export const Find: Story = {
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    inside(canvasElement, 'chat-pane', 'chat-transcript', '[role=log]').focus();
    await userEvent.keyboard('{Control>}f{/Control}');
    const field = await until('the field', () => pane.shadowRoot?.querySelector('input'));
    await userEvent.type(field, 'thursday');
    const count = inside(canvasElement, 'chat-pane', '[part="find-count"]');
    await until('the match', () => count.textContent?.trim() === '1 of 1');
  },
};
/** What else can be done with a conversation: copy it, print it, go to a date. */
export const More: Story = {
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    await userEvent.click(buttonIn(pane, 'More'));
    await until('the menu', () => pane.shadowRoot?.querySelector('[role=menu]'));
    await expect(deepText(pane)).toContain('Copy conversation');
  },
};
/** The day field goes to the first message of a day, or after it. */
export const GoToDate: Story = {
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    await userEvent.click(buttonIn(pane, 'More'));
    await userEvent.click(await until('the entry', () => pane.shadowRoot?.querySelector('[part~="date-item"]')));
    await until('the field', () => pane.shadowRoot?.querySelector('[part="date-field"]'));
  },
};
/** The whole conversation, as it goes to the printer: text alone, in a frame that nobody sees. */
export const Print: Story = {
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    const printed: (string | null)[] = [];
    const watch = new MutationObserver(() => {
      const frame = pane.shadowRoot?.querySelector('iframe')?.contentWindow;
      if (frame) frame.print = () => printed.push(frame.document.body.textContent);
    });
    watch.observe(pane.shadowRoot as ShadowRoot, { childList: true, subtree: true });
    await userEvent.click(buttonIn(pane, 'More'));
    await userEvent.click(await until('the entry', () => pane.shadowRoot?.querySelector('[part~="print-item"]')));
    await until('the print', () => printed.length === 1);
    watch.disconnect();
    await expect(printed[0]).toContain('It should have come on Friday.');
  },
};
/** No conversation is open. */
export const Nothing: Story = { args: { chat: undefined, messages: [] }, play: says('No conversation is open') };

/** The page's own things: a link in the header, and a button in the reply. */
export const YourOwn: Story = {
  render: ({ chat, messages }) =>
    html`<div class="story-pane">
      <chat-pane .chat=${chat} .messages=${messages}>
        <a slot="header" href="#record">Record</a>
        <button slot="composer-tools" type="button">Templates</button>
      </chat-pane>
    </div>`,
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    for (const own of pane.children) await waitFor(() => expect(own).toBeVisible());
  },
};

/** While no conversation is open, the page's words stand in the place of ours. */
export const YourOwnEmpty: Story = {
  render: () =>
    html`<div class="story-pane">
      <chat-pane><p slot="empty">Nobody waits. Take a break.</p></chat-pane>
    </div>`,
  play: async ({ canvasElement }) => {
    const pane = inside(canvasElement, 'chat-pane');
    await waitFor(() => expect(pane.querySelector('[slot=empty]')).toBeVisible());
    await waitFor(() => expect(deepText(pane)).not.toContain('No conversation is open'));
  },
};

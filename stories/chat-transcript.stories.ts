import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Message } from '../src/core/index.js';
import type { ChatView } from '../src/desk/index.js';
import { deepText, inside } from './support/inside.js';
import { aMessage, aView, conversation } from './support/samples.js';

type Args = { chat: ChatView; messages: readonly Message[]; typing: boolean; preview: string };

const meta: Meta<Args> = {
  title: 'Tags/chat-transcript',
  component: 'chat-transcript',
  args: { chat: aView(), messages: conversation, typing: false, preview: '' },
  render: ({ chat, messages, typing, preview }) =>
    html`<div class="story-transcript">
      <chat-transcript .chat=${chat} .messages=${messages} ?typing=${typing} .preview=${preview}></chat-transcript>
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

const says =
  (...texts: readonly string[]): Story['play'] =>
  async ({ canvasElement }) => {
    const transcript = inside(canvasElement, 'chat-transcript');
    for (const text of texts) await expect(deepText(transcript)).toContain(text);
    await expect(inside(canvasElement, 'chat-transcript', '[role=log]').ariaLabel).toBe('Conversation');
  };

export const Conversation: Story = { play: says('order 8841', 'Let me look that up.') };
/** The line stands where the agent left off. */
export const UnreadLine: Story = {
  args: { chat: aView({ unread: 0, unreadFrom: conversation[3]?.id ?? '' }) },
  play: says('1 new'),
};
export const WithPreview: Story = {
  args: { typing: true, preview: 'I also wanted to change the addr' },
  play: says('change the addr', 'Message preview'),
};
export const Empty: Story = { args: { messages: [] }, play: says('No messages yet') };
/** Five hundred messages: it opens at the end. */
export const Long: Story = {
  args: {
    messages: Array.from({ length: 500 }, (_, index) =>
      aMessage(5000 - index * 10, index % 3 === 0 ? 'agent' : 'end-user', `Message number ${index + 1}`),
    ),
  },
  play: async ({ canvasElement }) => {
    const log = inside(canvasElement, 'chat-transcript', '[role=log]');
    const scroller = log.scrollHeight > log.clientHeight ? log : (log.parentElement as HTMLElement);
    await expect(scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop).toBeLessThan(3);
  },
};

/** A picture of what an order holds, in place of "cannot be shown". */
const orderCard = ({ kind, text }: Message): Node | undefined => {
  if (kind !== 'order') return undefined;
  const card = document.createElement('article');
  card.textContent = `🧾 ${text}`;
  return card;
};

/** Messages that the page shows in its own way, with a button beside each of the end user's. */
export const YourOwnMessages: Story = {
  args: { messages: [...conversation, aMessage(5, 'end-user', 'Order 8841, 2 items, 48.20', { kind: 'order' })] },
  render: ({ chat, messages }) =>
    html`<div class="story-transcript">
      <chat-transcript
        .chat=${chat}
        .messages=${messages}
        .renderMessage=${orderCard}
        .renderMessageActions=${({ author }: Message) => {
          if (author !== 'end-user') return undefined;
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = 'Translate';
          return button;
        }}
      ></chat-transcript>
    </div>`,
  play: async ({ canvasElement }) => {
    const transcript = inside(canvasElement, 'chat-transcript');
    await waitFor(() => expect(transcript.querySelector('article')).toBeVisible());
    await expect(transcript.querySelectorAll('button').length).toBeGreaterThan(0);
  },
};

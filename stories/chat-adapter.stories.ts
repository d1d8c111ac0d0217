import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Message } from '../src/core/index.js';
import { agentAt } from './support/agent.js';
import { inside } from './support/inside.js';
import { onShift, withShift } from './support/on-shift.js';
import { busyMorning, policy } from './support/scenes.js';
import { localeOf } from './support/toolbar/language.js';

type Args = { layout: 'inline' | 'popover'; open: boolean; locale: string };

/** How far the shift can be played, in seconds. */
const END = 400;

const busy = onShift(busyMorning);
const quiet = onShift({ tapes: [], policy });

const meta: Meta<Args> = {
  title: 'Tags/chat-adapter',
  component: 'chat-adapter',
  args: { layout: 'inline', open: true, locale: '' },
  argTypes: { layout: { control: 'select', options: ['inline', 'popover'] } },
  parameters: { sample: { markup: '<chat-adapter connect-to="local"></chat-adapter>' } },
  render: ({ layout, open, locale }, context) =>
    withShift(
      END,
      context,
      ({ desk }) =>
        html`<div class=${layout === 'inline' ? 'story-adapter' : ''}>
          <chat-adapter
            .desk=${desk}
            .layout=${layout}
            ?open=${open}
            .locale=${localeOf(context, locale)}
          ></chat-adapter>
        </div>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

const fiveChats = [
  'Ana Silva, web, on time',
  'Tomasz Nowak, mobile, 2 unread, target missed',
  'Lena Fischer, mobile, left',
  '+447700900271, WhatsApp, 5 unread, reply soon',
  'New chat, 1 message, SMS',
];

/** Fills its container: five chats, each in another state. The clock plays the tapes on. */
export const Inline: Story = {
  ...busy,
  play: async ({ canvasElement }) => {
    await agentAt(canvasElement).seesChats(...fiveChats);
    await expect(inside(canvasElement, 'chat-adapter').shadowRoot?.querySelector('chat-launcher')).toBeNull();
  },
};

/** In the page's corner, opened by its launcher; a click elsewhere does not close it. */
export const Popover: Story = {
  ...busy,
  args: { layout: 'popover' },
  parameters: { docs: { story: { inline: false, height: '720px' } } },
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.seesChats(...fiveChats);
    await agent.press('Close chat adapter');
    await expect(await agent.adapter.isOpen()).toBe(false);
    await agent.press('Open chat adapter');
    await expect(await agent.adapter.isOpen()).toBe(true);
    await userEvent.click(document.body);
    await expect(await agent.adapter.isOpen()).toBe(true);
  },
};

/** Closed: how many wait is told by the launcher. */
export const Closed: Story = {
  ...busy,
  args: { layout: 'popover', open: false },
  parameters: { docs: { story: { inline: false, height: '160px' } } },
  play: async ({ canvasElement }) => {
    const { adapter } = agentAt(canvasElement);
    await expect(await adapter.launcher.waiting()).toBe(1);
    await expect(await adapter.isOpen()).toBe(false);
  },
};

/** Nobody has written yet. */
export const Empty: Story = {
  ...quiet,
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.reads('chat-list', 'No chats');
    await agent.reads('chat-pane', 'No conversation is open');
  },
};

/** Cards that preview each chat's newest message. Meanwhile a chat cannot be ended, and the button says why. */
export const PreviewsExpanded: Story = {
  ...busy,
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.press('Show previews');
    await agent.reads('chat-list', 'can I swap them without paying postage again?');
    await expect((await agent.button('End chat')).ariaDisabled).toBe('true');
  },
};

/** Every word in French: a key for each control, so that "Send" and "Submit" may be the same word. */
export const French: Story = {
  ...busy,
  args: { locale: 'fr' },
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.button('Envoyer');
    await agent.button('Mettre fin à la discussion');
    await agent.reads('chat-list', 'Nouveau chat');
  },
};

/** Dark, as where the page's `color-scheme` says so. */
export const Dark: Story = {
  ...busy,
  globals: { scheme: 'dark' },
  play: async ({ canvasElement }) => {
    await agentAt(canvasElement).seesChats(...fiveChats);
    await expect(getComputedStyle(inside(canvasElement, 'chat-adapter')).colorScheme).toBe('dark');
  },
};

/** Right to left: the strip is at the right, and each text keeps its own direction. */
export const RightToLeft: Story = {
  ...busy,
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await agentAt(canvasElement).seesChats(...fiveChats);
    const list = inside(canvasElement, 'chat-adapter', 'chat-list').getBoundingClientRect();
    const pane = inside(canvasElement, 'chat-adapter', 'chat-pane').getBoundingClientRect();
    await expect(list.left).toBeGreaterThanOrEqual(pane.right);
    const line = inside(canvasElement, 'chat-adapter', 'chat-pane', 'chat-transcript', '[part=unread-line] span');
    await expect(getComputedStyle(line).direction).toBe('ltr');
  },
};

/** In 320 pixels. */
export const Narrow: Story = {
  ...busy,
  render: ({ locale }, context) =>
    withShift(
      END,
      context,
      ({ desk }) =>
        html`<div class="story-adapter story-narrow">
          <chat-adapter .desk=${desk} .locale=${localeOf(context, locale)} layout="inline"></chat-adapter>
        </div>`,
    ),
  play: async ({ canvasElement }) => {
    await agentAt(canvasElement).seesChats(...fiveChats);
    const panel = inside(canvasElement, 'chat-adapter', '.panel');
    await expect(panel.getBoundingClientRect().width).toBe(320);
    await expect(panel.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** On a page of 320 pixels it takes the page, but for the strip on which the launcher stays in reach. */
export const NarrowPage: Story = {
  ...busy,
  args: { layout: 'popover' },
  globals: { viewport: { value: 'narrow' } },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await agentAt(canvasElement).seesChats(...fiveChats);
    const panel = inside(canvasElement, 'chat-adapter', '.panel').getBoundingClientRect();
    await expect(document.documentElement.clientWidth).toBeLessThanOrEqual(320);
    await expect(panel.width).toBe(document.documentElement.clientWidth);
  },
};

/** The network is gone, and it says why. What the agent sends waits, and says so. */
export const CutOff: Story = {
  ...onShift({
    ...busyMorning,
    before: async (shift) => {
      await busyMorning.before?.(shift);
      shift.tell({ type: 'connection', state: 'offline', reason: 'The browser has no network.' });
    },
  }),
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.reads('chat-adapter', 'What you send waits until it is back.');
    await userEvent.type(agent.reply, 'One moment please.{Enter}');
    await agent.reads('chat-transcript', 'Waits to be sent');
    await agent.reads('chat-adapter', '1 message waits to be sent.');
  },
};

/** A chat came to its end before a message could be sent: the agent is asked about its words. */
export const Unsent: Story = {
  ...onShift({
    ...busyMorning,
    before: async (shift) => {
      await busyMorning.before?.(shift);
      const { desk, clock, tell, chatOf } = shift;
      const chatId = chatOf('late-delivery');
      tell({ type: 'connection', state: 'offline' });
      desk.send(chatId, 'It is at your neighbour’s, at number 12.').catch(() => {});
      tell({ type: 'ended', chatId, time: clock.now(), by: 'end-user' });
      tell({ type: 'connection', state: 'online' });
    },
  }),
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.reads('chat-adapter', 'The chat with Ana Silva is over. This was not sent:');
    await expect(await agent.field('Message to Ana Silva that was not sent')).toHaveValue(
      'It is at your neighbour’s, at number 12.',
    );
    await agent.button('Discard');
  },
};

/** What the agent should know in passing, where nothing moves when it comes or goes. */
export const Told: Story = {
  ...onShift({
    ...busyMorning,
    before: async (shift) => {
      await busyMorning.before?.(shift);
      shift.desk.notify({ code: 'taken' });
    },
  }),
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await expect(await agent.adapter.notices()).toEqual(['Another agent answered this chat first.']);
    await agent.press('Dismiss');
    await expect(await agent.adapter.notices()).toEqual([]);
  },
};

/** The page's own things in every place of a conversation; the closing form has one more. */
export const YourOwn: Story = {
  ...busy,
  render: ({ locale }, context) =>
    withShift(
      END,
      context,
      ({ desk }) =>
        html`<div class="story-adapter">
          <chat-adapter
            layout="inline"
            .desk=${desk}
            .locale=${localeOf(context, locale)}
            .renderMessageActions=${({ author }: Message) => {
              if (author !== 'end-user') return undefined;
              const button = document.createElement('button');
              button.type = 'button';
              button.textContent = 'Translate';
              return button;
            }}
          >
            <a slot="header" href="#record">Record</a>
            <button slot="composer-tools" type="button">Templates</button>
            <p slot="empty">Nobody waits. Take a break.</p>
            <label slot="wrap-up-extra">Order <input name="order" /></label>
          </chat-adapter>
        </div>`,
    ),
  play: async ({ canvasElement }) => {
    await agentAt(canvasElement).seesChats(...fiveChats);
    const adapter = inside(canvasElement, 'chat-adapter');
    await waitFor(() => expect(adapter.querySelector('[slot=header]')).toBeVisible());
    await waitFor(() => expect(adapter.querySelector('div > button')).toBeVisible());
  },
};

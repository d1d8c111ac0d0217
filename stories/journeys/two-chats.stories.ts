import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { dragShiftTo, onAdapter } from '../support/journey.js';
import { onShift } from '../support/on-shift.js';
import { policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/Two chats at once',
  tags: ['!autodocs'],
  ...onAdapter,
  ...onShift({ tapes: ['late-delivery', 'refund'], policy }),
};
export default meta;

/** A second request comes while the agent types; each chat keeps its own draft, and what comes elsewhere is unread. */
export const TwoChatsAtOnce: StoryObj = {
  name: 'Two chats at once',
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const dragged = (seconds: number): Promise<void> => dragShiftTo({ canvasElement, loaded }, seconds);

    await step('The first chat is answered, and a reply begun', async () => {
      await dragged(13);
      await agent.press('New chat, 3 messages, web');
      await agent.seesChats('Ana Silva, web, on time');
      await userEvent.type(agent.reply, 'Order 48213 is');
    });

    await step('A new request moves nothing', async () => {
      await dragged(21);
      await agent.seesChats('Ana Silva, web, on time', 'New chat, 2 messages, mobile');
      await expect(agent.focused).toBe(agent.reply);
      await expect(agent.reply.value).toBe('Order 48213 is');
    });

    await step('The second chat has a draft of its own', async () => {
      await agent.press('New chat, 2 messages, mobile');
      await agent.seesChats('Ana Silva, web, on time', 'Tomasz Nowak, mobile, on time');
      await until('an empty field', () => agent.reply.value === '');
      await userEvent.type(agent.reply, 'Hello Tomasz, I see the jacket came back.{Enter}');
      await agent.seesChats('Ana Silva, web, on time', 'Tomasz Nowak, mobile');
    });

    await step('The first draft is where it was left', async () => {
      await agent.press('Ana Silva, web, on time');
      await until('the draft', () => agent.reply.value === 'Order 48213 is');
      await userEvent.type(agent.reply, ' on its way.{Enter}');
      await agent.seesChats('Ana Silva, web', 'Tomasz Nowak, mobile');
    });

    await step('What comes in the chat that is not open is unread', async () => {
      await dragged(32);
      await agent.seesChats('Ana Silva, web, on time', 'Tomasz Nowak, mobile, 1 unread, on time');
      await agent.press('Tomasz Nowak, mobile, 1 unread, on time');
      await agent.reads('chat-transcript', 'it arrived at your warehouse on the 6th');
      await agent.seesChats('Ana Silva, web, on time', 'Tomasz Nowak, mobile, on time');
    });
  },
};

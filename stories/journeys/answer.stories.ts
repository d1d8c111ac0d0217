import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { dragShiftTo, onAdapter } from '../support/journey.js';
import { onShift } from '../support/on-shift.js';
import { policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/Answer',
  tags: ['!autodocs'],
  ...onAdapter,
  ...onShift({ tapes: ['late-delivery'], policy }),
};
export default meta;

/** A request with three messages is answered with Enter; the timer turns orange, red, missed; a reply resets it. */
export const Answer: StoryObj = {
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const dragged = (seconds: number): Promise<void> => dragShiftTo({ canvasElement, loaded }, seconds);

    await step('Messages are counted while they wait', async () => {
      await dragged(1);
      await agent.seesChats('New chat, 1 message, web');
      await dragged(13);
      await agent.seesChats('New chat, 3 messages, web');
    });

    await step('Enter answers, and the conversation opens', async () => {
      (await agent.button('New chat, 3 messages, web')).focus();
      await userEvent.keyboard('{Enter}');
      await agent.seesChats('Ana Silva, web, on time');
      await agent.reads('chat-transcript', 'Can you tell me where it is?');
    });

    await step('The timer turns from yellow to orange, red and missed', async () => {
      const seen: string[] = [];
      for (const seconds of [87, 88, 118, 119, 133, 140]) {
        await dragged(seconds);
        seen.push(await agent.adapter.pane.urgency());
      }
      await expect(seen).toEqual(['on-time', 'soon', 'soon', 'urgent', 'missed', 'missed']);
    });

    await step('A reply resets it', async () => {
      await userEvent.type(agent.reply, 'I am looking, Ana.{Enter}');
      await agent.seesChats('Ana Silva, web');
      await agent.reads('chat-transcript', 'Sent');
      await expect(await agent.adapter.pane.urgency()).toBe('none');
    });

    await step('What the customer types is seen as it is typed', async () => {
      await dragged(147);
      await agent.reads('typing-indicator', 'Message preview');
      await agent.reads('typing-indicator', 'Will it come');
    });

    await step('It arrives, and the time counts anew', async () => {
      await dragged(151);
      await agent.reads('chat-transcript', 'It is a birthday present.');
      await agent.seesChats('Ana Silva, web, on time');
    });
  },
};

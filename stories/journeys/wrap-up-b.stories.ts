import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { onAdapter } from '../support/journey.js';
import { onShift } from '../support/on-shift.js';
import { answerAt, policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/Wrap-up B',
  tags: ['!autodocs'],
  ...onAdapter,
  ...onShift({
    tapes: ['late-delivery', 'refund'],
    policy,
    before: async (shift) => {
      await answerAt(shift, 'late-delivery', 13);
      await answerAt(shift, 'refund', 21);
      await shift.desk.select(shift.chatOf('late-delivery'));
      await shift.desk.send(shift.chatOf('late-delivery'), 'It will be with you tomorrow, Ana.');
      await shift.desk.end(shift.chatOf('late-delivery'));
      await shift.settled();
    },
  }),
};
export default meta;

/** Disposition and Notes, with a summary; Submit, then Done: the chat leaves, and the one that is owed a reply opens. */
export const WrapUpB: StoryObj = {
  name: 'Wrap-up B',
  play: async ({ canvasElement, step }) => {
    const agent = agentAt(canvasElement);
    await agent.seesChats('Ana Silva, web, wrap-up', 'Tomasz Nowak, mobile, on time');

    await step('A disposition is found by typing, and named by its full path', async () => {
      const disposition = await agent.field<HTMLInputElement>('Disposition');
      await userEvent.type(disposition, 'on its way{Enter}');
      await until('the disposition', () => disposition.value === 'Delivery › Where is it › On its way');
    });

    await step('The summary goes below what the agent wrote', async () => {
      const notes = await agent.field('Notes');
      await userEvent.type(notes, 'Present, be quick.');
      await agent.press('Insert summary');
      await until('the summary', () => notes.value.includes('48213'));
      await expect(notes.value.startsWith('Present, be quick.')).toBe(true);
    });

    await step('Submit, then Done', async () => {
      await agent.press('Submit');
      await agent.press('Done');
      await agent.seesChats('Tomasz Nowak, mobile, on time');
      await agent.reads('chat-transcript', 'order 51077');
    });
  },
};

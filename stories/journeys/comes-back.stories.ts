import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { dragShiftTo, onAdapter } from '../support/journey.js';
import { onShift, shiftOf } from '../support/on-shift.js';
import { answerAt, policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/The customer comes back',
  tags: ['!autodocs'],
  ...onAdapter,
  ...onShift({
    tapes: ['address-change'],
    policy,
    before: async (shift) => {
      await answerAt(shift, 'address-change', 53);
      await shift.desk.send(shift.chatOf('address-change'), 'You can. What is the new one?');
    },
  }),
};
export default meta;

/** A tunnel: the customer is gone, the reply is locked; back again, all that is undone, and the wait begins anew. */
export const TheCustomerComesBack: StoryObj = {
  name: 'The customer comes back',
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const { desk, chatOf } = shiftOf({ loaded });
    const dragged = (seconds: number): Promise<void> => dragShiftTo({ canvasElement, loaded }, seconds);

    await step('Gone: nothing can be sent', async () => {
      await dragged(62);
      await agent.seesChats('Jonas Lindqvist, mobile, left');
      await expect(agent.reply.readOnly).toBe(true);
    });

    await step('Back: it can', async () => {
      await dragged(74);
      await agent.seesChats('Jonas Lindqvist, mobile');
      await until('an open reply', () => !agent.reply.readOnly);
    });

    await step('What they write is waited for', async () => {
      await dragged(84);
      await agent.reads('chat-transcript', 'Sorry, I was in a tunnel.');
      await agent.seesChats('Jonas Lindqvist, mobile, on time');
      await expect(desk.chat(chatOf('address-change')).wait$.value).toBeDefined();
    });
  },
};

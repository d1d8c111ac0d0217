import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { deepAll, until } from '../support/inside.js';
import { dragShiftTo, onAdapter } from '../support/journey.js';
import { onShift, shiftOf } from '../support/on-shift.js';
import { policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/By phone',
  tags: ['!autodocs'],
  ...onAdapter,
  // What such networks do not tell: that somebody types, and that they have gone.
  ...onShift({
    tapes: ['wrong-size', 'appointment'],
    policy,
    abilities: { whatsapp: { preview: false }, sms: { typing: false, left: false } },
  }),
};
export default meta;

/** WhatsApp and SMS: a number instead of a name, though one is known; no preview there, and no typing here. */
export const ByPhone: StoryObj = {
  name: 'By phone: WhatsApp and SMS',
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const dragged = (seconds: number): Promise<void> => dragShiftTo({ canvasElement, loaded }, seconds);
    const { desk, chatOf } = shiftOf({ loaded });

    await step('A WhatsApp chat is known by its number', async () => {
      await dragged(38);
      await agent.press('New chat, 5 messages, WhatsApp');
      await agent.seesChats('+447700900271, WhatsApp, on time');
      const { textContent } = await until('the heading', () => deepAll(canvasElement, '[part~=name]')[0]);
      await expect(textContent).not.toContain('Marco');
    });

    await step('That somebody types is told, what they type is not', async () => {
      await userEvent.type(agent.reply, 'Of course, Marco.{Enter}');
      await agent.seesChats('+447700900271, WhatsApp');
      await dragged(44);
      await until('typing', () => desk.chat(chatOf('wrong-size')).typing$.value.typing);
      await expect(desk.chat(chatOf('wrong-size')).typing$.value.preview).toBeUndefined();
      await dragged(46);
      await agent.reads('chat-transcript', 'I still have the box, by the way.');
    });

    await step('An SMS comes as it is', async () => {
      await dragged(75);
      await agent.press('New chat, 1 message, SMS');
      await agent.reads('chat-transcript', 'Need to move my repair appointment');
      await expect(desk.chat(chatOf('appointment')).typing$.value.typing).toBe(false);
    });
  },
};

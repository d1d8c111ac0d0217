import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { onAdapter } from '../support/journey.js';
import { onShift, shiftOf } from '../support/on-shift.js';
import { answerAt, policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/Cut off',
  tags: ['!autodocs'],
  ...onAdapter,
  ...onShift({
    tapes: ['late-delivery'],
    policy,
    before: (shift) => answerAt(shift, 'late-delivery', 13),
  }),
};
export default meta;

/** The network goes while the agent answers: what was written waits in sight, and is sent once, when it is back. */
export const CutOffAndBack: StoryObj = {
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const { desk, tell, settled } = shiftOf({ loaded });

    await step('The network is gone', async () => {
      await agent.seesChats('Ana Silva, web, on time');
      tell({ type: 'connection', state: 'offline', reason: 'The browser has no network.' });
      await agent.reads('chat-adapter', 'What you send waits until it is back.');
    });

    await step('What is sent waits', async () => {
      await userEvent.type(agent.reply, 'I am looking, Ana.{Enter}');
      await agent.reads('chat-transcript', 'Waits to be sent');
      await expect(desk.unsent$.value).toHaveLength(1);
    });

    await step('It is back, and the message goes out', async () => {
      tell({ type: 'connection', state: 'online' });
      await agent.reads('chat-transcript', 'Sent');
      await settled();
      await expect(desk.unsent$.value).toEqual([]);
      const messages = desk.chat(desk.selected$.value ?? '').messages$.value;
      await expect(messages.filter(({ text }) => text === 'I am looking, Ana.')).toHaveLength(1);
    });
  },
};

/** The chat ended before a message could be sent: its words are not lost, and the agent decides about them. */
export const Unsent: StoryObj = {
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const { desk, tell, clock, chatOf } = shiftOf({ loaded });

    await step('A message waits, and the chat ends', async () => {
      await agent.seesChats('Ana Silva, web, on time');
      tell({ type: 'connection', state: 'offline' });
      await userEvent.type(agent.reply, 'It is at number 12.{Enter}');
      await agent.reads('chat-transcript', 'Waits to be sent');
      tell({ type: 'ended', chatId: chatOf('late-delivery'), time: clock.now(), by: 'end-user' });
      tell({ type: 'connection', state: 'online' });
    });

    await step('Its words are there to copy', async () => {
      await expect(await agent.field('Message to Ana Silva that was not sent')).toHaveValue('It is at number 12.');
    });

    await step('They are given up by hand only', async () => {
      await agent.press('Discard');
      await expect(desk.unsent$.value).toEqual([]);
      await expect(await agent.adapter.unsent()).toEqual([]);
    });
  },
};

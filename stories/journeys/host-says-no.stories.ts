import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { onAdapter } from '../support/journey.js';
import { onShift } from '../support/on-shift.js';
import { answerAt, policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/The page says no',
  tags: ['!autodocs'],
  ...onAdapter,
  ...onShift({
    tapes: ['late-delivery'],
    policy,
    before: (shift) => answerAt(shift, 'late-delivery', 13),
  }),
};
export default meta;

const CARD_NUMBER = /\b(?:\d[ -]?){15}\d\b/;

/** The page around it may look at what the agent does: stop it in words of its own, change it, or take its time. */
export const ThePageSaysNo: StoryObj = {
  name: 'The page says no',
  play: async ({ canvasElement, step }) => {
    const agent = agentAt(canvasElement);
    const page = canvasElement.querySelector('chat-adapter') as HTMLElement;

    await step('A card number is not sent, and the text stays', async () => {
      await agent.seesChats('Ana Silva, web, on time');
      page.addEventListener('chat-before-send', (event) => {
        if (CARD_NUMBER.test(event.text))
          event.decide(Promise.resolve({ veto: 'Card numbers must not be sent in a chat.' }));
      });
      await userEvent.type(agent.reply, 'Is it 4111 1111 1111 1111?{Enter}');
      await until('the words of the page', async () =>
        (await agent.adapter.notices()).includes('Card numbers must not be sent in a chat.'),
      );
      await expect(agent.reply.value).toBe('Is it 4111 1111 1111 1111?');
      await agent.press('Dismiss');
    });

    await step('A message is changed on its way', async () => {
      page.addEventListener('chat-before-send', (event) =>
        event.amend(event.text.replace('asap', 'as soon as possible')),
      );
      await userEvent.type(agent.reply, 'I will call asap.{Enter}', {
        initialSelectionStart: 0,
        initialSelectionEnd: agent.reply.value.length,
      });
      await agent.reads('chat-transcript', 'I will call as soon as possible.');
    });

    await step('A chat cannot be ended while the case is open', async () => {
      page.addEventListener('chat-before-end', (event) =>
        event.decide(Promise.resolve({ veto: 'The case is still open.' })),
      );
      await agent.press('End chat');
      await until('the dialog', agent.adapter.pane.dialog.isOpen);
      await agent.adapter.pane.dialog.confirm();
      await until('the words of the page', async () =>
        (await agent.adapter.notices()).includes('The case is still open.'),
      );
      await agent.seesChats('Ana Silva, web');
    });
  },
};

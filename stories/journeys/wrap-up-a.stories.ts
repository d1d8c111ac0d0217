import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { deepAll } from '../support/inside.js';
import { onAdapter } from '../support/journey.js';
import { onShift } from '../support/on-shift.js';
import { answerAt, policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/Wrap-up A',
  tags: ['!autodocs'],
  ...onAdapter,
  ...onShift({
    tapes: ['late-delivery'],
    policy: { ...policy, wrapUp: { disposition: 'absent', notes: 'absent' } },
    before: async (shift) => {
      await answerAt(shift, 'late-delivery', 13);
      await shift.desk.send(shift.chatOf('late-delivery'), 'It will be with you tomorrow, Ana.');
      await shift.desk.end(shift.chatOf('late-delivery'));
      await shift.settled();
    },
  }),
};
export default meta;

/** Both fields are absent: Submit finishes, there is no Done. */
export const WrapUpA: StoryObj = {
  name: 'Wrap-up A',
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.seesChats('Ana Silva, web, wrap-up');
    await agent.button('Submit');
    await expect(deepAll(canvasElement, '[role=combobox], textarea, #done')).toEqual([]);
    await agent.press('Submit');
    await agent.seesChats();
    await agent.reads('chat-list', 'No chats');
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { onAdapter } from '../support/journey.js';
import { onShift, shiftOf } from '../support/on-shift.js';
import { answerAt, policy } from '../support/scenes.js';

const meta: Meta = {
  title: 'Journeys/End',
  tags: ['!autodocs'],
  ...onAdapter,
};
export default meta;

/** Not while previews are shown; then a dialog asks, shows what the customer writes meanwhile, and can be left. */
export const End: StoryObj = {
  ...onShift({
    tapes: ['late-delivery'],
    policy,
    before: async (shift) => {
      await answerAt(shift, 'late-delivery', 13);
      await shift.desk.send(shift.chatOf('late-delivery'), 'It will be with you tomorrow, Ana.');
    },
  }),
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const { dialog } = agent.adapter.pane;

    await step('While previews are shown a chat cannot be ended', async () => {
      await agent.press('Show previews');
      const button = await agent.button('End chat');
      await expect(button.ariaDisabled).toBe('true');
      await userEvent.click(button);
      await expect(await dialog.isOpen()).toBe(false);
      await agent.press('Hide previews');
    });

    await step('The dialog shows what the customer writes meanwhile', async () => {
      await agent.press('End chat');
      await until('the dialog', dialog.isOpen);
      await shiftOf({ loaded }).playTo(25);
      await agent.reads('end-chat-dialog', 'It is a birthday present.');
    });

    await step('Cancel goes back to the conversation', async () => {
      await agent.press('Cancel');
      await until('no dialog', async () => !(await dialog.isOpen()));
      await expect(agent.focused).toBe(await agent.button('End chat'));
      await agent.seesChats('Ana Silva, web, on time');
    });

    await step('End chat ends it, and the wrap-up opens', async () => {
      await agent.press('End chat');
      await dialog.confirm();
      await agent.seesChats('Ana Silva, web, wrap-up');
      await agent.reads('wrap-up-form', 'Wrap-up');
    });
  },
};

/** The customer has left: the icon is struck through, the reply locked and told why; the agent still ends the chat. */
export const TheCustomerLeft: StoryObj = {
  name: 'The customer left',
  ...onShift({
    tapes: ['password'],
    policy,
    before: async (shift) => {
      await answerAt(shift, 'password', 29);
      await shift.desk.send(shift.chatOf('password'), 'Please try the newest mail: each link works once.');
      await shift.playTo(45);
    },
  }),
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.seesChats('Lena Fischer, mobile, left');
    await agent.reads('chat-composer', 'Lena Fischer has left and cannot read messages.');
    await expect(agent.reply.readOnly).toBe(true);
    await agent.press('End chat');
    await agent.adapter.pane.dialog.confirm();
    await agent.seesChats('Lena Fischer, mobile, wrap-up');
  },
};

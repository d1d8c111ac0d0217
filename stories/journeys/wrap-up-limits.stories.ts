import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { dragShiftTo, onAdapter } from '../support/journey.js';
import { onShift } from '../support/on-shift.js';
import { answerAt, policy } from '../support/scenes.js';
import type { Shift } from '../support/shift.js';

const meta: Meta = { title: 'Journeys/Wrap-up limits', tags: ['!autodocs'], ...onAdapter };
export default meta;

const ended = async (shift: Shift): Promise<void> => {
  await answerAt(shift, 'late-delivery', 13);
  await shift.desk.send(shift.chatOf('late-delivery'), 'It will be with you tomorrow, Ana.');
  await shift.desk.end(shift.chatOf('late-delivery'));
  await shift.settled();
};

/** The time is over before the agent is done: what is in the form is submitted, and says why. */
export const TimeIsOver: StoryObj = {
  ...onShift({
    tapes: ['late-delivery'],
    policy: { ...policy, wrapUp: { disposition: 'optional', notes: 'optional', timeLimit: 60 } },
    before: ended,
  }),
  play: async ({ canvasElement, loaded }) => {
    const agent = agentAt(canvasElement);
    const submitted = fn();
    canvasElement.addEventListener(
      'wrap-up-submitted',
      ({ detail }) => void submitted(detail.reason, detail.values.notes),
    );
    await userEvent.type(await agent.field('Notes'), 'Promised for tomo');
    await dragShiftTo({ canvasElement, loaded }, 80);
    await until('the form, submitted', () => submitted.mock.calls.length > 0);
    await expect(submitted.mock.calls).toEqual([['timeout', 'Promised for tomo']]);
  },
};

/** A disposition is required and the list is empty: the agent is not locked in. */
export const NothingToChoose: StoryObj = {
  ...onShift({
    tapes: ['late-delivery'],
    policy: { ...policy, wrapUp: { disposition: 'required', notes: 'optional' } },
    dispositions: [],
    before: ended,
  }),
  play: async ({ canvasElement }) => {
    const agent = agentAt(canvasElement);
    await agent.reads('wrap-up-form', 'The list is empty. You can submit without it.');
    await agent.press('Submit');
    await agent.press('Done');
    await agent.seesChats();
  },
};

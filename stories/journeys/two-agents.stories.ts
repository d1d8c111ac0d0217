import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { dragShiftTo, END } from '../support/journey.js';
import { onShift, shiftOf, withShift } from '../support/on-shift.js';
import { policy } from '../support/scenes.js';
import { localeOf } from '../support/toolbar/language.js';

const meta: Meta = {
  title: 'Journeys/Two agents',
  tags: ['!autodocs'],
  component: 'chat-adapter',
  // Two agents have a page each; here their pages stand side by side, so each landmark is there twice.
  parameters: { a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
  ...onShift({ tapes: ['late-delivery'], policy }),
  render: (_args, context) =>
    withShift(END, context, ({ desk, colleague }) => {
      const one = (name: string, of: typeof desk): unknown =>
        html`<section class="story-agent" aria-label=${name}>
          <h2>${name}</h2>
          <div class="story-adapter">
            <chat-adapter .desk=${of} .locale=${localeOf(context)} layout="inline"></chat-adapter>
          </div>
        </section>`;
      return html`<div class="story-agents">${one('Agent one', desk)}${one('Agent two', colleague)}</div>`;
    }),
};
export default meta;

/** Both see the request and answer it in the same moment: one gets it, the other is told, and nothing is left behind. */
export const TwoAgents: StoryObj = {
  name: 'Two agents',
  play: async ({ canvasElement, step, loaded }) => {
    const { desk, colleague, settled } = shiftOf({ loaded });
    const pages = [...canvasElement.querySelectorAll<HTMLElement>('.story-agent')];
    const agents = pages.map(agentAt);
    const request = 'New chat, 3 messages, web';

    await step('Both are asked', async () => {
      await dragShiftTo({ canvasElement, loaded }, 13);
      for (const agent of agents) await agent.seesChats(request);
    });

    await step('Both answer at once', async () => {
      const buttons = await Promise.all(agents.map((agent) => agent.button(request)));
      await Promise.all(buttons.map((button) => userEvent.click(button)));
      await settled();
    });

    await step('One has the chat, the other is told', async () => {
      const has = (): readonly number[] => [desk, colleague].map(({ chats$ }) => chats$.value.length);
      await until('one chat in all', () => has().join() === '1,0' || has().join() === '0,1');
      const [winner, loser] = has()[0] === 1 ? agents : [...agents].reverse();
      await winner?.seesChats('Ana Silva, web, on time');
      await loser?.seesChats();
      await expect(await loser?.adapter.notices()).toEqual(['Another agent answered this chat first.']);
    });
  },
};

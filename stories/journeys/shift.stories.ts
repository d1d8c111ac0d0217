import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { LogEntry } from '../../src/desk/index.js';
import { agentAt } from '../support/agent.js';
import { until } from '../support/inside.js';
import { dragShiftTo } from '../support/journey.js';
import { onShift, shiftOf, withShift } from '../support/on-shift.js';
import { NOW } from '../support/samples.js';
import { policy } from '../support/scenes.js';
import { startScriptedAgent } from '../support/scripted-agent.js';
import { localeOf } from '../support/toolbar/language.js';

/** Twenty minutes, in seconds. */
const END = 1200;

const meta: Meta = {
  title: 'Journeys/A shift in one page',
  tags: ['!autodocs'],
  component: 'chat-adapter',
  parameters: { sample: { markup: '<chat-adapter connect-to="local" layout="inline"></chat-adapter>' } },
  ...onShift({
    every: 100,
    policy,
    // The agent is scripted as well, so that one can lean back; who takes over is not in anybody's way.
    before: (shift) => Promise.resolve(startScriptedAgent(shift)),
  }),
  render: (_args, context) =>
    withShift(
      END,
      context,
      ({ desk }) =>
        html`<div class="story-shift">
          <div class="story-adapter">
            <chat-adapter .desk=${desk} .locale=${localeOf(context)} layout="inline"></chat-adapter>
          </div>
          <shift-tally .desk=${desk} begin=${NOW}></shift-tally>
        </div>`,
    ),
};
export default meta;

/** Ten chats in twenty minutes: play it at twenty times the speed, or drag the clock through the day. */
export const AShiftInOnePage: StoryObj = {
  name: 'A shift in one page',
  play: async ({ canvasElement, step, loaded }) => {
    const agent = agentAt(canvasElement);
    const { desk } = shiftOf({ loaded });
    const log: LogEntry[] = [];
    desk.log$.subscribe((entry) => log.push(entry));
    const all = (type: LogEntry['type']): readonly LogEntry[] => log.filter((entry) => entry.type === type);
    const chats = (type: LogEntry['type']): number => new Set(all(type).map(({ chatId }) => chatId)).size;

    await step('After five minutes some are at work, some are done', async () => {
      await dragShiftTo({ canvasElement, loaded }, 300);
      await expect(chats('chat-accepted')).toBeGreaterThan(1);
      await expect(await agent.adapter.list.chats()).not.toHaveLength(0);
    });

    await step('After twenty minutes everybody was answered, and everything is done', async () => {
      await dragShiftTo({ canvasElement, loaded }, END);
      await agent.seesChats();
      for (const type of ['chat-requested', 'chat-accepted', 'chat-ended', 'wrap-up-done'] as const) {
        await expect(chats(type)).toBe(10);
        await expect(all(type)).toHaveLength(10);
      }
      await expect(desk.unsent$.value).toEqual([]);
      await expect(all('chat-error')).toEqual([]);
    });

    await step('A missed target was told, and once for each wait', async () => {
      const missed = log.flatMap((entry) =>
        entry.type === 'response-urgency-change' && entry.detail.urgency === 'missed'
          ? [`${entry.chatId ?? ''} ${String(entry.detail.since)}`]
          : [],
      );
      await expect(missed.length).toBeGreaterThan(0);
      await expect(new Set(missed).size).toBe(missed.length);
    });

    await step('Rewound, it is there to be played', async () => {
      await agent.press('Rewind');
      await until('the beginning', () => shiftOf({ loaded }).desk !== desk);
    });
  },
};

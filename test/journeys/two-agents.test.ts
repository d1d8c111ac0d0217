import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, openAdapter, startShift, type Shift } from './support/shift.js';

const ROUNDS = 200;

/** Makes one waiting request and resolves with its chat id. It is text, as the tests' bundler rewrites `import()`. */
const request = (page: Page, round: number): Promise<string> =>
  page.evaluate(`(async () => {
    const { createLocalEndUser } = await import('/local-end-user.js');
    const endUser = createLocalEndUser({ id: 'race-${round}', channel: 'sms', phone: '+12025550100' });
    await endUser.send('Request ${round}');
    const { chatId } = endUser.value;
    endUser.close();
    return chatId;
  })()`);

/** Clicks the only New chat indicator at a moment that both pages share. */
const answerAt = (page: Page, moment: number): Promise<void> =>
  page.evaluate(async (at) => {
    const indicator = document
      .querySelector('chat-adapter')
      ?.shadowRoot?.querySelector('chat-list')
      ?.shadowRoot?.querySelector('chat-indicator[state="new"]');
    const button = indicator?.shadowRoot?.querySelector('button');
    if (!button) throw new Error('There is no New chat indicator to click.');
    await new Promise((resolve) => setTimeout(resolve, at - Date.now() - 20));
    while (Date.now() < at);
    button.click();
  }, moment);

describe('two agents on one contact centre', () => {
  let shift: Shift;
  beforeAll(async () => void (shift = await startShift()));
  afterAll(() => shift.close());

  it(
    `answer the same request ${ROUNDS} times: one winner each time, and a notice for the other`,
    { timeout: 300_000 },
    async () => {
      const agents = [await shift.agent(), await shift.agent()];
      const customer = await shift.customer({ channel: 'sms', phone: '+12025550100' });
      for (const agent of agents) await openAdapter(agent);
      const outcomes: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const chatId = await request(customer, round);
        for (const agent of agents) await agent.locator('chat-indicator[state="new"]').waitFor();
        const moment = Date.now() + 60;
        await Promise.all(agents.map((agent) => answerAt(agent, moment)));
        const won = async (): Promise<number> => {
          const counts = await Promise.all(
            agents.map((agent) => agent.locator(`chat-indicator[chat-id="${chatId}"][state="active"]`).count()),
          );
          return counts.filter((count) => count > 0).length;
        };
        await eventually(won, 1);
        const noticed = async (): Promise<number> => {
          const counts = await Promise.all(
            agents.map((agent) => agent.getByText('Another agent answered this chat first.').count()),
          );
          return counts.filter((count) => count > 0).length;
        };
        await eventually(noticed, 1);
        for (const agent of agents) expect(await agent.locator('chat-indicator[state="new"]').count()).toBe(0);
        outcomes.push(`${await won()} winner`);
        for (const agent of agents) {
          const dismiss = agent.getByRole('button', { name: 'Dismiss' });
          while ((await dismiss.count()) > 0) await dismiss.first().click();
        }
        for (const agent of agents)
          await agent.evaluate(async (id) => {
            const desk = (
              document.querySelector('chat-adapter') as HTMLElement & {
                currentDesk: import('../../src/index.js').ChatDesk;
              }
            ).currentDesk;
            if (desk.chat(id).view$.value === undefined) return;
            await desk.end(id);
            await desk.submitWrapUp(id);
            await desk.done(id);
          }, chatId);
      }
      expect(outcomes).toEqual(new Array(ROUNDS).fill('1 winner'));
    },
  );
});
